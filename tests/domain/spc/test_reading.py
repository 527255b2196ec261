from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Phase, Target

START = date(2026, 9, 14)


def weeks(values, **kwargs):
    return [Point(START + timedelta(weeks=k), value, **kwargs) for k, value in enumerate(values)]


finite = st.floats(-1e6, 1e6, allow_nan=False)
series = st.lists(st.one_of(st.none(), finite), max_size=30).map(weeks)


@given(series, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(points, random):
    shuffled = list(points)
    random.shuffle(shuffled)
    assert chart_reading(shuffled) == chart_reading(points)


@given(series)
def test_points_and_phases_cover_the_same_numbers(points):
    reading = chart_reading(points, phases=[Phase(START + timedelta(weeks=8), "new seats")], direction="up")
    assert [p.value for p in reading.points] == [p.value for p in points]
    assert sum(phase.n_values for phase in reading.phases) == len(reading.values)
    assert sum(phase.n_useful for phase in reading.phases) == sum(p.useful for p in reading.points)
    for phase in reading.phases:
        for shift in (phase.shift, phase.against_earlier):
            if shift is not None:
                assert shift.length > shift.limit
    assert all(p.value is not None and not p.excluded for p in reading.points if p.shift is not None)


@given(series)
def test_a_shift_holds_as_many_points_as_it_says(points):
    reading = chart_reading(points)
    told = reading.shift
    assert sum(p.shift is not None for p in reading.points) == (told.length if told else 0)


def test_twelve_weeks_that_step_up_signal_by_few_crossings_only():
    reading = chart_reading(weeks([1] * 6 + [9] * 6), direction="up")
    (phase,) = reading.phases
    assert (phase.long_run, phase.few_crossings, phase.runs_signal) == (False, True, True)
    assert (phase.longest_run, phase.crossings, phase.crossings_min) == (6, 1, 3)
    assert reading.shift is None


def test_a_run_at_the_end_points_toward_or_away_from_good():
    values = [10, 0, 10, 0, 10, 0, 10, 0, 10, 0, *[9] * 10, *[1] * 10]
    up = chart_reading(weeks(values), centre=5, direction="up").shift
    down = chart_reading(weeks(values), centre=5, direction="down").shift
    unknown = chart_reading(weeks(values), centre=5).shift
    assert [s.tone for s in (up, down, unknown)] == ["away", "toward", "neutral"]
    assert (up.side, up.length, up.limit, up.last) == ("below", 10, 8, START + timedelta(weeks=29))


def test_a_run_that_has_ended_is_neutral():
    values = [1] * 10 + [10, 0] * 6
    shift = chart_reading(weeks(values), centre=5, direction="up").shift
    assert (shift.length, shift.tone) == (10, "neutral")


def test_of_ended_runs_the_longest_is_told_and_of_equals_the_later():
    longest = chart_reading(weeks([*[1] * 12, *[9] * 10, 1, 9, 1, 9]), centre=5).shift
    later = chart_reading(weeks([*[1] * 10, *[9] * 10, 1, 9, 1, 9]), centre=5).shift
    assert [(s.side, s.length, s.ongoing) for s in (longest, later)] == [("below", 12, False), ("above", 10, False)]


def test_a_new_phase_is_held_against_the_middle_before_it():
    values = [30, 36, 33, 38, 32, 34, 33, 36, 39, 42, 38, 44, 47, 41, 49, 52, 51, 54]
    reading = chart_reading(weeks(values), phases=[Phase(START + timedelta(weeks=8), "starters")], direction="up")
    first, second = reading.phases
    assert (first.centre, second.centre) == (33.5, 45.5)
    assert (first.runs_signal, second.runs_signal) == (False, False)
    assert second.against_earlier == reading.shift
    assert (reading.shift.length, reading.shift.limit, reading.shift.tone) == (10, 7, "toward")
    assert [p.shift is not None for p in reading.points] == [False] * 8 + [True] * 10


def test_few_points_claim_nothing():
    reading = chart_reading(weeks([1, 2, 3]))
    assert (reading.points_wanted, reading.shift, reading.phases[0].n_useful) == (9, None, 2)


def test_a_phase_needs_a_reason():
    with pytest.raises(ValueError, match="a phase needs a reason"):
        chart_reading(weeks([1, 2]), phases=[Phase(START + timedelta(weeks=1), " ")])


def test_a_phase_without_points_is_left_out():
    reading = chart_reading(weeks([1, 2]), phases=[Phase(date(2030, 1, 1), "later"), Phase(START, "first day")])
    assert len(reading.phases) == 1


def test_one_date_twice_is_joined_with_its_denominators():
    reading = chart_reading([Point(START, None, 10, 20), Point(START, None, 14, 30)], unit="%")
    (point,) = reading.points
    assert (point.value, point.numerator, point.denominator) == (48.0, 24, 50)


def test_zero_of_zero_and_not_a_number_are_missing_but_zero_is_a_value():
    points = [Point(START, None, 0, 0), Point(START + timedelta(1), float("nan")), Point(START + timedelta(2), 0.0)]
    reading = chart_reading(points, unit="%")
    assert [p.value for p in reading.points] == [None, None, 0.0]
    assert reading.method.missing == 2


def test_counts_that_are_no_numbers_are_not_kept():
    odd = [Point(START, None, 3, float("inf")), Point(START + timedelta(1), None, float("nan"), 5)]
    reading = chart_reading(odd)
    assert [(p.numerator, p.denominator) for p in reading.points] == [(3, None), (None, 5)]


def test_left_out_points_stay_but_count_for_nothing():
    out = START + timedelta(weeks=2)
    reading = chart_reading(weeks([1, 2, 99, 3]), exclude=[out])
    assert (reading.phases[0].centre, reading.phases[0].n, reading.points[2].excluded) == (2.0, 3, True)
    assert reading.method.left_out == (out,)


def test_a_baseline_is_kept():
    reading = chart_reading(weeks([1, 3, 50, 60]), freeze=START + timedelta(weeks=1))
    (phase,) = reading.phases
    assert (phase.centre, phase.n_baseline, phase.frozen) == (2.0, 2, True)
    assert [p.baseline for p in reading.points] == [True, True, False, False]


def test_target_period_breaks_and_flat():
    points = [p for p in weeks([5] * 8) if p.on != date(2026, 10, 5)]
    reading = chart_reading(points, target=7, closures=[Closure(date(2026, 10, 5), date(2026, 10, 9), "Fall break")])
    assert (reading.target, reading.period, reading.flat) == (Target(7.0), "week", True)
    assert [(b.name, b.shaded) for b in reading.breaks] == [("Fall break", True)]


def test_nothing_is_a_reading_too():
    reading = chart_reading([])
    assert (reading.points, reading.phases, reading.last, reading.shift) == ((), (), None, None)
