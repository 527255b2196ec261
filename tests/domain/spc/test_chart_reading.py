from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.kinds import CHART_KINDS, KINDS
from aimwell.domain.spc.reading import Phase, Signal
from aimwell.domain.spc.rulesets import RULE_SET_NAMES

START = date(2026, 9, 14)


def day(k):
    return START + timedelta(weeks=k)


def weeks(values):
    return [Point(day(k), value) for k, value in enumerate(values)]


def shares(pairs):
    return [Point(day(k), None, top, bottom) for k, (top, bottom) in enumerate(pairs)]


def points_for(kind, values):
    needs = KINDS[kind].needs
    if needs == "share":
        return shares([(value, 40) for value in values])
    if needs == "subgroup":
        return [Point(day(k), value + extra) for k, value in enumerate(values) for extra in (0, 1, 3)]
    return weeks(values)


VALUES = [12, 15, 11, 14, 18, 13, 12, 16, 14, 13, 15, 12, 17, 14]
counts = st.lists(st.integers(1, 30), min_size=1, max_size=20)


@given(counts, st.sampled_from(CHART_KINDS), st.sampled_from(RULE_SET_NAMES), st.randoms(use_true_random=False))
def test_any_chart_with_any_rules_is_read_whatever_the_order_of_the_rows(values, kind, rules, random):
    points = points_for(kind, values)
    phases = [Phase(day(5), "new seats")]
    reading = chart_reading(points, chart=kind, rules=rules, phases=phases, direction="up")
    shuffled = list(points)
    random.shuffle(shuffled)
    again = chart_reading(shuffled, chart=kind, rules=rules, phases=phases, direction="up")
    assert [p.value for p in again.points] == pytest.approx([p.value for p in reading.points])
    assert [p.broken for p in again.points] == [p.broken for p in reading.points]
    assert (reading.method.chart, reading.method.rule) == (kind, rules)
    for phase in reading.phases:
        for signal in phase.signals:
            assert phase.starts <= signal.first <= signal.last <= phase.ends
    names = {signal.rule for phase in reading.phases for signal in phase.signals}
    assert {name for point in reading.points for name in point.broken} <= names


@pytest.mark.parametrize("kind", [kind for kind in CHART_KINDS if KINDS[kind].with_limits])
def test_limits_lie_around_the_centre(kind):
    reading = chart_reading(points_for(kind, VALUES), chart=kind)
    assert reading.method.no_limits == ""
    for point in reading.points:
        assert point.lower <= point.lower_2 <= point.centre <= point.upper_2 <= point.upper


def test_a_run_chart_has_no_limits_and_needs_none():
    reading = chart_reading(weeks(VALUES))
    assert {point.upper for point in reading.points} == {None}
    assert (reading.method.no_limits, reading.method.centre) == ("", "median")


def test_shares_are_shown_in_percent_with_their_lines():
    reading = chart_reading(shares([(10, 40), (12, 40), (9, 40)]), chart="p", unit="%")
    first = reading.points[0]
    p = 31 / 120
    width = 3 * (p * (1 - p) / 40) ** 0.5
    assert (first.value, first.centre) == (25.0, pytest.approx(100 * p))
    assert (first.lower, first.upper) == pytest.approx((100 * (p - width), 100 * (p + width)))
    assert reading.phases[0].centre == first.centre
    given = chart_reading(shares([(10, 40), (12, 40)]), chart="p", unit="%", centre=30)
    assert (given.points[0].centre, given.method.centre) == (pytest.approx(30), "given")


def test_a_share_without_its_denominator_is_missing():
    reading = chart_reading([*shares([(10, 40), (3, 0)]), Point(day(2), 0.3)], chart="p")
    assert [point.value for point in reading.points] == [0.25, None, None]
    assert reading.method.missing == 2


def test_points_of_one_date_are_the_subgroup():
    points = [Point(day(k), value) for k in range(3) for value in (4.0, 6.0 + k, None)]
    means, spreads = chart_reading(points, chart="xbar"), chart_reading(points, chart="s")
    assert [(point.value, point.size) for point in means.points] == [(5.0, 2), (5.5, 2), (6.0, 2)]
    assert [point.value for point in spreads.points] == pytest.approx([2**0.5, 1.5 * 2**0.5, 2 * 2**0.5])
    assert chart_reading(points, chart="i").points[0].size is None


def test_counts_of_one_date_are_added_up():
    reading = chart_reading([Point(day(0), 2), Point(day(0), 3), Point(day(1), 4)], chart="c")
    assert [point.value for point in reading.points] == [5, 4]
    assert reading.phases[0].centre == 4.5


def test_a_flat_series_has_a_centre_and_no_limits():
    reading = chart_reading(weeks([5.0] * 12), chart="i", screen=False)
    assert (reading.points[0].centre, reading.points[0].upper) == (5.0, None)
    assert (reading.method.no_limits, reading.flat) == ("flat", True)


def test_a_time_of_zero_leaves_no_limits_and_says_so():
    reading = chart_reading(weeks([3, 0, 4, 2]), chart="t")
    assert ({point.upper for point in reading.points}, reading.method.no_limits) == ({None}, "zero")
    assert reading.phases[0].centre > 0


@pytest.mark.parametrize("values", [[], [4], [4, None]])
def test_too_few_values_leave_no_limits(values):
    reading = chart_reading(weeks(values), chart="i")
    assert reading.method.no_limits == "few"
    assert all(point.upper is None for point in reading.points)


def test_a_point_outside_its_limits_names_the_rule_even_beside_others():
    values = [12, 15, 11, 14, 18, 13, 12, 60, 14, 13, 15, 12, 17, 14]
    reading = chart_reading(weeks(values), chart="i")
    assert [point.broken for point in reading.points if point.broken] == [("outside",)]
    assert reading.phases[0].signals == (Signal("outside", day(7), day(7), 1, "above"),)
    assert reading.method.screened == 2


def test_left_out_points_have_limits_and_break_no_rule():
    values = [12, 15, 11, 14, 18, 13, 12, 60, 14, 13, 15, 12, 17, 14]
    reading = chart_reading(weeks(values), chart="i", exclude=[day(7)])
    out = reading.points[7]
    assert (out.excluded, out.broken, out.value > out.upper) == (True, (), True)
    assert reading.phases[0].n_baseline == 13


def test_each_phase_has_its_own_limits_and_may_freeze_its_baseline():
    values = [1, 3, 2, 3, 1, 2, 21, 23, 22, 23, 41, 42]
    reading = chart_reading(weeks(values), chart="i", phases=[Phase(day(6), "new")], freeze=[day(9)])
    first, second = reading.phases
    assert (first.centre, second.centre) == (2.0, 22.25)
    assert (first.trial, second.trial, second.n_baseline, second.frozen) == (True, True, 4, True)
    assert reading.points[0].upper < 10 < reading.points[11].lower < reading.points[11].upper < 41


def test_a_chart_of_ranges_tells_of_no_runs():
    reading = chart_reading(weeks([float(k * k) for k in range(24)]), chart="mr", phases=[Phase(day(12), "new")])
    assert reading.shift is None
    assert {name for point in reading.points for name in point.broken} <= {"outside"}
    assert [phase.runs_signal for phase in reading.phases] == [False, False]
    assert reading.points[0].value is None


def test_the_rule_set_decides_what_a_shift_is():
    values = [5, 1, 6, 1, 5, 2, 6, 1, 9, 9, 9, 9, 9, 9]
    anhoej = chart_reading(weeks(values), centre=4, direction="up")
    improvement = chart_reading(weeks(values), centre=4, direction="up", rules="improvement")
    nelson = chart_reading(weeks(values), centre=4, direction="up", rules="nelson")
    assert (anhoej.shift, nelson.shift) == (None, None)
    assert (improvement.shift.length, improvement.shift.limit, improvement.shift.tone) == (6, 5, "toward")
    assert improvement.phases[0].signals[0] == Signal("shift_6", day(8), day(13), 6, "above")


def test_what_a_phase_shows_as_a_whole_is_a_signal_without_a_side():
    reading = chart_reading(weeks([1.0] * 6 + [9.0] * 6))
    assert reading.phases[0].signals == (Signal("few_crossings", day(0), day(11), 12, None),)
    assert reading.phases[0].few_crossings
    assert not chart_reading(weeks([1.0] * 6 + [9.0] * 6), rules="nelson").phases[0].few_crossings


def test_a_run_tells_nothing_when_most_values_lie_on_the_line():
    reading = chart_reading(weeks([5.0] * 11 + [9.0] * 10), centre=5.0)
    assert (reading.phases[0].mostly_on_line, reading.phases[0].long_run, reading.shift) == (True, True, None)
