"""users.csv and roles.csv: who works where. Of students and families only a count leaves this module."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from aimwell.domain.rosters.manifest import Manifest
from aimwell.domain.rosters.records import PersonRecord, Place, PlaceChange, Problem
from aimwell.domain.rosters.table import Progress, Rows, cells, listed
from aimwell.domain.rosters.versions import LONGEST_KEY, STATUSES, Version

COLUMNS = (
    "sourcedId", "status", "enabledUser", "orgSourcedIds", "role", "givenName", "familyName", "email",
    "preferredGivenName", "preferredFamilyName", "grades", "primaryOrgSourcedId",
)  # fmt: skip
ROLE_COLUMNS = ("sourcedId", "status", "userSourcedId", "role", "orgSourcedId")
LONGEST_NAME, LONGEST_EMAIL = 120, 254
EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]+")


@dataclass(slots=True)
class Staff:
    """What users.csv and roles.csv say. `keys` (of all users) and `pupils` (student key -> school key and grade) never
    leave the reader.
    """

    people: dict[str, PersonRecord | None] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    places: list[PlaceChange] = field(default_factory=list)
    pupils: dict[str, tuple[str, str]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    seen: Counter[str] = field(default_factory=Counter)


class _User(NamedTuple):
    """One row of users.csv with its cells named, in the order of COLUMNS; cheap, as there are hundreds of thousands."""

    row: int
    key: str
    status: str
    enabled: str
    orgs: str
    role: str
    given: str
    family: str
    email: str
    chosen_given: str
    chosen_family: str
    grades: str
    primary: str

    @property
    def name(self) -> str:
        return f"{self.chosen_given or self.given} {self.chosen_family or self.family}".strip()


def read_users(
    rows: Rows, *, manifest: Manifest, roles: Mapping[str, RolesOfUser], problems: list[Problem],
    keep_students: bool, progress: Progress | None = None,
) -> Staff:  # fmt: skip
    """`roles`: by user key, what roles.csv said (1.2); empty for 1.1, where each row carries its own role."""
    version, staff = manifest.version, Staff()
    whole = manifest.modes["users"] == "bulk"
    lines = cells(
        rows, file="users", wanted=COLUMNS, needed=version.needed["users"], problems=problems, progress=progress
    )
    for number, row in lines:
        staff.seen["rows"] += 1
        _take_user(_User(number, *row), version, roles, staff, problems, whole=whole, keep_students=keep_students)
    return staff


def _take_user(
    user: _User, version: Version, roles: Mapping[str, RolesOfUser], staff: Staff, problems: list[Problem], *,
    whole: bool, keep_students: bool,
) -> None:  # fmt: skip
    if not 0 < len(user.key) <= LONGEST_KEY:
        problems.append(Problem("users", user.row, "sourcedId", "no_key"))
        return
    staff.keys.add(user.key)
    status = STATUSES.get(user.status.lower())
    if status is None:
        problems.append(Problem("users", user.row, "status", "unknown_status"))
        staff.held.add(user.key)
        return
    if status == "gone" or user.enabled.lower() == "false":
        staff.seen["ended_rows"] += 1
        if not whole:
            staff.ended.add(user.key)
        return
    said = _roles_of(user, version, roles, whole=whole)
    if said is None:
        problems.append(Problem("users", user.row, "role", "unknown_role"))
        staff.held.add(user.key)
    elif said.places or (said.unsaid and not said.student):
        _take_staff(user, said, staff, problems)
    else:
        _take_other(user, said, staff, whole=whole, keep_students=keep_students)


@dataclass(slots=True)
class RolesOfUser:
    """`unsaid`: the file says nothing about places (a list of changes without this person's roles)."""

    places: set[Place] = field(default_factory=set)
    student: bool = False
    school: str = ""
    unsaid: bool = False


def _roles_of(user: _User, version: Version, roles: Mapping[str, RolesOfUser], *, whole: bool) -> RolesOfUser | None:
    if version.places_in == "roles":
        return roles.get(user.key) or RolesOfUser(unsaid=not whole)
    word = user.role.lower()
    orgs = listed(user.orgs)
    if word in version.staff:
        ours = version.staff[word]
        return RolesOfUser(places={Place(org, ours) for org in orgs} or {Place("", ours)})
    if word == version.student:
        return RolesOfUser(student=True, school=orgs[0] if orgs else "")
    return RolesOfUser() if word in version.family else None


def _take_staff(user: _User, said: RolesOfUser, staff: Staff, problems: list[Problem]) -> None:
    places = sorted(place for place in said.places if place.org)
    wrong = _wrong(user, said, places)
    if wrong is not None:
        problems.append(Problem("users", user.row, *wrong))
        staff.held |= {user.key, user.email.lower()}
        return
    email = user.email.lower()
    if email and (len(email) > LONGEST_EMAIL or not EMAIL.fullmatch(email)):
        problems.append(
            Problem("users", user.row, "email", "bad_email", "" if said.unsaid else email[:60], aside=False)
        )
        email = ""
    record = PersonRecord(user.key, email, user.name, None if said.unsaid else tuple(places), user.row)
    if staff.people.setdefault(user.key, record) != record:
        problems.append(Problem("users", user.row, "sourcedId", "key_twice", "" if said.unsaid else user.key[:60]))
        first = staff.people[user.key]
        staff.held |= {user.key, user.email.lower(), first.email if first else ""}
        staff.people[user.key] = None


def _wrong(user: _User, said: RolesOfUser, places: list[Place]) -> tuple[str, str] | None:
    if not places and not said.unsaid:
        return "orgSourcedIds", "no_place"
    if not user.name:
        return "givenName", "no_name"
    if len(user.name) > LONGEST_NAME:
        return "givenName", "long_name"
    return None


def _take_other(user: _User, said: RolesOfUser, staff: Staff, *, whole: bool, keep_students: bool) -> None:
    """A student or somebody of a family. In a list of changes this may be somebody who was staff before."""
    staff.seen["students" if said.student else "family"] += 1
    if not whole:
        staff.ended.add(user.key)
    if said.student and keep_students:
        staff.pupils[user.key] = (said.school or user.primary, user.grades[:20])


def read_roles(
    rows: Rows, *, manifest: Manifest, problems: list[Problem], progress: Progress | None = None
) -> tuple[dict[str, RolesOfUser], list[PlaceChange], set[str]]:
    """roles.csv of 1.2: by user key; in a list of changes also row by row; and keys whose row has a problem."""
    version, whole = manifest.version, manifest.modes["roles"] == "bulk"
    found: dict[str, RolesOfUser] = {}
    changes: list[PlaceChange] = []
    held: set[str] = set()
    lines = cells(
        rows, file="roles", wanted=ROLE_COLUMNS, needed=version.needed["roles"], problems=problems, progress=progress
    )
    for number, (key, status, user, role, org) in lines:
        wrong = _wrong_role(version, key, status, user, role, org)
        if wrong is not None:
            problems.append(Problem("roles", number, *wrong))
            held.add(user)
            continue
        ours = version.staff.get(role.lower())
        gone = STATUSES[status.lower()] == "gone"
        if not whole and (ours is not None or gone):
            changes.append(PlaceChange(user, Place(org, ours or "staff", key), gone, number))
        if not gone:
            known = found.setdefault(user, RolesOfUser(unsaid=not whole))
            _note_role(known, ours, role, org, key, whole=whole)
    return found, changes, held


def _note_role(known: RolesOfUser, ours: str | None, role: str, org: str, key: str, *, whole: bool) -> None:
    if ours is not None and whole:
        known.places.add(Place(org, ours, key))
    elif ours is None and role.lower() == "student":
        known.student, known.school = True, known.school or org


def _wrong_role(version: Version, key: str, status: str, user: str, role: str, org: str) -> tuple[str, str] | None:
    if not 0 < len(key) <= LONGEST_KEY:
        return "sourcedId", "no_key"
    if not user:
        return "userSourcedId", "no_key"
    if status.lower() not in STATUSES:
        return "status", "unknown_status"
    if STATUSES[status.lower()] == "gone":
        return None
    if role.lower() not in version.staff and role.lower() not in (version.student, *version.family):
        return "role", "unknown_role"
    if not org and role.lower() in version.staff:
        return "orgSourcedId", "no_place"
    return None
