from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest

from aimwell.domain.spc.chart_panel import chart_panel, without_flat_limits
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.false_signals import CONDITIONS, Condition, chance_of_any, expected_on_page, rate, reading_rate
from aimwell.domain.spc.kinds import CHART_KINDS, KINDS
from aimwell.domain.spc.measured_rates import LENGTHS, MEASURED
from aimwell.domain.spc.rates import false_run_rate, false_signal_rate
from aimwell.domain.spc.reading import Phase
from aimwell.domain.spc.rules import longest_run_max
from aimwell.domain.spc.rulesets import RULE_SET_NAMES, broken_rules
from aimwell.domain.spc.zones import panel_zones
from aimwell.domain.words.conditions import TABLE as CONDITION_WORDS

EVERY = [(rule_set, chart) for chart in CHART_KINDS for rule_set in RULE_SET_NAMES]


def inputs(chart, shape, seed=11):
    """What `chart_panel` takes, under the condition of the chart."""
    draw = np.random.default_rng(seed)
    condition = CONDITIONS[chart]
    if condition == "shares":
        return {"numerators": draw.binomial(40, 0.5, shape) * 1.0, "denominators": np.full(shape, 40.0)}
    if condition == "rates":
        return {"numerators": draw.poisson(15, shape) * 1.0, "denominators": np.full(shape, 20.0)}
    if condition == "subgroups":
        each = draw.normal(size=(*shape, 5))
        return {"values": each.mean(axis=2), "sizes": np.full(shape, 5.0), "sds": each.std(axis=2, ddof=1)}
    if condition == "cases_between":
        return {"values": np.floor(np.log(draw.random(shape)) / np.log(20 / 21))}
    if condition == "time_between":
        return {"values": draw.exponential(size=shape)}
    return {"values": draw.poisson(15, shape) * 1.0 if condition == "counts" else draw.normal(size=shape)}


def signals(chart, rule_set, given):
    """(series,), by the panel engine."""
    panel = without_flat_limits(chart_panel(chart=chart, **given))
    zones = panel_zones(panel)
    found = broken_rules(
        panel.values,
        panel.centre,
        rule_set=rule_set,
        zones=zones if KINDS[chart].with_limits else None,
        runs=KINDS[chart].runs,
    )
    return np.any(list(found.series.values()), axis=0)


def test_every_chart_with_every_rule_set_has_a_rate_for_each_length():
    assert set(MEASURED) == set(EVERY)
    assert {len(rates) for rates in MEASURED.values()} == {len(LENGTHS)}


def test_every_chart_names_its_condition_and_every_condition_has_words():
    assert tuple(CONDITIONS) == CHART_KINDS
    assert set(CONDITIONS.values()) == set(get_args(Condition)) == set(CONDITION_WORDS.entries)


@pytest.mark.parametrize(("rule_set", "chart"), EVERY)
@pytest.mark.parametrize("n", [12, 36])
def test_another_simulation_agrees(rule_set, chart, n):
    """1,500 charts: four standard errors of either number together are under 0.055."""
    share = signals(chart, rule_set, inputs(chart, (1500, n))).mean()
    error = (share * (1 - share) / 1500 + 0.25 / 20_000) ** 0.5
    assert rate(rule_set, chart, n) == pytest.approx(share, abs=4 * error)


@pytest.mark.parametrize("chart", CHART_KINDS)
def test_a_page_signals_where_the_panel_does(chart):
    given = inputs(chart, (8, 24), seed=3)
    for rule_set in RULE_SET_NAMES:
        readings = [page(chart, rule_set, given, row) for row in range(8)]
        shown = [bool(reading.phases[0].signals) for reading in readings]
        assert shown == signals(chart, rule_set, given).tolist()


def page(chart, rule_set, given, row):
    days = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(24)]
    if "numerators" in given:
        tops, bottoms = given["numerators"][row], given["denominators"][row]
        points = [Point(day, None, float(a), float(b)) for day, a, b in zip(days, tops, bottoms, strict=True)]
    elif "sds" in given:
        means, sds = given["values"][row], given["sds"][row]
        # Five values with this mean and this standard deviation.
        points = [
            Point(day, float(mean + sd * step))
            for day, mean, sd in zip(days, means, sds, strict=True)
            for step in (-(2**0.5), 0.0, 0.0, 0.0, 2**0.5)
        ]
    else:
        points = [Point(day, float(value)) for day, value in zip(days, given["values"][row], strict=True)]
    return chart_reading(points, chart=chart, rules=rule_set)


def test_what_was_measured_agrees_with_what_was_counted():
    for n, measured in zip(LENGTHS, MEASURED["anhoej", "run"], strict=True):
        assert rate("anhoej", "run", n) == pytest.approx(measured, abs=0.005)


@pytest.mark.parametrize(
    ("rule_set", "published"),
    [
        ("western_electric", {12: 0.080, 24: 0.182, 36: 0.287, 60: 0.456}),
        ("making_data_count", {12: 0.074, 24: 0.183, 36: 0.293, 60: 0.469}),
    ],
)
def test_individuals_charts_agree_with_an_earlier_simulation(rule_set, published):
    for n, share in published.items():
        assert rate(rule_set, "i", n) == pytest.approx(share, abs=0.015)


@pytest.mark.parametrize(("n", "shift_or_trend"), [(12, 0.123), (24, 0.359), (36, 0.553), (60, 0.783)])
def test_the_runs_test_adds_little_to_shift_and_trend(n, shift_or_trend):
    assert 0 <= rate("improvement", "run", n) - shift_or_trend < 0.03


@pytest.mark.parametrize(("rule_set", "chart"), EVERY)
def test_rates_are_chances_at_every_length_and_grow_with_the_chart(rule_set, chart):
    rates = [rate(rule_set, chart, n) for n in range(121)]
    assert all(0 <= one <= 1 for one in rates)
    assert rates[:2] == [0, 0]
    assert rates[10] <= rates[24] <= rates[60] <= rates[84]


@pytest.mark.parametrize(("rule_set", "chart"), [pair for pair in EVERY if pair != ("anhoej", "run")])
def test_between_two_lengths_lies_a_straight_line(rule_set, chart):
    for short, long in pairwise(LENGTHS):
        middle = rate(rule_set, chart, (short + long) // 2)
        ends = sorted((rate(rule_set, chart, short), rate(rule_set, chart, long)))
        assert ends[0] <= middle <= ends[1]
    low, high = rate(rule_set, chart, 60), rate(rule_set, chart, 72)
    assert rate(rule_set, chart, 66) == pytest.approx((low + high) / 2)
    assert rate(rule_set, chart, 500) == rate(rule_set, chart, LENGTHS[-1])


def test_moving_ranges_have_one_rate_whatever_the_rules():
    assert len({MEASURED[rule_set, "mr"] for rule_set in RULE_SET_NAMES}) == 1


@pytest.mark.parametrize("rule_set", RULE_SET_NAMES)
def test_a_kept_baseline_signals_more_often(rule_set):
    values = np.random.default_rng(4).normal(size=(1500, 24))
    assert signals("i", rule_set, {"values": values, "freeze": [12]}).mean() > rate(rule_set, "i", 24) + 0.05


def test_nine_groups_on_a_page_show_a_false_signal_almost_surely():
    rates = [0.359] * 9
    assert expected_on_page(rates) == pytest.approx(3.231)
    assert chance_of_any(rates) == pytest.approx(0.982, abs=0.001)
    assert (expected_on_page([]), chance_of_any([])) == (0, 0)


def test_a_reading_adds_its_phases_and_what_a_new_phase_is_held_against():
    days = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(24)]
    points = [Point(day, float(k % 5)) for k, day in enumerate(days)]
    whole = chart_reading(points)
    parted = chart_reading(points, phases=[Phase(days[12], "new cards")])
    assert reading_rate("anhoej", whole) == false_signal_rate(whole.phases[0].n_useful)
    first, second = parted.phases
    limit = longest_run_max(first.n_useful + second.n_useful)
    assert reading_rate("anhoej", parted) == (
        false_signal_rate(first.n_useful)
        + false_signal_rate(second.n_useful)
        + false_run_rate(12, baseline=12, longer_than=limit)
    )
    assert reading_rate("nelson", parted) == rate("nelson", "run", 12) * 2


def test_a_kept_baseline_and_a_given_line_have_their_own_rates():
    days = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(24)]
    points = [Point(day, float(k)) for k, day in enumerate(days)]
    kept = chart_reading(points, freeze=days[9])
    given = chart_reading(points, centre=11.5)
    assert reading_rate("anhoej", kept) == false_signal_rate(kept.phases[0].n_useful, baseline=10)
    assert reading_rate("anhoej", given) == false_signal_rate(24, baseline=0)


def test_a_few_points_are_held_against_no_earlier_line():
    days = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(8)]
    few = chart_reading([Point(day, float(k)) for k, day in enumerate(days)], phases=[Phase(days[4], "new cards")])
    assert reading_rate("improvement", few) == rate("improvement", "run", 4) * 2
