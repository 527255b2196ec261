"""Typed predictions read gently, and the hint on predictions that cannot turn out wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.falsifiable import falsifiable
from aimwell.domain.pdsa.parsing import parse_prediction
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend, problems, words

P = Prediction


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "12 or more of 24", P.at_least(12, out_of=24)),
        ("en", "12 of 24 or more", P.at_least(12, out_of=24)),
        ("en", "12+ of 24", P.at_least(12, out_of=24)),
        ("en", "≥ 12 of 24", P.at_least(12, out_of=24)),
        ("en", "more than 11 of 24", P.at_least(12, out_of=24)),
        ("en", "30-36 of 50", P.between(30, 36, out_of=50)),
        ("en", "We predict 30 to 36 of 50 students give a reason.", P.between(30, 36, out_of=50)),
        ("en", "between 5 and 8 minutes", P.between(5, 8, unit="minutes")),
        ("en", "at least 60 %", P.at_least(60, unit="%")),
        ("en", "60% or more", P.at_least(60, unit="%")),
        ("en", "no more than 3 tardies", P.at_most(3, unit="tardies")),
        ("en", "fewer than 4 of 30", P.at_most(3, out_of=30)),
        ("en", "12/24", P.number(12, out_of=24)),
        ("en", "12 out of the 24 students", P.number(12, out_of=24)),
        ("en", "1,250", P.number(1250)),
        ("en", "6 minutes", P.number(6, unit="minutes")),
        ("en", "goes up", P(Kind.DIRECTION, trend=Trend.UP)),
        ("en", "stays the same", P(Kind.DIRECTION, trend=Trend.SAME)),
        ("es", "entre 30 y 36 de 50", P.between(30, 36, out_of=50)),
        ("es", "De 30 a 36 de 50.", P.between(30, 36, out_of=50)),
        ("es", "al menos 12 de 24", P.at_least(12, out_of=24)),
        ("es", "12 o más de 24", P.at_least(12, out_of=24)),
        ("es", "como máximo 3", P.at_most(3)),
        ("es", "2,5 minutos", P.number(Decimal("2.5"), unit="minutos")),
        ("es", "baja", P(Kind.DIRECTION, trend=Trend.DOWN)),
        ("en", "students will be engaged", None),
        ("en", "by May 28 it works", None),
        ("en", "from 12 of 24 to 16 of 24", None),
        ("en", "30 of 24", None),
        ("en", "36 to 30 of 50", None),
        ("en", "goes up, then goes down", None),
        ("en", "", None),
    ],
)
def test_parse_prediction(lang: str, text: str, expected: P | None) -> None:
    assert parse_prediction(text, lang) == expected


@st.composite
def counted(draw: st.DrawFn) -> P:
    whole = draw(st.integers(1, 400))
    low, high = sorted((draw(st.integers(0, whole)), draw(st.integers(0, whole))))
    made = [P.at_least(low, out_of=whole), P.at_most(high, out_of=whole), P.number(low, out_of=whole)]
    return draw(st.sampled_from([*made, P.between(low, high, out_of=whole)]))


@given(counted(), st.sampled_from(["en", "es"]))
def test_what_is_written_can_be_read_back(prediction: P, lang: str) -> None:
    assert parse_prediction(words(prediction, lang), lang) == prediction


@given(st.text(max_size=80), st.sampled_from(["en", "es"]))
def test_whatever_is_read_could_be_locked(text: str, lang: str) -> None:
    found = parse_prediction(text, lang)
    assert found is None or problems(found) == ()


YES_NUMBER, YES_EVENT, HOW_MUCH, VAGUE = ("number", ""), ("event", ""), ("", "hint.threshold"), ("", "hint.falsifiable")

SENTENCES = [
    ("en", "12 or more of 24 students give a reason.", YES_NUMBER),
    ("en", "30 to 36 of 50 explain to a partner.", YES_NUMBER),
    ("en", "At least 60 % hand in the slip.", YES_NUMBER),
    ("en", "Tardies fall by 5 a week.", YES_NUMBER),
    ("en", "Attendance goes up by two points.", YES_NUMBER),
    ("en", "Every student speaks once.", YES_NUMBER),
    ("en", "Half the class writes a full sentence.", YES_NUMBER),
    ("en", "Nobody leaves before the bell.", YES_NUMBER),
    ("en", "The lesson starts on time.", YES_EVENT),
    ("en", "Devon hands in the plan.", YES_EVENT),
    ("en", "A parent calls back.", YES_EVENT),
    ("en", "The principal shows up.", YES_EVENT),
    ("en", "Students will be more engaged.", VAGUE),
    ("en", "Students will understand fractions better.", VAGUE),
    ("en", "It will work.", VAGUE),
    ("en", "Teachers will feel confident.", VAGUE),
    ("en", "The climate will improve.", VAGUE),
    ("en", "Students will enjoy the task.", VAGUE),
    ("en", "Attendance goes up.", HOW_MUCH),
    ("en", "The number of referrals drops.", HOW_MUCH),
    ("es", "Al menos 12 de 24 dan una razón.", YES_NUMBER),
    ("es", "Entre 30 y 36 de 50 explican.", YES_NUMBER),
    ("es", "Todos los estudiantes hablan.", YES_NUMBER),
    ("es", "La mitad del grupo escribe.", YES_NUMBER),
    ("es", "La clase empieza a tiempo.", YES_EVENT),
    ("es", "Devon entrega el plan.", YES_EVENT),
    ("es", "Los estudiantes estarán motivados.", VAGUE),
    ("es", "Entenderán mejor.", VAGUE),
    ("es", "La asistencia sube.", HOW_MUCH),
    ("es", "Va a funcionar.", VAGUE),
]


@pytest.mark.ac("S1 R-26")
@pytest.mark.parametrize(("lang", "text", "expected"), SENTENCES)
def test_falsifiable_on_thirty_sentences(lang: str, text: str, expected: tuple[str, str]) -> None:
    found = falsifiable(text, lang)
    assert (found.by, found.hint) == expected
    assert found.ok == (expected[1] == "")


def test_the_fixture_has_thirty_sentences() -> None:
    assert len({text for _, text, _ in SENTENCES}) == 30
