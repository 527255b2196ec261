"""The rubric as data, readings of one record, and how two of them compare."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.rubric import (
    CODES,
    Answer,
    Both,
    Own,
    Reading,
    arranged,
    compared,
    hints,
    printed,
    rubric_of,
)
from aimwell.domain.words.rubric import say

ALL = {code: Answer(met=True) for code in CODES}
D1, D2 = datetime.date(2027, 1, 12), datetime.date(2027, 1, 14)


def without(*codes):
    return {**ALL, **{code: Answer(met=False) for code in codes}}


@pytest.mark.ac("S1 R-46")
def test_the_ten_points_are_those_printed_with_the_doubled_word_mended():
    items = printed().items
    assert [item.code for item in items] == ["P1", "P2", "P3", "P4", "D1", "D2", "D3", "S1", "S2", "A1"]
    assert [item.text.en for item in items] == [
        "Plan for execution of the test is clear and replicable",
        "The change idea is small and specific",
        "Predictions are clear, specific and falsifiable",
        "Data collection plan is clear",
        "Includes observations",
        "Any failures, errors or surprises are noted",
        "Data collection is complete",
        "Results from predictions are recorded",
        "Learning is summarized",
        "A next step is identified (Repeat, adapt, adopt, or abandon)",
    ]
    assert printed().asks["I"].en == "Does this PDSA logically iterate from the previous PDSA?"
    assert all(item.text.es for item in items)


@pytest.mark.ac("S1 R-51")
def test_each_point_has_one_next_move_and_an_example_in_both_languages():
    for item in printed().items:
        assert all((item.move.en, item.move.es, item.example.en, item.example.es))
    [unmet] = Reading(without("P3")).unmet(printed())
    assert unmet.move.en == "Next time, make the prediction checkable: how many, of how many, by when."


@pytest.mark.ac("S1 R-52")
def test_both_cautions_are_there():
    assert "no minimum" in say("caution.minimum", "en")
    assert "documents only" in say("caution.documents", "en")


def test_a_reading_says_nothing_before_every_point_is_answered():
    part = Reading({"P1": Answer(met=True)})
    assert part.met(printed()) is None
    assert part.open(printed()) == CODES[1:]
    assert Reading(without("P3", "D1", "S2")).met(printed()) == 7


def test_after_a_cycle_that_does_not_follow_the_reading_stops():
    later = Reading({}, first=False)
    assert later.open(printed())[0] == "I"
    stopped = Reading(ALL, first=False, follows=False)
    assert (stopped.open(printed()), stopped.met(printed()), stopped.unmet(printed())) == ((), None, ())


@pytest.mark.ac("S1 R-50")
def test_two_readings_are_compared_point_by_point():
    found = compared(printed(), Reading(without("P3")), Reading(without("P3", "D2")))
    assert (found.both, found.alike, found.percent, found.differ) == (10, 9, 90, ("D2",))
    other = compared(printed(), Reading(ALL, first=False, follows=True), Reading({}, first=False, follows=False))
    assert (other.both, other.percent, other.differ) == (1, 0, ("I",))
    assert compared(printed(), Reading(ALL), Reading({})).percent is None


def test_an_organisation_words_leaves_out_and_adds():
    own = {"S9": Own(Both("Families heard of it"), Both("Tell one family"))}
    rubric = arranged({"P2": Both(es="Es pequeña"), "G1": Both("Are there 3?")}, ["A1"], own)
    assert rubric.codes == ("P1", "P2", "P3", "P4", "D1", "D2", "D3", "S1", "S2", "S9")
    words = {item.code: item for item in rubric.items}
    assert words["P2"].text.say("en") == "Es pequeña"  # one language stands for both
    assert words["P3"].text.en == "Predictions are clear, specific and falsifiable"
    assert rubric.asks["G1"].say("es") == "Are there 3?"
    assert rubric_of(rubric.stored()) == rubric
    assert rubric_of({}) == printed()


@pytest.mark.parametrize(
    ("words", "out", "own", "code"),
    [
        ({}, CODES, {}, "rubric_empty"),
        ({"X1": Both("?")}, (), {}, "unknown_choice"),
        ({"P9": Both("?")}, (), {}, "unknown_choice"),
        ({}, ("G1",), {}, "unknown_choice"),
        ({}, (), {"P1": Own(Both("a"), Both("b"))}, "unknown_choice"),
        ({}, (), {"P9": Own(Both("a"), Both())}, "rubric_words_needed"),
    ],
)
def test_what_cannot_be_a_rubric_is_refused(words, out, own, code):
    with pytest.raises(Refused) as refusal:
        arranged(words, out, own)
    assert refusal.value.code == code


@pytest.mark.ac("S1 R-53")
def test_questions_to_the_owners():
    assert hints([D1, D1], ["ana", "ana"], has_data=False) == ("hint.one_day", "hint.one_person", "hint.no_data")
    assert hints([D1, D2], ["ana", "devon"], has_data=True) == ()
    assert hints([D1], ["ana"], has_data=True) == ()


answers = st.dictionaries(st.sampled_from(CODES), st.builds(Answer, met=st.booleans()))


@given(answers, answers)
def test_comparing_does_not_depend_on_who_comes_first(one, other):
    there, back = (
        compared(printed(), *pair) for pair in ((Reading(one), Reading(other)), (Reading(other), Reading(one)))
    )
    assert there == back
    assert there.both == there.alike + len(there.differ)


@given(answers)
def test_what_is_there_and_what_is_not_make_the_whole(some):
    reading = Reading(some)
    met = reading.met(printed())
    if met is not None:
        assert met + len(reading.unmet(printed())) == 10
