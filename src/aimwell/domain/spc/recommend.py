"""Which chart fits which numbers, and the reason (Provost and Murray 2011; Laney 2002; Montgomery 2019).

Rules of thumb, in this order: rare events, subgroups, shares and rates, counts, single values. Below 12 values no
limits are worth drawing. Overdispersion: the spread of z-scores, from neighbours, beyond 1.2 times what the counts
alone would give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Literal

from aimwell.domain.spc.constants import d2
from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.reading import ENOUGH_POINTS

Reason = Literal[
    "few",
    "rare_cases",
    "rare_time",
    "subgroups",
    "share",
    "share_large",
    "rate",
    "rate_large",
    "sized",
    "count",
    "count_spread",
    "value",
]
"""A reason in words is the entry `why.<reason>` of `words.spc`."""

LARGE_SIZE = 1000.0
"""Denominators from which on counts alone make limits too narrow to be of use."""
SPREAD_LIMIT = 1.2
EVEN_SIZES = 1.25
"""Largest size divided by the smallest, up to which sizes count as equal (Montgomery's 25 %)."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    chart: ChartKind
    reason: Reason


def recommend(
    n_values: int,
    *,
    unit: str = "",
    numerators: Sequence[float | None] = (),
    denominators: Sequence[float | None] = (),
    values: Sequence[float | None] = (),
    counts: bool = False,
    subgroup_sizes: Sequence[int] = (),
    rare: Literal["", "cases", "time"] = "",
) -> Recommendation:
    """The chart for `n_values` points. `numerators` and `denominators` of equal length, None = missing.

    `counts`: `values` or numerators count events. `subgroup_sizes`: how many values each point has. `rare`: the values
    are cases, or time, between rare events. ValueError: numerators and denominators of different length.
    """
    if rare:
        return Recommendation("g", "rare_cases") if rare == "cases" else Recommendation("t", "rare_time")
    if n_values < ENOUGH_POINTS:
        return Recommendation("run", "few")
    if any(size > 1 for size in subgroup_sizes):
        return Recommendation("xbar", "subgroups")
    pairs = [(top, bottom) for top, bottom in zip(numerators, denominators, strict=True) if top is not None and bottom]
    if pairs:
        return _of_pairs(pairs, unit)
    if counts:
        return _of_counts([value for value in values if value is not None])
    return Recommendation("i", "value")


def _of_pairs(pairs: Sequence[tuple[float, float]], unit: str) -> Recommendation:
    tops, sizes = [top for top, _ in pairs], [size for _, size in pairs]
    if any(top < 0 or top != round(top) for top in tops):
        even = max(sizes) <= EVEN_SIZES * min(sizes)
        return Recommendation("i", "value") if even else Recommendation("ip", "sized")
    share = unit == "%" and all(top <= size for top, size in pairs)
    large = min(sizes) >= LARGE_SIZE and overdispersion(tops, sizes, share=share) > SPREAD_LIMIT
    if share:
        return Recommendation("pp", "share_large") if large else Recommendation("p", "share")
    return Recommendation("up", "rate_large") if large else Recommendation("u", "rate")


def _of_counts(values: Sequence[float]) -> Recommendation:
    wide = overdispersion(values, [1.0] * len(values), share=False) > SPREAD_LIMIT
    return Recommendation("i", "count_spread") if wide else Recommendation("c", "count")


def overdispersion(tops: Sequence[float], sizes: Sequence[float], *, share: bool) -> float:
    """Laney's sigma of z: how many times wider neighbours differ than binomial (`share`) or Poisson counts would.

    1.0 where it cannot be known: fewer than two points, or a centre with no spread.
    """
    centre = sum(tops) / sum(sizes) if sizes else 0.0
    variance = centre * (1 - centre) if share else centre
    if len(tops) < 2 or variance <= 0:
        return 1.0
    scores = [(top / size - centre) / sqrt(variance / size) for top, size in zip(tops, sizes, strict=True)]
    ranges = [abs(two - one) for one, two in pairwise(scores)]
    return sum(ranges) / len(ranges) / d2(2)
