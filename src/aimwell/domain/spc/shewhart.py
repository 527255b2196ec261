"""Charts of subgroups and counts with a first phase that makes the limits and later data held against them.

Shewhart 1931; Montgomery, Introduction to Statistical Quality Control. Beside the charts of `chart_panel` these offer
a choice of estimators, ranges, np charts and new data.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, sqrt

import numpy as np

from aimwell.domain.spc.constants import c4
from aimwell.domain.spc.estimators import (
    Estimator,
    RangeConstants,
    SingleEstimator,
    Subgroups,
    range_deviation,
    sigma_single,
    sigma_within,
)
from aimwell.domain.spc.panels import Floats


@dataclass(frozen=True, slots=True)
class Data:
    """What is charted, first phase and later data: `values` is (subgroups, largest size) with NaN, or (points,)."""

    values: Floats
    sizes: Floats
    first: int
    """So many rows make the limits; the rest is new."""


@dataclass(frozen=True, slots=True)
class Choices:
    """`sigmas`: how far the limits lie. `centre`, `sigma`: known ones. The rest as in `estimators`; None: usual."""

    sigmas: float = 3.0
    centre: float | None = None
    sigma: float | None = None
    estimator: Estimator | None = None
    single: SingleEstimator = "MR"
    window: int = 2
    constants: RangeConstants = "exact"


@dataclass(frozen=True, slots=True)
class Shewhart:
    """`statistics`, `sizes`, `error`, `lower`, `upper`: (points,), new ones included. `centre`: (points,).

    `sigma`: of the process, (1,), or (points of the first phase,) where it follows their sizes. `error`: standard
    error of each point.
    """

    statistics: Floats
    sizes: Floats
    first: int
    centre: Floats
    sigma: Floats
    error: Floats
    lower: Floats
    upper: Floats


def subgroups(values: Floats) -> Subgroups:
    """Of `values` (subgroups, largest size), NaN where a subgroup is smaller."""
    present = ~np.isnan(values)
    sizes = present.sum(axis=1).astype(np.float64)
    means = np.where(present, values, 0).sum(axis=1) / sizes
    squares = (np.where(present, values - means[:, None], 0) ** 2).sum(axis=1)
    low = np.where(present, values, inf).min(axis=1)
    high = np.where(present, values, -inf).max(axis=1)
    alone = sizes < 2
    sds = np.sqrt(squares / np.where(alone, np.nan, sizes - 1))
    return Subgroups(sizes, means, np.where(alone, np.nan, high - low), sds)


def means_chart(data: Data, choices: Choices) -> Shewhart:
    """X-bar: the mean of all values, sigma / sqrt(n). Usual estimator: UWAVE-R, RMSDF with over 25 in a subgroup."""
    groups = subgroups(data.values)
    usual: Estimator = "RMSDF" if (groups.sizes[: data.first] > 25).any() else "UWAVE-R"
    sigma = _within(groups, data.first, choices, usual)
    return _chart(groups.means, groups.sizes, data.first, choices, sigma=sigma, error=sigma / np.sqrt(groups.sizes))


def ranges_chart(data: Data, choices: Choices) -> Shewhart:
    """R: the mean range, weighted by size, and sigma d3."""
    groups = subgroups(data.values)
    sigma = _within(groups, data.first, choices, "UWAVE-R")
    error = sigma * np.array([range_deviation(int(n), choices.constants) for n in groups.sizes])
    return _chart(groups.ranges, groups.sizes, data.first, choices, sigma=sigma, error=error, low=0.0)


def deviations_chart(data: Data, choices: Choices) -> Shewhart:
    """S: the mean standard deviation, weighted by size, and sigma sqrt(1 - c4^2)."""
    groups = subgroups(data.values)
    sigma = _within(groups, data.first, choices, "UWAVE-SD")
    error = sigma * np.sqrt(1 - np.array([c4(int(n)) for n in groups.sizes]) ** 2)
    return _chart(groups.sds, groups.sizes, data.first, choices, sigma=sigma, error=error, low=0.0)


def individuals_chart(data: Data, choices: Choices) -> Shewhart:
    """One value a point."""
    sigma = choices.sigma
    if sigma is None:
        sigma = sigma_single(
            data.values[: data.first], method=choices.single, window=choices.window, constants=choices.constants
        )
    ones = np.ones(data.values.shape)
    return _chart(data.values, ones, data.first, choices, sigma=sigma, error=sigma * ones)


def shares_chart(data: Data, choices: Choices) -> Shewhart:
    """p: counts over sizes."""
    share = _share(data, choices)
    sigma = sqrt(share * (1 - share)) if choices.sigma is None else choices.sigma
    error = np.sqrt(share * (1 - share) / data.sizes)
    shares = data.values / data.sizes
    return _chart(shares, data.sizes, data.first, choices, sigma=sigma, error=error, low=0.0, high=1.0)


def numbers_chart(data: Data, choices: Choices) -> Shewhart:
    """np: counts out of sizes; the centre follows the size."""
    total = float(data.sizes[: data.first].sum())
    share = float(data.values[: data.first].sum()) / total
    centre = data.sizes * share if choices.centre is None else np.full(data.sizes.shape, choices.centre)
    error = np.sqrt(centre * (1 - centre / data.sizes))
    sizes, spread = data.sizes[: data.first], choices.sigma
    sigma = np.sqrt(sizes * share * (1 - share)) if spread is None else np.full(sizes.shape, spread)
    return Shewhart(
        data.values,
        data.sizes,
        data.first,
        centre,
        sigma[:1] if (sigma == sigma[0]).all() else sigma,
        error,
        np.maximum(centre - choices.sigmas * error, 0.0),
        np.minimum(centre + choices.sigmas * error, data.sizes),
    )


def counts_chart(data: Data, choices: Choices) -> Shewhart:
    """c: counts of equal chance."""
    return _poisson(data.values, data, choices, np.ones(data.sizes.shape))


def rates_chart(data: Data, choices: Choices) -> Shewhart:
    """u: counts over sizes."""
    return _poisson(data.values / data.sizes, data, choices, data.sizes)


def between_chart(data: Data, choices: Choices) -> Shewhart:
    """g: non-events between events, geometric: sigma sqrt(m (m + 1))."""
    centre = float(data.values[: data.first].mean()) if choices.centre is None else choices.centre
    sigma = sqrt(centre * (centre + 1)) if choices.sigma is None else choices.sigma
    ones = np.ones(data.values.shape)
    return _chart(data.values, ones, data.first, choices, sigma=sigma, error=sigma * ones, low=0.0)


def _poisson(shown: Floats, data: Data, choices: Choices, sizes: Floats) -> Shewhart:
    first = slice(data.first)
    found = float(data.values[first].sum()) / float(sizes[first].sum())
    centre = found if choices.centre is None else choices.centre
    sigma = sqrt(centre) if choices.sigma is None else choices.sigma
    chosen = replace(choices, centre=centre)
    return _chart(shown, data.sizes, data.first, chosen, sigma=sigma, error=np.sqrt(centre / sizes), low=0.0)


def _share(data: Data, choices: Choices) -> float:
    if choices.centre is not None:
        return choices.centre
    return float(data.values[: data.first].sum()) / float(data.sizes[: data.first].sum())


def _within(groups: Subgroups, first: int, choices: Choices, usual: Estimator) -> float:
    if choices.sigma is not None:
        return choices.sigma
    base = Subgroups(groups.sizes[:first], groups.means[:first], groups.ranges[:first], groups.sds[:first])
    return sigma_within(base, method=choices.estimator or usual, constants=choices.constants)


def _chart(
    statistics: Floats,
    sizes: Floats,
    first: int,
    choices: Choices,
    *,
    sigma: float,
    error: Floats,
    low: float = -inf,
    high: float = inf,
) -> Shewhart:
    """The centre is the mean weighted by size, unless it is known."""
    base, weights = statistics[:first], sizes[:first]
    known = ~np.isnan(base)
    found = float((base[known] * weights[known]).sum() / weights[known].sum())
    centre = np.full(statistics.shape, found if choices.centre is None else choices.centre)
    lower = np.maximum(centre - choices.sigmas * error, low)
    upper = np.minimum(centre + choices.sigmas * error, high)
    return Shewhart(statistics, sizes, first, centre, np.array([sigma]), error, lower, upper)
