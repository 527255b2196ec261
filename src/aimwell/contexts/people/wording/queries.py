"""The words and the method of a place, as its pages and the API show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aimwell.contexts.orgs.models import LocalWord, Method, Org, Team
from aimwell.contexts.orgs.wording import Held, held_by, held_in
from aimwell.contexts.people.wording.services import Place, words_of
from aimwell.domain.words.renaming import Sample, sample
from aimwell.domain.words.speech import speech_of
from aimwell.domain.words.tables import LANGS
from aimwell.domain.words.terms import TERMS, Forms


@dataclass(frozen=True, slots=True)
class WordLine:
    """One key term: its usual words and those that hold here, by language. `origin`: "" where the usual ones hold."""

    key: str
    usual: dict[str, Forms]
    here: dict[str, Forms]
    origin: str
    own: bool
    is_stage: bool
    gloss: dict[str, str]

    @property
    def changed(self) -> bool:
        return self.here != self.usual


@dataclass(frozen=True, slots=True)
class Earlier:
    words: str
    started: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class MethodLine:
    method: Method
    origin: str
    own: bool


def held_at(place: Place) -> Held:
    return held_in(place.path) if isinstance(place, Org) else held_by(place)


def word_lines(held: Held, place: Place) -> list[WordLine]:
    """Every key term, in the order in which the work meets them."""
    speech = speech_of(held.words)
    return [
        WordLine(
            key=key,
            usual={lang: term.house(lang) for lang in LANGS},
            here={lang: speech.forms(key, lang) for lang in LANGS},
            origin=str(held.origins.get(key, "")),
            own=held.origins.get(key) == place,
            is_stage=term.is_stage,
            gloss=dict(zip(LANGS, term.gloss, strict=True)),
        )
        for key, term in TERMS.items()
    ]


def method_line(held: Held, place: Place) -> MethodLine:
    return MethodLine(Method(held.method), str(held.method_from or ""), held.method_from == place)


def earlier_words(place: Place, key: str) -> list[Earlier]:
    """What the term was called right here before, the latest first."""
    return [Earlier(_both(row), row.started, row.ended) for row in words_of(place).filter(key=key)]


def _both(row: LocalWord) -> str:
    return " · ".join(f"{forms[0]}, {forms[1]}" for forms in row.forms.values())


def samples(held: Held, key: str, words: dict[str, list[str]] | None = None) -> list[tuple[str, Sample]]:
    """How the term looks, by language: as it holds, or with `words` tried on."""
    tried = {**held.words, key: {**held.words.get(key, {}), **(words or {})}}
    return [(lang, sample(key, lang, tried)) for lang in LANGS]


def team_method(team: Team) -> Method:
    return Method(team.method)
