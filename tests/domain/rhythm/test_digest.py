"""When a digest goes: the chosen hour, over midnight, never on a weekend (S1 R-91; S2 R-68)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.digest import (
    DAY,
    WEEK,
    Pace,
    QuietHours,
    Rule,
    is_working_day,
    looks_ahead_to,
    looks_back_from,
    next_working_day,
)

NIGHT = QuietHours(dt.time(18), dt.time(7))
MONDAY = dt.datetime(2027, 2, 8)
moments = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2028, 12, 1))
times = st.times()
rules = st.builds(
    Rule, st.sampled_from([Pace.WEEKLY, Pace.DAILY]), st.integers(0, 4), times, st.builds(QuietHours, times, times)
)


def at(day, hour, minute=0):
    return MONDAY + dt.timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.ac("S2 R-68")
@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(17, 59, False), (18, 0, True), (0, 0, True), (6, 59, True), (7, 0, False)]
)
def test_quiet_hours_reach_over_midnight(hour, minute, quiet):
    assert NIGHT.hold(dt.time(hour, minute)) is quiet


def test_quiet_hours_within_one_day_and_none_at_all():
    lunch = QuietHours(dt.time(11), dt.time(13))
    assert [lunch.hold(dt.time(hour)) for hour in (10, 11, 12, 13)] == [False, True, True, False]
    assert not QuietHours(dt.time(9), dt.time(9)).hold(dt.time(9))


@given(times, times, times)
def test_a_time_is_quiet_in_the_hours_or_in_the_rest_of_the_day(begins, ends, time):
    if begins != ends:
        assert QuietHours(begins, ends).hold(time) != QuietHours(ends, begins).hold(time)


@given(rules, moments)
def test_the_next_moment_is_the_first_chosen_one(rule, moment):
    found = rule.next_after(moment)
    assert moment < found <= moment + WEEK
    assert (found.time(), is_working_day(found.date())) == (rule.at, True)
    if rule.pace is Pace.WEEKLY:
        assert found.weekday() == rule.weekday
    assert rule.next_after(found) > found


@given(rules, moments)
def test_what_is_put_off_is_asked_again_within_three_days_at_the_chosen_hour(rule, moment):
    found = rule.put_off(moment)
    assert moment < found <= moment + 3 * DAY
    assert (found.time(), is_working_day(found.date())) == (rule.at, True)


@given(rules, moments, st.booleans())
def test_nothing_goes_at_a_quiet_hour_on_a_weekend_or_on_a_day_off(rule, moment, day_off):
    if rule.may_go(moment, day_off=day_off):
        assert not day_off
        assert not rule.quiet.hold(moment.time())
        assert moment.weekday() < 5


@pytest.mark.parametrize(
    ("pace", "moment", "expected"),
    [
        (Pace.WEEKLY, at(0, 6), at(0, 7)),
        (Pace.WEEKLY, at(0, 7), at(7, 7)),
        (Pace.DAILY, at(0, 7), at(1, 7)),
        (Pace.DAILY, at(4, 8), at(7, 7)),
        (Pace.NEVER, at(0, 6), None),
    ],
    ids=["today still", "in a week", "tomorrow", "after the weekend", "never"],
)
def test_when_it_comes_next(pace, moment, expected):
    assert Rule(pace, 0, dt.time(7), NIGHT).next_after(moment) == expected


def test_never_means_never():
    assert not Rule(Pace.NEVER, 0, dt.time(7), NIGHT).may_go(at(0, 7), day_off=False)


def test_what_a_letter_speaks_of():
    monday, friday = MONDAY.date(), MONDAY.date() + 4 * DAY
    assert looks_ahead_to(Pace.WEEKLY, monday) == monday + 6 * DAY
    assert looks_ahead_to(Pace.DAILY, friday) == monday + 7 * DAY == next_working_day(friday)
    now = at(0, 7)
    assert looks_back_from(Pace.WEEKLY, now, None) == now - WEEK
    assert looks_back_from(Pace.DAILY, now, None) == now - 3 * DAY
    assert looks_back_from(Pace.DAILY, now + DAY, None) == now
    assert looks_back_from(Pace.DAILY, now, now - 2 * DAY) == now - 2 * DAY
    assert looks_back_from(Pace.WEEKLY, now, now - 20 * WEEK) == now - 4 * WEEK
