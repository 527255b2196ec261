"""Measures along an order of groups, from the least to the most advantaged.

Rank of a group: the middle of its place in the whole population, 0 to 1 (Schlotheuber and Hosseinpoor 2022).
"""

from __future__ import annotations

from math import nan, sqrt

import numpy as np

from aimwell.domain.equity.groups import Floats, Groups
from aimwell.domain.equity.measure import GapMeasure, around, around_log, around_within, plain

STEPS = 50


def absolute_concentration(groups: Groups) -> GapMeasure:
    """ACI; its error comes from the convenient regression on the rank (Kakwani, Wagstaff, van Doorslaer 1997)."""
    return around("aci", *_concentration(groups), groups.confidence)


def relative_concentration(groups: Groups) -> GapMeasure:
    """RCI: ACI by the mean."""
    value, error = _concentration(groups)
    mean = groups.mean or nan
    return around("rci", value / mean, error / mean, groups.confidence)


def slope_index(groups: Groups) -> GapMeasure:
    """SII: the difference of the fitted values at ranks 1 and 0; logistic, straight when the scale does not fit.

    The error carries those of the estimates through the fit (delta method). Shares of 0 or 1 need an error over 0, see
    `groups.share_errors`.
    """
    low, high, spread = _ends(groups)
    error = _error(np.array([-1.0, 1.0]), spread)
    if not _fits(groups):
        return around("sii", high - low, error, groups.confidence)
    return around_within("sii", high - low, error, groups.confidence, most=groups.scale)


def relative_index(groups: Groups) -> GapMeasure:
    """RII: the fitted value at rank 1 by that at rank 0; no interval where either is not over 0."""
    low, high, spread = _ends(groups)
    if low <= 0 or high <= 0:
        return plain("rii", high / low if low else nan)
    return around_log("rii", high / low, _error(np.array([-1 / low, 1 / high]), spread), groups.confidence)


def ranks(groups: Groups) -> Floats:
    rank = np.empty(groups.estimate.size)
    order = np.argsort(groups.order, kind="stable")
    weight = groups.weight[order]
    rank[order] = weight.cumsum() - weight / 2
    return rank


def _concentration(groups: Groups) -> tuple[float, float]:
    """Index and standard error: the slope of 2 var(rank) y on the rank, weighted by population."""
    weight, rank = groups.weight, ranks(groups)
    spread = float(weight @ (rank - weight @ rank) ** 2)
    value = float(weight @ ((2 * rank - 1) * groups.estimate))
    if groups.estimate.size < 3 or spread == 0:
        return value, nan
    outcome = 2 * spread * groups.estimate
    centred = rank - weight @ rank
    slope = float(weight @ (centred * outcome)) / spread
    residual = outcome - weight @ outcome - slope * centred
    return value, sqrt(float(weight @ residual**2) / (groups.estimate.size - 2) / spread)


def _error(along: Floats, spread: Floats) -> float:
    return sqrt(max(0.0, float(along @ spread @ along))) if np.isfinite(spread).all() else nan


def _ends(groups: Groups) -> tuple[float, float, Floats]:
    """Fitted values at ranks 0 and 1, and their covariances (2, 2)."""
    if not _fits(groups):
        return _straight(groups)
    rank, weight = ranks(groups), groups.weight
    base, slope = _logistic(rank, groups.estimate / groups.scale, weight)
    ends = np.array([_inverse(base), _inverse(base + slope)])
    fitted = _inverse(base + slope * rank)
    columns = np.column_stack((np.ones_like(rank), rank))
    curve = weight * np.maximum(fitted * (1 - fitted), 1e-12)
    moved = np.linalg.solve(columns.T @ (curve[:, None] * columns), columns.T * weight)
    along = (ends * (1 - ends))[:, None] * np.array([[1.0, 0.0], [1.0, 1.0]]) @ moved
    return groups.scale * float(ends[0]), groups.scale * float(ends[1]), _carried(along, groups.error)


def _fits(groups: Groups) -> bool:
    return bool(np.all((groups.estimate >= 0) & (groups.estimate <= groups.scale)))


def _straight(groups: Groups) -> tuple[float, float, Floats]:
    centred = ranks(groups) - groups.weight @ ranks(groups)
    by_group = groups.weight * centred / float(groups.weight @ centred**2)
    along = np.vstack((groups.weight - by_group / 2, groups.weight + by_group / 2))
    low, high = along @ groups.estimate
    return float(low), float(high), _carried(along, groups.error)


def _carried(along: Floats, error: Floats) -> Floats:
    found: Floats = (along * error**2) @ along.T
    return found


def _inverse(odds: Floats | float) -> Floats:
    found: Floats = 1 / (1 + np.exp(-np.clip(odds, -700, 700)))
    return found


def _logistic(rank: Floats, share: Floats, weight: Floats) -> tuple[float, float]:
    """Intercept and slope by Newton's method; the last step when shares of 0 and 1 alone drive them away."""
    columns = np.column_stack((np.ones_like(rank), rank))
    found = np.zeros(2)
    for _ in range(STEPS):
        fitted = 1 / (1 + np.exp(-np.clip(columns @ found, -35, 35)))
        curve = weight * np.maximum(fitted * (1 - fitted), 1e-12)
        step = np.linalg.solve(columns.T @ (curve[:, None] * columns), columns.T @ (weight * (share - fitted)))
        found = found + np.clip(step, -5, 5)
        if np.abs(step).max() < 1e-13:
            break
    return float(found[0]), float(found[1])
