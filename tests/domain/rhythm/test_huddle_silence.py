"""When silent words are shown, and in which order."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.silent import all_done, mixed, seconds_for, shown

T0 = dt.datetime(2027, 2, 9, 12, 20, tzinfo=dt.UTC)
keys = st.sets(st.text(min_size=1, max_size=5), max_size=6)


@given(st.integers(1, 480))
def test_silence_takes_one_to_three_minutes(minutes: int):
    assert 60 <= seconds_for(minutes) <= 180


def test_it_opens_at_its_time_or_when_somebody_shows_it():
    assert not shown(shown_at=None, ends_at=T0, now=T0 - dt.timedelta(seconds=1))
    assert shown(shown_at=None, ends_at=T0, now=T0)
    assert shown(shown_at=T0, ends_at=T0 + dt.timedelta(hours=1), now=T0)
    assert not shown(shown_at=None, ends_at=None, now=T0)


@given(keys, keys)
def test_all_are_done_when_nobody_who_is_there_is_waited_for(present: set[str], done: set[str]):
    assert all_done(present, done) == (bool(done) and not present - done)


@given(st.permutations(range(12)), st.text(max_size=4))
def test_the_order_says_nothing_of_who_was_first(order: list[int], salt: str):
    assert mixed(order, salt) == mixed(sorted(order), salt)
    assert sorted(mixed(order, salt)) == list(range(12))


def test_each_round_has_an_order_of_its_own():
    assert len({mixed(range(8), str(n)) for n in range(20)}) > 10
