"""Quantiles of the chi-square and the binomial distribution, which a funnel's limits are made of.

Good to about 1e-12 for probabilities from 1e-6 to 1 - 1e-6; no other package is needed.
"""

from __future__ import annotations

from math import lgamma

import numpy as np
from numpy.typing import ArrayLike

from aimwell.domain.spc.panels import Floats

SETTLED = 1e-10
"""A step this small was the last: the next one would be its square."""
EPSILON = 1e-16
_WINDOW = 12.0
"""Standard deviations around the middle that hold all of a binomial distribution that can be told."""


def chi_square_quantile(p: float, df: ArrayLike) -> Floats:
    """Values that a chi-square variable of `df` degrees (any shape, over 0) stays under with chance `p` (0 to 1)."""
    return 2 * gamma_quantile(p, np.asarray(df, dtype=np.float64) / 2)


def gamma_quantile(p: float, shape: ArrayLike) -> Floats:
    """Quantile of the gamma distribution of scale 1; 0 where a value is too small to write. ValueError: a chance that
    is not between 0 and 1, or a shape not over 0.

    Newton's method for the logarithm of the probability, over the logarithm of the value: that function is concave,
    so it settles from any start. The start is by Wilson and Hilferty (1931), for small values by the first term of
    the series.
    """
    a = np.asarray(shape, dtype=np.float64).reshape(-1)
    if not 0 < p < 1 or np.any(a <= 0):
        raise ValueError("a chance between 0 and 1 and shapes over 0")
    wanted, log_factor = np.log(p), _log_gamma(a)
    log_x, step = _start(p, a, log_factor), np.ones_like(a)
    while np.any(np.abs(step) > SETTLED):
        series, log_first = _series(a, log_x, log_factor)
        step = (np.log(series) + log_first - wanted) * series / a
        log_x = log_x - step
    found: Floats = np.exp(log_x).reshape(np.shape(shape))
    return found


def _start(p: float, a: Floats, log_factor: Floats) -> Floats:
    """Logarithm of a first guess."""
    cube = 1 - 1 / (9 * a) + _normal_quantile(p) / (3 * np.sqrt(a))
    small = (np.log(p) + log_factor + np.log(a)) / a
    with np.errstate(invalid="ignore", divide="ignore"):
        usual = np.log(a) + 3 * np.log(cube)
    start: Floats = np.where((cube > 0.2) & (a > 0.5), usual, small)
    return start


def _series(a: Floats, log_x: Floats, log_factor: Floats) -> tuple[Floats, Floats]:
    """Sum 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... and the logarithm of what it is multiplied with to give P(a, x)."""
    x = np.exp(log_x)
    term, total, k = np.ones_like(a), np.ones_like(a), a.copy()
    while np.any(term > EPSILON * total):
        k += 1
        term = term * (x / k)
        total += term
    return total, _log_first(a, x, log_x, log_factor)


def _log_first(a: Floats, x: Floats, log_x: Floats, log_factor: Floats) -> Floats:
    """log(x^a e^-x / Gamma(a + 1)); for large `a` through Stirling's rest, as the plain form loses figures."""
    plain = a * log_x - x - log_factor - np.log(a)
    with np.errstate(invalid="ignore", divide="ignore"):
        away = (x - a) / a
        large = a * (np.log1p(away) - away) - 0.5 * np.log(2 * np.pi * a) - _stirling_rest(a)
    first: Floats = np.where((a >= 20) & (x > 0), large, plain)
    return first


def _stirling_rest(a: Floats) -> Floats:
    """log Gamma(a + 1) - (a + 1/2) log a + a - log sqrt(2 pi), for a >= 20."""
    r = 1 / a**2
    rest: Floats = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / a
    return rest


def _log_gamma(a: Floats) -> Floats:
    return np.array([lgamma(one) for one in a], dtype=np.float64)


def _normal_quantile(p: float) -> float:
    """Good to 0.0005, which is enough for a first guess (Abramowitz and Stegun 1964, 26.2.23)."""
    tail = min(p, 1 - p)
    t = float(np.sqrt(-2 * np.log(tail)))
    over = 2.515517 + t * (0.802853 + t * 0.010328)
    under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    z = t - over / under
    return -z if p < 0.5 else z


def binomial_limit(p: float, n: int, chance: float) -> float:
    """The share that a group of `n` stays under with chance `p`, when each has the same `chance` (0 to 1).

    Exact, and interpolated between whole counts so that the line is smooth (Spiegelhalter 2005, appendix A.1.1).
    """
    if n <= 0 or chance <= 0 or chance >= 1:
        return float("nan") if n <= 0 else chance
    counts, weights = binomial_window(n, chance)
    cumulative = np.cumsum(weights)
    k = min(int(np.searchsorted(cumulative, p)), weights.size - 1)
    over = (float(cumulative[k]) - p) / float(weights[k])
    return min(1.0, max(0.0, (int(counts[k]) - over) / n))


def binomial_window(n: int, chance: float) -> tuple[Floats, Floats]:
    """Counts that can be expected at all, and their probabilities, by the ratio of neighbours."""
    middle, spread = n * chance, (n * chance * (1 - chance)) ** 0.5
    low = max(0, int(middle - _WINDOW * spread - 40))
    high = min(n, int(middle + _WINDOW * spread + 40))
    counts = np.arange(low, high + 1, dtype=np.float64)
    steps = np.log((n - counts[:-1]) / (counts[:-1] + 1)) + np.log(chance) - np.log1p(-chance)
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(logs - logs.max())
    return counts, weights / weights.sum()
