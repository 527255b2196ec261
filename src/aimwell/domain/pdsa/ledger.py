"""What the chances that one person gave came to, for that person alone (products N-1).

A forecast is a locked prediction of a finished cycle. Where it carries a chance, it counts for the mean squared
distance of Brier (1950): (chance - 1)^2 where it held, chance^2 where it did not. Of ranges it is told how many held.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aimwell.domain.pdsa.predictions import Kind

FEWEST = 10
"""With fewer, a single forecast would be more than a tenth of the number."""
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Forecast:
    """`held` is None where nothing was counted; `chance` is in percent, None where none was given."""

    kind: Kind
    chance: int | None = None
    held: bool | None = None

    @property
    def weighs(self) -> bool:
        """Whether chance and outcome are both known."""
        return self.chance is not None and self.held is not None


@dataclass(frozen=True, slots=True)
class Tenth:
    """Forecasts that were called about `tenth` in 10, and how many of them held."""

    tenth: int
    count: int
    held: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.held, self.count)


@dataclass(frozen=True, slots=True)
class Ledger:
    """`with_chance` and `ranges` are those with a count. `expected`: how many would hold by the chances given."""

    all: int
    counted: int
    with_chance: int
    held: int
    expected: Fraction
    brier: Fraction | None
    ranges: int
    ranges_held: int
    tenths: tuple[Tenth, ...]

    @property
    def enough(self) -> bool:
        return self.with_chance >= FEWEST

    @property
    def enough_ranges(self) -> bool:
        return self.ranges >= FEWEST


def ledger(forecasts: Iterable[Forecast]) -> Ledger:
    rows = tuple(forecasts)
    weighed = [row for row in rows if row.weighs]
    ranges = [row for row in rows if row.kind is Kind.RANGE and row.held is not None]
    return Ledger(
        all=len(rows),
        counted=sum(row.held is not None for row in rows),
        with_chance=len(weighed),
        held=sum(bool(row.held) for row in weighed),
        expected=sum((_share(row) for row in weighed), Fraction(0)),
        brier=brier(weighed),
        ranges=len(ranges),
        ranges_held=sum(bool(row.held) for row in ranges),
        tenths=calibration(weighed),
    )


def brier(forecasts: Sequence[Forecast]) -> Fraction | None:
    """The mean of (p - o)^2, exact; None without a forecast that has both (Brier, 1950)."""
    weighed = [row for row in forecasts if row.weighs]
    if not weighed:
        return None
    return sum(((_share(row) - bool(row.held)) ** 2 for row in weighed), Fraction(0)) / len(weighed)


def calibration(forecasts: Iterable[Forecast]) -> tuple[Tenth, ...]:
    """By the nearest tenth of the chance, from 0 to 10 in 10; tenths that nobody used are left out."""
    found: dict[int, list[bool]] = {}
    for row in forecasts:
        if row.weighs:
            found.setdefault(nearest_tenth(row.chance or 0), []).append(bool(row.held))
    return tuple(Tenth(tenth, len(held), sum(held)) for tenth, held in sorted(found.items()))


def nearest_tenth(chance: int) -> int:
    """Percent as "so many in 10"; the middle between two goes up: 75 is 8 in 10."""
    return (chance + 5) // TENTHS


def _share(row: Forecast) -> Fraction:
    return Fraction(row.chance or 0, 100)
