"""What a person decided about a table, and what becomes of a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from aimwell.domain.tables.columns import Role

Duplicates = Literal["out", "first", "last", "add"]
Step = Literal["day", "week", "month"]
LONGEST_NAME = 120


class Accepted(NamedTuple):
    """A row that can go in. `row` counts from 1 in the file."""

    row: int
    series: str
    on: date
    value: float | None
    numerator: float | None
    denominator: float | None
    missing: str


class Rejected(NamedTuple):
    """A row kept aside: `code` names the reason (words.errors or words.files), `data` its facts."""

    row: int
    column: int
    value: str
    code: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided. `roles` one for each column; `missing` maps words to reasons ("" = leave out).

    `starts` and `step` date the rows of a table without dates, the first row first.
    `signed`: values below zero may be; `percent`: count and whole make a share.
    """

    roles: tuple[Role, ...]
    missing: Mapping[str, str] = field(default_factory=dict)
    duplicates: Duplicates = "out"
    swap: bool = False
    starts: date | None = None
    step: Step = "week"
    signed: bool = False
    percent: bool = True

    def at(self, role: Role) -> int | None:
        return self.roles.index(role) if role in self.roles else None
