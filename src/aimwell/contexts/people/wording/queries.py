"""The words, the method and the path of a place, as its pages and the API show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aimwell.contexts.orgs.models import LocalWord, Method, Org, Team
from aimwell.contexts.orgs.wording import Held, held_by, held_in
from aimwell.contexts.people.wording.services import Place, paths_of, words_of
from aimwell.domain.pdsa import offered, rounds, stages
from aimwell.domain.pdsa.moves import Act
from aimwell.domain.pdsa.rounds import Usual, usual_in
from aimwell.domain.theory import focus
from aimwell.domain.theory.path import Path, Stop, path_of
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


@dataclass(frozen=True, slots=True)
class PathLine:
    """The path that holds here. `seen`: the choice made right here, 0 for none; `changes`: any was ever made here."""

    path: Path
    origin: str
    own: bool
    seen: int
    changes: bool


@dataclass(frozen=True, slots=True)
class CycleLine:
    """What holds here of a cycle as a whole. `seen`, `changes` as in `PathLine`."""

    origin: str
    own: bool
    seen: int
    changes: bool


@dataclass(frozen=True, slots=True)
class CycleWords:
    """The stages of a cycle, the decisions in Act and the usual length of a round as they hold here."""

    local: stages.LocalCycle | None
    hidden: frozenset[str]
    usual: Usual | None
    of_stages: CycleLine
    of_decisions: CycleLine
    of_rounds: CycleLine
    most_aims: int | None
    of_aims: CycleLine

    @property
    def decisions(self) -> list[tuple[Act, bool]]:
        """All of them, and whether each is offered."""
        return [(one, one not in self.hidden) for one in Act]


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


def path_line(held: Held, place: Place) -> PathLine:
    rows = list(paths_of(place)[:1])
    own = held.steps_from == place
    seen = rows[0].pk if rows and rows[0].ended is None else 0
    return PathLine(path_of(held.steps), str(held.steps_from or ""), own, seen, bool(rows))


def cycle_words(held: Held, place: Place) -> CycleWords:
    return CycleWords(
        stages.local_cycle(held.words),
        offered.hidden_in(held.words),
        usual_in(held.words),
        _cycle_line(held, place, stages.KEY),
        _cycle_line(held, place, offered.KEY),
        _cycle_line(held, place, rounds.KEY),
        focus.most_in(held.words),
        _cycle_line(held, place, focus.KEY),
    )


def _cycle_line(held: Held, place: Place, key: str) -> CycleLine:
    last, origin = words_of(place).filter(key=key).first(), held.origins.get(key)
    seen = last.pk if last is not None and last.ended is None else 0
    return CycleLine(str(origin or ""), origin == place, seen, last is not None)


def all_stops(path: Path) -> list[tuple[Stop, bool]]:
    """The steps that are in, in their order, then those that are left out."""
    return [(stop, True) for stop in path.stops] + [(stop, False) for stop in path.left_out]


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
