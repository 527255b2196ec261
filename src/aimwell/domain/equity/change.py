"""How far a level moved between two stretches of time, beside the ups and downs of single periods."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, pi, sqrt
from typing import Literal

import numpy as np

from aimwell.domain.equity.groups import Floats

ENOUGH = 5
"""Periods in each stretch; with fewer it is too early to say."""
NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)
Moved = Literal["higher", "lower", "unclear", "early"]


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `after` with the 95 % interval of after less before; None when it is too early for one."""

    before: float
    after: float
    lower: float | None = None
    upper: float | None = None

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def moved(self) -> Moved:
        if self.lower is None or self.upper is None:
            return "early"
        return "higher" if self.lower > 0 else "lower" if self.upper < 0 else "unclear"


def change_of_values(level: tuple[float, float], before: Floats, after: Floats) -> Change:
    """`level`: both stretches as a whole. `before`, `after`: values of single periods, NaN = missing.

    Interval by Welch's t (1947): the same students are counted again and again, so the variation from period to period
    says more than the number of counts.
    """
    old, new = (_known(values) for values in (before, after))
    if min(old.size, new.size) < ENOUGH:
        return Change(*level)
    half = _half_width(old, new)
    moved = level[1] - level[0]
    return Change(*level, moved - half, moved + half)


def _known(values: Floats) -> Floats:
    found: Floats = values[~np.isnan(values)]
    return found


def _half_width(old: Floats, new: Floats) -> float:
    parts = [float(values.var(ddof=1)) / values.size for values in (old, new)]
    total = sum(parts)
    if total == 0:
        return 0.0
    freedom = total**2 / sum(part**2 / (values.size - 1) for part, values in zip(parts, (old, new), strict=True))
    return t_quantile(0.975, freedom) * sqrt(total)


def t_quantile(p: float, freedom: float) -> float:
    """Student's t for p over 0.5, by halving its distribution; good to about 1e-11 for up to 200 degrees of freedom."""
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        if _above_half(middle, freedom) < p - 0.5:
            low = middle
        else:
            high = middle
    return sqrt(freedom) * float(np.tan(low))


def _above_half(angle: float, freedom: float) -> float:
    """Chance between 0 and sqrt(freedom) tan(angle): an integral of a power of the cosine."""
    constant = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(pi)
    heights = np.cos((NODES + 1) * angle / 2) ** (freedom - 1)
    return constant * angle / 2 * float(WEIGHTS @ heights)
