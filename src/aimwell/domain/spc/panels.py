"""Rows into series: one point for each x, in order, missing kept as NaN."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.calendar.aggregate import Aggregate

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One observation: `x` sorts it, `y` is a value or a numerator, `n` its denominator."""

    x: Hashable
    y: float | None
    n: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Grouped rows in the order of x, shape (points,), NaN = missing.

    `values`: as asked for. `numerators`: sum of y, 0 where all are missing. `denominators`: sum of n. `sizes`: how many
    y are known; `means` and `sds` of these.
    """

    x: tuple[Hashable, ...]
    values: Floats
    numerators: Floats
    denominators: Floats
    sizes: Floats
    means: Floats
    sds: Floats


def group_rows(
    rows: Sequence[Row],
    *,
    how: Aggregate = "mean",
    with_denominators: bool = False,
    order: Sequence[Hashable] | None = None,
) -> Series:
    """Rows with the same x become one point: sum / sum with denominators, otherwise `how` of the known values.

    A row that misses its numerator or its denominator misses both. A denominator of zero gives no value. `order`
    gives the order of x when it is a category.
    """
    xs = {row.x for row in rows}
    ordered = sorted(xs) if order is None else [x for x in order if x in xs]  # type: ignore[type-var]
    place = {x: k for k, x in enumerate(ordered)}
    codes = np.array([place[row.x] for row in rows], dtype=np.int64)
    y = np.array([row.y for row in rows], dtype=np.float64)
    n = np.array([row.n for row in rows], dtype=np.float64) if with_denominators else None
    return Series(tuple(ordered), *group_arrays(codes, y, n, n_groups=len(ordered), how=how))


def group_arrays(
    codes: Codes, y: Floats, n: Floats | None = None, *, n_groups: int, how: Aggregate = "mean"
) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
    """The fields of `Series` after x, each of shape (n_groups,), from rows: `codes`, `y`, `n` of shape (rows,)."""
    known = y == y if n is None else (y == y) & (n == n)
    where, present = codes[known], y[known]
    sizes = np.bincount(where, minlength=n_groups).astype(np.float64)
    sums = _sums(where, present, n_groups)
    with np.errstate(invalid="ignore", divide="ignore"):
        rough = sums / sizes
        # Once more around the mean, so that equal values have it as their mean exactly.
        means = rough + _sums(where, present - rough[where], n_groups) / sizes
        squares = _sums(where, (present - means[where]) ** 2, n_groups)
        sds = np.sqrt(squares / np.where(sizes > 1, sizes - 1, np.nan))
        if n is not None:
            totals = _sums(where, n[known], n_groups)
            return sums / np.where(totals == 0, np.nan, totals), sums, totals, sizes, means, sds
    if how == "median":
        values = _medians(where, present, n_groups)
    else:
        values = {"mean": means, "sd": sds, "sum": np.where(sizes > 0, sums, np.nan)}[how]
    return values, sums, np.full(n_groups, np.nan), sizes, means, sds


def stack(series: Sequence[Floats]) -> Floats:
    """Series of unequal length as one panel, shape (series, longest), NaN after each end."""
    longest = max((len(one) for one in series), default=0)
    panel = np.full((len(series), longest), np.nan)
    for row, one in zip(panel, series, strict=True):
        row[: len(one)] = one
    return panel


def _sums(codes: Codes, values: Floats, n_groups: int) -> Floats:
    return np.bincount(codes, values, minlength=n_groups).astype(np.float64, copy=False)


def _medians(codes: Codes, values: Floats, n_groups: int) -> Floats:
    ordered = values[np.lexsort((values, codes))]
    counts = np.bincount(codes, minlength=n_groups)
    found = np.full(n_groups, np.nan)
    filled = counts > 0
    first = (np.cumsum(counts) - counts)[filled]
    low = ordered[first + (counts[filled] - 1) // 2]
    high = ordered[first + counts[filled] // 2]
    found[filled] = np.where(low == high, low, low / 2 + high / 2)
    return found
