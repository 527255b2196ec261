"""Every code has its two sentences; each is calm and says what was kept."""

import re
from string import Formatter

import pytest

from aimwell.domain.errors import DomainError, NotAllowed, NotFound, NotReady, Refused, StaleEdit, sentence
from aimwell.domain.words.errors import GENERIC, WORDS

BANNED = r"[!¡]|\b(error|failed|overdue|please|por favor|falló|invalid)\b"
NAMED = {
    *("empty_file", "too_large", "too_many_rows", "not_text", "one_column", "no_date_column", "bad_date", "bad_number"),
    *("future_date", "duplicate_date", "negative_count", "numerator_above_denominator", "missing_denominator"),
    *("formula_cell", "zero_denominator", "unreadable_workbook", "nothing_to_import", "already_applied"),
    *("already_undone", "expired_link", "used_link", "stale_edit", "wrong_state", "prediction_locked"),
    *("reason_needed", "own_predecessor", "unknown_choice"),
}


@pytest.mark.parametrize("code", sorted(NAMED))
def test_every_known_code_has_its_own_sentence(code: str) -> None:
    assert WORDS[code] != GENERIC


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_name_the_same_facts(code: str) -> None:
    english, spanish = ({field for _, field, _, _ in Formatter().parse(text) if field} for text in WORDS[code])
    assert english == spanish


@pytest.mark.parametrize("code", sorted(WORDS))
def test_sentences_keep_the_tone(code: str) -> None:
    for text in WORDS[code]:
        assert not re.search(BANNED, text, re.IGNORECASE)
        assert text.endswith(".")


def test_sentence_fills_in_the_facts() -> None:
    assert sentence(Refused("bad_number", value="n/a"), "en") == (
        "“n/a” is not a number. The row is kept aside. Write a number, or mark it as missing."
    )
    assert sentence(NotReady(missing=["what", "look_on"]), "es") == (
        "Todavía falta una parte: qué vamos a probar, cuándo vamos a mirar. "
        "Lo que escribió está guardado. Complétela y siga."
    )


def test_unknown_code_and_missing_fact_give_the_generic_sentence() -> None:
    assert sentence(Refused("no_such_rule"), "en") == GENERIC[0]
    assert sentence(Refused("bad_number"), "es-MX") == GENERIC[1]


def test_tree_and_default_codes() -> None:
    stale = StaleEdit(mine={"text": "a"}, theirs={"text": "b"}, who="Devon", version=4, target_id=7)
    assert [type(e).code for e in (NotAllowed(), NotFound(), stale)] == ["not_allowed", "not_found", "stale_edit"]
    texts = {"mine": {"text": "a"}, "theirs": {"text": "b"}}
    assert stale.data == {**texts, "who": "Devon", "version": 4, "target_id": 7}
    assert isinstance(stale, DomainError)
    assert NotReady(missing=iter(["what"])).missing == ("what",)
