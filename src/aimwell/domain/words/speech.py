"""Local words put into fixed texts (S4 R-61; S3 R-30).

Only the texts of the product pass through here, before anything that people wrote is filled in. So nobody's own words
are ever changed, and no key is. `now` is what the page, mail or file being made is told in; it holds for one request.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from typing import Any, TypeVar

from aimwell.domain.words.agreement import english, spanish_after, spanish_before
from aimwell.domain.words.other_senses import OTHER_SENSES
from aimwell.domain.words.terms import TERMS, Forms, Term


@dataclass(frozen=True, eq=False)
class Speech:
    """The local words, by (key, language). One object for the same words, so that answers can be kept by it."""

    words: tuple[tuple[str, str, Forms], ...]

    def forms(self, key: str, lang: str) -> Forms:
        found = (forms for one, tongue, forms in self.words if (one, tongue) == (key, lang))
        return next(found, TERMS[key].house(lang))


Stored = Mapping[str, Mapping[str, Iterable[str]]]
HOUSE = Speech(())
_now: ContextVar[Speech] = ContextVar("speech", default=HOUSE)


def speech_of(stored: Stored) -> Speech:
    """`{"problem": {"en": ["opportunity", "opportunities"]}}` as speech. What is not a lawful word is left out."""
    if not stored:
        return HOUSE
    rows = [
        (key, lang, *map(str, forms))
        for key, by_lang in sorted(stored.items())
        for lang, forms in sorted(by_lang.items())
        if key in TERMS and lawful(list(map(str, forms))[:2])
    ]
    return _speech(tuple(rows)) if rows else HOUSE


@lru_cache(maxsize=512)
def _speech(rows: tuple[tuple[Any, ...], ...]) -> Speech:
    return Speech(tuple((key, lang, Forms(*forms)) for key, lang, *forms in rows))


LONGEST = 40
_LAWFUL = re.compile(r"[^\W\d_](?:[^\W_]|[ ’·-])*", re.UNICODE)


def lawful(words: Iterable[str]) -> bool:
    """Letters first, then letters, digits, blanks, ’ · or -; at most 40. No mark that a page could read as code."""
    return all(len(word) <= LONGEST and _LAWFUL.fullmatch(word) is not None for word in words)


def speak(speech: Speech) -> None:
    _now.set(speech)


@contextmanager
def spoken(speech: Speech) -> Iterator[None]:
    """For a mail or a job: these words inside, those of before outside."""
    token = _now.set(speech)
    try:
        yield
    finally:
        _now.reset(token)


def now() -> Speech:
    return _now.get()


Answer = TypeVar("Answer")


def kept_in_words(maxsize: int) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """As `lru_cache`, for what is written or drawn in the words of the moment: other words, another answer."""

    def keep(make: Callable[..., Answer]) -> Callable[..., Answer]:
        @lru_cache(maxsize=maxsize)
        def kept(_speech: Speech, *values: Any, **named: Any) -> Answer:
            return make(*values, **named)

        @wraps(make)
        def answer(*values: Any, **named: Any) -> Answer:
            return kept(_now.get(), *values, **named)

        return answer

    return keep


def in_local_words(text: str, lang: str, source: str) -> str:
    """`text` in the words of the moment; `source` is the English text it belongs to."""
    speech = _now.get()
    return text if speech is HOUSE else _told(speech, text, "es" if lang.startswith("es") else "en", source)


@lru_cache(maxsize=20_000)
def _told(speech: Speech, text: str, lang: str, source: str) -> str:
    if source in OTHER_SENSES:
        return text
    seek = _pattern(speech, lang)
    if seek is None:
        return text
    told, rest = "", text
    while (found := seek.search(rest)) is not None:
        before, after = rest[: found.start()], rest[found.end() :]
        before, word, after = _put(speech, lang, found[0], before, after)
        told, rest = told + before + word, after
        if not rest:
            break
    return told + rest


def _put(speech: Speech, lang: str, said: str, before: str, after: str) -> tuple[str, str, str]:
    """One found term in its local word, and the text around it agreeing with that."""
    term, many = _index(lang)[said if said in _index(lang) else said.lower()]
    local, house = speech.forms(term.key, lang), term.house(lang)
    word = local.many if many else local.one
    if said[:1].isupper():
        word = word[:1].upper() + word[1:]
    if lang == "en":
        return english(before, word), word, after
    if local.gender and local.gender != house.gender and not term.is_stage:
        return spanish_before(before, local.gender), word, spanish_after(after, local.gender)
    return before, word, after


@cache
def _index(lang: str) -> dict[str, tuple[Term, bool]]:
    """Each house form and which term it is, in one or many."""
    found: dict[str, tuple[Term, bool]] = {}
    for term in TERMS.values():
        house = term.house(lang)
        forms = ((house.one, False),) if term.is_stage else ((house.one, False), (house.many, True))
        found |= {form: (term, many) for form, many in (*forms, *term.also.get(lang, ()))}
    return found


@lru_cache(maxsize=1024)
def _pattern(speech: Speech, lang: str) -> re.Pattern[str] | None:
    """Finds every house form of a renamed term; longer ones first, and never the name of a field to be filled in."""
    renamed = {key for key, tongue, _ in speech.words if tongue == lang}
    stages = [term.seek[lang] for term in TERMS.values() if term.is_stage and term.key in renamed]
    forms = [form for form, (term, _) in _index(lang).items() if term.key in renamed and not term.is_stage]
    words = sorted((f"(?i:{re.escape(form)})" for form in forms), key=len, reverse=True)
    if not words and not stages:
        return None
    return re.compile(rf"(?<![\w{{])(?<!%\()(?<!might )(?:{'|'.join([*stages, *words])})(?!\w)")
