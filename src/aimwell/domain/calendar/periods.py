"""Days, weeks and months: which one a date belongs to, and many dated values into one a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate, aggregate, ratio

Period = Literal["day", "week", "month", "point"]
"""How often a value comes; `point` = in no fixed rhythm."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of one day. None = missing; `missing` says why."""

    on: date
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    missing: str = ""
    note: str = ""


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


def by_day(values: Sequence[Dated], *, how: Aggregate = "mean") -> tuple[Dated, ...]:
    """One value a day, in order."""
    return _grouped([(value.on, value) for value in values], how)


def by_week(values: Sequence[Dated], *, how: Aggregate = "mean") -> tuple[Dated, ...]:
    """One value a week, dated with its Monday."""
    return _grouped([(week_of(value.on), value) for value in values], how)


def by_month(values: Sequence[Dated], *, how: Aggregate = "mean") -> tuple[Dated, ...]:
    """One value a month, dated with its first day."""
    return _grouped([(month_of(value.on), value) for value in values], how)


def step_days(period: Period) -> int:
    return {"day": 1, "week": 7, "month": 30}.get(period, 1)


def rhythm(dates: Sequence[date]) -> Period:
    """The period that the usual distance between neighbours suggests; `point` for fewer than three dates."""
    ordered = sorted(set(dates))
    if len(ordered) < 3:
        return "point"
    usual = median((b - a).days for a, b in pairwise(ordered))
    if usual <= 3:
        return "day"
    if 5 <= usual <= 9:
        return "week"
    return "month" if 26 <= usual <= 35 else "point"


def _grouped(keyed: Sequence[tuple[date, Dated]], how: Aggregate) -> tuple[Dated, ...]:
    groups: dict[date, list[Dated]] = {}
    for start, value in keyed:
        groups.setdefault(start, []).append(value)
    return tuple(_one(start, groups[start], how) for start in sorted(groups))


def _one(start: date, values: Sequence[Dated], how: Aggregate) -> Dated:
    if len(values) == 1 and values[0].on == start and how != "sd" and _complete(values[0]):
        return values[0]
    return _joined(start, values, how)


def _complete(value: Dated) -> bool:
    """Needs no joining: a plain number, or a share without a second value beside it."""
    if value.denominator is None and value.numerator is None:
        return value.value is not None and value.value == value.value and not value.missing
    return value.numerator is not None and value.denominator is not None and value.value is None and not value.missing


def _joined(start: date, values: Sequence[Dated], how: Aggregate) -> Dated:
    """Sum / sum where rows have denominators, else `how` of the values; missing only when all are missing."""
    notes = "; ".join(dict.fromkeys(v.note for v in values if v.note))
    top, bottom = ratio((v.numerator for v in values), (v.denominator for v in values))
    if not np.isnan(bottom):
        return Dated(start, None, top, bottom, note=notes)
    value = aggregate((v.value for v in values), how)
    if not np.isnan(value):
        return Dated(start, value, note=notes)
    reasons = "; ".join(dict.fromkeys(v.missing for v in values if v.missing))
    return Dated(start, missing=reasons, note=notes)
