"""The coverage map of mockup 08 by hand, the printed rules, a school's depth and spread, and watching for slippage."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.coverage import Condition, Coverage, Kind, Seen, Test, Why, columns_of, coverage, next_size
from aimwell.domain.pdsa.depth import Shape, school_facts
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.ramps import CycleLink, threads
from aimwell.domain.pdsa.recheck import dates_after, months_after, slippage
from aimwell.domain.words.conditions_tried import (
    next_title,
    next_words,
    ready_words,
    row_words,
    school_words,
    shape_words,
    slip_words,
)

DONE = State.DONE
LINKS = [
    CycleLink("1", DONE),
    CycleLink("2", DONE, "1"),
    CycleLink("3", DONE, "2"),
    CycleLink("2b", DONE, "2"),
    CycleLink("4", State.DRAFT, "3"),
]
(THREAD,) = threads(LINKS)
LISTED = [
    ("Room 12", Kind.ROOM), ("Room 14", Kind.ROOM), ("Room 9", Kind.ROOM), ("Before lunch", Kind.TIME),
    ("After lunch", Kind.TIME), ("Tasks we wrote", Kind.MATERIAL), ("Tasks from the unit", Kind.MATERIAL),
    ("A substitute teacher", Kind.TEACHER), ("Mostly multilingual group", Kind.GROUP),
]  # fmt: skip
CONDITIONS = [Condition(text, text, kind) for text, kind in LISTED]
HELD, BELOW, PLANNED = Seen.HELD, Seen.BELOW, Seen.PLANNED
TESTS = [
    Test("1", "Room 12", BELOW), Test("1", "Before lunch", BELOW), Test("1", "Tasks we wrote", BELOW),
    Test("2", "Room 12", HELD), Test("2", "Before lunch", HELD), Test("2", "Tasks we wrote", HELD),
    Test("2b", "Room 9", HELD), Test("2b", "Mostly multilingual group", HELD),
    Test("3", "Room 12", HELD), Test("3", "Room 14", BELOW), Test("3", "Before lunch", HELD),
    Test("3", "After lunch", BELOW), Test("3", "Tasks we wrote", HELD),
    Test("4", "Room 14", PLANNED), Test("4", "Before lunch", PLANNED), Test("4", "Tasks we wrote", PLANNED),
]  # fmt: skip


def worked() -> Coverage:
    return coverage(THREAD, CONDITIONS, TESTS)


@pytest.mark.ac("N-3")
def test_the_map_is_the_worked_example() -> None:
    """Written by hand from mockup 08: columns, cells and words of every row."""
    found = worked()
    assert [column.label for column in found.columns] == ["1", "2, 2b", "3", "4"]
    cells = {row.condition.text: row.cells for row in found.rows}
    assert cells["Room 12"] == ((BELOW,), (HELD,), (HELD,), ())
    assert cells["Room 9"] == ((), (HELD,), (), ())
    assert cells["Room 14"] == ((), (), (BELOW,), (PLANNED,))
    assert [row_words(row, "en") for row in found.rows] == [
        "held 2 of 3", "held 0 of 1", "held 1 of 1", "held 2 of 3", "held 0 of 1", "held 2 of 3", "not tried",
        "not tried", "held 1 of 1",
    ]  # fmt: skip


@pytest.mark.ac("N-3")
def test_what_to_try_next_is_the_worked_example() -> None:
    """Only one kind of task was tried, so the other one comes before a kind that nobody tried."""
    found = worked().next
    assert found is not None
    assert (found.condition.text, found.why, found.instead_of) == (
        "Tasks from the unit",
        Why.ONE_VALUE,
        "Tasks we wrote",
    )
    assert next_title(found, "en") == "Try next: tasks from the unit"
    assert next_words(found, "en").startswith("So far it was always: Tasks we wrote.")


def test_not_yet_ready_names_rule_and_place() -> None:
    head, rest = ready_words(worked().readiness, "one", "en")
    assert head == "Not yet ready to spread."
    assert "held in three settings, at least one with another teacher" in rest
    assert "Now: two settings, Room 12 and Room 9." in rest
    assert "the next step is 5" in rest


def test_ready_with_three_settings_and_a_second_teacher() -> None:
    more = [*CONDITIONS, Condition("T2", "T2", Kind.TEACHER), Condition("T3", "T3", Kind.TEACHER)]
    tests = [*TESTS, Test("4", "Room 14", HELD), Test("2", "T2", HELD), Test("3", "T3", HELD)]
    found = coverage(THREAD, more, tests).readiness
    assert found.ready
    assert ready_words(found, "few", "es")[0] == "Listo para crecer un paso."
    assert [next_size(size) for size in (1, 5, 25)] == [5, 25, 25]


def test_after_the_untried_come_those_that_never_held_and_planned_ones_wait() -> None:
    tried = [one for one in CONDITIONS if one.text in ("Room 12", "Room 14", "After lunch")]
    found = coverage(THREAD, tried, TESTS).next
    assert found is not None
    assert (found.condition.text, found.why) == ("After lunch", Why.NEVER_HELD)
    nothing = coverage(THREAD, tried[:2], TESTS)
    assert nothing.next is None
    assert "Add one that would be hard" in next_words(None, "en")


kinds = st.sampled_from(list(Kind))
listed = st.lists(st.builds(Condition, st.text("ab", min_size=1), st.just("x"), kinds), unique_by=lambda one: one.id)
tests = st.lists(st.builds(Test, st.sampled_from("1234"), st.text("ab", min_size=1), st.sampled_from(list(Seen))))


@given(listed, tests)
def test_every_test_of_a_listed_condition_stands_in_one_cell(conditions: list[Condition], done: list[Test]) -> None:
    found = coverage(THREAD, conditions, done)
    known = {one.id for one in conditions}
    assert sum(len(row.seen) for row in found.rows) == sum(test.condition in known for test in done)
    assert all(row.held <= row.compared for row in found.rows)
    assert found.next is None or not next(r for r in found.rows if r.condition == found.next.condition).planned


@given(st.lists(st.integers(0, 30), max_size=40))
def test_columns_hold_every_cycle_once(follows: list[int]) -> None:
    links = [CycleLink(str(k), DONE, str(before) if before < k else "") for k, before in enumerate(follows)]
    for thread in threads(links):
        held = [cycle for column in columns_of(thread) for cycle in column.cycles]
        assert sorted(held) == sorted(step.cycle.id for step in thread.steps)
        assert len(columns_of(thread)) == len(thread.main)


def test_a_thread_of_ten_thousand_cycles() -> None:
    (thread,) = threads([CycleLink(str(k), DONE, str(k - 1) if k else "") for k in range(10_000)])
    assert (thread.finished, thread.steps[-1].label) == (10_000, "10000")


@pytest.mark.ac("S1 R-48")
def test_three_teams_with_one_cycle_each_are_spread_without_depth() -> None:
    """Fixture f of S1 4.2."""
    facts = school_facts([[1], [1], [1]])
    assert facts.shape is Shape.SPREAD
    assert shape_words(facts, "en") == "Spread, no depth."
    said = school_words(facts, "en")
    assert said == "Three threads of cycles in three teams. The longest thread has one finished cycle."
    assert school_facts([[3], []]).shape is Shape.DEPTH
    assert school_facts([[4, 1], [1]]).shape is Shape.BOTH
    assert school_facts([[2]]).shape is Shape.START


@pytest.mark.ac("S1 R-49")
def test_nothing_recorded_is_no_zero() -> None:
    for lang, words in (("en", "No cycle recorded."), ("es", "Ningún ciclo registrado.")):
        said = school_words(school_facts([[], []]), lang)
        assert said.startswith(words)
        assert not any(sign.isdigit() for sign in said)


def test_dates_to_look_again() -> None:
    assert dates_after(datetime.date(2026, 11, 30)) == (datetime.date(2027, 2, 28), datetime.date(2027, 11, 30))
    assert months_after(datetime.date(2027, 1, 31), 13) == datetime.date(2028, 2, 29)


def test_drift_planted_at_week_30_is_found_within_the_stated_delay() -> None:
    """Fifteen of 20 a week; from week 30 on 12 of 20, which is half the odds."""
    held, slipped = [(15.0, 20.0)] * 29, [(12.0, 20.0)] * 15
    whole = slippage(held, lower_is_worse=True)
    assert whole is not None
    assert whole.at == 0
    found = slippage([*held, *slipped], lower_is_worse=True)
    assert found is not None
    assert (found.delay, found.slipped) == (4, pytest.approx(0.6))
    assert 30 <= found.at <= 29 + found.delay
    said = slip_words(found, "Jun 3", "en")
    assert "shows in the count of Jun 3" in said
    assert "after about 4 counts" in said


def test_too_few_counts_say_nothing() -> None:
    assert slippage([(6.0, 12.0)] * 9, lower_is_worse=True) is None
    assert slippage([(12.0, 12.0)] * 40, lower_is_worse=True) is None
    assert slip_words(None, "", "en").startswith("The measure has too few counts")
