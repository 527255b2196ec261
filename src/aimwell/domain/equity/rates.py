"""Rates of groups side by side: differences and ratios between them and to all together.

Definitions as in fairlearn's MetricFrame (Bird and others 2020).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan


@dataclass(frozen=True, slots=True)
class Counted:
    """`events` of `size` students of one group."""

    group: str
    events: float
    size: float

    @property
    def rate(self) -> float:
        """NaN for an empty group."""
        return self.events / self.size if self.size else nan


@dataclass(frozen=True, slots=True)
class RateGaps:
    """`by_group`: rates in the order given. All NaN when no group has anybody in it."""

    overall: float
    by_group: Mapping[str, float]
    group_min: float
    group_max: float
    difference_between_groups: float
    difference_to_overall: float
    ratio_between_groups: float
    ratio_to_overall: float


def rate_gaps(groups: Sequence[Counted]) -> RateGaps:
    """Groups without students have no rate and take no part in the gaps."""
    rates = {one.group: one.rate for one in groups}
    known = [rate for rate in rates.values() if rate == rate]
    overall = pooled(groups).rate
    if not known:
        return RateGaps(overall, rates, *(nan,) * 6)
    low, high = min(known), max(known)
    return RateGaps(
        overall=overall,
        by_group=rates,
        group_min=low,
        group_max=high,
        difference_between_groups=high - low,
        difference_to_overall=max(abs(rate - overall) for rate in known),
        ratio_between_groups=low / high if high else nan,
        ratio_to_overall=min(_smaller(rate, overall) for rate in known),
    )


def pooled(groups: Sequence[Counted], name: str = "") -> Counted:
    """All of them as one group."""
    return Counted(name, sum(one.events for one in groups), sum(one.size for one in groups))


def _smaller(one: float, other: float) -> float:
    """The ratio of the smaller to the larger; NaN when both are 0."""
    return min(one, other) / max(one, other) if max(one, other) else nan
