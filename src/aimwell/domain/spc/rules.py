"""The run rules of Anhoej: long runs and few crossings (Anhoej and Olesen 2014; Anhoej 2015).

Useful points are those not missing, not excluded and not on the centre line. A point on the line or
missing is
skipped: it neither breaks nor lengthens a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log2

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.spc.panels import Bools, Floats

Ints = NDArray[np.int64]
Signs = NDArray[np.int8]

TOLERANCE = 1e-9
"""Relative distance within which a point is on the line."""


@dataclass(frozen=True, slots=True)
class RunCounts:
    """Counts per series, shape (series,), and the useful runs themselves, one entry a run."""

    n_useful: Ints
    longest_run: Ints
    crossings: Ints
    run_series: Ints
    run_first: Ints
    run_last: Ints
    run_length: Ints


def sides(values: Floats, centre: Floats, included: Bools) -> Signs:
    """1 above, -1 below, 0 not useful. `values`, `included`: (series, points); `centre`: (series,), (series, 1) or
    the shape of the values."""
    middle = centre[:, None] if centre.ndim == 1 else centre
    with np.errstate(invalid="ignore"):
        distance = values - middle
        near = TOLERANCE * np.maximum(np.abs(values), np.abs(middle))
        signs = (distance > near).astype(np.int8) - (distance < -near).astype(np.int8)
    signs[~included] = 0
    return signs


def run_counts(signs: Signs) -> RunCounts:
    """Longest run and crossings of each row of `signs` (series, points)."""
    n_series = signs.shape[0]
    series, columns = np.nonzero(signs)
    useful = np.bincount(series, minlength=n_series).astype(np.int64)
    side = signs[series, columns]
    new = np.ones(series.size, dtype=np.bool_)
    new[1:] = (series[1:] != series[:-1]) | (side[1:] != side[:-1])
    first = np.flatnonzero(new)
    last = np.append(first[1:], series.size)[: first.size] - 1
    length = last - first + 1
    owner = series[first]
    longest = np.zeros(n_series, dtype=np.int64)
    np.maximum.at(longest, owner, length)
    crossings = np.maximum(np.bincount(owner, minlength=n_series) - 1, 0)
    return RunCounts(useful, longest, crossings, owner, columns[first], columns[last], length)


@lru_cache(maxsize=4096)
def longest_run_max(n_useful: int) -> int:
    """The longest run that is still ordinary: log2 of the useful points, rounded, plus 3. 0 for no points."""
    return round(log2(n_useful)) + 3 if n_useful else 0


@lru_cache(maxsize=4096)
def crossings_min(n_useful: int) -> int:
    """The fewest crossings that are still ordinary: the 5 % point of a fair coin tossed n_useful - 1 times.

    The smallest k whose cumulative probability is at least 0.05, in whole numbers, so exact at any length.
    """
    tosses = max(n_useful - 1, 0)
    ways, total, k = 1, 1, 0
    wanted = 1 << tosses
    while total * 20 < wanted:
        ways = ways * (tosses - k) // (k + 1)
        k += 1
        total += ways
    return k


def expected_limits(n_useful: Ints) -> tuple[Ints, Ints]:
    """`longest_run_max` and `crossings_min` of each length, shapes as given."""
    if n_useful.size == 1:
        n = int(n_useful.flat[0])
        return np.full_like(n_useful, longest_run_max(n)), np.full_like(n_useful, crossings_min(n))
    lengths, where = np.unique(n_useful, return_inverse=True)
    longest = np.array([longest_run_max(int(n)) for n in lengths], dtype=np.int64)
    crossings = np.array([crossings_min(int(n)) for n in lengths], dtype=np.int64)
    return longest[where], crossings[where]
