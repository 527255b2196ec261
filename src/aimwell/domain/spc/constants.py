"""Constants of subgroup charts, computed and not typed.

c4(n) = sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2): mean of the standard deviation of n normal values over
their sigma. d2, d3: mean and standard deviation of their range over sigma (Tippett 1925), by Gauss-Legendre nodes.
A3, B3, B4 as in Montgomery, Introduction to Statistical Quality Control. NaN where n is below 2.
"""

from __future__ import annotations

from functools import lru_cache
from math import erf, exp, lgamma, nan, sqrt

import numpy as np

from aimwell.domain.spc.panels import Floats

REACH = 12.0
"""Beyond so many sigma a normal density adds nothing to a double."""
NODES = 240


@lru_cache(maxsize=4096)
def c4(n: int) -> float:
    return nan if n < 2 else sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))


@lru_cache(maxsize=512)
def d2(n: int) -> float:
    """Integral of 1 - F(x)^n - (1 - F(x))^n."""
    if n < 2:
        return nan
    x, weights = _nodes()
    below = _below(x)
    return float((weights * (1 - below**n - (1 - below) ** n)).sum())


@lru_cache(maxsize=512)
def d3(n: int) -> float:
    """From E(range^2) = 2 times the integral over x < y of 1 - F(y)^n - (1 - F(x))^n + (F(y) - F(x))^n."""
    if n < 2:
        return nan
    x, weights = _nodes()
    half = (REACH - x) / 2
    y = x[:, None] + half[:, None] * (1 + x[None, :] / REACH)
    low, high = _below(x)[:, None], _below(y.ravel()).reshape(y.shape)
    inside = 1 - high**n - (1 - low) ** n + np.clip(high - low, 0, 1) ** n
    square = 2 * float((weights[:, None] * (weights[None, :] / REACH) * half[:, None] * inside).sum())
    return sqrt(square - d2(n) ** 2)


def a3(n: int) -> float:
    return nan if n < 2 else 3 / (c4(n) * sqrt(n))


def b3(n: int) -> float:
    return nan if n < 2 else max(0.0, 1 - 3 * sqrt(1 - c4(n) ** 2) / c4(n))


def b4(n: int) -> float:
    return nan if n < 2 else 1 + 3 * sqrt(1 - c4(n) ** 2) / c4(n)


@lru_cache(maxsize=1)
def _nodes() -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return nodes * REACH, weights * REACH


def _below(x: Floats) -> Floats:
    return np.array([(1 + erf(one / sqrt(2))) / 2 for one in x])
