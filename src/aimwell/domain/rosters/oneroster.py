"""A set of OneRoster CSV files, 1.1 or 1.2, as one roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from aimwell.domain.errors import Refused
from aimwell.domain.rosters.manifest import Manifest, read_manifest
from aimwell.domain.rosters.orgs import checked_parents, read_orgs
from aimwell.domain.rosters.people import RolesOfUser, Staff, read_roles, read_users
from aimwell.domain.rosters.records import (
    Changes,
    GroupRecord,
    OrgRecord,
    PersonRecord,
    PlaceChange,
    Problem,
    Roster,
    StudentRecord,
)
from aimwell.domain.rosters.students import Digest, Members, read_classes, read_enrollments, read_terms, students_of
from aimwell.domain.rosters.table import Progress, Rows
from aimwell.domain.rosters.versions import STUDENT_FILES

RowsOf = Callable[[str], Rows]


@dataclass(frozen=True, slots=True)
class Here:
    """What is known already, for references that a list of changes need not repeat: keys of organisations, groups."""

    orgs: Collection[str] = ()
    groups: Collection[str] = ()


@dataclass(slots=True)
class _Reading:
    manifest: Manifest
    rows_of: RowsOf
    progress: Progress | None
    problems: list[Problem] = field(default_factory=list)

    def rows(self, file: str) -> Rows:
        return self.rows_of(file) if self.manifest.has(file) else ()


def read_oneroster(
    rows_of: RowsOf, *, present: Collection[str], here: Here = Here(), digest: Digest | None = None,
    progress: Progress | None = None,
) -> Roster:  # fmt: skip
    """`rows_of("users")` gives the rows of users.csv; `present`: the files that came, without ".csv".

    Students are read only with a `digest`, which turns a key into something that cannot be read back.
    Raises Refused: roster_no_manifest, those of `read_manifest`, roster_no_column.
    """
    if "manifest" not in present:
        raise Refused("roster_no_manifest")
    reading = _Reading(read_manifest(rows_of("manifest"), present=present), rows_of, progress)
    manifest, problems = reading.manifest, reading.problems
    orgs = read_orgs(reading.rows("orgs"), version=manifest.version, problems=problems, progress=progress)
    orgs = checked_parents(orgs, known=here.orgs, problems=problems)
    staff = _staff(reading, keep_students=digest is not None)
    keys = {org.key for org in orgs} | set(here.orgs)
    groups, members = _groups(reading, staff, keys, here) if digest is not None else ([], Members())
    return _roster(reading, orgs, staff, groups, members, digest, keys, present)


def _staff(reading: _Reading, *, keep_students: bool) -> Staff:
    manifest, problems = reading.manifest, reading.problems
    roles: dict[str, RolesOfUser] = {}
    held: set[str] = set()
    changes: list[PlaceChange] = []
    if manifest.has("roles"):
        roles, changes, held = read_roles(
            reading.rows("roles"), manifest=manifest, problems=problems, progress=reading.progress
        )
    staff = read_users(
        reading.rows("users"), manifest=manifest, roles=roles, problems=problems, keep_students=keep_students,
        progress=reading.progress,
    )  # fmt: skip
    staff.places = changes
    staff.held |= held
    strangers = len(roles.keys() - staff.keys) if manifest.modes["users"] == "bulk" else 0
    problems.extend([Problem("roles", 0, "userSourcedId", "unknown_user")] * strangers)
    return staff


def _groups(reading: _Reading, staff: Staff, orgs: Collection[str], here: Here) -> tuple[list[GroupRecord], Members]:
    manifest, problems, progress = reading.manifest, reading.problems, reading.progress
    terms = None
    if manifest.has("academicSessions"):
        terms = read_terms(reading.rows("academicSessions"), manifest=manifest, problems=problems, progress=progress)
    groups = read_classes(
        reading.rows("classes"), manifest=manifest, terms=terms, orgs=orgs, problems=problems, progress=progress
    )
    members = read_enrollments(
        reading.rows("enrollments"), manifest=manifest, groups={group.key for group in groups} | set(here.groups),
        users=staff.keys if manifest.modes["enrollments"] == "bulk" else None, problems=problems, progress=progress,
    )  # fmt: skip
    return groups, members


def _roster(
    reading: _Reading, orgs: list[OrgRecord], staff: Staff, groups: list[GroupRecord], members: Members,
    digest: Digest | None, keys: Collection[str], present: Collection[str],
) -> Roster:  # fmt: skip
    manifest = reading.manifest
    people = own_addresses(
        (record for record in staff.people.values() if record is not None), reading.problems, staff.held
    )
    counts = Counter({name: staff.seen[name] for name in ("rows", "students", "family", "ended_rows")})
    counts["staff"] = len(people)
    held = frozenset(staff.held - {""})
    changes = Changes(ended=frozenset(staff.ended), places=tuple(staff.places))
    students: tuple[StudentRecord, ...] = ()
    if digest is not None:
        students = students_of(staff.pupils, members, digest=digest, orgs=keys)
        changes = Changes(
            ended=frozenset(staff.ended | {digest(key) for key in staff.ended}), places=changes.places,
            joined={digest(key): frozenset(found) for key, found in members.joined.items()},
            left={digest(key): frozenset(found) for key, found in members.left.items()},
        )  # fmt: skip
    passed = () if digest is not None else STUDENT_FILES
    return Roster(
        form=f"OneRoster {manifest.version.name}", orgs=tuple(orgs), people=people,
        problems=in_order(reading.problems), seen=dict(counts), modes=manifest.modes, held=held,
        groups=tuple(groups), students=students, changes=changes,
        not_read=tuple(sorted(name for name in present if name in passed or name == "demographics")),
    )  # fmt: skip


def own_addresses(
    people: Iterable[PersonRecord], problems: list[Problem], held: set[str], *, file: str = "users"
) -> tuple[PersonRecord, ...]:
    """People sorted by key, without those who share an e-mail address with somebody else of the file."""
    found = sorted(people, key=lambda person: (person.key, person.email, person.name))
    shared = {email for email, count in Counter(person.email for person in found if person.email).items() if count > 1}
    for person in found:
        if person.email in shared:
            value = "" if person.places is None else person.email[:60]
            problems.append(Problem(file, person.row, "email", "email_twice", value))
            held |= {person.key, person.email}
    return tuple(person for person in found if person.email not in shared)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda found: (found.file, found.row, found.column, found.code)))
