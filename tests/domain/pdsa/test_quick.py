"""The day to look after a rest."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.quick import look_after

D = datetime.date
DAYS = st.dates(D(2026, 8, 1), D(2028, 7, 31))


@pytest.mark.ac("S3 R-37")
def test_the_look_moves_by_the_length_of_the_rest():
    assert look_after(D(2027, 1, 29), began=D(2027, 1, 20), resumed=D(2027, 1, 24)) == D(2027, 2, 2)
    assert look_after(None, began=D(2027, 1, 20), resumed=D(2027, 1, 24)) is None


def test_a_look_that_was_due_before_waits_for_the_day_of_going_on():
    assert look_after(D(2027, 1, 11), began=D(2027, 1, 20), resumed=D(2027, 1, 24)) == D(2027, 1, 24)


@given(look=DAYS, began=DAYS, length=st.integers(0, 200))
def test_it_is_never_gone_and_as_many_days_ahead_as_before(look, began, length):
    resumed = began + datetime.timedelta(days=length)
    after = look_after(look, began=began, resumed=resumed)
    assert after >= resumed
    assert look < began or after - resumed == look - began
