"""Difference and ratio of two of the groups."""

from __future__ import annotations

from math import hypot, nan

from aimwell.domain.equity.groups import Groups
from aimwell.domain.equity.measure import GapMeasure, around, around_log, plain


def difference(groups: Groups) -> GapMeasure:
    """D: the first of the compared groups less the second."""
    one, other = compared(groups)
    error = hypot(groups.error[one], groups.error[other])
    return around("d", groups.estimate[one] - groups.estimate[other], error, groups.confidence)


def ratio(groups: Groups) -> GapMeasure:
    """R: the first of the compared groups by the second; no interval for estimates that are not over 0."""
    one, other = compared(groups)
    top, bottom = float(groups.estimate[one]), float(groups.estimate[other])
    if top <= 0 or bottom <= 0:
        return plain("r", top / bottom if bottom else nan)
    error = hypot(groups.error[one] / top, groups.error[other] / bottom)
    return around_log("r", top / bottom, error, groups.confidence)


def compared(groups: Groups) -> tuple[int, int]:
    """Places of the two groups.

    With an order its ends: the most advantaged first when more is better, last when less is. Without: the highest and
    the lowest; with a reference group, it and the group that does worst, the one that should be higher first.
    """
    if groups.ordered:
        top, bottom = int(groups.order.argmax()), int(groups.order.argmin())
        return (top, bottom) if groups.favourable else (bottom, top)
    if groups.reference is None:
        return groups.highest, groups.lowest
    return (groups.reference, groups.lowest) if groups.favourable else (groups.highest, groups.reference)
