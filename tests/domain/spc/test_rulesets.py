from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.patterns import FEW
from aimwell.domain.spc.rule_tests import POINT_TESTS, SERIES_TESTS, outside, view_of
from aimwell.domain.spc.rulesets import RULE_SET_NAMES, RULE_SETS, RULES, broken_rules, rules_for
from aimwell.domain.spc.zones import panel_zones, sigma_zones
from domain.spc import plain, plain_rules

SIGMA = 2.0
lively = st.lists(st.one_of(st.none(), st.integers(-8, 8).map(float)), max_size=30)
smooth = st.lists(st.integers(-1, 2), max_size=30).map(lambda moves: np.cumsum([0, *moves]).astype(float).tolist())
one_sided = st.lists(st.sampled_from([1.0, 3.0, 5.0, 5.0, -3.0]), max_size=30)
zigzag = st.lists(st.integers(1, 4), max_size=30).map(lambda s: [float(n * (-1) ** k) for k, n in enumerate(s)])
calm = st.lists(st.sampled_from([0.0, 1.0, -2.0, 2.0, 2.5]), max_size=40)
any_series = st.one_of(lively, smooth, one_sided, zigzag, calm)


def array(values):
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def found(values, rule_set, **options):
    """Rows at which each rule is broken, of one series around 0."""
    panel = array(values)[None, :]
    broken = broken_rules(panel, np.zeros(1), rule_set=rule_set, sigma=np.full(1, SIGMA), **options)
    return {name: np.flatnonzero(mask[0]).tolist() for name, mask in broken.points.items()}


@given(any_series)
def test_western_electric_agrees_with_its_plain_twin(values):
    assert found(values, "western_electric") == {
        "outside": plain_rules.outside(values, SIGMA),
        "two_of_three": plain_rules.beyond_share(values, 2, 3, 2 * SIGMA),
        "four_of_five": plain_rules.beyond_share(values, 4, 5, SIGMA),
        "one_side_8": plain_rules.one_side(values, 8),
    }


@given(any_series)
def test_nelson_agrees_with_its_plain_twin(values):
    assert found(values, "nelson") == {
        "outside": plain_rules.outside(values, SIGMA),
        "one_side_9": plain_rules.one_side(values, 9),
        "trend_6": plain_rules.steady_trend(values, 6),
        "alternating_14": plain_rules.alternating(values, 14),
        "two_of_three": plain_rules.beyond_share(values, 2, 3, 2 * SIGMA),
        "four_of_five": plain_rules.beyond_share(values, 4, 5, SIGMA),
        "within_15": plain_rules.within(values, 15, SIGMA),
        "beyond_8": plain_rules.beyond_both(values, 8, SIGMA),
    }


@given(any_series)
def test_making_data_count_agrees_with_its_plain_twin(values):
    assert found(values, "making_data_count") == {
        "outside": plain_rules.outside(values, SIGMA),
        "trend_7": plain_rules.steady_trend_whole(values, 7),
        "two_of_three_near": plain_rules.near_limits(values, SIGMA),
        "one_side_7": plain_rules.one_side_whole(values, 7),
    }


@given(any_series)
def test_improvement_agrees_with_its_plain_twin(values):
    mine = found(values, "improvement")
    assert mine["shift_6"] == sorted(k for rows in plain_rules.shift(values, 0, 6) for k in rows)
    assert mine["trend_5"] == sorted({k for rows in plain_rules.trend(values, 5) for k in rows})


@given(any_series)
def test_anhoej_agrees_with_its_plain_twin(values):
    useful = plain.useful_sides(values, 0)
    limit = plain.longest_ordinary(len(useful))
    broken = broken_rules(array(values)[None, :], np.zeros(1), rule_set="anhoej")
    runs = plain_rules.shift(values, 0, limit + 1)
    assert np.flatnonzero(broken.points["long_run"][0]).tolist() == sorted(k for rows in runs for k in rows)
    few = plain.crossings(useful) < plain.fewest_crossings(len(useful))
    assert (bool(broken.series["long_run"][0]), bool(broken.series["few_crossings"][0])) == (bool(runs), few)


@given(st.lists(any_series, min_size=1, max_size=4), st.sampled_from(RULE_SET_NAMES))
def test_a_panel_is_its_series_one_by_one(many, rule_set):
    longest = max(len(one) for one in many)
    padded = [[*one, *[None] * (longest - len(one))] for one in many]
    panel = np.array([array(one) for one in padded]).reshape(len(many), longest)
    together = broken_rules(panel, np.zeros(len(many)), rule_set=rule_set, sigma=np.full(len(many), SIGMA))
    for row, one in enumerate(padded):
        alone = found(one, rule_set)
        assert {name: np.flatnonzero(mask[row]).tolist() for name, mask in together.points.items()} == alone


@given(any_series, st.sets(st.integers(0, 29)), st.sampled_from(RULE_SET_NAMES))
def test_a_point_left_out_is_as_if_it_were_missing(values, left_out, rule_set):
    included = np.array([[k not in left_out for k in range(len(values))]], dtype=bool)
    missing = [None if k in left_out else value for k, value in enumerate(values)]
    assert found(values, rule_set, included=included) == found(missing, rule_set)


@given(any_series, st.sampled_from(RULE_SET_NAMES))
def test_upside_down_the_same_points_break_the_same_rules(values, rule_set):
    mirrored = [None if value is None else -value for value in values]
    assert found(mirrored, rule_set) == found(values, rule_set)


def test_zones_follow_each_point_of_its_own_sigma():
    values = np.array([[2.5, 2.5, 2.5, 2.5]])
    broken = broken_rules(values, np.zeros(1), rule_set="western_electric", sigma=np.array([[0.5, 1.0, 1.0, 2.0]]))
    assert broken.points["outside"].tolist() == [[True, False, False, False]]
    assert broken.points["two_of_three"].tolist() == [[False, False, True, False]]


def test_a_centre_may_follow_the_points():
    centre = np.array([[0.0, 4.0] * 4])
    broken = broken_rules(np.full((1, 8), 2.0), centre, rule_set="western_electric")
    assert not broken.points["one_side_8"].any()
    level = broken_rules(np.full((1, 8), 5.0), centre, rule_set="western_electric")
    assert level.points["one_side_8"].tolist() == [[False] * 7 + [True]]


def test_without_limits_only_rules_that_need_none_are_read():
    broken = broken_rules(np.ones((1, 9)), np.zeros(1), rule_set="nelson")
    assert [rule.name for rule in broken.rules] == ["one_side_9", "trend_6", "alternating_14"]
    assert [rule.name for rule in rules_for("making_data_count", with_limits=False)] == ["trend_7", "one_side_7"]


def test_without_runs_only_limits_are_read():
    broken = broken_rules(np.ones((1, 9)), np.zeros(1), rule_set="anhoej", sigma=np.ones(1), runs=KINDS["mr"].runs)
    assert list(broken.points) == ["outside"]


def test_a_rule_about_the_series_flags_no_point():
    values = np.array([[1.0] * 6 + [-1.0] * 6])
    broken = broken_rules(values, np.zeros(1), rule_set="improvement")
    assert broken.series["too_few_runs"].tolist() == [True]
    assert not broken.points["too_few_runs"].any()
    assert broken.series["too_many_runs"].tolist() == [False]


def test_a_rule_that_needs_limits_says_so():
    view = view_of(np.ones((1, 3)), np.zeros(1), np.ones((1, 3), dtype=bool), None)
    with pytest.raises(ValueError, match="this rule needs limits"):
        outside(view, {})


def test_every_rule_has_one_test_and_one_meaning():
    assert {rule.test for rule in RULES.values()} == POINT_TESTS.keys() | SERIES_TESTS.keys()
    for rule_set in RULE_SETS.values():
        assert rule_set.source
        assert all(RULES[rule.name] == rule for rule in rule_set.rules)


def test_lines_as_drawn_give_the_zones_of_sigma_where_nothing_is_cut():
    values = np.array([[10.0, 12.0, 9.0, 11.0, 10.0, 8.0]])
    panel = chart_panel(values, chart="i")
    sigma = (panel.upper[:, 0] - panel.centre[:, 0]) / 3
    drawn, whole = panel_zones(panel), sigma_zones(panel.centre[:, 0], sigma)
    for mine, theirs in zip((*drawn.lower, *drawn.upper), (*whole.lower, *whole.upper), strict=True):
        assert mine[0] == pytest.approx(theirs[0, 0], rel=1e-12)


def test_a_cut_line_leaves_the_one_sigma_line_where_it_was():
    panel = chart_panel(np.array([[1.0, 0.0, 2.0, 1.0, 1.0]]), chart="c")
    zones = panel_zones(panel)
    assert [line[0, 0] for line in zones.lower] == [0.0, 0.0, 0.0]
    assert [line[0, 0] for line in zones.upper] == [2.0, 3.0, 4.0]


def test_the_lines_of_times_between_are_even_on_their_own_scale():
    panel = chart_panel(np.array([[3.0, 8.0, 1.0, 20.0, 6.0, 4.0]]), chart="t")
    one, two, three = (line[0, 0] ** (1 / 3.6) for line in panel_zones(panel).upper)
    centre = panel.centre[0, 0] ** (1 / 3.6)
    assert (two - centre, three - centre) == pytest.approx((2 * (one - centre), 3 * (one - centre)))


def test_lines_that_meet_hold_nothing_within():
    flat = broken_rules(np.ones((1, 20)), np.ones(1), rule_set="nelson", sigma=np.zeros(1))
    assert not any(mask.any() for mask in flat.series.values())


@pytest.mark.parametrize("rule_set", RULE_SET_NAMES)
def test_many_series_at_once_are_read_like_a_few(rule_set):
    draw = np.random.default_rng(5)
    panel = draw.integers(-4, 5, size=(FEW + 44, 40)).astype(float)
    panel[draw.random(panel.shape) < 0.05] = np.nan
    together = broken_rules(panel, np.zeros(len(panel)), rule_set=rule_set, sigma=np.full(len(panel), SIGMA))
    for first in (0, 100, 200):
        rows = slice(first, first + 100)
        some = broken_rules(panel[rows], np.zeros(100), rule_set=rule_set, sigma=np.full(100, SIGMA))
        assert all((together.points[name][rows] == points).all() for name, points in some.points.items())
        assert all((together.series[name][rows] == series).all() for name, series in some.series.items())


def test_many_series_without_a_tie_are_read_like_a_few():
    panel = np.random.default_rng(6).normal(size=(FEW + 44, 24))
    together = broken_rules(panel, np.zeros(len(panel)), rule_set="improvement")
    alone = [broken_rules(one[None, :], np.zeros(1), rule_set="improvement") for one in panel[:40]]
    for name in ("shift_6", "trend_5"):
        assert together.points[name].any()
        assert (together.points[name][:40] == np.concatenate([one.points[name] for one in alone])).all()
