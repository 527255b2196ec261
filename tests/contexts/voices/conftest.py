"""An inquiry of Ana's team with a cause, an interview, and a board."""

import datetime

import pytest

DAY = datetime.date(2026, 11, 3)


@pytest.fixture
def inquiry(ana, team):
    from aimwell.contexts.theory.services import start_inquiry

    return start_inquiry(by=ana, team=team, problem="Few give a reason", for_whom="72 fifth graders")


@pytest.fixture
def cause(ana, inquiry):
    from aimwell.contexts.theory.services import add_bone, add_cause

    bone = add_bone(by=ana, inquiry=inquiry, name="Language")
    return add_cause(by=ana, bone=bone, text="We ask for reasons without giving the words")


@pytest.fixture
def listen(ana, inquiry):
    """`listen("students")`: one more interview, with consent."""
    from aimwell.contexts.theory.voices.services import add_interview

    def one(group="students", **more):
        facts = {"role": "fifth grader", "held_on": DAY, "consent": "given", "notes": "Looked at the floor"}
        return add_interview(by=ana, inquiry=inquiry, group=group, **{**facts, **more})

    return one


@pytest.fixture
def board(ana, inquiry):
    """Thirty answers and three groups."""
    from aimwell.contexts.theory.voices.services import add_category, put_in_responses, start_grouping

    board = start_grouping(by=ana, inquiry=inquiry, question="What stops you from talking?")
    put_in_responses(by=ana, grouping=board, texts=[f"Answer {number}" for number in range(1, 31)])
    for name in ("Time", "Words", "Trust"):
        add_category(by=ana, grouping=board, name=name)
    return board


@pytest.fixture
def answers(board):
    return list(board.responses.values_list("pk", flat=True))


@pytest.fixture
def groups(board):
    return list(board.categories.values_list("pk", flat=True))


@pytest.fixture
def grouped(ana, devon, board, answers, groups):
    """Both put 24 of 30 into the same groups: 20 into Time and 4 into Words; over six they differ."""
    from aimwell.contexts.theory.voices.services import place, say_done, start_coding

    time, words, trust = groups
    first = {answer: time if number < 20 else words for number, answer in enumerate(answers)}
    second = {answer: time if number < 20 else words if number < 24 else trust for number, answer in enumerate(answers)}
    for who, way in ((ana, first), (devon, second)):
        start_coding(by=who, grouping=board)
        place(by=who, grouping=board, placings=way)
        say_done(by=who, grouping=board)
    board.refresh_from_db()
    return board
