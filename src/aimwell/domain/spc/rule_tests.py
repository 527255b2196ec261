"""The tests that rules name: which points of each series, or which series, show the pattern.

Each takes a `View` and the rule's settings. A point test gives flags (points, series); of patterns that a point
completes, it flags the points that complete one. A series test gives flags (series,).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc import patterns
from aimwell.domain.spc.boxes import best_box, box_limits, cut_box
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import Ints, Signs, expected_limits
from aimwell.domain.spc.runs_test import runs_verdicts
from aimwell.domain.spc.zones import Zones, beyond, within

Settings = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class UsefulRuns:
    """`totals` (points, series): the length of the run each useful point lies in. The rest: (series,)."""

    totals: patterns.Lengths
    above: Ints
    below: Ints
    crossings: Ints

    @property
    def useful(self) -> Ints:
        return self.above + self.below


@dataclass(frozen=True, slots=True)
class View:
    """One part of a panel, turned: (points, series). `values`: NaN where missing or left out. `signs`: side of the
    centre, 0 on it or in a gap. `zones` have the shapes of the panel, (series, points), and `panel` its values.
    """

    panel: Floats
    values: Floats
    signs: Signs
    zones: Zones | None
    runs: UsefulRuns


def view_of(values: Floats, centre: Floats, included: Bools, zones: Zones | None) -> View:
    panel = values if included.all() else np.where(included, values, np.nan)
    turned = np.ascontiguousarray(panel.T)
    line = centre if centre.ndim == 1 else centre.T
    signs = patterns.signs_of(turned, line)
    return View(panel, turned, signs, zones, _useful_runs(signs))


def _useful_runs(signs: Signs) -> UsefulRuns:
    new = patterns.new_runs(signs)
    return UsefulRuns(
        patterns.useful_run_totals(signs, new),
        (signs > 0).sum(axis=0),
        (signs < 0).sum(axis=0),
        new.sum(axis=0),
    )


def outside(view: View, settings: Settings) -> Bools:
    """Beyond a three-sigma limit (Shewhart 1931)."""
    found: Bools = _beyond(view, 3) != 0
    return found


def anhoej_run(view: View, settings: Settings) -> Bools:
    """In a run longer than log2 of the useful points, rounded, plus 3 (Anhoej, Olesen 2014)."""
    longest, _ = expected_limits(view.runs.useful)
    found: Bools = view.runs.totals > longest
    return found


def anhoej_crossings(view: View, settings: Settings) -> Bools:
    """Fewer crossings than the 5 % point of a fair coin (Anhoej, Olesen 2014)."""
    _, fewest = expected_limits(view.runs.useful)
    return view.runs.crossings < fewest


def box_run(view: View, settings: Settings) -> Bools:
    """In a run longer than the best box holds (Anhoej, Wentzel-Larsen 2020)."""
    found: Bools = view.runs.totals > box_limits(view.runs.useful, best_box).longest
    return found


def box_crossings(view: View, settings: Settings) -> Bools:
    """Fewer crossings than the best box holds."""
    return view.runs.crossings < box_limits(view.runs.useful, best_box).fewest


def box_corner(view: View, settings: Settings) -> Bools:
    """Inside the best box, but in the corner that the cut box takes off."""
    limits = box_limits(view.runs.useful, cut_box)
    return limits.cut(view.runs.crossings, view.runs.totals.max(axis=0, initial=0))


def shift(view: View, settings: Settings) -> Bools:
    """In a run of so many useful points on one side."""
    return view.runs.totals >= settings["points"]


def trend(view: View, settings: Settings) -> Bools:
    """In a row of so many points that all rise or all fall; repeated values are skipped."""
    return patterns.useful_trends(view.values, int(settings["points"]))


def few_runs(view: View, settings: Settings) -> Bools:
    return _runs(view, settings)[0]


def many_runs(view: View, settings: Settings) -> Bools:
    return _runs(view, settings)[1]


def one_side(view: View, settings: Settings) -> Bools:
    """So many points in a row on one side; a point on the line breaks."""
    return patterns.run_lengths(view.signs) >= settings["points"]


def steady_trend(view: View, settings: Settings) -> Bools:
    """So many points in a row that all rise or all fall; an equal value breaks."""
    return patterns.run_lengths(patterns.steps(view.values)) >= settings["points"] - 1


def alternating(view: View, settings: Settings) -> Bools:
    """So many points in a row that turn up and down by turns."""
    return patterns.alternating_lengths(patterns.steps(view.values)) >= settings["points"] - 1


def beyond_share(view: View, settings: Settings) -> Bools:
    """`points` of the last `of` beyond `sigma` on one side, the point itself among them."""
    side, of = _beyond(view, int(settings["sigma"])), int(settings["of"])
    whole = _without_gap(view, of)
    above = (side > 0) & (patterns.window_sum(side > 0, of) >= settings["points"])
    below = (side < 0) & (patterns.window_sum(side < 0, of) >= settings["points"])
    found: Bools = (above | below) & whole
    return found


def within_one_sigma(view: View, settings: Settings) -> Bools:
    """So many points in a row within one sigma, the lines included."""
    inside = within(view.panel, _zones(view), 1).T.astype(np.int8)
    return patterns.run_lengths(inside) >= settings["points"]


def beyond_one_sigma(view: View, settings: Settings) -> Bools:
    """So many points in a row beyond one sigma, some above and some below."""
    side, points = _beyond(view, 1), int(settings["points"])
    above, below = patterns.window_sum(side > 0, points), patterns.window_sum(side < 0, points)
    found: Bools = (above + below == points) & (above > 0) & (below > 0)
    return found


def near_limits(view: View, settings: Settings) -> Bools:
    """Points between two and three sigma, two of three in a row, all three on one side (Making Data Count)."""
    near = (_beyond(view, 2) != 0) & (_beyond(view, 3) == 0)
    same_side = (patterns.window_sum(view.signs > 0, 3) == 3) | (patterns.window_sum(view.signs < 0, 3) == 3)
    found: Bools = near & patterns.spread_back(same_side & (patterns.window_sum(near, 3) >= 2), 3)
    return found


def _runs(view: View, settings: Settings) -> tuple[Bools, Bools]:
    runs = view.runs
    number = runs.crossings + (runs.useful > 0)
    return runs_verdicts(number, runs.above, runs.below, at_least=int(settings["points"]))


def _beyond(view: View, sigma: int) -> Signs:
    return np.ascontiguousarray(beyond(view.panel, _zones(view), sigma).T)


def _zones(view: View) -> Zones:
    if view.zones is None:
        raise ValueError("this rule needs limits")
    return view.zones


def _without_gap(view: View, of: int) -> Bools:
    whole: Bools = patterns.window_sum(~np.isnan(view.values), of) == of
    return whole


POINT_TESTS: dict[str, Callable[[View, Settings], Bools]] = {
    test.__name__: test
    for test in (
        outside,
        anhoej_run,
        box_run,
        shift,
        trend,
        one_side,
        steady_trend,
        alternating,
        beyond_share,
        within_one_sigma,
        beyond_one_sigma,
        near_limits,
    )
}
SERIES_TESTS: dict[str, Callable[[View, Settings], Bools]] = {
    test.__name__: test for test in (anhoej_crossings, box_crossings, box_corner, few_runs, many_runs)
}
