"""Rule sets as data: which rules a chart is read with, who published them, and their settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.patterns import spread_back
from aimwell.domain.spc.rule_tests import POINT_TESTS, SERIES_TESTS, View, view_of
from aimwell.domain.spc.zones import Zones, sigma_zones

RuleSetName = Literal["anhoej", "improvement", "western_electric", "nelson", "making_data_count", "best_box", "cut_box"]
RULE_SET_NAMES: tuple[RuleSetName, ...] = get_args(RuleSetName)
EXPERIMENTAL: frozenset[RuleSetName] = frozenset({"best_box", "cut_box"})
"""For the library and the command line: their authors call them experimental."""

TestName = Literal[
    "outside",
    "anhoej_run",
    "anhoej_crossings",
    "shift",
    "trend",
    "few_runs",
    "many_runs",
    "one_side",
    "steady_trend",
    "alternating",
    "beyond_share",
    "within_one_sigma",
    "beyond_one_sigma",
    "near_limits",
    "box_run",
    "box_crossings",
    "box_corner",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """`test`: the function in `patterns` that finds it; `settings`: its numbers. `needs_limits`: not on run charts."""

    name: str
    test: TestName
    settings: dict[str, float] = field(default_factory=dict)
    needs_limits: bool = False


@dataclass(frozen=True, slots=True)
class RuleSet:
    """`source`: author and year. `on_line`: what a point on the centre line does to a run; a missing or excluded
    point does the same. `flags`: the points of the whole pattern, or the one that completes it and those after it.
    """

    name: RuleSetName
    source: str
    rules: tuple[Rule, ...]
    on_line: Literal["skips", "breaks"]
    flags: Literal["pattern", "completing"] = "pattern"


OUTSIDE = Rule("outside", "outside", needs_limits=True)
"""One point beyond a three-sigma limit (Shewhart 1931); the same rule in every set."""

BOXES = "Anhøj, Wentzel-Larsen 2020"
BOX = (Rule("box_run", "box_run"), Rule("box_crossings", "box_crossings"))

RULE_SETS: dict[RuleSetName, RuleSet] = {
    rule_set.name: rule_set
    for rule_set in (
        RuleSet(
            "anhoej",
            "Anhøj, Olesen 2014; Anhøj 2015",
            (OUTSIDE, Rule("long_run", "anhoej_run"), Rule("few_crossings", "anhoej_crossings")),
            on_line="skips",
        ),
        RuleSet(
            "improvement",
            "Perla, Provost, Murray 2011; runs by Swed, Eisenhart 1943",
            (
                OUTSIDE,
                Rule("shift_6", "shift", {"points": 6}),
                Rule("trend_5", "trend", {"points": 5}),
                Rule("too_few_runs", "few_runs", {"points": 10}),
                Rule("too_many_runs", "many_runs", {"points": 10}),
            ),
            on_line="skips",
        ),
        RuleSet(
            "western_electric",
            "Western Electric 1956",
            (
                OUTSIDE,
                Rule("two_of_three", "beyond_share", {"points": 2, "of": 3, "sigma": 2}, needs_limits=True),
                Rule("four_of_five", "beyond_share", {"points": 4, "of": 5, "sigma": 1}, needs_limits=True),
                Rule("one_side_8", "one_side", {"points": 8}),
            ),
            on_line="breaks",
            flags="completing",
        ),
        RuleSet(
            "nelson",
            "Nelson 1984",
            (
                OUTSIDE,
                Rule("one_side_9", "one_side", {"points": 9}),
                Rule("trend_6", "steady_trend", {"points": 6}),
                Rule("alternating_14", "alternating", {"points": 14}),
                Rule("two_of_three", "beyond_share", {"points": 2, "of": 3, "sigma": 2}, needs_limits=True),
                Rule("four_of_five", "beyond_share", {"points": 4, "of": 5, "sigma": 1}, needs_limits=True),
                Rule("within_15", "within_one_sigma", {"points": 15}, needs_limits=True),
                Rule("beyond_8", "beyond_one_sigma", {"points": 8}, needs_limits=True),
            ),
            on_line="breaks",
            flags="completing",
        ),
        RuleSet(
            "making_data_count",
            "NHS England, Making Data Count 2019",
            (
                OUTSIDE,
                Rule("trend_7", "steady_trend", {"points": 7}),
                Rule("two_of_three_near", "near_limits", needs_limits=True),
                Rule("one_side_7", "one_side", {"points": 7}),
            ),
            on_line="breaks",
        ),
        RuleSet("best_box", BOXES, (OUTSIDE, *BOX), on_line="skips"),
        RuleSet("cut_box", BOXES, (OUTSIDE, *BOX, Rule("box_corner", "box_corner")), on_line="skips"),
    )
}

RULES: dict[str, Rule] = {rule.name: rule for rule_set in RULE_SETS.values() for rule in rule_set.rules}
"""Every rule by its name; a name means the same rule in each set that has it."""


def rules_for(rule_set: RuleSetName, *, with_limits: bool) -> tuple[Rule, ...]:
    """The rules of a set that can be read on a chart with or without limits, in the order of the set."""
    return tuple(rule for rule in RULE_SETS[rule_set].rules if with_limits or not rule.needs_limits)


@dataclass(frozen=True, slots=True)
class Broken:
    """What a rule set found. `points[name]`: (series, points); all False for a rule about the whole series.

    `series[name]`: (series,), whether the series breaks the rule at all. Names in the order of the set.
    """

    rules: tuple[Rule, ...]
    points: dict[str, Bools]
    series: dict[str, Bools]


def broken_rules(
    values: Floats,
    centre: Floats,
    *,
    rule_set: RuleSetName,
    sigma: Floats | None = None,
    zones: Zones | None = None,
    included: Bools | None = None,
    runs: bool = True,
) -> Broken:
    """Every rule of `rule_set` that each point of `values` (series, points) breaks; NaN = missing.

    `centre`, `sigma`: (series,), or (series, points) where they vary; `zones` instead of `sigma` for uneven lines.
    Without either, only rules that need no limits are read. `included` (series, points): not left out. `runs` off (a
    chart of moving ranges, categories on x): only limits are read.
    """
    kept = np.ones(values.shape, dtype=np.bool_) if included is None else included
    lines = zones if zones is not None or sigma is None else sigma_zones(centre, sigma)
    rules = tuple(r for r in rules_for(rule_set, with_limits=lines is not None) if runs or r.test == "outside")
    view = view_of(values, centre, kept, lines)
    whole = RULE_SETS[rule_set].flags == "pattern"
    points = {rule.name: _points(rule, view, whole) for rule in rules}
    series = {rule.name: _series(rule, view, points[rule.name]) for rule in rules}
    return Broken(rules, points, series)


def _points(rule: Rule, view: View, whole: bool) -> Bools:
    """(series, points)"""
    if rule.test in SERIES_TESTS:
        return np.zeros(view.panel.shape, dtype=np.bool_)
    found = POINT_TESTS[rule.test](view, rule.settings)
    if whole and rule.test in ("one_side", "steady_trend"):
        found = spread_back(found, int(rule.settings["points"]))
    return found.T


def _series(rule: Rule, view: View, points: Bools) -> Bools:
    if rule.test in SERIES_TESTS:
        return SERIES_TESTS[rule.test](view, rule.settings)
    return np.asarray(points.any(axis=1))
