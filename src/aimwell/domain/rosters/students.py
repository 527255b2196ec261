"""classes.csv and enrollments.csv: which student belongs to which group. Read only where students are kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from aimwell.domain.rosters.manifest import Manifest
from aimwell.domain.rosters.records import GroupRecord, Problem, StudentRecord
from aimwell.domain.rosters.table import Progress, Rows, cells, listed
from aimwell.domain.rosters.versions import LONGEST_KEY, STATUSES

CLASS_COLUMNS = ("sourcedId", "status", "title", "schoolSourcedId", "termSourcedIds")
ENROLLMENT_COLUMNS = ("sourcedId", "status", "classSourcedId", "userSourcedId", "role")
LONGEST_TITLE = 200
Digest = Callable[[str], str]


@dataclass(slots=True)
class Members:
    """Group keys by student key: those in force, and those that ended in a list of changes."""

    joined: dict[str, set[str]] = field(default_factory=dict)
    left: dict[str, set[str]] = field(default_factory=dict)


def read_terms(rows: Rows, *, manifest: Manifest, problems: list[Problem], progress: Progress | None) -> set[str]:
    needed = manifest.version.needed["academicSessions"]
    lines = cells(
        rows, file="academicSessions", wanted=("sourcedId",), needed=needed, problems=problems, progress=progress
    )
    return {key for _, (key,) in lines if key}


def read_classes(
    rows: Rows, *, manifest: Manifest, terms: Collection[str] | None, orgs: Collection[str],
    problems: list[Problem], progress: Progress | None,
) -> list[GroupRecord]:  # fmt: skip
    """Groups in force, sorted by key. `terms`: None where academicSessions.csv did not come."""
    found: dict[str, GroupRecord] = {}
    needed = manifest.version.needed["classes"]
    lines = cells(rows, file="classes", wanted=CLASS_COLUMNS, needed=needed, problems=problems, progress=progress)
    for number, (key, status, title, school, in_terms) in lines:
        wrong = _wrong_class(key, status, title, school, orgs)
        if wrong is not None:
            problems.append(Problem("classes", number, *wrong))
        elif STATUSES[status.lower()] == "active":
            for term in listed(in_terms):
                if terms is not None and term not in terms:
                    problems.append(
                        Problem("classes", number, "termSourcedIds", "unknown_term", term[:40], aside=False)
                    )
            found.setdefault(key, GroupRecord(key, title, school))
    return [found[key] for key in sorted(found)]


def _wrong_class(key: str, status: str, title: str, school: str, orgs: Collection[str]) -> tuple[str, str, str] | None:
    if not 0 < len(key) <= LONGEST_KEY:
        return "sourcedId", "no_key", ""
    if status.lower() not in STATUSES:
        return "status", "unknown_status", status[:40]
    if not title or len(title) > LONGEST_TITLE:
        return "title", "no_name" if not title else "long_name", title[:20]
    if school not in orgs and STATUSES[status.lower()] == "active":
        return "schoolSourcedId", "unknown_org", school[:40]
    return None


def read_enrollments(
    rows: Rows, *, manifest: Manifest, groups: Collection[str], users: Collection[str] | None,
    problems: list[Problem], progress: Progress | None,
) -> Members:  # fmt: skip
    """`groups`, `users`: keys that a row may name; users None in a list of changes, which need not hold them."""
    members, whole = Members(), manifest.modes["enrollments"] == "bulk"
    needed = manifest.version.needed["enrollments"]
    lines = cells(
        rows, file="enrollments", wanted=ENROLLMENT_COLUMNS, needed=needed, problems=problems, progress=progress
    )
    for number, (_key, status, group, user, role) in lines:
        standing = STATUSES.get(status.lower())
        if standing is None:
            problems.append(Problem("enrollments", number, "status", "unknown_status"))
        elif group not in groups and standing == "active":
            problems.append(Problem("enrollments", number, "classSourcedId", "unknown_class", group[:40]))
        elif users is not None and user not in users and standing == "active":
            problems.append(Problem("enrollments", number, "userSourcedId", "unknown_user"))
        elif role.lower() == "student" and standing == "active":
            members.joined.setdefault(user, set()).add(group)
        elif role.lower() == "student" and not whole:
            members.left.setdefault(user, set()).add(group)
    return members


def students_of(
    pupils: Mapping[str, tuple[str, str]], members: Members, *, digest: Digest, orgs: Collection[str]
) -> tuple[StudentRecord, ...]:
    """Students with nothing left of them but school, grade and groups, in the order of their digests."""
    records = [
        StudentRecord(digest(key), org if org in orgs else "", grade, tuple(sorted(members.joined.get(key, ()))))
        for key, (org, grade) in pupils.items()
    ]
    return tuple(sorted(records, key=lambda record: record.digest))
