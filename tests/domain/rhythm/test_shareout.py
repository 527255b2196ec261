"""The running order of a share-out, and what it says is not finished."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.shareout import LENGTHS, Open, Stand, Turn, running_order, unfinished, whole


@given(st.integers(0, 60))
def test_the_turns_come_in_one_order_and_fit_into_the_minutes_there_are(minutes):
    slots = running_order(minutes)
    assert [slot.turn for slot in slots] == list(Turn)
    assert all(slot.minutes >= 1 for slot in slots)
    assert whole(slots) in LENGTHS
    assert 10 <= whole(slots) <= max(15, minutes)
    assert whole(slots) <= max(minutes, 10)


@pytest.mark.ac("S1 R-60")
@pytest.mark.parametrize("length", LENGTHS)
def test_each_length_is_ten_to_fifteen_minutes_and_peers_talk_at_least_as_long_as_the_team_tells(length):
    by = {slot.turn: slot.minutes for slot in running_order(length)}
    assert sum(by.values()) == length
    assert 10 <= length <= 15
    assert by[Turn.LISTEN] >= by[Turn.TELL]


@given(st.builds(
    Stand, st.sampled_from(["draft", "doing", "studying", "done"]), predicted=st.booleans(),
    came_in=st.integers(0, 30), planned=st.integers(0, 30), amended=st.booleans(), paused=st.booleans(),
    at_once=st.booleans(), no_count=st.booleans(),
))  # fmt: skip
def test_what_stands_open_is_said_once_the_state_first(stand):
    found = unfinished(stand)
    assert len(set(found)) == len(found)
    assert (found[:1] in [(Open.DRAFT,), (Open.RUNS,), (Open.IN_STUDY,)]) == (stand.state != "done")
    assert (Open.COUNTS in found) == (stand.state != "draft" and stand.came_in < stand.planned)
    assert (Open.AMENDED in found) == stand.amended


def test_a_finished_cycle_with_all_its_counts_has_nothing_open():
    assert unfinished(Stand("done", predicted=True, came_in=24, planned=24)) == ()
