"""How often Anhoej's rules signal on a chart where nothing changed.

Exact for values without ties, whatever their distribution: only the order of "above" and "below" counts.
Against a known line each point is a fair coin. Against the chart's own median exactly half of the useful
points are
above. Against the median of the first points the chance of "above" is not known; it then has a symmetric beta
distribution (rank of a new value among the baseline), integrated with Gauss-Legendre nodes.
Simulated elsewhere for the own median: 0.013, 0.031, 0.042, 0.043 at 12, 24, 36 and 60 points; for a known
line
0.045, 0.066, 0.085, 0.071 at 10, 24, 36 and 100 (Anhoej's rules, statistics of the project, sections 4 and
6).
"""

from __future__ import annotations

from functools import lru_cache
from math import comb, lgamma

import numpy as np

from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.rules import crossings_min, longest_run_max

LONGEST_TABLE = 120
"""Beyond this length the rate is given for this length; it stays between 0.05 and 0.09."""


@lru_cache(maxsize=512)
def false_signal_rate(n_useful: int, *, baseline: int | None = None, apart: int = 0) -> float:
    """Chance of a signal on `n_useful` ordinary points.

    `baseline` = how many of them, from the first on, made the median: all when None; 0 for a known line.
    `apart`, with a baseline of 0: as many other values, counted before these, made it.
    """
    n = min(n_useful, LONGEST_TABLE)
    own = n if baseline is None else min(baseline, n)
    if own == n:
        n -= n % 2
        own = n
    if n < 2:
        return 0.0
    chances, weights = _chances_of_above(own or apart, known=own == n)
    longest, fewest = longest_run_max(n), crossings_min(n)
    state = _own_median_start(own - own % 2, longest, fewest)
    for _ in range(n - own + own % 2):
        state = _toss(state, chances)
    silent = state[:, fewest:].sum(axis=(0, 1, 2))
    return max(0.0, float(1 - (silent * weights).sum()))


@lru_cache(maxsize=512)
def false_run_rate(n_new: int, *, baseline: int, longer_than: int) -> float:
    """Chance that `n_new` ordinary points hold a run longer than `longer_than` on one side of an earlier
    median.

    That median was made from `baseline` points before them.
    """
    chances, weights = _chances_of_above(baseline, known=False)
    state = _own_median_start(0, longer_than, 0)
    for _ in range(min(n_new, LONGEST_TABLE)):
        state = _toss(state, chances)
    return max(0.0, float(1 - (state.sum(axis=(0, 1, 2)) * weights).sum()))


def _chances_of_above(baseline: int, *, known: bool) -> tuple[Floats, Floats]:
    """Nodes for the chance that a new point lies above the line, and their weights (sum 1)."""
    if known or baseline == 0:
        return np.array([0.5]), np.array([1.0])
    nodes, weights = np.polynomial.legendre.leggauss(40)
    p = (nodes + 1) / 2
    shape = (baseline + 1) / 2
    log_density = (shape - 1) * (np.log(p) + np.log1p(-p)) + lgamma(2 * shape) - 2 * lgamma(shape)
    weighted = weights * np.exp(log_density)
    return p, weighted / weighted.sum()


def _own_median_start(own: int, longest: int, fewest: int) -> Floats:
    """Chances after `own` points of which exactly half are above: [side, crossings, run, 1].

    Crossings are counted up to `fewest`, runs longer than `longest` have dropped out. Run 0 = no point yet.
    """
    half = own // 2
    state = np.zeros((2, fewest + 1, longest + 1, half + 1))
    state[0, 0, 0, 0] = 1.0
    for _ in range(own):
        moved = _toss(state, np.array([0.5]))
        moved[1, :, :, 1:] = moved[1, :, :, :-1]
        moved[1, :, :, 0] = 0.0
        state = moved
    every_order = comb(own, half) / 2**own
    start: Floats = state[..., half:] / every_order
    return start


def _toss(state: Floats, chance_above: Floats) -> Floats:
    """One more point. `state`: [side (0 below, 1 above), crossings, run, node]."""
    shape = (*state.shape[:3], max(state.shape[3], chance_above.size))
    moved = np.zeros(shape)
    for side, chance in ((0, 1 - chance_above), (1, chance_above)):
        moved[side, :, 2:] = state[side, :, 1:-1] * chance
        moved[side, :, 1] += state[0, :, 0] * chance
        turned = state[1 - side, :, 1:].sum(axis=1) * chance
        moved[side, 1:, 1] += turned[:-1]
        moved[side, -1, 1] += turned[-1]
    return moved
