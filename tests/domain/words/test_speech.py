"""Local words in fixed texts: what is put, what agrees with it, and what is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.words.agreement import english, spanish_after, spanish_before
from aimwell.domain.words.pdsa import say as say_pdsa
from aimwell.domain.words.renaming import check_unnamed, local_words, sample
from aimwell.domain.words.speech import HOUSE, in_local_words, lawful, now, speech_of, spoken
from aimwell.domain.words.tables import all_tables
from aimwell.domain.words.terms import TERMS, Forms

STORED = {
    "problem": {"en": ["opportunity", "opportunities"], "es": ["oportunidad", "oportunidades", "f"]},
    "aim": {"en": ["goal", "goals"], "es": ["propósito", "propósitos", "m"]},
    "cycle": {"en": ["SMART loop", "SMART loops"], "es": ["vuelta", "vueltas", "f"]},
    "change_idea": {"en": ["solution", "solutions"], "es": ["arreglo", "arreglos", "m"]},
    "driver": {"en": ["lever", "levers"]},
    "do": {"en": ["Try", "Try"], "es": ["Probar", "Probar", "m"]},
    "plan": {"en": ["Prepare", "Prepare"]},
}


def told(text: str, lang: str = "en", source: str | None = None) -> str:
    with spoken(speech_of(STORED)):
        return in_local_words(text, lang, source or text)


@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Problem", "Opportunity"),
        ("Save the problem", "Save the opportunity"),
        ("A problem and a cause", "An opportunity and a cause"),
        ("An aim", "A goal"),
        ("Its aims: %(aim)s {aim}", "Its goals: %(aim)s {aim}"),
        ("Test this idea", "Test this solution"),
        ("Change ideas", "Solutions"),
        ("Cycle %(number)s", "SMART loop %(number)s"),
        ("secondary driver", "secondary lever"),
        ("Add to Do", "Add to Try"),
        ("Do", "Try"),
        ("Do two measures go together?", "Do two measures go together?"),
        ("What will you do?", "What will you do?"),
        ("Plan", "Prepare"),
        ("Keep the plan", "Keep the plan"),
        ("What might cause the problem", "What might cause the opportunity"),
        ("problematic", "problematic"),
        ("place\x04Cycles", "place\x04SMART loops"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El problema", "La oportunidad"),
        ("Del problema a la meta", "De la oportunidad al propósito"),
        ("La meta", "El propósito"),
        ("la otra meta", "el otro propósito"),
        ("de la meta", "del propósito"),
        ("Todas las metas", "Todos los propósitos"),
        ("Su meta", "Su propósito"),
        ("El ciclo %(number)s está terminado.", "La vuelta %(number)s está terminada."),
        ("ciclos terminados y unidos por una razón", "vueltas terminadas y unidas por una razón"),
        ("La idea de cambio", "El arreglo"),
        ("Un ciclo es un cambio", "Una vuelta es un cambio"),
        ("Una la meta con", "Una el propósito con"),
        ("impulsor", "impulsor"),
        ("Agregar a Hacer", "Agregar a Probar"),
        ("Hacer el borrador", "Hacer el borrador"),
    ],
)
def test_spanish(text: str, expected: str) -> None:
    assert told(text, "es") == expected


def test_another_sense_and_the_usual_words_stay() -> None:
    assert told("Problems") == "Problems"
    assert told("Problemas", "es", "Problems") == "Problemas"
    assert in_local_words("Problem", "en", "Problem") == "Problem"
    with spoken(speech_of({"cause": {"es": ["raíz", "raíces", "f"]}})):
        assert in_local_words("Cause", "en", "Cause") == "Cause"
    assert now() is HOUSE


def test_what_is_filled_in_is_never_changed() -> None:
    with spoken(speech_of(STORED)):
        assert say_pdsa("cycle", "en", label="about the problem") == "SMART loop about the problem"


def test_speech_reads_only_lawful_words() -> None:
    assert speech_of({}) is HOUSE
    assert speech_of({"problem": {"en": ["<b>x", "y"]}, "nothing": {"en": ["a", "b"]}}).words == ()
    assert speech_of(STORED) is speech_of(dict(STORED))
    assert speech_of(STORED).forms("cause", "en") == Forms("cause", "causes")


@given(st.text(max_size=60))
def test_a_lawful_word_has_no_mark_that_a_page_could_read(word: str) -> None:
    assert not lawful([word]) or not set(word) & set("<>&\"'%{}\\\n\x04")


@given(st.sampled_from([entry for table in all_tables() for entry in table.entries.values()]))
def test_fields_of_every_text_survive(entry: dict[str, object]) -> None:
    from aimwell.domain.words.tables import fields

    stored = {key: {"en": ["zed", "zeds"], "es": ["zeta", "zetas", "f"]} for key in TERMS}
    with spoken(speech_of(stored)):
        for lang in ("en", "es"):
            text = entry[lang]
            for one in text if isinstance(text, tuple) else (text,):
                assert fields(in_local_words(str(one), lang, str(one))) == fields(str(one))


def test_articles() -> None:
    assert english("Add a ", "opportunity") == "Add an "
    assert english("An ", "unit") == "A "
    assert english("", "hour") == ""
    assert spanish_before("", "f") == ""
    assert spanish_before("para ", "f") == "para "
    assert spanish_after("", "m") == ""


@pytest.mark.ac("S3 R-30")
def test_the_prediction_is_never_without_a_word() -> None:
    for asked in ({}, {"en": {"one": "", "many": " "}}):
        with pytest.raises(Refused, match="prediction_stays"):
            local_words("prediction", asked, {})
    with pytest.raises(Refused, match="prediction_stays"):
        check_unnamed("prediction", named_here=False)
    check_unnamed("prediction", named_here=True)
    check_unnamed("aim", named_here=False)
    with pytest.raises(NotFound):
        check_unnamed("solution", named_here=True)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("word_empty", {}),
        ("word_half", {"en": {"one": "chance", "many": ""}}),
        ("word_half", {"en": {"one": "", "many": "chances"}}),
        ("word_unlawful", {"en": {"one": "<b>", "many": "x"}}),
        ("word_unlawful", {"en": {"one": "x", "many": "1x"}}),
        ("word_twice", {"en": {"one": "Cause", "many": "x"}}),
        ("word_twice", {"en": {"one": "x", "many": "ideas"}}),
        ("word_twice", {"es": {"one": "x", "many": "metas", "gender": "f"}}),
    ],
)
def test_what_cannot_be_a_word(code: str, asked: dict[str, dict[str, str]]) -> None:
    with pytest.raises(Refused, match=code):
        local_words("problem", asked, {})


def test_words_to_keep() -> None:
    asked = {"en": {"one": " teacher's  wish ", "many": "wishes"}, "es": {"one": "deseo", "many": "deseos"}}
    assert local_words("problem", asked, {}) == {
        "en": ["teacher’s wish", "wishes"],
        "es": ["deseo", "deseos", "m"],
    }
    assert local_words("do", {"en": {"one": "Try"}}, {}) == {"en": ["Try", "Try"]}
    freed = {"cause": {"en": ["root", "roots"]}}
    assert local_words("problem", {"en": {"one": "cause", "many": "causes"}}, freed) == {"en": ["cause", "causes"]}


def test_samples_show_the_word() -> None:
    shown = sample("problem", "es", STORED)
    assert (shown.heading, shown.button, shown.column) == ("Oportunidades", "Guardar la oportunidad", "Oportunidad")
    assert sample("do", "en", STORED).heading == "Try"


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.key)
def test_every_term_has_a_short_gloss_and_a_sample(term: object) -> None:
    assert isinstance(term, type(TERMS["aim"]))
    assert all(0 < len(gloss.split()) < 30 for gloss in term.gloss)
    word = ["zed", "zed"] if term.is_stage else ["zed", "zeds"]
    stored = {term.key: {"en": word, "es": [*word, "f"]}}
    for lang in ("en", "es"):
        assert "zed" in sample(term.key, lang, stored).button.lower()
