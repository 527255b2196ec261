"""When a key term may get another word, and how that word would look (S4 R-61; S3 R-30)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.words.local_words import TABLE
from aimwell.domain.words.speech import Speech, lawful, speech_of, spoken
from aimwell.domain.words.tables import LANGS
from aimwell.domain.words.terms import NEVER_EMPTY, TERMS, Term

Words = dict[str, list[str]]
Held = Mapping[str, Mapping[str, list[str]]]


def term_of(key: str) -> Term:
    """Raises NotFound."""
    if key not in TERMS:
        raise NotFound
    return TERMS[key]


def local_words(key: str, asked: Mapping[str, Mapping[str, str]], held: Held) -> Words:
    """The words to keep, by language: one, many and, in Spanish, the gender. A language may stay as it is.

    `asked`: {"en": {"one", "many"}, "es": {"one", "many", "gender"}}; a stage is a name and needs `one` only. `held`:
    the words that hold there now. Raises NotFound, Refused: "word_empty", "prediction_stays", "word_half",
    "word_unlawful", "word_twice".
    """
    term = term_of(key)
    found: Words = {lang: words for lang in LANGS if (words := _in(term, lang, asked.get(lang, {})))}
    if not found:
        raise Refused("prediction_stays" if key == NEVER_EMPTY else "word_empty")
    for lang, words in found.items():
        _check_other(key, lang, words, speech_of(held))
    return found


def _in(term: Term, lang: str, asked: Mapping[str, str]) -> list[str]:
    one, many = (_clean(asked.get(name, "")) for name in ("one", "many"))
    if term.is_stage:
        many = one
    if not one and not many:
        return []
    if not one or not many:
        raise Refused("word_half")
    if not lawful((one, many)):
        raise Refused("word_unlawful", word=one if not lawful((one,)) else many)
    gender = asked.get("gender") or term.es.gender
    return [one, many, gender] if lang == "es" else [one, many]


def _clean(word: str) -> str:
    return " ".join(word.replace("'", "’").split())


def _check_other(key: str, lang: str, words: list[str], speech: Speech) -> None:
    mine = {word.casefold() for word in words[:2]}
    for other in TERMS.values():
        if other.key != key and not mine.isdisjoint(_forms(other, lang, speech)):
            raise Refused("word_twice", word=words[0], other=speech.forms(other.key, lang).one)


def _forms(term: Term, lang: str, speech: Speech) -> Iterator[str]:
    forms = speech.forms(term.key, lang)
    yield forms.one.casefold()
    yield forms.many.casefold()
    if forms == term.house(lang):
        yield from (form for form, _many in term.also.get(lang, ()))


def check_unnamed(key: str, named_here: bool) -> None:
    """Whether a word may be taken away. What stands above it takes its place; without one there is nothing to take.

    Raises NotFound, Refused("prediction_stays").
    """
    term_of(key)
    if key == NEVER_EMPTY and not named_here:
        raise Refused("prediction_stays")


@dataclass(frozen=True, slots=True)
class Sample:
    """How a term looks as a heading, on a button and as the heading of a column in a file."""

    heading: str
    button: str
    column: str


def sample(key: str, lang: str, stored: Mapping[str, Mapping[str, Any]]) -> Sample:
    term, speech = term_of(key), speech_of(stored)
    forms = speech.forms(key, lang)
    with spoken(speech):
        button = TABLE.say(f"sample.{key}", lang)
    heading = forms.one if term.is_stage else forms.many
    return Sample(_raised(heading), button, _raised(forms.one))


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]
