"""Old forms read into pieces: nothing of a file is lost, and nothing is made up."""

import datetime
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.oldform_choices import CHOOSABLE, filled, first_draft, open_points, placed
from aimwell.domain.pdsa.oldform_headings import BY_WORDS, DAYS, PLANNED, Slot, slot_of
from aimwell.domain.pdsa.oldforms import (
    Block,
    FormStage,
    Grid,
    day_in,
    days_of,
    decision_in,
    is_record,
    read_forms,
    stage_of,
)
from aimwell.domain.words.oldforms import say

TODAY = datetime.date(2027, 2, 9)
LINE = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40),
    st.sampled_from(["Plan", "Do:", "Study", "Act", "PDSA Cycle 2", "Date: 2025-11-03", "Qué pasó", "Learned? Much."]),
)
WORDS = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=400)
BLOCK = st.one_of(
    st.builds(Block, LINE, st.booleans()),
    st.builds(Grid, st.lists(st.lists(LINE, max_size=4).map(tuple), max_size=4).map(tuple)),
)


def lines(text):
    return [Block(line) for line in text.splitlines()]


def one(text):
    (form,) = read_forms(lines(text))
    return form


def bare(text):
    return "".join(text.split())


@given(st.lists(LINE, max_size=12))
def test_every_line_stands_in_the_pieces_in_its_order(texts):
    """All that may be missing are known headings at the end with nothing under them."""
    forms = read_forms([Block(text) for text in texts])
    told = "".join(bare(piece.heading + piece.text) for form in forms for piece in form.pieces)
    rest = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    assert bare("".join(rest)).startswith(told)
    while rest and slot_of(rest[-1]) is not None and bare("".join(rest)) != told:
        rest.pop()
    assert bare("".join(rest)) == told


@given(st.lists(BLOCK, max_size=8))
def test_no_cell_of_any_table_is_lost(blocks):
    forms = read_forms(blocks)
    told = bare("".join(piece.heading + piece.text for form in forms for piece in form.pieces))
    for grid in blocks:
        rows = [] if isinstance(grid, Block) else [row for row in grid.rows if any(cell.strip() for cell in row)]
        for row in rows[1:] if is_record(rows) else rows:
            lines_of = [line for cell in row for line in cell.splitlines()]
            assert all(bare(line) in told for line in lines_of if slot_of(line.strip()) is None)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_wherever_a_piece_is_put_its_words_stand_in_the_cycle(texts, data):
    form = one("\n".join(f"Plan\n{text}" for text in texts))
    places = data.draw(st.sampled_from([CHOOSABLE, [slot for slot in CHOOSABLE if slot in PLANNED | {Slot.REST}]]))
    slots = [data.draw(st.sampled_from([slot for slot in places if slot is not Slot.OUT])) for _ in form.pieces]
    stage = FormStage.OVER if places is CHOOSABLE else FormStage.PLANNED
    draft = replace(placed(first_draft("old.txt", form), slots), stage=stage)
    told = filled(draft)
    everything = bare("".join([*told.fields.values(), *(text for _, text in told.notes)]))
    for piece in draft.pieces:
        known = (piece.slot is Slot.DECISION and draft.decision) or (piece.slot in DAYS and day_in(piece.text))
        assert known or bare(piece.text) in everything


@pytest.mark.ac("S1 R-88")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_example_is_read_whole_in_both_languages(lang):
    draft = first_draft("old.txt", one(say("example", lang)))
    told = filled(draft)
    assert (draft.began, draft.decision, draft.stage) == (datetime.date(2025, 11, 3), "adapt", FormStage.OVER)
    assert told.fields["try_what"].startswith(("Partners write", "Cada compañero"))
    assert all(told.fields[name] for name in ("prediction", "learned", "what_changes"))
    assert [kind for kind, _ in told.notes] == ["observation"]
    assert open_points(draft, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("PLAN:", Slot.PLAN),
        ("1. What are you testing?", Slot.TRY_WHAT),
        ("What did you learn?", Slot.LEARNED),
        ("¿Qué vamos a probar?", Slot.TRY_WHAT),
        ("Predicción (antes de empezar)", Slot.PREDICTION),
        ("¿Quién y dónde?", Slot.WHO_WHERE),
        ("Adopt, adapt, or abandon?", Slot.DECISION),
        ("PDSA Cycle #3", Slot.CYCLE),
        ("☐ Adopt ☒ Adapt ☐ Abandon", None),
        ("Partners write one word each.", None),
    ],
)
def test_headings_are_known_in_both_languages(text, slot):
    assert slot_of(text) is slot


def test_every_heading_is_listed_once_and_in_small_letters():
    assert len(BY_WORDS) > 200
    assert all(re.fullmatch(r"[a-z ]+", words) for words in BY_WORDS)


def test_a_file_with_several_forms_becomes_several():
    example = say("example", "en")
    forms = read_forms(lines(example + example.replace("Cycle 1", "Cycle 2") + example.partition("\n")[2]))
    assert len(forms) == 3
    assert len(read_forms(lines(f"School: Lee\n{example}"))) == 1
    assert {form.text_of(Slot.DECISION) for form in forms} == {"Adapt"}


def test_a_table_with_labels_and_one_with_a_cycle_in_each_row():
    labels = Grid((("Change idea", "Exit slips"), ("Teacher", "Room 12"), ("Results", "8 of 12"), ("", "")))
    (form,) = read_forms([labels])
    assert (form.text_of(Slot.TRY_WHAT), form.text_of(Slot.RESULT)) == ("Exit slips", "8 of 12")
    assert [(piece.heading, piece.text) for piece in form.pieces if piece.slot is Slot.REST] == [("Teacher", "Room 12")]
    names = ("Date", "Change", "Budget", "What we learned")
    rows = Grid((names, ("2025-01-13", "A", "none", "b"), ("", "C", "", "", "e")))
    first, second = read_forms([rows])
    assert days_of(first)[0] == datetime.date(2025, 1, 13)
    assert (first.text_of(Slot.REST), first.text_of(Slot.LEARNED)) == ("none", "b")
    assert (second.text_of(Slot.TRY_WHAT), second.text_of(Slot.REST)) == ("C", "e")


def test_four_boxes_beside_each_other():
    (form,) = read_forms([Grid((("Plan\nUse cards", "Do\nThey used them"), ("Study\nIt helped", "Act\nAdopt it")))])
    told = [form.text_of(slot) for slot in (Slot.TRY_WHAT, Slot.SEEN, Slot.LEARNED, Slot.DECISION_REASON)]
    assert told == ["Use cards", "They used them", "It helped", "Adopt it"]


def test_answers_that_look_like_headings_stay_answers():
    form = one("Plan\nWho:\nclass\nPrediction: All speak\nBudget: none\nAct\n☐ Adopt ☒ Adapt ☐ Abandon")
    assert (form.text_of(Slot.WHO_WHERE), form.text_of(Slot.PREDICTION)) == ("class", "All speak")
    assert form.text_of(Slot.REST) == "Budget: none"
    assert first_draft("old.txt", form).decision == "adapt"


def test_a_file_without_headings_is_one_note_named_by_its_first_line():
    draft = first_draft("note.txt", one("We tried cards in May.\nIt went well."))
    assert draft.title == "We tried cards in May."
    assert not draft.form.understood
    assert filled(draft).notes == (("observation", "We tried cards in May.\nIt went well."),)
    assert open_points(draft, TODAY) == ("began",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-03", datetime.date(2025, 11, 3)),
        ("11/14/2025", datetime.date(2025, 11, 14)),
        ("14/11/2025", datetime.date(2025, 11, 14)),
        ("3/3/2025", datetime.date(2025, 3, 3)),
        ("November 3, 2025", datetime.date(2025, 11, 3)),
        ("3 de noviembre de 2025", datetime.date(2025, 11, 3)),
        ("3/4/2025", None),
        ("45000", None),
        ("fall 2025", None),
        ("2025-11-03 and again later", None),
    ],
)
def test_a_day_is_read_only_where_it_is_one_day(text, day):
    assert day_in(text) == day


def test_a_span_of_days_and_one_that_runs_backwards():
    assert days_of(one("Dates: 2025-11-03 to 2025-11-20\nPlan: x")) == (
        datetime.date(2025, 11, 3),
        datetime.date(2025, 11, 20),
    )
    assert days_of(one("Start date: 2025-11-20\nEnd date: 2025-11-03\nPlan: x")) == (None, None)
    draft = first_draft("old.txt", one("Date: fall 2025\nPlan: x"))
    assert draft.began is None
    assert filled(draft).fields["steps"] == "Date: fall 2025"


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Adapt", "adapt"),
        ("We will abandon this", "abandon"),
        ("Adoptar", "adopt"),
        ("☐ Adopt ☒ Adapt ☐ Abandon", "adapt"),
        ("[ ] Adopt  [x] Abandon", "abandon"),
        ("☐ Adopt", ""),
        ("Adopt or adapt", ""),
        ("Talk about it", ""),
    ],
)
def test_a_decision_is_read_only_where_there_is_one(text, decision):
    assert decision_in(text) == decision


def test_how_far_it_came_and_what_is_still_asked():
    assert stage_of(one("Plan: x")) is FormStage.PLANNED
    assert stage_of(one("Plan: x\nDo: y")) is FormStage.OVER
    assert stage_of(one("Plan: x\nStudy: y")) is FormStage.OVER
    draft = first_draft("old.txt", one("Prediction: All will speak\nDo: y\nDate: 2030-01-07\nEnd date: 2030-01-05"))
    assert open_points(draft, TODAY) == ("title", "began")
    late = first_draft("old.txt", one("Change: x\nDo: y\nDate: 2030-01-07"))
    assert open_points(late, TODAY) == ("future",)


def test_a_line_too_long_for_its_field_stands_whole_in_a_note():
    long = "word " * 100
    told = filled(first_draft("old.txt", one(f"Prediction: {long}\nChange: cards\nStudy: good")))
    assert len(told.fields["prediction"]) == 300
    assert ("observation", long.strip()) in told.notes
