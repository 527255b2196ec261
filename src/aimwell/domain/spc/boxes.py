"""Best box and cut box: limits for the longest run and the crossings together (Anhoej, Wentzel-Larsen 2020).

A box holds the pairs of crossings and longest run that are taken as ordinary: at least so many crossings, and no run
longer than so many points. The best box is the one that notices a shift of 0.8 sigma most often among those that stay
silent on at least 92.5 % of ordinary charts beside a known line. The cut box takes cells off two borders of it, from
the corner on (fewest crossings, longest run), each time the one that a shifted chart lands in more often, as long as
that share holds. Studied for 10 to 100 useful points; other lengths have Anhoej's own limits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from math import inf
from statistics import NormalDist

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import Ints, crossings_min, longest_run_max

SHORTEST, LONGEST = 10, 100
SILENT = 0.925
"""Share of ordinary charts that give no signal."""
ORDINARY = 0.5
SHIFTED = NormalDist().cdf(0.8)
"""Chance of a point above the line, without a shift and with the one to be noticed."""


@dataclass(frozen=True, slots=True)
class Box:
    """Ordinary: no fewer crossings, no longer run. At exactly `crossings_min` crossings no run may be longer than
    `run_at_fewest`; with a run of exactly `longest_run_max` crossings may not be fewer than `crossings_at_longest`.
    """

    crossings_min: int
    longest_run_max: int
    crossings_at_longest: int
    run_at_fewest: int


@dataclass(frozen=True, slots=True)
class BoxLimits:
    """The fields of `Box` for many series, shape (series,)."""

    fewest: Ints
    longest: Ints
    crossings_at_longest: Ints
    run_at_fewest: Ints

    def left(self, crossings: Ints, longest_run: Ints) -> Bools:
        """Outside the box or in its cut corner. A series without a useful point never is."""
        beyond: Bools = (crossings < self.fewest) | (longest_run > self.longest)
        return beyond | self.cut(crossings, longest_run)

    def cut(self, crossings: Ints, longest_run: Ints) -> Bools:
        """Inside the best box, but in a cell that the cut box takes off."""
        inside = (crossings >= self.fewest) & (longest_run <= self.longest)
        below = (crossings == self.fewest) & (longest_run > self.run_at_fewest)
        beside = (longest_run == self.longest) & (crossings < self.crossings_at_longest)
        found: Bools = inside & (below | beside)
        return found


def box_limits(n_useful: Ints, box: Callable[[int], Box]) -> BoxLimits:
    """Of each number of useful points, with `best_box` or `cut_box`."""
    lengths, where = np.unique(n_useful, return_inverse=True)
    found = np.array([astuple(box(int(n))) for n in lengths], dtype=np.int64).reshape(-1, 4)[where.ravel()]
    return BoxLimits(*found.T)


@lru_cache(maxsize=4096)
def best_box(n_useful: int) -> Box:
    if not SHORTEST <= n_useful <= LONGEST:
        return _whole(crossings_min(n_useful), longest_run_max(n_useful))
    silent, missed = (_box_chances(cell_chances(n_useful, above)) for above in (ORDINARY, SHIFTED))
    allowed = (silent >= SILENT) & _possible(n_useful, *np.indices(silent.shape))
    best = int(np.argmin(np.where(allowed, missed, inf)))
    return _whole(*divmod(best, n_useful + 1))


@lru_cache(maxsize=4096)
def cut_box(n_useful: int) -> Box:
    box = best_box(n_useful)
    if not SHORTEST <= n_useful <= LONGEST:
        return box
    ordinary, shifted = (cell_chances(n_useful, above) for above in (ORDINARY, SHIFTED))
    fewest, longest = box.crossings_min, box.longest_run_max
    silent = ordinary[fewest:, : longest + 1].sum() - ordinary[fewest, longest]
    if silent < SILENT:
        return box
    crossings, run = fewest + 1, longest - 1
    while True:
        beside, below = (crossings, longest), (fewest, run)
        free = [cell for cell in (beside, below) if _possible(n_useful, *cell) and silent - ordinary[cell] >= SILENT]
        if not free:
            return replace(box, crossings_at_longest=crossings, run_at_fewest=run)
        cut = max(free, key=lambda cell: float(shifted[cell]))
        silent -= ordinary[cut]
        crossings, run = crossings + (cut == beside), run - (cut == below)


@lru_cache(maxsize=64)
def cell_chances(n: int, chance_above: float) -> Floats:
    """Chance of each pair on `n` independent points: [crossings from 0 to n - 1, longest run from 0 to n].

    Charts are put together run by run, above and below by turns, with no run longer than a cap; one cap less the one
    before it leaves those whose longest run is the cap.
    """
    points = np.arange(n + 1)
    length = points - points[:, None]
    fits = (length >= 1) & (length <= points[:, None, None])
    above, below = (np.where(fits, side ** np.maximum(length, 0), 0.0) for side in (chance_above, 1 - chance_above))
    # [cap, 1, points so far]: charts whose last run lies above, and below.
    last_above, last_below = above[:, :1], below[:, :1]
    capped = np.empty((n, n + 1))
    for crossings in range(n):
        capped[crossings] = last_above[:, 0, n] + last_below[:, 0, n]
        last_above, last_below = last_below @ above, last_above @ below
    return np.diff(capped, axis=1, prepend=0.0)


def _box_chances(cells: Floats) -> Floats:
    """Of at least so many crossings with no longer run, in the shape of `cells`."""
    chances: Floats = cells[::-1].cumsum(axis=0)[::-1].cumsum(axis=1)
    return chances


def _possible(n: int, crossings: int | Ints, longest: int | Ints) -> Bools:
    """Whether some chart of `n` points has such a pair."""
    return np.asarray((longest + crossings <= n) & (n <= (crossings + 1) * longest))


def _whole(fewest: int, longest: int) -> Box:
    return Box(fewest, longest, fewest, longest)
