"""Long stretches without points: where the line of a chart must break, and what to call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from aimwell.domain.calendar.periods import Period, step_days

_JOINED: dict[Period, int] = {"day": 7, "week": 10, "month": 31, "point": 14}
_UNSHADED: dict[Period, int] = {"day": 14, "week": 17, "month": 62, "point": 14}


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
    By week or month: a whole period is absent, shaded from two on, or when a closure names it.
    """
    found = []
    for after, before in pairwise(dates):
        distance = (before - after).days
        if distance <= _JOINED[period]:
            continue
        name = _name(after, before, closures)
        half = timedelta(days=step_days(period) // 2)
        start, end = after + half, before - half
        shaded = bool(name) or distance > _UNSHADED[period]
        found.append(Break(after, before, start, max(start, end), name, shaded))
    return tuple(found)


def _name(after: date, before: date, closures: Sequence[Closure]) -> str:
    """The name of the closure that covers most of the days between."""
    best, name = 0, ""
    for closure in closures:
        shared = (min(closure.end, before) - max(closure.start, after)).days + 1
        if shared > best:
            best, name = shared, closure.name
    return name
