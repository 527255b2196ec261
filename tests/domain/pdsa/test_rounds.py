"""Lengths of rounds, and the quarters of a school year."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.years import school_year
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.rounds import DAYS, KEY, MOST, Usual, check_days, ends_on, quarters, usual_in, usual_to_keep


@pytest.mark.ac("S4 R-45")
def test_ninety_days_from_the_first() -> None:
    assert ends_on(datetime.date(2027, 1, 11), DAYS) == datetime.date(2027, 4, 11)


@pytest.mark.ac("S0 R-15")
@pytest.mark.parametrize(("days", "told"), [(30, True), (44, True), (45, False), (90, False), (91, True), (120, True)])
def test_a_note_stands_outside_45_to_90_days(days: int, told: bool) -> None:
    assert Usual().leaves_out(days) is told
    assert not Usual(1, 366).leaves_out(days)


@given(st.integers(1, MOST), st.integers(1, MOST))
def test_what_a_place_keeps_is_read_again(shortest: int, longest: int) -> None:
    if shortest > longest:
        with pytest.raises(Refused, match="round_backwards"):
            usual_to_keep(shortest, longest)
    else:
        assert usual_in({KEY: usual_to_keep(shortest, longest)}) == Usual(shortest, longest)
    assert usual_in({}) is None


@given(st.integers(-10, 500))
def test_a_length_is_a_year_at_most(days: int) -> None:
    if 1 <= days <= MOST:
        check_days(days)
    else:
        with pytest.raises(Refused, match="round_length"):
            check_days(days)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2150, 1, 1)))
def test_every_day_of_a_school_year_lies_in_one_quarter(day: datetime.date) -> None:
    parts = quarters(school_year(day))
    assert [part.meets(day, day) for part in parts].count(True) == 1
    assert all(after.first - before.last == datetime.timedelta(days=1) for before, after in pairwise(parts))
    assert (parts[0].first.month, parts[0].first.day, len(parts)) == (8, 1, 4)
