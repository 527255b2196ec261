"""What a target asks for, beside how far the same numbers moved before (products N-15). Facts, never a verdict.

Each end of a stretch is the middle of three counts that stand next to each other, so that one odd week makes no
stretch. Stretches may overlap. Nothing here says why the numbers moved.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from aimwell.domain.theory.aims import Direction

Values = Sequence[tuple[date, float]]
ENOUGH = 3
"""Fewer stretches than this say nothing about what is usual."""
LOOSE = 0.1
"""A stretch may be a tenth longer than the aim, and at least a week, for counts come as they come."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`asked` over `days`. `moves`: how far the numbers came in each stretch as long as that, in the order of time;
    more is nearer to what is good. `covers`: days of history. `so_far`: how far they came from its first to its last
    count; None with fewer than two.
    """

    asked: float
    days: int
    moves: tuple[float, ...]
    covers: int
    so_far: float | None

    @property
    def enough(self) -> bool:
        return len(self.moves) >= ENOUGH

    @property
    def as_far(self) -> int:
        """In how many stretches it moved at least as far as the target asks."""
        return sum(move >= self.asked - 1e-9 for move in self.moves)

    @property
    def a_week(self) -> float:
        return self.asked / self.days * 7

    @property
    def middle(self) -> float:
        return median(self.moves)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` on `first` to `target` on `last`."""

    start: float
    first: date
    target: float
    last: date


def pace(values: Values, span: Span, direction: Direction) -> Pace | None:
    """`values` by date, the oldest first. None where no direction is good, or the target lies where it began."""
    sign = {Direction.UP: 1, Direction.DOWN: -1, Direction.NEITHER: 0}[direction]
    asked, days = sign * (span.target - span.start), (span.last - span.first).days
    if asked <= 0 or days <= 0:
        return None
    calm = smoothed(values)
    covers = (calm[-1][0] - calm[0][0]).days if calm else 0
    so_far = sign * (calm[-1][1] - calm[0][1]) if len(calm) > 1 else None
    return Pace(asked, days, tuple(sign * move for move in stretches(calm, days)), covers, so_far)


def smoothed(values: Values) -> list[tuple[date, float]]:
    """Each value as the middle of three neighbours; the first and the last count only help theirs."""
    if len(values) < 3:
        return list(values)
    threes = zip(values, values[1:], values[2:], strict=False)
    return [(middle[0], median((one[1], middle[1], other[1]))) for one, middle, other in threes]


def stretches(values: Values, days: int) -> list[float]:
    """Last less first value of each stretch of about `days`, one for each value that has a partner that much later."""
    dates = [on for on, _ in values]
    most = timedelta(days=days + max(7, round(days * LOOSE)))
    found = []
    for on, value in values:
        place = bisect_left(dates, on + timedelta(days=days))
        if place < len(dates) and dates[place] <= on + most:
            found.append(values[place][1] - value)
    return found
