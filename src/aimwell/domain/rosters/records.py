"""What a roster says, whatever file it came in: organisations, staff with their places, and, where kept, students.

A file's names for things (`sourcedId` and the like) are called keys. Field names follow 1EdTech OneRoster 1.1 (2017)
and 1.2 (2022), CSV binding; the words here are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["bulk", "delta", "absent"]
"""`bulk`: the whole list; who is not on it has left. `delta`: only what changed."""


@dataclass(frozen=True, slots=True)
class OrgRecord:
    """`kind`: district, segment, school; "above" for what stands over districts; "within" for parts of a school."""

    key: str
    name: str
    kind: str
    parent: str
    row: int = field(compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where somebody works and as what. `org` is the key of a record, later the reference of an organisation."""

    org: str
    role: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One member of staff. `places` is None where the file says nothing about them (a change of name alone)."""

    key: str
    email: str
    name: str
    places: tuple[Place, ...] | None
    row: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One row of roles.csv in a list of changes; `gone` where the place ended."""

    person: str
    place: Place
    gone: bool
    row: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A class: the people that a measure may count together. Its title names no student."""

    key: str
    title: str
    org: str


@dataclass(frozen=True, slots=True)
class StudentRecord:
    """All that is ever kept of a student. `digest` stands for the key and cannot be read back."""

    digest: str
    org: str
    grade: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One row that could not be taken as it stands, or a note on one that was.

    `value` is empty for every row that may be about a student. `aside`: the row was left out.
    """

    file: str
    row: int
    column: str
    code: str
    value: str = ""
    aside: bool = True


@dataclass(frozen=True, slots=True)
class Changes:
    """A list of changes beyond whole records: who ended, single places, and group members by student digest."""

    ended: frozenset[str] = frozenset()
    places: tuple[PlaceChange, ...] = ()
    joined: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster read. `held`: keys and addresses of people whose row has a problem, so that nobody ends by a slip.

    `seen` counts rows by what became of them: rows, staff, students, family, not_read.
    """

    form: str
    orgs: tuple[OrgRecord, ...]
    people: tuple[PersonRecord, ...]
    problems: tuple[Problem, ...]
    seen: Mapping[str, int]
    modes: Mapping[str, Mode]
    held: frozenset[str] = frozenset()
    groups: tuple[GroupRecord, ...] = ()
    students: tuple[StudentRecord, ...] = ()
    changes: Changes = Changes()
    not_read: tuple[str, ...] = ()
