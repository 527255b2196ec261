"""What a meeting talks about, from the work that is open."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.agenda import OpenCycle, agenda, spread
from aimwell.domain.words.agenda import TABLE

ON = dt.date(2027, 2, 11)


@pytest.mark.ac("S1 R-54")
def test_a_huddle_has_four_parts_of_two_six_five_and_two_minutes() -> None:
    lines = agenda("huddle", 15, [OpenCycle(7, 3, "studying")], on=ON)
    assert [(line.minutes, TABLE.say(line.key, "en", number=line.number or "")) for line in lines] == [
        (2, "What surprised us"),
        (6, "Cycle 3: keep, change or drop?"),
        (5, "Smallest next test"),
        (2, "Who does what"),
    ]


@pytest.mark.ac("S0 R-51")
def test_a_pdsa_meeting_of_45_minutes_looks_back_at_data_and_ends_with_who_does_what() -> None:
    lines = agenda("pdsa", 45, [OpenCycle(7, 3, "studying")], on=ON, open_decisions=2)
    assert [(line.purpose, line.minutes) for line in lines] == [
        ("last_time", 5), ("data", 10), ("surprise", 5), ("decide", 12), ("next_test", 8), ("who_does", 5),
    ]  # fmt: skip
    assert sum(line.minutes for line in lines) == 45


@pytest.mark.ac("S2 R-58")
def test_open_tests_due_looks_and_surprises_come_into_the_agenda() -> None:
    due = OpenCycle(1, 4, "doing", look_on=ON, surprises=2)
    running = OpenCycle(2, 5, "doing", look_on=ON + dt.timedelta(days=9))
    draft = OpenCycle(3, 6, "draft")
    lines = agenda("huddle", 15, [running, draft, due], on=ON)
    assert [(line.key, line.number) for line in lines] == [
        ("surprises", 2), ("decide", 4), ("going", 5), ("next_draft", 6), ("who_does", None),
    ]  # fmt: skip


def test_without_open_work_the_huddle_asks_what_is_stuck() -> None:
    assert [line.key for line in agenda("huddle", 15, [], on=ON)] == ["surprise", "stuck", "next_test", "who_does"]


def test_a_meeting_decides_on_three_cycles_at_most() -> None:
    lines = agenda("huddle", 20, [OpenCycle(n, n, "studying") for n in range(1, 9)], on=ON)
    assert [line.number for line in lines if line.key == "decide"] == [1, 2, 3]


@given(
    st.sampled_from(["huddle", "pdsa", "other"]),
    st.integers(1, 240),
    st.lists(st.sampled_from(["draft", "doing", "studying"]), max_size=12),
    st.integers(0, 60),
)
def test_the_minutes_add_up_to_those_of_the_meeting(kind: str, minutes: int, states: list[str], taken: int) -> None:
    cycles = [OpenCycle(place, place, state) for place, state in enumerate(states, 1)]
    lines = agenda(kind, minutes, cycles, on=ON, taken=taken)
    assert all(line.minutes >= 1 for line in lines)
    assert sum(line.minutes for line in lines) == max(minutes - taken, len(lines))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20), st.integers(0, 600))
def test_minutes_are_shared_out_in_proportion(weights: list[int], total: int) -> None:
    shares = spread(weights, total)
    assert sum(shares) == max(total, len(weights))
    assert all(
        one >= other for one, weight in zip(shares, weights, strict=True)
        for other, less in zip(shares, weights, strict=True) if weight > less + 1 and total >= 2 * sum(weights)
    )  # fmt: skip


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_minutes_that_fit_already_stay(weights: list[int]) -> None:
    assert spread(weights, sum(weights)) == weights
