"""How far groups without an order lie from their mean, the best group or a reference group.

Schlotheuber and Hosseinpoor (2022); variance of the between-group variance after Ahn and others (2018).
"""

from __future__ import annotations

from math import sqrt

import numpy as np

from aimwell.domain.equity.groups import Floats, Groups
from aimwell.domain.equity.measure import GapMeasure, around, plain


def between_group_variance(groups: Groups) -> GapMeasure:
    """BGV; its error is that of the quadratic form y'Ay of independent normal estimates, A = diag(w) - ww'."""
    form = np.diag(groups.weight) - np.outer(groups.weight, groups.weight)
    noisy = form * groups.error**2
    error = sqrt(4 * groups.estimate @ noisy @ form @ groups.estimate + 2 * np.trace(noisy @ noisy))
    return around("bgv", _variance(groups), error, groups.confidence)


def standard_deviation(groups: Groups) -> GapMeasure:
    return plain("bgsd", sqrt(_variance(groups)))


def coefficient_of_variation(groups: Groups) -> GapMeasure:
    return plain("covar", _of_mean(groups, 100 * sqrt(_variance(groups))))


def disparity(groups: Groups) -> GapMeasure:
    """Index of disparity."""
    return plain("idisu", _of_mean(groups, 100 * float(_apart(groups, groups.mean).mean())))


def disparity_weighted(groups: Groups) -> GapMeasure:
    return plain("idisw", _of_mean(groups, 100 * float(groups.weight @ _apart(groups, groups.mean))))


def from_best(groups: Groups) -> GapMeasure:
    return plain("mdbu", float(_apart(groups, groups.estimate[groups.best]).mean()))


def from_best_weighted(groups: Groups) -> GapMeasure:
    return plain("mdbw", float(groups.weight @ _apart(groups, groups.estimate[groups.best])))


def from_mean(groups: Groups) -> GapMeasure:
    return plain("mdmu", float(_apart(groups, groups.mean).mean()))


def from_mean_weighted(groups: Groups) -> GapMeasure:
    return plain("mdmw", float(groups.weight @ _apart(groups, groups.mean)))


def from_reference(groups: Groups) -> GapMeasure:
    """Mean over all groups, the reference group among them. It needs `groups.reference`."""
    return plain("mdru", float(_apart(groups, groups.estimate[groups.reference or 0]).mean()))


def from_reference_weighted(groups: Groups) -> GapMeasure:
    return plain("mdrw", float(groups.weight @ _apart(groups, groups.estimate[groups.reference or 0])))


def mean_log_deviation(groups: Groups) -> GapMeasure:
    """In thousandths; none when an estimate is not over 0."""
    with np.errstate(all="ignore"):
        return plain("mld", float(1000 * (groups.weight @ np.log(groups.mean / groups.estimate))))


def theil(groups: Groups) -> GapMeasure:
    """In thousandths; a group at 0 adds 0."""
    with np.errstate(all="ignore"):
        share = groups.estimate / groups.mean
        parts = np.where(share == 0, 0.0, share * np.log(share))
    return plain("ti", float(1000 * (groups.weight @ parts)))


def _variance(groups: Groups) -> float:
    return float(groups.weight @ (groups.estimate - groups.mean) ** 2)


def _apart(groups: Groups, point: float) -> Floats:
    return np.abs(groups.estimate - point)


def _of_mean(groups: Groups, value: float) -> float:
    return value / groups.mean if groups.mean else float("nan")
