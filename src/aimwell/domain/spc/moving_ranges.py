"""Distances between neighbours, and their mean after the largest have been dropped once (Nelson 1982)."""

from __future__ import annotations

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import Ints

SCREEN_AT = 3.267
"""Ranges at or over so many times their mean are dropped: D4 of two values."""
SCREEN_AT_PRIME = 3.2665
"""The same for the ranges of an I' chart (Taylor)."""
DIVISOR = 1.128
"""d2 of two values, to three places as the field prints it; 3 / 2.66 gives limits at 2.66 mean ranges."""


def compacted(values: Floats, kept: Bools) -> Floats:
    """The kept values of each row side by side, in order, then NaN. A kept missing value keeps its place."""
    order = np.argsort(~kept, axis=1, kind="stable")
    return np.take_along_axis(np.where(kept, values, np.nan), order, axis=1)


def ranges_of(values: Floats) -> Floats:
    """Shape (series, points - 1); NaN beside a missing value."""
    return np.abs(values[:, 1:] - values[:, :-1])


def mean_over(values: Floats, mask: Bools) -> Floats:
    """Mean of each row where `mask`, shape (series, 1); NaN where that is nowhere."""
    mean: Floats = values.sum(axis=1, where=mask, keepdims=True) / mask.sum(axis=1, keepdims=True)
    return mean


def mean_range(ranges: Floats, *, screen_at: float | None) -> tuple[Floats, Ints]:
    """Mean of the ranges of each row, and how many were dropped: shapes (series, 1), (series,).

    `screen_at`: times the mean from which on a range is dropped, once; None: none is. All ranges 0: all are dropped.
    """
    present = ranges == ranges
    mean = mean_over(ranges, present)
    if screen_at is None:
        return mean, np.zeros(ranges.shape[0], dtype=np.int64)
    ordinary = ranges < screen_at * mean
    dropped = present.sum(axis=1) - ordinary.sum(axis=1)
    return mean_over(ranges, ordinary), dropped
