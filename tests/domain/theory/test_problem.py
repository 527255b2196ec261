"""Problem in three parts, and hints that stay narrow."""

from dataclasses import replace
from datetime import date

import pytest

from aimwell.domain.theory.problem import Baseline, HintKind, Missing, Problem, check_problem, hints, is_checked
from aimwell.domain.words.theory import WORDS

S, B, O = HintKind.SOLUTION, HintKind.BLAME, HintKind.OPINION  # noqa: E741

FULL = Problem(
    "Most students wait for someone else to give a reason.",
    "72 fifth graders; 1 in 5 of 23 multilingual learners.",
    "Counted in 8 lessons, Sept 14 – Nov 2.",
    Baseline(date(2026, 11, 2)),
    evidence=1,
    perspectives=1,
)

PHRASES: list[tuple[str, str, list[tuple[HintKind, str]]]] = [
    ("en", "lack of a reading program", [(S, "a reading program")]),
    ("en", "no coach", [(S, "coach")]),
    ("en", "We do not have tablets for every student in math.", [(S, "tablets for every student")]),
    ("en", "There are not enough counselors", [(S, "counselors")]),
    ("en", "We need a new math program", [(S, "a new math program")]),
    ("en", "We need more training", [(S, "more training")]),
    ("en", "lazy teachers", [(B, "lazy teachers")]),
    ("en", "unmotivated parents", [(B, "unmotivated parents")]),
    ("en", "Some students are just shy", [(B, "students are just shy")]),
    ("en", "Families do not care", [(B, "Families do not care")]),
    ("en", "Teachers don’t follow through", [(B, "Teachers don’t follow through")]),
    ("en", "Low vocabulary", [(B, "Low vocabulary")]),
    ("en", "Ms. Ruiz talks too fast", [(B, "Ms. Ruiz")]),
    ("en", "Students are late because buses are late", [(O, "because")]),
    ("en", "Families should read at home", [(O, "should")]),
    ("en", "Students need to try harder", [(O, "need to")]),
    ("en", "Only 1 in 3 fifth graders explain their reasoning", []),
    ("en", "We ask for talk before time to think", []),
    ("en", "We move on after the first right answer", []),
    ("en", "Most tasks have one right answer", []),
    ("en", "The nurse’s office closes before lunch", []),
    ("en", "Students have no time to think before they talk", []),
    ("en", "A miss in attendance is seen after ten days", []),
    ("es", "falta un programa de lectura", [(S, "un programa")]),
    ("es", "No hay tabletas para todos los estudiantes", [(S, "tabletas para todos los estudiantes")]),
    ("es", "sin entrenadora", [(S, "entrenadora")]),
    ("es", "maestros flojos", [(B, "maestros flojos")]),
    ("es", "A los padres no les importa", [(B, "A los padres no les importa")]),
    ("es", "Los alumnos no se esfuerzan", [(B, "alumnos no se esfuerzan")]),
    ("es", "Llegan tarde porque el autobús tarda", [(O, "porque")]),
    ("es", "Los maestros deberían esperar", [(O, "deberían")]),
    ("es", "Pedimos que hablen antes de darles tiempo para pensar", []),
    ("es", "La señora del comedor abre a las ocho", []),
]


@pytest.mark.ac("S1 R-13")
@pytest.mark.ac("S1 R-14")
@pytest.mark.parametrize(("lang", "text", "expected"), PHRASES)
def test_hints_on_the_fixture(lang: str, text: str, expected: list[tuple[HintKind, str]]) -> None:
    assert [(hint.kind, text[hint.start : hint.end]) for hint in hints(text, lang)] == expected


def test_every_hint_asks_a_question_in_both_languages() -> None:
    for kind in HintKind:
        english, spanish = WORDS[f"hint.{kind}"]
        assert "?" in english
        assert "¿" in spanish


@pytest.mark.ac("S1 R-10")
def test_empty_problem_names_each_part_with_its_next_move() -> None:
    assert check_problem(Problem()) == (
        Missing("what", "problem.what"),
        Missing("for_whom", "problem.for_whom"),
        Missing("how_known", "problem.how_known"),
        Missing("evidence", "problem.evidence", hint=True),
        Missing("perspectives", "problem.perspective", hint=True),
    )


@pytest.mark.ac("S1 R-10")
def test_baseline_needs_a_stored_count_or_the_promise_of_one() -> None:
    asked = Missing("baseline", "problem.baseline")
    cases = [
        (Problem("a", "b", "Teachers told us so", evidence=1, perspectives=1), (asked,)),
        (FULL, ()),
        (replace(FULL, baseline=Baseline()), (replace(asked, hint=True),)),
        (replace(FULL, how_known="We talked", baseline=Baseline()), (asked,)),
        (replace(FULL, how_known="We talked", baseline=Baseline(to_be_collected=True)), ()),
    ]
    for problem, expected in cases:
        assert check_problem(problem) == expected


def test_hints_do_not_keep_a_problem_from_being_checked() -> None:
    assert is_checked(Problem("a", "b", "34 of 100", evidence=0, perspectives=0))
    assert not is_checked(Problem("a", " ", "34 of 100", evidence=3, perspectives=3))


def test_every_next_move_has_words() -> None:
    for missing in (*check_problem(Problem()), Missing("baseline", "problem.baseline")):
        assert all(WORDS[missing.next_move])
