from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.aggregate import aggregate
from aimwell.domain.calendar.breaks import Closure, find_breaks
from aimwell.domain.calendar.periods import Dated, by_day, by_month, by_week, rhythm, week_of

MONDAY = date(2026, 9, 14)


def days(*offsets):
    return [MONDAY + timedelta(days=k) for k in offsets]


@given(st.dates())
def test_a_week_begins_on_its_monday(day):
    start = week_of(day) if day.toordinal() > 7 else day - timedelta(day.weekday())
    assert start.weekday() == 0
    assert 0 <= (day - start).days <= 6


def test_shares_are_pooled_not_averaged():
    values = [Dated(MONDAY, None, 9, 10), Dated(MONDAY + timedelta(1), None, 1, 40)]
    assert by_week(values) == (Dated(MONDAY, None, 10, 50),)


@pytest.mark.parametrize(("how", "value"), [("mean", 4.0), ("median", 3.0), ("sum", 12.0)])
def test_values_without_denominators(how, value):
    values = [Dated(day, v) for day, v in zip(days(0, 1, 2), (2.0, 3.0, 7.0), strict=True)]
    assert by_week(values, how=how) == (Dated(MONDAY, value),)


def test_missing_only_when_all_are_missing():
    values = [
        Dated(MONDAY, missing="NS"),
        Dated(MONDAY + timedelta(2), 90.0),
        Dated(MONDAY + timedelta(8), missing="NS"),
    ]
    assert by_week(values) == (Dated(MONDAY, 90.0), Dated(MONDAY + timedelta(7), missing="NS"))


def test_the_spread_of_one_value_is_missing():
    assert by_day([Dated(MONDAY, 3.0)], how="sd") == (Dated(MONDAY),)


def test_zero_is_a_value():
    assert by_day([Dated(MONDAY, 0.0), Dated(MONDAY, None)]) == (Dated(MONDAY, 0.0),)


def test_months_and_notes():
    values = [
        Dated(date(2026, 9, 30), 2.0, note="a"),
        Dated(date(2026, 9, 1), 4.0, note="a"),
        Dated(date(2026, 10, 1), 1.0),
    ]
    assert by_month(values) == (Dated(date(2026, 9, 1), 3.0, note="a"), Dated(date(2026, 10, 1), 1.0))


def test_a_spread_needs_two_values():
    assert aggregate([1.0, 3.0], "sd") == pytest.approx(2**0.5)
    assert str(aggregate([1.0], "sd")) == "nan"


@pytest.mark.parametrize(
    ("offsets", "period"),
    [
        ((0, 1, 4, 5), "day"),
        ((0, 7, 21, 28), "week"),
        ((0, 30, 61, 91), "month"),
        ((0, 14, 28), "point"),
        ((0, 7), "point"),
    ],
)
def test_the_rhythm_is_found(offsets, period):
    assert rhythm(days(*offsets)) == period


@pytest.mark.parametrize(
    ("period", "offsets", "found"),
    [
        ("day", (0, 3, 10), []),
        ("day", (0, 8), [False]),
        ("day", (0, 15), [True]),
        ("week", (0, 7, 14), []),
        ("week", (0, 14), [False]),
        ("week", (0, 21), [True]),
        ("week", (0, 7, 21, 35), [False, False]),
        ("week", (0, 7, 21, 35, 49), []),
        ("week", (0, 14, 28, 42, 70, 98, 126, 133), []),
        ("week", (0, 21, 42, 63), [True, True, True]),
        ("month", (0, 31), []),
        ("month", (0, 61), [False]),
        ("point", (0, 14), []),
        ("point", (0, 15), [True]),
    ],
)
def test_long_gaps_break_the_line(period, offsets, found):
    assert [one.shaded for one in find_breaks(days(*offsets), period)] == found


def test_a_closure_names_its_gap():
    closures = [
        Closure(MONDAY + timedelta(9), MONDAY + timedelta(9), "Storm day"),
        Closure(MONDAY + timedelta(7), MONDAY + timedelta(13), "Thanksgiving"),
    ]
    (one,) = find_breaks(days(0, 14), "week", closures)
    assert (one.name, one.shaded, one.start, one.end) == ("Thanksgiving", True, *days(3, 11))
