"""Who hears of a quiet stretch, day by day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.gaps import AFTER, Helper, Quiet, long_gaps

START = datetime.date(2026, 8, 17)
LEAD, COACH, HUB = Helper.LEAD, Helper.COACH, Helper.HUB
days = st.integers(min_value=0, max_value=900)


def after(number):
    return START + datetime.timedelta(days=number)


@pytest.mark.ac("S0 R-55")
@pytest.mark.parametrize(
    ("number", "hears"),
    [
        (0, set()), (59, set()), (60, {LEAD}), (119, {LEAD}), (120, {LEAD, COACH}), (179, {LEAD, COACH}),
        (180, {LEAD, COACH, HUB}), (181, {LEAD, COACH, HUB}),
    ],
)  # fmt: skip
def test_the_signal_reaches_one_more_helper_at_each_step(number, hears):
    assert Quiet(START, hub_agreed=True).hears(after(number)) == hears


@pytest.mark.ac("S0 R-55")
@pytest.mark.parametrize("number", [180, 181, 600])
def test_the_hub_hears_nothing_without_the_team_s_word(number):
    assert Quiet(START).hears(after(number)) == {LEAD, COACH}


@pytest.mark.ac("S0 R-55")
@given(days)
def test_a_team_that_is_away_gives_no_signal(number):
    quiet = Quiet(START, away=True, hub_agreed=True)
    assert (quiet.days(after(number)), quiet.hears(after(number))) == (0, frozenset())


def test_days_count_anew_from_the_return():
    quiet = Quiet(START, back=after(200))
    assert (quiet.days(after(259)), quiet.hears(after(259))) == (59, frozenset())
    assert quiet.hears(after(260)) == {LEAD}


def test_work_after_the_return_counts_from_its_own_day():
    assert Quiet(after(210), back=after(200)).days(after(211)) == 1


def test_a_day_before_the_last_activity_counts_nothing():
    assert Quiet(after(5)).days(START) == 0


@given(days, days)
def test_whoever_hears_early_goes_on_hearing(one, more):
    quiet = Quiet(START, hub_agreed=True)
    assert quiet.hears(after(one)) <= quiet.hears(after(one + more))


def test_steps_stand_in_the_order_of_helping():
    assert list(AFTER) == sorted(AFTER, key=AFTER.get)


@pytest.mark.ac("S0 R-55")
def test_the_historical_count_includes_days_away():
    """Work on day 0 and day 200 with a pause between, then 181 quiet days: two long gaps, whatever was paused."""
    assert long_gaps(began=START, active=[after(200)], today=after(381)) == 2


@pytest.mark.parametrize(("number", "gaps"), [(0, 0), (179, 0), (180, 1), (181, 1)])
def test_a_long_gap_has_180_days(number, gaps):
    assert long_gaps(began=START, active=[], today=after(number)) == gaps


@given(st.lists(days, max_size=12), days)
def test_days_outside_the_stretch_change_nothing(active, number):
    inside = [after(day) for day in active if day <= number]
    outside = [after(day) for day in active if day > number]
    count = long_gaps(began=START, active=inside, today=after(number))
    assert count == long_gaps(began=START, active=[*inside, *outside], today=after(number))
    assert count <= number // 180
