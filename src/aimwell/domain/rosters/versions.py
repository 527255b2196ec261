"""How OneRoster 1.1 and 1.2 differ, as data (1EdTech OneRoster CSV binding, 2017 and 2022)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STAFF_ROLES = ("teacher", "aide", "administrator", "principal", "counselor", "proctor", "staff")
"""Our own words for what somebody does at a school. None of them opens anything by itself."""

STATUSES = {"": "active", "active": "active", "tobedeleted": "gone", "inactive": "gone"}
"""`inactive` was dropped after OneRoster 1.0 and still comes."""

ORG_KINDS = {
    "national": "above",
    "state": "above",
    "local": "district",
    "district": "district",
    "school": "school",
    "department": "within",
}

LONGEST_KEY = 255
"""As in the specification."""

_SHARED_STAFF = {"administrator": "administrator", "aide": "aide", "proctor": "proctor", "teacher": "teacher"}
_FAMILY = ("guardian", "parent", "relative")
_COMMON = {
    "orgs": ("sourcedId", "name", "type"),
    "classes": ("sourcedId", "title", "schoolSourcedId"),
    "enrollments": ("sourcedId", "classSourcedId", "userSourcedId"),
    "academicSessions": ("sourcedId",),
}


@dataclass(frozen=True, slots=True)
class Version:
    """`staff`: role words of the file (small letters) and ours. `needed`: columns that a file cannot do without.

    `places_in`: the file that says who works where.
    """

    name: str
    staff: Mapping[str, str]
    places_in: str
    needed: Mapping[str, tuple[str, ...]]
    family: tuple[str, ...] = _FAMILY
    student: str = "student"


VERSIONS = {
    "1.1": Version(
        name="1.1",
        staff=_SHARED_STAFF,
        places_in="users",
        needed=_COMMON | {"users": ("sourcedId", "orgSourcedIds", "role", "givenName", "familyName")},
    ),
    "1.2": Version(
        name="1.2",
        staff={
            "aide": "aide",
            "counselor": "counselor",
            "districtadministrator": "administrator",
            "principal": "principal",
            "proctor": "proctor",
            "siteadministrator": "administrator",
            "systemadministrator": "administrator",
            "teacher": "teacher",
        },
        places_in="roles",
        needed=_COMMON
        | {
            "users": ("sourcedId", "givenName", "familyName"),
            "roles": ("sourcedId", "userSourcedId", "role", "orgSourcedId"),
        },
    ),
}

STUDENT_FILES = ("academicSessions", "classes", "enrollments")
"""Read only where an organisation keeps students. demographics.csv is never opened."""
