"""Days in session: how many school days a week, a month or a term really has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated, Period, by_day, by_month, by_week, month_of, week_of

WEEKDAYS = frozenset(range(5))
"""Monday (0) to Friday."""
_JOINED = {"week": by_week, "month": by_month}


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """When school is in session: on `weekdays` (Monday is 0) that no closure covers, and on the days in `added`."""

    weekdays: frozenset[int] = WEEKDAYS
    closures: tuple[Closure, ...] = ()
    added: frozenset[date] = frozenset()

    def in_session(self, day: date) -> bool:
        if day in self.added:
            return True
        return day.weekday() in self.weekdays and not any(c.start <= day <= c.end for c in self.closures)

    def count(self, first: date, last: date) -> int:
        """Days in session from `first` to `last`, both included."""
        return sum(self.in_session(day) for day in days(first, last))


def days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=k) for k in range((last - first).days + 1))


def period_end(start: date, period: Period) -> date:
    """Last day of the day, week or month that `start` begins; itself for points without a rhythm."""
    if period == "week":
        return week_of(start) + timedelta(days=6)
    if period == "month":
        return month_of(month_of(start) + timedelta(days=31)) - timedelta(days=1)
    return start


def per_session(values: Sequence[Dated], school: SchoolDays, period: Period) -> tuple[Dated, ...]:
    """Counts of periods as counts per day in session: each value becomes a numerator over its period's days.

    A period without any day in session is missing, whatever was counted.
    """
    return tuple(_over(value, school.count(value.on, period_end(value.on, period))) for value in values)


def counts_per_session(values: Sequence[Dated], school: SchoolDays, period: Period) -> tuple[Dated, ...]:
    """Counts of rooms and days first added up by `period`, then set over its days in session."""
    return per_session(_JOINED.get(period, by_day)(values, how="sum"), school, period)


def sessions_between(starts: Sequence[date], school: SchoolDays) -> tuple[int, ...]:
    """Days in session from each date to the day before the next: one fewer than `starts`."""
    return tuple(school.count(first, after - timedelta(days=1)) for first, after in pairwise(starts))


def _over(value: Dated, sessions: int) -> Dated:
    counted = value.value if value.value is not None else value.numerator
    if sessions == 0:
        return replace(value, value=None, numerator=None, denominator=None)
    return replace(value, value=None, numerator=counted, denominator=None if counted is None else float(sessions))
