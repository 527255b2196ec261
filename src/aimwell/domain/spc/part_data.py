"""One part of a panel, what its lines are made of, and the sums over its baseline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from aimwell.domain.spc.differences import OURS, Differences
from aimwell.domain.spc.moving_ranges import compacted, mean_over
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import Ints


@dataclass(frozen=True, slots=True)
class Options:
    """How sigma is found; `chart_panel` explains each."""

    screen: bool = True
    divisor: float = 1.128
    floor_of_one: bool = False
    ordered: bool = True
    as_reference: Differences = OURS


@dataclass(frozen=True, slots=True)
class PartData:
    """All shapes (series, points of the part).

    `base`: points that make line and limits; `length`: columns of the baseline; `whole`: none of them is excluded.
    `given`: a known centre, (series, 1) or (series, points). What a chart does not need is `values` again.
    """

    values: Floats
    denominators: Floats
    sizes: Floats
    sds: Floats
    base: Bools
    length: int
    whole: bool
    given: Floats | None
    numerators: Floats


@dataclass(frozen=True, slots=True)
class Lines:
    """Limits are (middle +- k sigma), cut at `low` and `high`, to the power of `power`. `drawn`: the values shown.

    Shapes (series, points), or (series, 1) where one number serves all points; `dropped` (series,): screened ranges.
    """

    drawn: Floats
    centre: Floats
    middle: Floats
    sigma: Floats
    low: float = -inf
    high: float = inf
    power: float = 1.0
    dropped: Ints | None = None


def centre_line(part: PartData, found: Callable[[], Floats]) -> Floats:
    """The given centre; where a series has none (NaN), the one that is `found`."""
    if part.given is None:
        return found()
    absent = np.isnan(part.given).any(axis=1, keepdims=True)
    return np.where(absent, found(), part.given) if absent.any() else part.given


def mean(values: Floats, part: PartData) -> Floats:
    return mean_over(values, part.base & (values == values))


def weighted_mean(values: Floats, weights: Floats, part: PartData) -> Floats:
    """Sum of values times weights over the sum of weights, where both are known."""
    product = values * weights
    known = part.base & (product == product)
    total: Floats = product.sum(axis=1, where=known, keepdims=True) / weights.sum(axis=1, where=known, keepdims=True)
    return total


def pooled_share(part: PartData, options: Options) -> Floats:
    """Sum of numerators over the sum of denominators; what has a denominator of 0 counts only if asked for."""
    if not options.as_reference.empty_denominators_count:
        return weighted_mean(part.values, part.denominators, part)
    tops, bottoms = (
        one.sum(axis=1, where=part.base & (one == one), keepdims=True) for one in (part.numerators, part.denominators)
    )
    share: Floats = tops / bottoms
    return share


def median(values: Floats, part: PartData) -> Floats:
    """Shape (series, 1); NaN where no value is known."""
    kept = np.sort(np.where(part.base, values, np.nan), axis=1)
    if kept.shape[1] == 0:
        return np.full((kept.shape[0], 1), np.nan)
    count = (kept == kept).sum(axis=1)
    rows = np.arange(kept.shape[0])
    low = kept[rows, np.maximum(count - 1, 0) // 2]
    high = kept[rows, np.minimum(count // 2, kept.shape[1] - 1)]
    # Halves first, so that two huge values do not overflow.
    centre: Floats = np.where(low == high, low, low / 2 + high / 2)
    return centre[:, None]


def deviation(values: Floats, part: PartData) -> Floats:
    """Standard deviation of each series, shape (series, 1); NaN for fewer than two values."""
    known = part.base & (values == values)
    squares = (values - mean_over(values, known)) ** 2
    count = known.sum(axis=1, keepdims=True)
    found: Floats = np.sqrt(squares.sum(axis=1, where=known, keepdims=True) / np.maximum(count - 1, 0))
    return found


def baseline(values: Floats, part: PartData) -> Floats:
    """The values of the baseline in order. Neighbours of an excluded point come side by side."""
    first = values[:, : part.length]
    return first if part.whole else compacted(first, part.base[:, : part.length])
