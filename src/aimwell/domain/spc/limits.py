"""Centre and sigma of each chart over time, one part of a panel at once.

Formulas: Montgomery, Introduction to Statistical Quality Control; Nelson 1982 (screened ranges); Nelson 1994 (T);
Benneyan 2001 (G); Laney 2002 (P', U'); Taylor 2017 (I'). All leave out points that are missing, excluded or outside
the baseline.
"""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sqrt

import numpy as np

from aimwell.domain.spc.constants import c4
from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.moving_ranges import SCREEN_AT, SCREEN_AT_PRIME, mean_range, ranges_of
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.part_data import (
    Lines,
    Options,
    PartData,
    baseline,
    centre_line,
    deviation,
    mean,
    median,
    pooled_share,
    weighted_mean,
)
from aimwell.domain.spc.rules import Ints

T_POWER = 3.6
"""Times between events to this root are nearly normal (Nelson 1994)."""
G_MEDIAN = 0.693
"""Median of a geometric count over its mean: the logarithm of 2, to three places."""
ROUNDING = 1e-12
"""A share that lies so near the line, relatively, is on it: a flat series stays flat."""

Finder = Callable[[PartData, Options], Lines]


def find_lines(chart: ChartKind, part: PartData, options: Options) -> Lines:
    return _FINDERS[chart](part, options)


def _run(part: PartData, _: Options) -> Lines:
    centre = centre_line(part, lambda: median(part.values, part))
    return Lines(part.values, centre, centre, np.full((len(centre), 1), np.nan))


def _individuals(part: PartData, options: Options) -> Lines:
    centre = centre_line(part, lambda: mean(part.values, part))
    sigma, dropped = _range_sigma(part.values - centre, part, options)
    return Lines(part.values, centre, centre, sigma, dropped=dropped)


def _moving_ranges(part: PartData, options: Options) -> Lines:
    """Limits 0 and 3.267 times the centre, the inner one at two thirds of that. The first point has no range."""
    drawn = np.full(part.values.shape, np.nan)
    drawn[:, 1:] = ranges_of(part.values)
    ordinary = drawn
    if not (part.whole or options.as_reference.ranges_from_excluded_count):
        ordinary = drawn.copy()
        ordinary[:, 1:][~part.base[:, :-1]] = np.nan
    centre = centre_line(part, lambda: mean(ordinary, part))
    return Lines(drawn, centre, np.zeros_like(centre), SCREEN_AT * centre / 3, low=0.0)


def _individuals_prime(part: PartData, options: Options) -> Lines:
    """Sigma from neighbours: sqrt(pi / 2) times their distance over sqrt(1 / n + 1 / n of the next), averaged."""
    centre = centre_line(part, lambda: weighted_mean(part.values, part.denominators, part))
    values, weights = part.values, part.denominators
    if not options.as_reference.prime_sigma_from_all:
        values, weights = baseline(values, part), baseline(weights, part)
    each = sqrt(pi / 2) * ranges_of(values) / np.sqrt(1 / weights[:, 1:] + 1 / weights[:, :-1])
    sigma, dropped = mean_range(each, screen_at=SCREEN_AT_PRIME if options.screen else None)
    return Lines(part.values, centre, centre, sigma / np.sqrt(part.denominators), dropped=dropped)


def _means(part: PartData, options: Options) -> Lines:
    centre = centre_line(part, lambda: weighted_mean(part.values, part.sizes, part))
    sigma = _pooled_deviation(part, options) * _for_each_size(part.sizes, lambda n: 1 / (c4(n) * sqrt(n)))
    return Lines(part.values, centre, centre, sigma)


def _deviations(part: PartData, options: Options) -> Lines:
    centre = centre_line(part, lambda: _pooled_deviation(part, options))
    sigma = centre * _for_each_size(part.sizes, lambda n: sqrt(1 - c4(n) ** 2) / c4(n))
    return Lines(part.sds, centre, centre, sigma, low=0.0)


def _proportions(part: PartData, options: Options) -> Lines:
    centre = centre_line(part, lambda: pooled_share(part, options))
    sigma = np.sqrt(centre * (1 - centre) / part.denominators)
    return Lines(part.values, centre, centre, sigma, low=0.0, high=1.0)


def _rates(part: PartData, options: Options) -> Lines:
    centre = centre_line(part, lambda: pooled_share(part, options))
    return Lines(part.values, centre, centre, np.sqrt(centre / part.denominators), low=0.0)


def _counts(part: PartData, _: Options) -> Lines:
    centre = centre_line(part, lambda: mean(part.values, part))
    return Lines(part.values, centre, centre, np.sqrt(centre), low=0.0)


def _cases_between(part: PartData, _: Options) -> Lines:
    """Limits around the mean; the median is drawn, because such counts lean far to one side."""
    middle = centre_line(part, lambda: mean(part.values, part))
    drawn = median(part.values, part) if part.given is None else G_MEDIAN * middle
    return Lines(part.values, drawn, middle, np.sqrt(middle * (middle + 1)), low=0.0)


def _time_between(part: PartData, options: Options) -> Lines:
    """An I chart of the root, turned back. A series with a value of 0 or less has no limits."""
    root = np.maximum(part.values, 0.0) ** (1 / T_POWER)
    known = part.given
    if known is not None and not options.as_reference.centre_on_root_scale:
        known = known ** (1 / T_POWER)
    centre = mean(root, part) if known is None else np.where(np.isnan(known), mean(root, part), known)
    sigma, dropped = _range_sigma(root - centre, part, options)
    refused = (part.values <= 0).any(axis=1, keepdims=True)
    sigma = np.where(refused, np.nan, sigma)
    return Lines(part.values, centre**T_POWER, centre, sigma, low=0.0, power=T_POWER, dropped=dropped)


def _prime(plain: Finder) -> Finder:
    """Sigma of the plain chart times the spread of its z scores; over categories their standard deviation."""

    def found(part: PartData, options: Options) -> Lines:
        first = plain(part, options)
        distance = part.values - first.centre
        distance[np.abs(distance) <= ROUNDING * np.abs(first.centre)] = 0.0
        z = distance / first.sigma
        factor, dropped = _range_sigma(z, part, options) if options.ordered else (_deviation_of(z, part, options), None)
        if options.floor_of_one:
            factor = np.maximum(factor, 1.0)
        sigma = first.sigma * factor
        return Lines(part.values, first.centre, first.centre, sigma, first.low, first.high, dropped=dropped)

    return found


def _deviation_of(z: Floats, part: PartData, options: Options) -> Floats:
    found = deviation(z, part)
    if options.as_reference.gaps_void_deviation:
        found = np.where((part.base & np.isnan(z)).any(axis=1, keepdims=True), np.nan, found)
    return found


def _range_sigma(values: Floats, part: PartData, options: Options) -> tuple[Floats, Ints]:
    """Mean moving range of the baseline over 1.128, and how many ranges were dropped."""
    screen_at = SCREEN_AT if options.screen else None
    found, dropped = mean_range(ranges_of(baseline(values, part)), screen_at=screen_at)
    return found / options.divisor, dropped


def _pooled_deviation(part: PartData, options: Options) -> Floats:
    """Mean of the subgroups' s if all are of one size, else the root of their pooled variance. Shape (series, 1)."""
    sizes = part.sizes
    freedom = sizes - 1 if options.as_reference.empty_subgroups_count else np.maximum(sizes - 1, 0)
    squares = np.where(sizes > 1, freedom * part.sds**2, 0.0).sum(axis=1, where=part.base, keepdims=True)
    total = freedom.sum(axis=1, where=part.base & (sizes == sizes), keepdims=True)
    pooled = np.sqrt(squares / np.where(total == 0, np.nan, total))
    ragged = (sizes < np.fmax.reduce(sizes, axis=1, keepdims=True, initial=0.0)).any(axis=1, keepdims=True)
    found: Floats = np.where(ragged, pooled, mean(part.sds, part))
    return found


def _for_each_size(sizes: Floats, factor: Callable[[int], float]) -> Floats:
    """`factor` of each subgroup size; NaN for a subgroup of none or one."""
    distinct, where = np.unique(sizes, return_inverse=True)
    found = np.array([factor(int(n)) if n > 1 else np.nan for n in distinct], dtype=np.float64)
    return found[where].reshape(sizes.shape)


_FINDERS: dict[ChartKind, Finder] = {
    "run": _run,
    "i": _individuals,
    "mr": _moving_ranges,
    "ip": _individuals_prime,
    "xbar": _means,
    "s": _deviations,
    "p": _proportions,
    "pp": _prime(_proportions),
    "c": _counts,
    "u": _rates,
    "up": _prime(_rates),
    "g": _cases_between,
    "t": _time_between,
}
