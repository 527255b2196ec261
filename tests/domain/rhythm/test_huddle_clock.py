"""The clock of a meeting: what is left follows from stored times alone."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.clock import Part, Running, face, go_on, move, reading, rest

T0 = dt.datetime(2027, 2, 9, 12, 20, tzinfo=dt.UTC)
PARTS = (Part(1, 2), Part(2, 6), Part(3, 5), Part(4, 2))
seconds = st.integers(0, 3 * 3600)


def after(n: int) -> dt.datetime:
    return T0 + dt.timedelta(seconds=n)


def begun() -> Running:
    return Running(began_at=T0, part=1, part_began_at=T0)


def test_it_reads_as_the_picture_of_it_does():
    second = move(begun(), 2, after(120))
    said = reading(PARTS, second, after(276))
    assert (face(said.left), face(said.left_all), said.number, said.of) == ("3:24", "10:24", 2, 4)
    assert [round(bar.share, 2) for bar in said.bars] == [1.0, 0.43, 0.0, 0.0]


def test_a_part_that_runs_over_says_by_how_much_and_stays():
    said = reading(PARTS, begun(), after(160))
    assert said.over
    assert not said.over_all
    assert face(said.left) == "0:40"
    assert said.bars[0].share == 1.0


@given(seconds, seconds)
def test_looking_late_is_the_same_as_looking_often(first: int, second: int):
    """A phone that slept reads what a phone that stayed awake reads."""
    early, late = reading(PARTS, begun(), after(first)), reading(PARTS, begun(), after(first + second))
    assert early.left - late.left == second == early.left_all - late.left_all


@given(seconds, seconds, seconds)
def test_a_pause_takes_no_time(before: int, pause: int, later: int):
    resting = rest(begun(), after(before))
    assert reading(PARTS, resting, after(before + pause)) == reading(PARTS, begun(), after(before))
    again = go_on(resting, after(before + pause))
    assert reading(PARTS, again, after(before + pause + later)) == reading(PARTS, begun(), after(before + later))


@given(seconds, seconds)
def test_pressing_twice_changes_nothing(at: int, more: int):
    resting = rest(begun(), after(at))
    assert rest(resting, after(at + more)) == resting
    assert go_on(begun(), after(at)) == begun()
    assert move(begun(), 1, after(at)) == begun()


@given(seconds, seconds, seconds)
def test_going_on_to_a_part_in_a_pause_gives_it_all_its_minutes(at: int, pause: int, more: int):
    moved = move(rest(begun(), after(at)), 3, after(at + pause))
    assert reading(PARTS, moved, after(at + pause + more)).left == 5 * 60
    again = go_on(moved, after(at + pause + more))
    assert reading(PARTS, again, after(at + pause + more)).left == 5 * 60
    assert reading(PARTS, again, after(at + pause + more)).left_all == 15 * 60 - at


def test_a_part_that_is_gone_counts_as_the_first():
    assert reading(PARTS, move(begun(), 99, after(5)), after(10)).number == 1
