"""Any earlier day is found by walking back; what became of a theory between two days is told step by step."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.difference import Step, Turn, differences, together
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.moments import Change, as_of

START = datetime(2026, 9, 1, tzinfo=UTC)
P, S, I = PartKind.PRIMARY, PartKind.SECONDARY, PartKind.IDEA  # noqa: E741


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["text", "under"]), st.integers(0, 3)), max_size=25))
def test_walking_back_gives_what_stood_on_every_day(edits):
    state, changes, days = {}, [], [{}]
    for day, (name, fact, value) in enumerate(edits, start=1):
        at, thing = START + timedelta(days=day), ("part", name)
        if thing not in state:
            state[thing] = {"text": value, "under": 0}
            changes.append(Change(at, thing, made=True))
        else:
            changes.append(Change(at, thing, made=False, before={fact: state[thing][fact]}))
            state[thing] = {**state[thing], fact: value}
        days.append({key: dict(facts) for key, facts in state.items()})
    for day, expected in enumerate(days):
        assert as_of(state, reversed(changes), START + timedelta(days=day)) == expected


WAY, SAFE = Part("1", P, "Everyone has a way in"), Part("2", P, "It is safe to be unsure")
THINK, MINUTE = Part("3", S, "Time to think"), Part("4", I, "A quiet minute")
THEN = Theory((WAY, SAFE, THINK, MINUTE), (Link("1", "3"), Link("3", "4")))


@pytest.mark.ac("S2 R-23")
def test_two_versions_compared_list_what_is_added_gone_and_changed():
    said = Part("3", S, "Time to think before talking")
    cards = Part("5", I, "Starters on cards")
    now = Theory((SAFE, said, Part("4", I, "A quiet minute", abandoned=True), cards), (Link("2", "3"), Link("3", "4")))
    assert differences(THEN, now) == (
        Step(Turn.GONE, WAY),
        Step(Turn.REWORDED, said, was="Time to think"),
        Step(Turn.ABANDONED, now.by_id["4"]),
        Step(Turn.ADDED, cards),
        Step(Turn.LINKED, said, onto=SAFE),
    )
    back = [step.turn for step in differences(now, THEN)]
    assert back == [Turn.ADDED, Turn.REWORDED, Turn.TAKEN_UP, Turn.GONE, Turn.UNLINKED]


def test_nothing_changed_between_a_day_and_itself():
    assert differences(THEN, THEN) == ()
    assert together(THEN, THEN) == THEN


def test_what_is_gone_is_drawn_in_struck_on_its_earlier_lines():
    now = Theory((SAFE, THINK, MINUTE), (Link("3", "4"),))
    both = together(THEN, now)
    assert [part.id for part in both.parts] == ["2", "1", "3", "4"]
    assert both.by_id["1"].abandoned
    assert both.children("1") == ("3",)
