"""School years: where a new one begins, and the same weeks of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np

from aimwell.domain.calendar.aggregate import aggregate

BEGINS = (8, 1)
"""Month and day from which dates count to the new school year, unless a district says otherwise."""
LATEST, LEAST_MATCHED = 8, 4
"""Values of today that are set beside last year, and how many that year must hold for its middle to mean anything."""
WEEKS = 52
"""The same weekday of the same week, one year earlier: 364 days, so that Mondays meet Mondays."""


def school_year(day: date, *, begins: tuple[int, int] = BEGINS) -> int:
    """The calendar year in which the school year of `day` began: 2026 for the year 2026-27."""
    return day.year if (day.month, day.day) >= begins else day.year - 1


def school_year_name(year: int) -> str:
    """ "2026-27"."""
    return f"{year}-{(year + 1) % 100:02d}"


def rollovers(dates: Sequence[date], *, begins: tuple[int, int] = BEGINS) -> tuple[date, ...]:
    """The first of `dates` in each school year but the first one: where a phase "new school year" could begin."""
    found, before = [], None
    for day in sorted(dates):
        year = school_year(day, begins=begins)
        if before is not None and year != before:
            found.append(day)
        before = year
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LastYear:
    """Values of the same stretch one year earlier. `centre`: their median or mean, None without any.

    `first`, `last`: the stretch asked for, a year back. `matched`: how many values it holds.
    """

    centre: float | None
    first: date
    last: date
    matched: int


def same_period_last_year(
    values: Sequence[tuple[date, float | None]],
    first: date,
    last: date,
    *,
    how: Literal["median", "mean"] = "median",
    within_days: int = 0,
) -> LastYear:
    """A baseline from the weeks that match `first` to `last`, 52 weeks earlier.

    `within_days` widens the stretch at both ends, for calendars that moved. Days since then are never part of it.
    """
    back = timedelta(weeks=WEEKS)
    start = first - back - timedelta(days=within_days)
    end = min(last - back + timedelta(days=within_days), first - timedelta(days=1))
    found = [value for day, value in values if start <= day <= end and value is not None and not np.isnan(value)]
    return LastYear(aggregate(found, how) if found else None, start, end, len(found))


def latest_last_year(values: Sequence[tuple[date, float | None]], *, within_days: int = 0) -> LastYear | None:
    """What the latest 8 values have to stand beside: those a year earlier, None where fewer than 4 were counted."""
    days = sorted(day for day, value in values if value is not None and not np.isnan(value))[-LATEST:]
    if not days:
        return None
    found = same_period_last_year(values, days[0], days[-1], within_days=within_days)
    return found if found.matched >= LEAST_MATCHED else None


def pairs_with_last_year(
    values: Sequence[tuple[date, float | None]], *, within_days: int = 3
) -> tuple[tuple[date, float, float], ...]:
    """(date, value, value one year earlier) for each value with one 52 weeks earlier, the nearest in `within_days`."""
    known = {day: value for day, value in values if value is not None and not np.isnan(value)}
    found = []
    for day, value in sorted(known.items()):
        wanted = day - timedelta(weeks=WEEKS)
        near = min(known, key=lambda other: (abs((other - wanted).days), other))
        if abs((near - wanted).days) <= within_days:
            found.append((day, value, known[near]))
    return tuple(found)
