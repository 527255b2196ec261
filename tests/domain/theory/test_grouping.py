"""Answers put into groups, step by step, and answers that come in as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.theory.grouping import (
    LONGEST_ANSWER,
    MOST_ANSWERS,
    Step,
    hidden_counts,
    outcome,
    placed,
    read_pasted,
)

STEPS = st.lists(st.builds(Step, st.integers(1, 9), st.one_of(st.none(), st.integers(1, 4))))


def test_steps_lead_to_where_each_answer_lies():
    steps = [Step(1, 10), Step(2, 10), Step(1, 20), Step(2, None)]
    assert [placed(steps, upto) for upto in range(5)] == [
        {}, {1: 10}, {1: 10, 2: 10}, {1: 20, 2: 10}, {1: 20},
    ]  # fmt: skip
    assert placed(steps) == {1: 20}


@given(STEPS, st.integers(0, 40))
def test_replay_to_a_step_is_the_same_as_making_only_those_steps(steps, upto):
    assert placed(steps, upto) == placed(steps[:upto])


@given(STEPS)
def test_the_last_step_of_an_answer_decides(steps):
    where = placed(steps)
    for answer in {step.answer for step in steps}:
        assert where.get(answer) == [step.group for step in steps if step.answer == answer][-1]


def test_an_outcome_needs_both_to_agree_or_a_talk():
    one, other = {1: 10, 2: 10, 3: 10, 4: 20}, {1: 10, 2: 20, 3: 20}
    found = outcome([1, 2, 3, 4, 5], [one, other], {3: 30})
    assert found.final == {1: 10, 3: 30, 4: 20}
    assert found.differ == (2,)
    assert [found.count(group) for group in (10, 20, 30)] == [1, 1, 1]


WAYS = st.lists(st.dictionaries(st.integers(1, 6), st.integers(1, 3)), max_size=2)


@given(WAYS, st.dictionaries(st.integers(1, 6), st.integers(1, 3)))
def test_what_is_settled_never_differs_and_every_answer_is_told_at_most_once(ways, settled):
    found = outcome(range(1, 7), ways, settled)
    assert not set(found.differ) & set(settled)
    assert not set(found.differ) & set(found.final)
    assert set(found.final) | set(found.differ) == set(settled).union(*ways)


@pytest.mark.ac("S3 R-57")
def test_small_counts_are_not_told_outside_the_team():
    assert hidden_counts([0, 1, 9, 10, 30], 10) == (0, None, None, 10, 30)


def test_lines_are_answers_also_with_commas_in_them():
    assert read_pasted("I wait, and then I talk\r\n\r\n  It is  loud \nNo").answers == (
        "I wait, and then I talk", "It is loud", "No",
    )  # fmt: skip


def test_the_column_with_the_longest_answers_is_proposed_and_another_one_can_be_chosen():
    text = 'id,grade,answer\n1,5,I wait for you\n2,5,"No, I don\'t"\n'
    found = read_pasted(text)
    assert found.answers == ("I wait for you", "No, I don't")
    assert (found.headings, found.column) == (("id", "grade", "answer"), 2)
    assert read_pasted(text, 0).answers == ("1", "2")
    assert read_pasted(text, 7).column == 2


def test_a_table_from_a_spreadsheet_comes_with_tabs():
    assert read_pasted("room\tanswer\n9\tI wait\n12\tI talk").answers == ("I wait", "I talk")


def test_a_quotation_mark_that_never_ends_swallows_nothing():
    assert read_pasted('"I wait\nI talk\nI write').answers == ('"I wait', "I talk", "I write")


def test_a_cell_over_two_lines_is_one_answer():
    assert read_pasted('n,answer\n1,"I wait\nfor you"\n2,"I go"').answers == ("I wait for you", "I go")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n\n", "nothing_pasted"),
        ("word\n" * (MOST_ANSWERS + 1), "too_many_answers"),
        ("x" * (LONGEST_ANSWER + 1), "answer_too_long"),
    ],
)
def test_what_cannot_go_in_is_told_and_nothing_is_read(text, code):
    with pytest.raises(Refused) as refused:
        read_pasted(text)
    assert refused.value.code == code


LINES = st.lists(st.text(st.sampled_from("abc de.?"), min_size=1, max_size=20).filter(str.strip), min_size=1)


@given(LINES)
def test_plain_lines_come_back_one_by_one(lines):
    assert read_pasted("\n".join(lines)).answers == tuple(" ".join(line.split()) for line in lines)
