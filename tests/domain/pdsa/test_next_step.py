from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.next_step import MINUTES, CycleFacts, Facts, StepKind, next_steps
from aimwell.domain.words.next_step import TABLE

READY = Facts(
    has_inquiry=True, problem_complete=True, evidence=True, perspectives=True, causes=True, aim_complete=True, parts=4,
    measures=1, points=12, cycles=1,
)  # fmt: skip


def first(facts: Facts) -> StepKind:
    return next_steps(facts)[0].kind


def test_next_steps_of_a_new_team_is_the_problem_alone():
    assert [step.kind for step in next_steps(Facts())] == [StepKind.SAY_PROBLEM]


def test_next_steps_after_the_sentence_asks_for_the_other_parts():
    assert first(Facts(has_inquiry=True)) is StepKind.FINISH_PROBLEM


def test_next_steps_unfinished_study_comes_before_a_look_that_is_due():
    facts = Facts(
        has_inquiry=True,
        open_cycles=(CycleFacts(1, 1, "doing", look_due=True), CycleFacts(2, 2, "studying")),
    )
    assert [step.kind for step in next_steps(facts)][:2] == [StepKind.WRITE_STUDY, StepKind.LOOK]
    assert next_steps(facts)[0].cycle.number == 2


def test_next_steps_with_all_in_place_is_the_next_cycle():
    assert [step.kind for step in next_steps(READY)] == [StepKind.NEXT_CYCLE]


@pytest.mark.ac("S0 R-14")
def test_next_steps_a_cycle_that_nothing_follows_is_told_after_all_that_is_open_or_lacking():
    alone = CycleFacts(7, 3, "done")
    [step] = next_steps(replace(READY, one_shot=alone))
    assert (step.kind, step.cycle) == (StepKind.TEST_AGAIN, alone)
    assert next_steps(replace(READY, evidence=False, one_shot=alone))[0].kind is StepKind.FINISH_PROBLEM
    assert TABLE.say("test_again.title", "en", number=3) == "Next: ask what follows from cycle 3"


def test_next_steps_every_kind_has_minutes_and_words():
    assert set(MINUTES) == set(StepKind)
    assert {key.split(".")[0] for key in TABLE.entries if key.endswith(".title")} - {"scale"} == {
        kind.value for kind in StepKind
    }


@given(
    st.builds(
        Facts,
        has_inquiry=st.booleans(),
        problem_complete=st.booleans(),
        evidence=st.booleans(),
        perspectives=st.booleans(),
        causes=st.booleans(),
        aim_complete=st.booleans(),
        parts=st.integers(0, 2),
        measures=st.integers(0, 2),
        points=st.integers(0, 2),
        cycles=st.integers(0, 2),
        open_cycles=st.lists(
            st.builds(
                CycleFacts,
                id=st.integers(1, 9),
                number=st.integers(1, 9),
                state=st.sampled_from(["draft", "doing", "studying"]),
                look_due=st.booleans(),
            ),
            max_size=3,
        ).map(tuple),
    )
)
def test_next_steps_gives_one_step_for_each_open_cycle_and_is_never_empty(facts):
    steps = next_steps(facts)
    assert len(steps) >= 1
    assert sorted(s.cycle.id for s in steps if s.cycle) == sorted(c.id for c in facts.open_cycles)
