"""From values and dates to places on a picture, and where the ticks go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, isfinite, log10

LARGEST = 1e307
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: `low` at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        if share <= 0.0:
            return self.start
        return self.end if share >= 1.0 else self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Values of the grid lines, ascending, and their decimals."""

    values: tuple[float, ...]
    decimals: int


def value_ticks(values: Sequence[float], *, unit: str = "") -> Ticks:
    """Four to six round values around `values`. Shares stay within 0 and 100, amounts do not go below 0."""
    low, high = _room(values)
    step = _step(high / MOST_STEPS - low / MOST_STEPS)
    if all(value == round(value) for value in values if isfinite(value)):
        step = max(step, 1.0)
    first, last = floor(low / step), ceil(high / step)
    if low / step - first < 0.15 and low > 0:
        first -= 1
    if last - high / step < 0.05 and not (unit == "%" and last * step >= 100):
        last += 1
    while last - first > MOST_STEPS:
        step = _step(step * 1.01)
        first, last = floor(low / step), ceil(high / step)
    while last - first < 3:
        first, last = first - (low > 0 or first > 0 or low < 0), last + 1
    if min(values, default=0) >= 0:
        first = max(0, first)
    if unit == "%" and max(values, default=0) <= 100:
        last = min(last, ceil(100 / step))
    ticks = tuple(_tidy(k * step) for k in range(first, last + 1))
    return Ticks(ticks, _decimals(step))


def date_ticks(dates: Sequence[date], x: Scale, label_width: float) -> list[date]:
    """First and last date, and dates between them that leave room for their labels."""
    if len(dates) < 2:
        return list(dates)
    room = label_width + 14
    count = max(1, min(6, int((x.end - x.start) // (room * 1.35))))
    last = dates[-1]
    ordinals = [day.toordinal() for day in dates]
    chosen = [dates[0]] if x(last.toordinal()) - x(dates[0].toordinal()) >= room else []
    for k in range(1, count):
        near = _nearest(ordinals, ordinals[0] + (ordinals[-1] - ordinals[0]) * k / count)
        at = x(ordinals[near])
        clear = not chosen or at - x(chosen[-1].toordinal()) >= room
        if clear and x(last.toordinal()) - at >= room:
            chosen.append(dates[near])
    return [*chosen, last]


def _nearest(ascending: Sequence[int], wanted: float) -> int:
    """Place of the number nearest to `wanted`; of two, the first."""
    after = bisect_left(ascending, wanted)
    if after and (after == len(ascending) or wanted - ascending[after - 1] <= ascending[after] - wanted):
        return after - 1
    return after


def month_ticks(first: date, last: date, x: Scale, label_width: float) -> list[date]:
    """First days of months, every 1, 2, 3, 6, 12 or more months, with room for their labels."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    fit = max(1, int((x.end - x.start) // (label_width + 26)))
    every = next((n for n in (1, 2, 3, 6, 12, 24, 60, 120) if months / n <= fit), 240)
    found = []
    for k in range(months + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + k, 12)
        if year > 9999 or (month % every if every <= 12 else month or year % (every // 12)):
            continue
        day = date(year, month + 1, 1)
        if first <= day <= last:
            found.append(day)
    return found or [first]


def _room(values: Sequence[float]) -> tuple[float, float]:
    """Lowest and highest, opened when they are equal or nearly so."""
    finite = [min(LARGEST, max(-LARGEST, value)) for value in values if isfinite(value)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    size = max(abs(low), abs(high))
    if high - low <= 1e-9 * size or high - low < 1e-290:
        half = size * 0.1 or 1.0
        half = max(half, 1e-280)
        return low - half, high + half
    return low, high


def _step(raw: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not below `raw`."""
    exponent = floor(log10(raw))
    base = 10.0**exponent
    return next((m * base for m in (1, 2, 5, 10) if m * base >= raw * (1 - 1e-12)), 10 * base)


def _decimals(step: float) -> int:
    return min(12, max(0, -floor(log10(step) + 1e-9)))


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
