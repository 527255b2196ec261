"""Days in session, terms and school years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.calendar.session import SchoolDays, per_session, period_end, sessions_between
from aimwell.domain.calendar.terms import Term, by_term, outside, term_of
from aimwell.domain.calendar.years import (
    latest_last_year,
    pairs_with_last_year,
    rollovers,
    same_period_last_year,
    school_year,
    school_year_name,
)

SCHOOL = SchoolDays(
    closures=(Closure(date(2026, 11, 25), date(2026, 11, 27), "Thanksgiving"),),
    added=frozenset({date(2026, 11, 28)}),
)
MONDAY = date(2026, 11, 23)


def test_days_in_session_of_a_short_week():
    assert SCHOOL.count(MONDAY, MONDAY + timedelta(days=6)) == 3
    assert SCHOOL.count(MONDAY, MONDAY - timedelta(days=1)) == 0
    assert SchoolDays(weekdays=frozenset({0, 2})).count(MONDAY, MONDAY + timedelta(days=6)) == 2


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (MONDAY, "week", date(2026, 11, 29)),
        (date(2026, 11, 1), "month", date(2026, 11, 30)),
        (date(2028, 2, 1), "month", date(2028, 2, 29)),
        (date(2026, 12, 1), "month", date(2026, 12, 31)),
        (MONDAY, "day", MONDAY),
        (MONDAY, "point", MONDAY),
    ],
)
def test_where_a_period_ends(start, period, end):
    assert period_end(start, period) == end


def test_counts_become_counts_per_day_in_session():
    closed = SchoolDays(closures=(Closure(MONDAY, MONDAY + timedelta(days=6), "Break"),))
    given_values = [Dated(MONDAY, 12, note="x"), Dated(MONDAY, None, 4, 9), Dated(MONDAY)]
    assert per_session(given_values, SCHOOL, "week") == (
        Dated(MONDAY, None, 12, 3.0, note="x"),
        Dated(MONDAY, None, 4, 3.0),
        Dated(MONDAY),
    )
    assert per_session([Dated(MONDAY, 12)], closed, "week") == (Dated(MONDAY),)


def test_sessions_between_dates():
    assert sessions_between([MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)], SCHOOL) == (3, 5)


TERMS = (
    Term("Spring", date(2027, 1, 11), date(2027, 6, 4)),
    Term("Fall", date(2026, 8, 24), date(2026, 12, 18)),
)


def test_values_of_a_term_are_joined():
    values = [
        Dated(date(2026, 9, 1), None, 3, 10),
        Dated(date(2026, 12, 18), None, 5, 10),
        Dated(date(2026, 12, 25), None, 9, 9),
        Dated(date(2027, 1, 11), None, 1, 4),
    ]
    assert by_term(values, TERMS) == (Dated(date(2026, 8, 24), None, 8, 20), Dated(date(2027, 1, 11), None, 1, 4))
    assert outside(values, TERMS) == (values[2],)
    assert term_of(date(2026, 12, 25), TERMS) is None


def test_plain_values_of_a_term_are_joined_as_asked():
    values = [Dated(date(2026, 9, k), float(k)) for k in (1, 2, 6)]
    assert by_term(values, TERMS)[0].value == 3.0
    assert by_term(values, TERMS, how="median")[0].value == 2.0


@pytest.mark.parametrize(
    "terms",
    [
        (Term("a", date(2026, 9, 1), date(2026, 10, 1)), Term("b", date(2026, 10, 1), date(2026, 11, 1))),
        (Term("a", date(2026, 9, 2), date(2026, 9, 1)),),
    ],
)
def test_terms_that_overlap_or_run_backwards_are_refused(terms):
    with pytest.raises(ValueError, match="overlap"):
        by_term([], terms)


def test_school_years():
    assert [school_year(date(2026, 7, 31)), school_year(date(2026, 8, 1))] == [2025, 2026]
    assert school_year(date(2026, 7, 31), begins=(7, 1)) == 2026
    assert [school_year_name(2026), school_year_name(2099)] == ["2026-27", "2099-00"]


def test_a_new_year_begins_with_its_first_value():
    dates = [date(2026, 9, 14), date(2026, 5, 4), date(2026, 8, 31), date(2028, 1, 3)]
    assert rollovers(dates) == (date(2026, 8, 31), date(2028, 1, 3))
    assert rollovers([]) == ()


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), max_size=30))
def test_each_school_year_but_the_first_begins_once(dates):
    assert len(rollovers(dates)) == max(0, len({school_year(day) for day in dates}) - 1)


def test_the_same_weeks_of_the_year_before():
    start = date(2026, 9, 14)
    values = [(start - timedelta(weeks=52) + timedelta(weeks=k), float(k)) for k in range(-2, 6)]
    found = same_period_last_year([*values, (start, 99.0)], start, start + timedelta(weeks=3))
    assert (found.centre, found.matched) == (1.5, 4)
    assert (found.first, found.last) == (date(2025, 9, 15), date(2025, 10, 6))
    wider = same_period_last_year(values, start, start + timedelta(weeks=3), how="mean", within_days=7)
    assert (wider.centre, wider.matched) == (1.5, 6)


def test_a_baseline_never_holds_the_days_it_is_for():
    day = date(2026, 9, 14)
    found = same_period_last_year([(day, 5.0), (day, None), (day, float("nan"))], day, day, within_days=400)
    assert (found.centre, found.matched, found.last) == (None, 0, date(2026, 9, 13))


def test_values_beside_those_of_the_year_before():
    day = date(2025, 9, 15)
    values = [(day, 1.0), (day + timedelta(weeks=52, days=2), 4.0), (day + timedelta(weeks=60), 5.0), (day, None)]
    assert pairs_with_last_year(values) == ((date(2026, 9, 16), 4.0, 1.0),)
    assert pairs_with_last_year([]) == ()


def test_the_latest_eight_stand_beside_last_year():
    start = date(2025, 9, 1)
    weeks = [(start + timedelta(weeks=k), float(k)) for k in range(60)]
    found = latest_last_year([*weeks, (start + timedelta(weeks=60), None)])
    assert (found.centre, found.first, found.matched) == (3.5, start, 8)
    assert latest_last_year(weeks[3:]).matched == 5
    assert latest_last_year(weeks[4:]).matched == 4
    assert latest_last_year(weeks[5:]) is None
    assert latest_last_year([]) is None
