"""Hints on sixty phrases each way, per language; every one right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.hints import HintKind, hints
from domain.theory.hint_phrases import FLAGGED, LEFT_ALONE, lines


def kinds(text: str, lang: str) -> set[str]:
    return {str(hint.kind) for hint in hints(text, lang)}


@pytest.mark.parametrize("phrases", [FLAGGED, LEFT_ALONE])
def test_twenty_phrases_of_each_kind_in_both_languages(phrases: dict[str, dict[str, str]]) -> None:
    counted = {
        (lang, kind): len(text.strip().splitlines()) for lang, of in phrases.items() for kind, text in of.items()
    }
    assert counted == {(lang, str(kind)): 20 for lang in ("en", "es") for kind in HintKind}


@pytest.mark.ac("S1 R-13")
@pytest.mark.ac("S1 R-14")
@pytest.mark.ac("S1 R-11")
@pytest.mark.ac("S2 R-5")
@pytest.mark.ac("S2 R-6")
@pytest.mark.parametrize(("lang", "kind", "text"), lines(FLAGGED))
def test_these_are_asked_about(lang: str, kind: str, text: str) -> None:
    assert kind in kinds(text, lang)


@pytest.mark.ac("S1 R-13")
@pytest.mark.ac("S2 R-5")
@pytest.mark.parametrize(("lang", "kind", "text"), lines(LEFT_ALONE))
def test_these_are_left_alone(lang: str, kind: str, text: str) -> None:
    assert kinds(text, lang) == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A parent said: “Teachers should call in Spanish”, in 4 of 9 calls"),
        ("en", "4 of 30 comments had the word \"lazy students\" in them"),
        ("es", "Una madre dijo: «los maestros son flojos», en una llamada"),
    ],
)  # fmt: skip
def test_what_somebody_else_said_is_not_looked_at(lang: str, text: str) -> None:
    assert hints(text, lang) == []


def test_a_text_that_is_one_quote_is_looked_at() -> None:
    assert kinds("“lazy teachers”", "en") == {"blame"}


def test_a_turn_in_the_sentence_before_does_not_excuse_the_next() -> None:
    assert kinds("It is not that families do not care. Lazy teachers are the cause.", "en") == {"blame"}


@given(st.text(max_size=200), st.sampled_from(["en", "es", "es-mx", "fr"]))
def test_spans_lie_in_the_text_in_reading_order(text: str, lang: str) -> None:
    found = hints(text, lang)
    assert all(0 <= hint.start < hint.end <= len(text) for hint in found)
    assert [hint.start for hint in found] == sorted(hint.start for hint in found)


@given(st.sampled_from(lines(FLAGGED) + lines(LEFT_ALONE)), st.sampled_from(lines(LEFT_ALONE)))
def test_a_sentence_after_a_full_stop_is_read_by_itself(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    lang, _kind, text = one
    alone = other[2]
    if other[0] == lang and not alone.endswith("?") and not text.endswith("?"):
        assert kinds(f"{alone}. {text}", lang) == kinds(text, lang)
