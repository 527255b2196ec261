"""Under which conditions a thread was tested, where it held, and what to test before it spreads (products N-3).

Spreading goes in steps of about five (S2 R-30): 1, 5, 25. Nothing here is a percentage, and nothing compares teams.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.pdsa.ramps import Thread

NEEDED_SETTINGS = 3
NEEDED_TEACHERS = 2
SPREAD = (1, 5, 25)


class Kind(StrEnum):
    ROOM = "room"
    GRADE = "grade"
    TEACHER = "teacher"
    TIME = "time"
    GROUP = "group"
    MATERIAL = "material"
    SCHOOL = "school"
    OTHER = "other"


TEAM_ONLY = frozenset({Kind.ROOM, Kind.TEACHER, Kind.GROUP, Kind.OTHER})
"""Kinds that may point at one teacher, one room or a few students; what a team calls its own kind may be any of it."""


class Seen(StrEnum):
    """What came out under a condition. TRIED: it ran and nothing could be compared."""

    HELD = "held"
    BELOW = "below"
    ABOVE = "above"
    TRIED = "tried"
    PLANNED = "planned"


COMPARED = frozenset({Seen.HELD, Seen.BELOW, Seen.ABOVE})


class Why(StrEnum):
    """Why a condition comes next: one other value of its kind was tried, nobody tried it, or it never held."""

    ONE_VALUE = "one_value"
    UNTRIED = "untried"
    NEVER_HELD = "never_held"


@dataclass(frozen=True, slots=True)
class Condition:
    """One value on the team's list, such as Room 12. `own`: what the team calls a kind of its own."""

    id: str
    text: str
    kind: Kind = Kind.OTHER
    own: str = ""

    @property
    def family(self) -> tuple[Kind, str]:
        return self.kind, self.own.casefold() if self.kind is Kind.OTHER else ""


@dataclass(frozen=True, slots=True)
class Test:
    """One cycle ran, or will run, under one condition."""

    __test__ = False  # not a test of this program

    cycle: str
    condition: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Column:
    """A cycle of the main line with the branches that leave from it: "2, 2b"."""

    label: str
    cycles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A condition and what came out under it, one cell a column; a cell holds one mark a cycle."""

    condition: Condition
    cells: tuple[tuple[Seen, ...], ...]
    seen: tuple[Seen, ...]

    @property
    def held(self) -> int:
        return self.seen.count(Seen.HELD)

    @property
    def compared(self) -> int:
        return sum(one in COMPARED for one in self.seen)

    @property
    def planned(self) -> bool:
        return Seen.PLANNED in self.seen

    @property
    def ran(self) -> bool:
        return any(one is not Seen.PLANNED for one in self.seen)


@dataclass(frozen=True, slots=True)
class Next:
    """What to test next. `instead_of`: the one value of its kind that was tried so far."""

    condition: Condition
    why: Why
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Settings where it held and teachers with whom it held. `teachers_known`: whether any test names its teacher."""

    settings: tuple[str, ...]
    teachers: tuple[str, ...]
    teachers_known: bool

    @property
    def ready(self) -> bool:
        return len(self.settings) >= NEEDED_SETTINGS and len(self.teachers) >= NEEDED_TEACHERS


@dataclass(frozen=True, slots=True)
class Coverage:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    next: Next | None
    readiness: Readiness


def columns_of(thread: Thread) -> tuple[Column, ...]:
    """One column for each cycle of the main line; a branch, however long, stands with the cycle it leaves from."""
    line: dict[str, str] = {step.cycle.id: step.cycle.id for step in thread.main}
    for step in thread.steps:
        if step.cycle.id not in line:
            line[step.cycle.id] = line.get(step.cycle.follows, step.cycle.id)
    held: dict[str, list[tuple[str, str]]] = {}
    for step in thread.steps:
        held.setdefault(line[step.cycle.id], []).append((step.label, step.cycle.id))
    return tuple(
        Column(", ".join(label for label, _ in steps), tuple(cycle for _, cycle in steps)) for steps in held.values()
    )


def coverage(thread: Thread, conditions: Sequence[Condition], tests: Iterable[Test]) -> Coverage:
    """The map of one thread. `conditions`: the team's list in the order in which it was written."""
    columns = columns_of(thread)
    found: dict[str, dict[str, list[Seen]]] = {}
    for test in tests:
        found.setdefault(test.condition, {}).setdefault(test.cycle, []).append(test.seen)
    rows = tuple(_row(condition, columns, found.get(condition.id, {})) for condition in conditions)
    return Coverage(columns, rows, next_test(rows), readiness(rows))


def _row(condition: Condition, columns: Sequence[Column], by_cycle: dict[str, list[Seen]]) -> Row:
    cells = tuple(tuple(seen for cycle in column.cycles for seen in by_cycle.get(cycle, ())) for column in columns)
    return Row(condition, cells, tuple(seen for cell in cells for seen in cell))


def next_test(rows: Sequence[Row]) -> Next | None:
    """The printed rule: first what nobody tried, before all where one single value of its kind was tried; then what
    was tried and never held; then the order of the list. What is planned is on its way and is not proposed.
    """
    ran: dict[tuple[Kind, str], list[str]] = {}
    for row in rows:
        if row.ran:
            ran.setdefault(row.condition.family, []).append(row.condition.text)
    best: tuple[int, Next] | None = None
    for row in rows:
        found = None if row.planned else _proposal(row, ran.get(row.condition.family, []))
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else None


def _proposal(row: Row, ran: list[str]) -> tuple[int, Next] | None:
    if not row.ran:
        one = len(ran) == 1
        return (0, Next(row.condition, Why.ONE_VALUE, ran[0])) if one else (1, Next(row.condition, Why.UNTRIED))
    return None if row.held else (2, Next(row.condition, Why.NEVER_HELD))


def readiness(rows: Iterable[Row]) -> Readiness:
    """The rule of spreading: held in three settings, at least one with another teacher."""
    all_rows = list(rows)
    held = [row.condition for row in all_rows if row.held]
    return Readiness(
        settings=tuple(one.text for one in held if one.kind is Kind.ROOM),
        teachers=tuple(one.text for one in held if one.kind is Kind.TEACHER),
        teachers_known=any(row.ran for row in all_rows if row.condition.kind is Kind.TEACHER),
    )


def next_size(now: int) -> int:
    """How many come after `now` when it spreads; the last step stays."""
    return next((size for size in SPREAD if size > now), SPREAD[-1])
