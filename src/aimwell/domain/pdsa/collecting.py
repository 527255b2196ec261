"""Counts that were planned beside counts that came in; what was really done; the same work read by two people.

A count that is missing is missing, never zero (S1 R-29). Nothing here makes a share of who did as planned: a change
that was adapted is told in words (S0 R-16).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.errors import Refused
from aimwell.domain.theory.agreement import Agreement, agreement

MOST_DAYS = 60
MOST_PEOPLE = 30
LONGEST_NAME = 80
MOST_PIECES = 30
MOST_CODES = 8
READERS = 2
Span = tuple[datetime.date, datetime.date]


class Cell(StrEnum):
    IN = "in"
    MISSED = "missed"
    OPEN = "open"
    """Planned, and nothing has come in yet."""
    NONE = "none"
    """Nothing was planned."""


@dataclass(frozen=True, slots=True)
class Came:
    """One line of Do: a count, or a count that did not come in and why."""

    who: str
    day: datetime.date
    counted: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    day: datetime.date
    state: Cell
    why: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    who: str
    cells: tuple[GridCell, ...]

    def _in(self, state: Cell) -> tuple[GridCell, ...]:
        return tuple(cell for cell in self.cells if cell.state is state)

    @property
    def planned(self) -> int:
        return sum(cell.state is not Cell.NONE for cell in self.cells)

    @property
    def received(self) -> int:
        return len(self._in(Cell.IN))

    @property
    def missed(self) -> tuple[GridCell, ...]:
        return self._in(Cell.MISSED)

    @property
    def open(self) -> tuple[GridCell, ...]:
        return self._in(Cell.OPEN)


@dataclass(frozen=True, slots=True)
class Grid:
    """`beside`: counts that came in although nobody planned them."""

    days: tuple[datetime.date, ...]
    rows: tuple[GridRow, ...]
    beside: int = 0

    @property
    def planned(self) -> int:
        return sum(row.planned for row in self.rows)

    @property
    def received(self) -> int:
        return sum(row.received for row in self.rows)


def same_name(who: str) -> str:
    """Two ways to write one room: "room  12" is "Room 12"."""
    return " ".join(who.split()).casefold()


def grid(planned: Mapping[str, Iterable[datetime.date]], came: Iterable[Came]) -> Grid:
    """People by days. A day with a count has it in, also where somebody wrote before that it would not come."""
    counted: dict[tuple[str, datetime.date], int] = {}
    why: dict[tuple[str, datetime.date], str] = {}
    for one in came:
        at = (same_name(one.who), one.day)
        if one.counted:
            counted[at] = counted.get(at, 0) + 1
        else:
            why.setdefault(at, one.why)
    days = tuple(sorted({day for own in planned.values() for day in own}))
    rows = tuple(_row(who, frozenset(own), days, counted, why) for who, own in planned.items())
    known = {(same_name(who), day) for who, own in planned.items() for day in own}
    return Grid(days, rows, sum(n for at, n in counted.items() if at not in known))


def _row(
    who: str,
    own: frozenset[datetime.date],
    days: Sequence[datetime.date],
    counted: Mapping[tuple[str, datetime.date], int],
    why: Mapping[tuple[str, datetime.date], str],
) -> GridRow:
    def cell(day: datetime.date) -> GridCell:
        at = (same_name(who), day)
        if day not in own:
            return GridCell(day, Cell.NONE)
        if at in counted:
            return GridCell(day, Cell.IN)
        return GridCell(day, Cell.MISSED, why[at]) if at in why else GridCell(day, Cell.OPEN)

    return GridRow(who, tuple(cell(day) for day in days))


def planned_days(
    first: datetime.date, last: datetime.date, weekdays: Iterable[int], closed: Iterable[Span] = ()
) -> tuple[datetime.date, ...]:
    """Days of these weekdays (0 is Monday), without those on which there is no school.

    Raises Refused: "plan_backwards", "plan_without_days", "plan_too_long".
    """
    if last < first:
        raise Refused("plan_backwards")
    wanted, shut = frozenset(weekdays), tuple(closed)
    if (last - first).days > 366:
        raise Refused("plan_too_long", most=MOST_DAYS)
    span = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    found = tuple(day for day in span if day.weekday() in wanted and not any(a <= day <= b for a, b in shut))
    if not found:
        raise Refused("plan_without_days")
    return checked_days(found)


def checked_days(days: Iterable[datetime.date]) -> tuple[datetime.date, ...]:
    """Each once, in their order. Raises Refused: "plan_without_days", "plan_too_long"."""
    found = tuple(sorted(set(days)))
    if not found:
        raise Refused("plan_without_days")
    if len(found) > MOST_DAYS:
        raise Refused("plan_too_long", most=MOST_DAYS)
    return found


def people_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Rooms or codes of teachers, each once. Raises Refused: plan_without_people, name_too_long, plan_too_many."""
    found: dict[str, str] = {}
    for line in lines:
        if name := " ".join(line.split()):
            found.setdefault(same_name(name), name)
    if not found:
        raise Refused("plan_without_people")
    if any(len(name) > LONGEST_NAME for name in found.values()):
        raise Refused("name_too_long", most=LONGEST_NAME)
    if len(found) > MOST_PEOPLE:
        raise Refused("plan_too_many", most=MOST_PEOPLE)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Together:
    """Rooms where the same was done, and the sum of their middle counts; None where a room of them has no count."""

    rooms: tuple[str, ...]
    count: int | None
    out_of: int | None


def together(rooms: Sequence[str], middles: Mapping[str, tuple[int, int]]) -> Together:
    """`middles`: by the name of a room its middle count and the whole. Rooms without a count are not in the sum."""
    by_name = {same_name(name): pair for name, pair in middles.items()}
    found = [by_name[same_name(name)] for name in rooms if same_name(name) in by_name]
    if not found:
        return Together(tuple(rooms), None, None)
    return Together(tuple(rooms), sum(count for count, _all in found), sum(whole for _count, whole in found))


def codes_of(lines: Iterable[str]) -> tuple[str, ...]:
    """What a piece of work may be judged as; the first is the one that is counted. Raises Refused: "codes_needed"."""
    found = tuple(dict.fromkeys(name for line in lines if (name := " ".join(line.split()))))
    if not 2 <= len(found) <= MOST_CODES:
        raise Refused("codes_needed", most=MOST_CODES)
    return found


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """Both people's codes by piece (1 to `pieces`), and what was agreed in a talk. The talk comes before all."""

    pieces: int
    codes: int
    first: Mapping[int, int]
    second: Mapping[int, int]
    agreed: Mapping[int, int]

    @property
    def final(self) -> dict[int, int | None]:
        return {piece: self._final(piece) for piece in range(1, self.pieces + 1)}

    def _final(self, piece: int) -> int | None:
        if piece in self.agreed:
            return self.agreed[piece]
        one, other = self.first.get(piece), self.second.get(piece)
        return one if one == other else None

    @property
    def differ(self) -> tuple[int, ...]:
        """Pieces that are still to be talked over."""
        return tuple(piece for piece, code in self.final.items() if code is None)

    @property
    def settled(self) -> bool:
        return not self.differ

    @property
    def counted(self) -> int:
        """How many are of the first code."""
        return sum(code == 0 for code in self.final.values())

    @property
    def agreement(self) -> Agreement[int]:
        """Of what each said alone: the talk is left out."""
        both = [(self.first[piece], self.second[piece]) for piece in sorted(self.first) if piece in self.second]
        return agreement(both, range(self.codes))
