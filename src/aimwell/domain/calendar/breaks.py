"""Long stretches without points: where the line of a chart must break, and what to call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from aimwell.domain.calendar.periods import Period, step_days

_JOINED: dict[Period, int] = {"day": 7, "week": 10, "month": 31, "point": 14}
_UNSHADED: dict[Period, int] = {"day": 14, "week": 17, "month": 62, "point": 14}
EVEN = 3
"""Equal distances in a row that make a rhythm of their own."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Days without school, both ends included."""

    start: date
    end: date
    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """No points between two neighbours. `start` and `end` bound the pale band; `shaded` off: only the line
    breaks."""

    after: date
    before: date
    start: date
    end: date
    name: str
    shaded: bool


def find_breaks(dates: Sequence[date], period: Period, closures: Sequence[Closure] = ()) -> tuple[Break, ...]:
    """Breaks between neighbouring `dates` (sorted, those with a value).

    By day: more than a week apart, shaded from more than 14 days on. Without a rhythm: more than 14 days.
    By week or month: a whole period is absent, shaded from two on, or when a closure names it. Weeks that are left out
    evenly, every other or three of four, are absent by choice: the line goes on.
    """
    found = []
    even = _even(dates) if period == "week" else frozenset()
    for after, before in pairwise(dates):
        distance = (before - after).days
        if distance <= _JOINED[period] or before in even:
            continue
        name = _name(after, before, closures)
        half = timedelta(days=step_days(period) // 2)
        start, end = after + half, before - half
        shaded = bool(name) or distance > _UNSHADED[period]
        found.append(Break(after, before, start, max(start, end), name, shaded))
    return tuple(found)


def _even(dates: Sequence[date]) -> frozenset[date]:
    """Those that end one of `EVEN` or more equal distances in a row, of two weeks or of four."""
    found: set[date] = set()
    for distance, same in groupby(pairwise(dates), key=lambda pair: (pair[1] - pair[0]).days):
        ends = [before for _, before in same]
        if distance in (14, 28) and len(ends) >= EVEN:
            found.update(ends)
    return frozenset(found)


def _name(after: date, before: date, closures: Sequence[Closure]) -> str:
    """The name of the closure that covers most of the days between."""
    best, name = 0, ""
    for closure in closures:
        shared = (min(closure.end, before) - max(closure.start, after)).days + 1
        if shared > best:
            best, name = shared, closure.name
    return name
