"""Lines that do not come from the points they are held against: set by hand, or from the same weeks last year."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.calendar.session import SchoolDays, counts_per_session
from aimwell.domain.render.planning_words import holding_words, last_year_words
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.false_signals import reading_rate, run_rate
from aimwell.domain.spc.holding import holding
from aimwell.domain.spc.last_year import matching_stretch
from aimwell.domain.spc.rates import false_signal_rate
from aimwell.domain.spc.reading import Phase

FIRST = date(2025, 9, 1)


def weeks(values, first=FIRST):
    return [Dated(first + timedelta(weeks=k), value) for k, value in enumerate(values)]


TWO_YEARS = weeks([24.0, 25.0] * 4 + [20.0, 21.0] * 20 + [15.0, 16.0] * 6)
"""48 weeks of one school year, 12 of the next; the same 8 weeks a year earlier were counted."""


# The same weeks last year


def test_the_line_of_this_year_is_the_one_the_chart_had_over_the_same_weeks():
    for chart, centre in (("run", 24.5), ("i", 24.5), ("c", 24.5)):
        reading = chart_reading(TWO_YEARS, chart=chart, last_year=True, period="week")
        first, this = reading.phases
        assert (this.starts, this.centre, this.reason) == (FIRST + timedelta(weeks=48), centre, "")
        assert (first.last_year, this.last_year, reading.method.centre) == (False, True, "last_year")
        assert {point.centre for point in reading.points[48:]} == {centre}
        found = reading.method.last_year
        assert (found.first, found.last, found.matched) == (FIRST, FIRST + timedelta(weeks=7), 8)


def test_shares_take_the_sum_over_the_sum_of_the_weeks_that_match():
    points = [Dated(one.on, None, one.value, 30.0 + k) for k, one in enumerate(TWO_YEARS)]
    reading = chart_reading(points, chart="p", unit="%", last_year=True, period="week")
    top, bottom = sum(one.value for one in TWO_YEARS[:8]), sum(30.0 + k for k in range(8))
    assert reading.phases[-1].centre == pytest.approx(100 * top / bottom, rel=1e-12)


def test_a_year_is_held_against_its_own_line_and_not_the_year_before():
    reading = chart_reading(TWO_YEARS, last_year=True, period="week")
    this = reading.phases[-1]
    assert this.against_earlier is None
    assert (this.shift.length, this.shift.side, this.shift.centre) == (12, "below", 24.5)
    assert run_rate(reading, this) == false_signal_rate(12, baseline=0, apart=8)
    expected = run_rate(reading, reading.phases[0]) + run_rate(reading, this)
    assert reading_rate("anhoej", reading) == pytest.approx(expected)


def test_phases_of_a_person_stay_and_keep_the_line_from_last_year():
    begun = Phase(FIRST + timedelta(weeks=54), "New tutor")
    same = Phase(FIRST + timedelta(weeks=48), "New timetable")
    reading = chart_reading(TWO_YEARS, phases=[begun, same], last_year=True, period="week")
    assert [(phase.reason, phase.centre) for phase in reading.phases[1:]] == [
        ("New timetable", 24.5),
        ("New tutor", 24.5),
    ]


@pytest.mark.parametrize(
    ("points", "chart"),
    [
        (TWO_YEARS[:48], "run"),
        (TWO_YEARS[5:], "run"),
        (TWO_YEARS, "mr"),
        (TWO_YEARS, "g"),
        (TWO_YEARS, "t"),
        ([], "run"),
    ],
)
def test_without_a_matching_stretch_the_chart_makes_its_own_line(points, chart):
    asked = chart_reading(points, chart=chart, last_year=True, period="week")
    assert asked == chart_reading(points, chart=chart, period="week")


def test_values_left_out_or_missing_match_nothing():
    gone = {one.on for one in TWO_YEARS[:5]}
    assert chart_reading(TWO_YEARS, exclude=gone, last_year=True, period="week").method.last_year is None
    empty = [Dated(one.on) if k < 3 else one for k, one in enumerate(TWO_YEARS)]
    assert chart_reading(empty, last_year=True, period="week").method.last_year.matched == 5


def test_months_match_although_the_first_moves_in_its_week():
    months = [date(2025 + (8 + k) // 12, (8 + k) % 12 + 1, 1) for k in range(18)]
    began, found = matching_stretch(months, "month")
    assert (began, found.matched) == (date(2026, 8, 1), 6)
    assert matching_stretch(months[:10], "month") is None
    assert matching_stretch(months[:14], "month") is None


@given(st.lists(st.floats(1, 1000), min_size=60, max_size=60), st.floats(0.5, 20))
def test_the_line_from_last_year_scales_with_the_values(values, factor):
    one = chart_reading(weeks(values), chart="i", last_year=True, period="week")
    other = chart_reading(weeks([value * factor for value in values]), chart="i", last_year=True, period="week")
    assert other.phases[-1].centre == pytest.approx(one.phases[-1].centre * factor)


def test_words_say_where_the_line_comes_from():
    reading = chart_reading(TWO_YEARS, chart="i", last_year=True, period="week")
    words, spanish = reading_words(reading, "en"), reading_words(reading, "es")
    assert (
        "The line is 24.5, from the same weeks last year (Sep 1, 2025 to Oct 20, 2025, 8 values)." in words.sentences[2]
    )
    assert "de las mismas semanas del año pasado (del 1 sep 2025 al 20 oct 2025, 8 valores)" in spanish.sentences[2]
    assert "How wide the limits are comes from this year." in " ".join(words.notes)
    counts = reading_words(chart_reading(TWO_YEARS, chart="c", last_year=True, period="week"), "en")
    assert "How wide the limits are" not in " ".join(counts.notes)
    assert last_year_words(reading, "en") == ""


# Set by hand


def test_a_line_set_by_hand_prints_all_its_digits_and_its_source():
    points = [Dated(one.on, None, one.value, 60.0) for one in TWO_YEARS]
    reading = chart_reading(points, unit="%", centre=41.25, centre_source="State average 2026.", period="week")
    assert reading.method.source == "State average 2026."
    assert "The line was set by hand at 41.25\u00a0%: State average 2026." in reading_words(reading, "en").sentences[2]
    early = chart_reading(points[:3], unit="%", centre=41.5, period="week")
    assert "The line was set by hand at 41.5\u00a0%." in reading_words(early, "en").sentences[-1]
    third = chart_reading(points, unit="%", centre=100 / 3, period="week")
    assert "33.3333\u00a0%" in reading_words(third, "en").sentences[2]


def test_a_line_set_by_hand_is_the_line_drawn_on_a_g_chart_too():
    reading = chart_reading(TWO_YEARS, chart="g", centre=14.0, period="week")
    assert {point.centre for point in reading.points} == {14.0}


def test_a_source_without_a_line_is_no_source():
    assert chart_reading(TWO_YEARS, centre_source="A book", period="week").method.source == ""


# Chance


@given(st.integers(10, 40), st.integers(1, 30))
def test_a_line_from_few_values_signals_more_often_than_a_sure_one(n, apart):
    known, sure = false_signal_rate(n, baseline=0), false_signal_rate(n, baseline=0, apart=2000)
    assert false_signal_rate(n, baseline=0, apart=apart) > known
    assert sure == pytest.approx(known, abs=0.005)


def test_the_rate_beside_a_median_of_other_values_agrees_with_chance():
    random = np.random.default_rng(7)
    values = random.normal(size=(40_000, 20))
    line = np.median(random.normal(size=(40_000, 9)), axis=1)
    panel = chart_panel(values, centre=line).parts[0]
    assert false_signal_rate(20, baseline=0, apart=9) == pytest.approx(float(panel.runs_signal.mean()), abs=0.01)


# School days


def test_counts_of_rooms_and_days_are_added_up_before_their_days_are_counted():
    school = SchoolDays(closures=(Closure(date(2025, 9, 4), date(2025, 9, 5), "Storm"),))
    values = [Dated(FIRST, 4.0), Dated(date(2025, 9, 3), 2.0), Dated(date(2025, 9, 8), missing="not sent in")]
    week_one, week_two = counts_per_session(values, school, "week")
    assert (week_one.numerator, week_one.denominator, week_two.missing) == (6.0, 3.0, "not sent in")
    (month,) = counts_per_session(values[:2], school, "month")
    assert (month.on, month.numerator, month.denominator) == (FIRST, 6.0, 20.0)
    assert [one.denominator for one in counts_per_session(values[:2], school, "day")] == [1.0, 1.0]


def test_per_session_is_said_and_nothing_else():
    points = counts_per_session(weeks([10.0, 11.0] * 10), SchoolDays(), "week")
    plain, told = (chart_reading(points, chart="u", period="week", per_session=said) for said in (False, True))
    assert plain.points == told.points
    words = reading_words(told, "en")
    assert words.latest == "Week of Jan 12: 2.20\u00a0per school day (11 in 5 school days)."
    assert "Each count stands over the school days of its time" in " ".join(words.notes)
    one = chart_reading([Dated(FIRST, None, 3.0, 1.0)], per_session=True, unit="calls", period="week")
    assert reading_words(one, "en").latest == "Week of Sep 1: 3\u00a0calls per school day (3 in one school day)."


# Moving ranges, and gains that hold


def test_the_first_moving_range_is_not_missing():
    values = weeks([3.0, 5.0, 4.0, 6.0, 5.0])
    assert chart_reading(values, chart="mr").method.missing == 0
    values[2] = Dated(values[2].on)
    assert chart_reading(values, chart="mr").method.missing == 1


def test_a_held_level_between_two_whole_numbers_keeps_its_half():
    values = [30.0, 31.0] * 6 + [41.0, 42.0] * 4 + [41.0, 42.0] * 4
    start = FIRST + timedelta(weeks=12)
    reading = chart_reading(weeks(values), phases=[Phase(start, "Starters")], direction="up", period="week")
    assert "stay around 41.5." in holding_words(holding(reading), reading, "en")
    shares = [Dated(one.on, None, one.value, 60.0) for one in weeks(values)]
    reading = chart_reading(shares, phases=[Phase(start, "Starters")], direction="up", unit="%", period="week")
    assert "stay around 69\u00a0%." in holding_words(holding(reading), reading, "en")
