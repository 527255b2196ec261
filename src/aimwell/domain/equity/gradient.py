"""Measures along an order of groups, from the least to the most advantaged.

Rank of a group: the middle of its place in the whole population, 0 to 1 (Schlotheuber and Hosseinpoor 2022).
"""

from __future__ import annotations

from math import nan, sqrt

import numpy as np

from aimwell.domain.equity.groups import Floats, Groups
from aimwell.domain.equity.measure import GapMeasure, around, plain

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
    """SII: the difference of the fitted values at ranks 1 and 0; logistic, straight when the scale does not fit."""
    low, high = _ends(groups)
    return plain("sii", high - low)


def relative_index(groups: Groups) -> GapMeasure:
    """RII: the fitted value at rank 1 by that at rank 0."""
    low, high = _ends(groups)
    return plain("rii", high / low if low else nan)


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


def _ends(groups: Groups) -> tuple[float, float]:
    """Fitted values at ranks 0 and 1."""
    share = groups.estimate / groups.scale
    if np.any((share < 0) | (share > 1)):
        centred = ranks(groups) - groups.weight @ ranks(groups)
        slope = float(groups.weight @ (centred * groups.estimate)) / float(groups.weight @ centred**2)
        return groups.mean - slope / 2, groups.mean + slope / 2
    base, slope = _logistic(ranks(groups), share, groups.weight)
    return groups.scale / (1 + np.exp(-base)), groups.scale / (1 + np.exp(-base - slope))


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
