"""Two groups over the same days: their numbers, the difference and the ratio, each with its interval."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, nan

import numpy as np

from aimwell.contexts.measures.models import Annotation
from aimwell.contexts.measures.queries.values import phases_of
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.equity.score import difference_interval, ratio_interval
from aimwell.domain.spc.reading import Reading, ReadingPoint

LATEST = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One group over some days: `count` out of `of` all together, or the mean of values where no wholes are known."""

    value: float
    count: float | None
    of: float | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """With the limits of its 95 % interval; None where the numbers of students are not known."""

    value: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Days:
    """Two groups from `first` to `last`; None for one without a value there."""

    first: date
    last: date
    a: Part | None
    b: Part | None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Compared(Days):
    """`difference`: a - b in the unit (points for percentages), `ratio`: a / b. None for what cannot be computed."""

    difference: Estimate | None = None
    ratio: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Stretches:
    """The dates of two stretches, one after the other. `reason`: of the phase that the second one is; empty where no
    phase is marked and they are the two halves.
    """

    before: tuple[date, ...]
    after: tuple[date, ...]
    reason: str


def latest_size(values: Sequence[Dated]) -> int | None:
    """How many one count looks at: the largest of the latest wholes. None where none is known."""
    wholes = [value.denominator for value in values if value.denominator is not None]
    return int(max(wholes[-LATEST:])) if wholes else None


def stretches_of(readings: Iterable[Reading], marks: Iterable[Annotation]) -> Stretches | None:
    """The latest phase and the one before it, else the second half and the first; None for fewer than two dates."""
    dates = sorted({point.on for reading in readings for point in counted(reading)})
    if len(dates) < 2:
        return None
    reasons = {bisect_left(dates, one.starts_on): one.label for one in phases_of(marks)}
    cuts = sorted(place for place in reasons if 0 < place < len(dates))
    cut = cuts[-1] if cuts else len(dates) // 2
    start = cuts[-2] if len(cuts) > 1 else 0
    return Stretches(tuple(dates[start:cut]), tuple(dates[cut:]), reasons[cut] if cuts else "")


def counted(reading: Reading) -> list[ReadingPoint]:
    return [point for point in reading.values if not point.excluded]


def part_of(reading: Reading, dates: Sequence[date]) -> Part | None:
    """One group from the first to the last of these dates; None without a value there."""
    return joined([point for point in counted(reading) if dates[0] <= point.on <= dates[-1]], unit=reading.unit)


def joined(points: Sequence[ReadingPoint], *, unit: str) -> Part | None:
    values = [point.value for point in points if point.value is not None]
    if not values:
        return None
    tops = [point.numerator for point in points if point.numerator is not None]
    wholes = [point.denominator for point in points if point.denominator is not None]
    if len(tops) < len(values) or len(wholes) < len(values) or not sum(wholes):
        return Part(sum(values) / len(values), None, None)
    factor = 100 if unit == "%" else 1
    return Part(factor * sum(tops) / sum(wholes), sum(tops), sum(wholes))


def days_of(a: Reading, b: Reading) -> list[Days]:
    """One for each period of either group, oldest first."""
    points, others = ({point.on: point for point in reading.points} for reading in (a, b))
    return [_days(on, points.get(on), others.get(on), unit=a.unit) for on in sorted({*points, *others})]


def _days(on: date, a: ReadingPoint | None, b: ReadingPoint | None, *, unit: str) -> Days:
    parts = [None if point is None else joined([point], unit=unit) for point in (a, b)]
    return Days(on, on, *parts, left_out=any(point is not None and point.excluded for point in (a, b)))


def compare(rows: Sequence[Days], *, unit: str) -> list[Compared]:
    """With intervals where both are shares with their wholes; all of them are computed together."""
    counts = np.array([_counts(row, unit=unit) for row in rows], dtype=np.float64).reshape(len(rows), 4).T
    limits = (*(100 * limit for limit in difference_interval(*counts)), *ratio_interval(*counts))
    return [_compared(row, [_known(limit[place]) for limit in limits]) for place, row in enumerate(rows)]


def _compared(row: Days, limits: Sequence[float | None]) -> Compared:
    difference = ratio = None
    if row.a is not None and row.b is not None:
        difference = Estimate(row.a.value - row.b.value, limits[0], limits[1])
        ratio = Estimate(row.a.value / row.b.value, limits[2], limits[3]) if row.b.value else None
    return Compared(row.first, row.last, row.a, row.b, row.left_out, difference, ratio)


def _counts(row: Days, *, unit: str) -> tuple[float, ...]:
    """Counts and wholes of two shares; NaN where these are no shares."""
    if row.a is None or row.b is None or not (is_share(row.a, unit=unit) and is_share(row.b, unit=unit)):
        return (nan,) * 4
    return tuple(nan if one is None else one for one in (row.a.count, row.a.of, row.b.count, row.b.of))


def is_share(part: Part, *, unit: str) -> bool:
    return unit == "%" and part.count is not None and part.of is not None and 0 <= part.count <= part.of


def _known(limit: float) -> float | None:
    return float(limit) if isfinite(limit) else None
