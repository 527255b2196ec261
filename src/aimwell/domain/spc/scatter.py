"""Two measures of the same days or groups beside each other. What goes together is not what brings about what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, isfinite, sqrt, tanh

import numpy as np

from aimwell.domain.spc.overdispersion import average_ranks
from aimwell.domain.spc.panels import Floats

FEWEST = 8
"""Pairs below which no coefficient is given: a few points make almost any."""
_Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Pair:
    """`label`: the date or the group the two values belong to."""

    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scatter:
    """`pearson`, `spearman`: None below 8 pairs or when one measure never changes.

    `interval`: of Pearson's coefficient, 95 %, by Fisher's z (1921). `left_out`: pairs with a missing value.
    """

    pairs: tuple[Pair, ...]
    left_out: int
    pearson: float | None
    spearman: float | None
    interval: tuple[float, float] | None

    @property
    def clear(self) -> bool:
        """The interval leaves out 0: the two go together more than chance alone usually makes them."""
        return self.interval is not None and (self.interval[0] > 0 or self.interval[1] < 0)


def scatter(xs: Sequence[float | None], ys: Sequence[float | None], labels: Sequence[str] | None = None) -> Scatter:
    """Pairs of `xs` and `ys`, in their order. ValueError: lengths differ."""
    names = labels if labels is not None else [str(k) for k in range(1, len(xs) + 1)]
    both = list(zip(names, xs, ys, strict=True))
    pairs = tuple(
        Pair(name, float(x), float(y))
        for name, x, y in both
        if x is not None and y is not None and isfinite(x) and isfinite(y)
    )
    x = np.array([pair.x for pair in pairs], dtype=np.float64)
    y = np.array([pair.y for pair in pairs], dtype=np.float64)
    enough = len(pairs) >= FEWEST
    straight = correlation(x, y) if enough else None
    ranked = correlation(average_ranks(x), average_ranks(y)) if enough else None
    interval = None if straight is None else _interval(straight, len(pairs))
    return Scatter(pairs, len(both) - len(pairs), straight, ranked, interval)


def correlation(x: Floats, y: Floats) -> float | None:
    """Pearson's coefficient of two equally long arrays; None when one of them does not vary."""
    away_x, away_y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((away_x**2).sum()) * np.sqrt((away_y**2).sum()))
    tiny = 1e-12 * x.size * float(np.abs(x).max(initial=0.0) * np.abs(y).max(initial=0.0))
    if not size > tiny:
        return None
    return float(min(1.0, max(-1.0, (away_x * away_y).sum() / size)))


def _interval(r: float, n: int) -> tuple[float, float]:
    if abs(r) >= 1 - 1e-15:
        return r, r
    middle, half = atanh(r), _Z_95 / sqrt(n - 3)
    return tanh(middle - half), tanh(middle + half)
