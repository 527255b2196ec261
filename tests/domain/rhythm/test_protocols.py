"""Protocols that fit into a meeting, their minutes, and the order of steps."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.protocols import (
    BY_KEY,
    LEFT_ALONE,
    LONGEST,
    PROTOCOLS,
    SHORTEST,
    Role,
    moved,
    roles,
    seconds_left,
)
from aimwell.domain.words.protocols import TABLE, say

NOW = dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC)


@pytest.mark.ac("S2 R-57")
def test_at_least_five_protocols_with_steps_minutes_and_roles_fit_into_a_meeting():
    assert len(PROTOCOLS) >= 6
    for one in PROTOCOLS:
        assert SHORTEST <= one.minutes <= LONGEST, one.key
        assert {Role.LEADER, Role.TIMEKEEPER, Role.NOTE_TAKER} <= {*roles(presents=one.presents)}
        assert (Role.PRESENTER in roles(presents=one.presents)) == one.presents


@pytest.mark.ac("S2 R-57")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_protocol_and_step_has_its_sentences(lang):
    wanted = {f"{one.key}.{word}" for one in PROTOCOLS for word in ("name", "purpose", "when")}
    wanted |= {f"{one.key}.{step.key}{more}" for one in PROTOCOLS for step in one.steps for more in ("", ".ask")}
    wanted |= {f"{word}.{role}" for role in Role for word in ("role", "does")}
    assert wanted | {"own.name"} == {*TABLE.entries}
    for one in PROTOCOLS:
        assert len(say(f"{one.key}.name", lang)) <= 80
        assert all(len(say(f"{one.key}.{step.key}", lang)) <= 120 for step in one.steps)
        assert all(len(say(f"{one.key}.{step.key}.ask", lang)) <= 300 for step in one.steps)


@pytest.mark.ac("S2 R-32")
def test_looking_back_asks_what_was_expected_what_happened_what_surprised_and_what_comes_next():
    assert [step.key for step in BY_KEY["lookback"].steps] == ["expected", "happened", "surprised", "next"]


@given(minutes=st.integers(1, 120), gone=st.integers(0, 20_000))
def test_seconds_left_count_down_and_stop_where_the_talk_was_left(minutes, gone):
    left = seconds_left(minutes, NOW - dt.timedelta(seconds=gone), NOW)
    wanted = minutes * 60 - gone
    assert left == (None if wanted < -LEFT_ALONE.total_seconds() else wanted)


@given(st.lists(st.integers(), unique=True, max_size=6), st.integers(), st.booleans())
def test_moving_one_keeps_all_and_back_again_is_as_before(order, one, up):
    after = moved(order, one, up=up)
    assert sorted(after) == sorted(order)
    if after != order:
        assert moved(after, one, up=not up) == order
    else:
        assert one not in order or order.index(one) == (0 if up else len(order) - 1)
