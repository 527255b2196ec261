"""The seven habits of a cycle: what is there, what comes later, and the smallest next move."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.craft import LONGEST, MOST_PERSON_DAYS, Name, Work, habits, numbers, person_days, stems
from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import Act, State
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend
from aimwell.domain.words.craft import TABLE
from domain.pdsa.craft_cases import GOOD, WEAK

WHOLE = GOOD[0][1]
TEXTS = st.text(alphabet="abc éñ 12.%-\n", max_size=40)
GROWS = ("count_what", "who_counts", "steps", "learned", "surprised_by", "assumption", "reason", "measure")


def there(work, lang="en"):
    return {habit.name for habit in habits(work, lang) if habit.there}


def move(work, name, lang="en"):
    return next(habit.move for habit in habits(work, lang) if habit.name is name)


@pytest.mark.ac("N-2")
def test_twelve_good_and_twelve_weak_cycles_are_sorted_without_error():
    """Products N-2."""
    assert (len(GOOD), len(WEAK)) == (12, 12)
    assert {lang for lang, _ in GOOD} == {lang for lang, _ in WEAK} == {"en", "es"}
    assert [(work.what, set(Name) - there(work, lang)) for lang, work in GOOD if len(there(work, lang)) < 7] == []
    assert [(work.what, there(work, lang)) for lang, work in WEAK if len(there(work, lang)) > 3] == []


def test_each_weak_cycle_lacks_the_habit_it_was_written_for():
    lacks = dict(
        zip((work.what for _, work in WEAK), (set(Name) - there(work, lang) for lang, work in WEAK), strict=True)
    )
    assert Name.PREDICTION in lacks["New posters"]  # homework is predicted, smiles are counted
    assert Name.SMALL in lacks["All teachers use talk moves"]
    assert Name.DATA in lacks["Data day"]
    assert Name.STEPS in lacks["More PD"]
    assert Name.STUDY in lacks["Carteles nuevos"]
    assert Name.ACT in lacks["Todos los maestros usan el plan"]
    assert Name.NEXT in lacks["Form for the folder"]


@pytest.mark.ac("S1 R-26")
@pytest.mark.parametrize(
    ("prediction", "expected"),
    [
        (None, "prediction.none"),
        (Prediction(Kind.RANGE, 4, 2), "prediction.none"),
        (Prediction(Kind.DIRECTION, trend=Trend.UP), "prediction.how_much"),
        (Prediction(Kind.EVENT, event="They understand more"), "prediction.seen"),
        (Prediction(Kind.EVENT, event="Every family signs the card"), "prediction.other_data"),
        (Prediction.at_least(12, out_of=24), ""),
    ],
)
def test_what_the_prediction_still_asks_for(prediction, expected):
    assert move(replace(WHOLE, prediction=prediction, who_or_what=""), Name.PREDICTION) == expected


def test_a_prediction_without_named_data_has_no_answer():
    assert move(replace(WHOLE, count_what=""), Name.PREDICTION) == "prediction.no_data"
    assert move(replace(WHOLE, count_what="", measure="Reasons given"), Name.PREDICTION) == ""


def test_small_is_people_times_days():
    assert person_days(replace(WHOLE, meant_for=50, days=28)) == 1400
    assert person_days(replace(WHOLE, prediction=None, size="few", days=2)) == 300
    assert person_days(replace(WHOLE, prediction=None, rooms=2, days=0)) == 60
    assert person_days(replace(WHOLE, days=None)) is None
    assert move(replace(WHOLE, days=LONGEST), Name.SMALL) == ""
    assert move(replace(WHOLE, days=LONGEST + 1), Name.SMALL) == "small.long"
    assert move(replace(WHOLE, meant_for=MOST_PERSON_DAYS, days=1), Name.SMALL) == ""
    assert move(replace(WHOLE, meant_for=MOST_PERSON_DAYS + 1, days=1), Name.SMALL) == "small.many"
    assert move(replace(WHOLE, who_where="Toda la escuela"), Name.SMALL) == "small.everywhere"
    assert move(replace(WHOLE, who_where="All students of Room 12"), Name.SMALL) == ""


def test_a_count_that_came_in_is_a_row_for_the_data():
    bare = replace(WHOLE, planned_counts=0)
    assert move(bare, Name.DATA) == "data.how_many"
    assert move(replace(bare, counts=1), Name.DATA) == ""
    assert move(replace(bare, counts=1, count_what=""), Name.DATA) == "data.what"


@pytest.mark.ac("S1 R-30")
def test_study_meets_the_prediction_by_a_word_or_a_number():
    assert move(replace(WHOLE, learned=" "), Name.STUDY) == "study.none"
    assert move(replace(WHOLE, learned="They read the card."), Name.STUDY) == "study.compare"
    assert move(replace(WHOLE, learned="Eight read the card."), Name.STUDY) == ""
    assert move(replace(WHOLE, learned="18 read the card."), Name.STUDY) == "study.compare"
    assert move(replace(WHOLE, learned="They read.", surprised_by="Más de lo pensado."), Name.STUDY, "es") == ""
    away = replace(WHOLE, learned="They read.", result=Result(not_collected="A fire drill."))
    assert move(away, Name.STUDY) == ""


def test_a_decision_that_closes_the_thread_needs_no_next_cycle():
    assert move(replace(WHOLE, goes_on=False), Name.NEXT) == "next.link"
    assert move(replace(WHOLE, goes_on=False, act=Act.ABANDON), Name.NEXT) == ""


def test_what_has_its_time_later_is_not_asked_for_now():
    draft = Work(State.DRAFT, "Starters")
    assert {habit.name for habit in habits(draft, "en") if habit.later} == {Name.STUDY, Name.ACT, Name.NEXT}
    assert not any(habit.later for habit in habits(replace(draft, state=State.STUDYING), "en"))


def test_every_move_and_habit_has_words_in_both_languages():
    moves = {habit.move for lang, work in (*GOOD, *WEAK) for habit in habits(work, lang) if habit.move}
    assert moves
    assert all(TABLE.say(key, lang) for key in moves for lang in ("en", "es"))
    assert all(TABLE.say(f"habit.{name}", lang) for name in Name for lang in ("en", "es"))


@given(st.sampled_from([*GOOD, *WEAK]), st.sampled_from(GROWS), TEXTS)
def test_more_words_never_take_a_habit_away(case, field, more):
    lang, work = case
    longer = replace(work, **{field: f"{getattr(work, field)}\n{more}"})
    assert there(work, lang) <= there(longer, lang)


@given(st.sampled_from([*GOOD, *WEAK]), st.integers(0, 50), st.integers(0, 50))
def test_more_counts_never_take_a_habit_away(case, fewer, more):
    lang, work = case
    here = replace(work, planned_counts=fewer)
    assert there(here, lang) <= there(replace(here, planned_counts=fewer + more, counts=more), lang)


@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_any_text_is_read(text, lang):
    work = Work(State.DONE, text, learned=text, reason=text, act=Act.ADOPT, count_what=text, who_or_what=text)
    assert len(habits(work, lang)) == 7


def test_words_and_numbers_as_they_are_compared():
    assert stems("Cards on a card for students") == {"card"}
    assert numbers("Ocho de 24, or 3.50") == {"8", "24", "3.5"}
