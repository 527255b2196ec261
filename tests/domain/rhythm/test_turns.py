"""Whose turn it is, and whose hands got it ready."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.turns import Hands, Month, days_between, next_turn, release

CORE = st.lists(st.integers(0, 9), min_size=1, max_size=6, unique=True)


def test_without_people_it_is_nobodys_turn():
    assert next_turn([], [1, 2]) is None


@pytest.mark.ac("S1 R-45")
@given(CORE, st.lists(st.integers(0, 9), max_size=12))
def test_it_goes_to_whoever_had_no_turn_for_the_longest_time(core, taken):
    got = next_turn(core, taken)
    assert got in core
    after = {one: taken[::-1].index(one) if one in taken else len(taken) for one in core}
    assert after[got] == max(after.values())


@pytest.mark.ac("S1 R-45")
@given(CORE, st.integers(1, 4))
def test_all_have_the_same_number_of_turns_in_the_end(core, rounds):
    taken = []
    for _ in range(rounds * len(core)):
        taken.append(next_turn(core, taken))
    assert set(Counter(taken).values()) == {rounds}


@pytest.mark.ac("S1 R-45")
@given(st.lists(st.tuples(st.dates(dt.date(2026, 8, 1), dt.date(2027, 6, 30)), st.sampled_from(Hands))))
def test_every_thing_stands_in_one_month_and_one_column(pairs):
    months = release(pairs)
    assert sum(one.coach + one.together + one.team for one in months) == len(pairs)
    assert [one.first for one in months] == sorted({day.replace(day=1) for day, _ in pairs}, reverse=True)


def test_a_month_by_hands():
    day = dt.date(2027, 1, 14)
    assert release([(day, Hands.COACH), (day, Hands.TEAM), (day, Hands.TEAM)]) == [Month(day.replace(day=1), 1, 0, 2)]
    assert days_between(day, day + dt.timedelta(6)) == 6
    assert days_between(day, day - dt.timedelta(1)) == 0
