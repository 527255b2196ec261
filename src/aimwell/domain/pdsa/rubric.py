"""The rubric for the record of one cycle (S1 L1364-1393), as data: as printed, or as an organisation words it.

A point is there or not yet, and a person says so; nothing is read off the text (S1 R-47). What comes out speaks about
the record, never about people.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.gates import AS_USUAL, Settings, settings_of
from aimwell.domain.theory.agreement import agreement
from aimwell.domain.words.rubric import MOVES, PRINTED, WORDS


class Facet(StrEnum):
    PLAN = "plan"
    DO = "do"
    STUDY = "study"
    ACT = "act"


FACETS = {"P": Facet.PLAN, "D": Facet.DO, "S": Facet.STUDY, "A": Facet.ACT}
CODES = tuple(code for code in PRINTED if code[0] in FACETS)
"""P1 to P4, D1 to D3, S1, S2 and A1: ten points."""
ASKS = ("I", "G1", "G2", "G3")
"""The question about the cycle before, and the three of the series."""
OWN = {"P9": Facet.PLAN, "D9": Facet.DO, "S9": Facet.STUDY, "A9": Facet.ACT}
"""One point of its own that an organisation may add to each part."""
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in two languages; where one is missing the other stands for it."""

    en: str = ""
    es: str = ""

    def say(self, lang: str) -> str:
        return (self.es or self.en) if lang.startswith("es") else (self.en or self.es)

    def __bool__(self) -> bool:
        return bool(self.en or self.es)


@dataclass(frozen=True, slots=True)
class Item:
    """One point. `move` is the one next move where it is not there yet, `example` shows it (S1 R-51)."""

    code: str
    text: Both
    move: Both
    example: Both

    @property
    def facet(self) -> Facet:
        return FACETS[self.code[0]]


@dataclass(frozen=True, slots=True)
class Rubric:
    """`gate`: how the questions about a series are meant, where their printed text leaves it open."""

    items: tuple[Item, ...]
    asks: Mapping[str, Both]
    gate: Settings = AS_USUAL

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.code for item in self.items)

    def stored(self) -> dict[str, Any]:
        return {
            "items": [
                {
                    "code": item.code,
                    **{name: _pair(getattr(item, name)) for name in ("text", "move", "example")},
                }
                for item in self.items
            ],
            "asks": {code: _pair(both) for code, both in self.asks.items()},
            **({"gate": self.gate.stored()} if self.gate != AS_USUAL else {}),
        }


def _pair(both: Both) -> dict[str, str]:
    return {"en": both.en, "es": both.es}


def _printed_item(code: str, text: Both | None = None) -> Item:
    return Item(code, text or Both(*PRINTED[code]), Both(*MOVES[f"move.{code}"]), Both(*MOVES[f"example.{code}"]))


def printed() -> Rubric:
    """As the source has it, with its one doubled word mended."""
    return Rubric(tuple(_printed_item(code) for code in CODES), {code: Both(*PRINTED[code]) for code in ASKS})


def rubric_of(stored: Mapping[str, Any] | None) -> Rubric:
    """What was stored; the printed one for nothing."""
    if not stored:
        return printed()
    items = tuple(
        Item(one["code"], Both(**one["text"]), Both(**one["move"]), Both(**one["example"])) for one in stored["items"]
    )
    asks = {code: Both(**pair) for code, pair in stored["asks"].items()}
    return Rubric(items, asks, settings_of(stored.get("gate", {})))


@dataclass(frozen=True, slots=True)
class Own:
    """A point that an organisation adds."""

    text: Both
    move: Both
    example: Both = Both()


def arranged(
    words: Mapping[str, Both], left_out: Iterable[str], own: Mapping[str, Own], gate: Settings = AS_USUAL
) -> Rubric:
    """The printed rubric with other words for some codes, without some points, with points of one's own, and with how
    the questions about a series are meant.

    Raises Refused: unknown_choice, rubric_empty, rubric_words_needed.
    """
    out = frozenset(left_out)
    for named, known in ((words, PRINTED), (out, CODES), (own, OWN)):
        for code in named:
            if code not in known:
                raise Refused("unknown_choice", value=code)
    if any(not one.text or not one.move for one in own.values()):
        raise Refused("rubric_words_needed")
    said = {code: _filled(words.get(code, Both()), code) for code in PRINTED}
    kept = [_printed_item(code, said[code]) for code in CODES if code not in out]
    kept += [Item(code, one.text, one.move, one.example) for code, one in own.items()]
    if not kept:
        raise Refused("rubric_empty")
    order = [*Facet]
    kept.sort(key=lambda item: (order.index(item.facet), item.code))
    return Rubric(tuple(kept), {code: said[code] for code in ASKS}, gate)


def _filled(both: Both, code: str) -> Both:
    """What is not written stays as printed; words in one language alone stand for both."""
    return Both(both.en.strip()[:LONGEST], both.es.strip()[:LONGEST]) if both else Both(*PRINTED[code])


@dataclass(frozen=True, slots=True)
class Answer:
    met: bool
    note: str = ""


Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader says of one cycle. `follows`: whether it follows from the cycle before; None: not said, or there
    is none before. After a no the printed rubric stops."""

    answers: Answers
    first: bool = True
    follows: bool | None = None

    @property
    def stopped(self) -> bool:
        return not self.first and self.follows is False

    def open(self, rubric: Rubric) -> tuple[str, ...]:
        """What has no answer yet, in the order of the page."""
        if self.stopped:
            return ()
        asked = [] if self.first or self.follows is not None else ["I"]
        return (*asked, *(code for code in rubric.codes if code not in self.answers))

    def met(self, rubric: Rubric) -> int | None:
        """How many points are there; None while one is open, and where the reading stopped."""
        if self.stopped or self.open(rubric):
            return None
        return sum(self.answers[code].met for code in rubric.codes)

    def unmet(self, rubric: Rubric) -> tuple[Item, ...]:
        """Points that are not there yet, each with its next move."""
        if self.stopped:
            return ()
        return tuple(item for item in rubric.items if item.code in self.answers and not self.answers[item.code].met)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two readings of one record (S1 R-50). `differ`: the codes on which they say different things."""

    both: int
    alike: int
    differ: tuple[str, ...]

    @property
    def percent(self) -> int | None:
        return round(100 * self.alike / self.both) if self.both else None


def compared(rubric: Rubric, one: Reading, other: Reading) -> Compared:
    """Percent agreement over the points that both answered, the one about the cycle before among them."""
    first, second = _said(rubric, one), _said(rubric, other)
    shared = [code for code in ("I", *rubric.codes) if code in first and code in second]
    found = agreement([(first[code], second[code]) for code in shared], (True, False))
    return Compared(found.both, found.alike, tuple(code for code in shared if first[code] != second[code]))


def _said(rubric: Rubric, reading: Reading) -> dict[str, bool]:
    said = {} if reading.first or reading.follows is None else {"I": reading.follows}
    if reading.stopped:
        return said
    return said | {code: reading.answers[code].met for code in rubric.codes if code in reading.answers}


def hints(written_on: Iterable[datetime.date], writers: Iterable[object], *, has_data: bool) -> tuple[str, ...]:
    """Questions to the owners about their own record (S1 R-53): never stored, never counted.

    `written_on` and `writers`: of each note, the day it was written and who wrote or saw it.
    """
    days, people = list(written_on), set(writers)
    asked = {
        "one_day": len(days) > 1 and len(set(days)) == 1,
        "one_person": len(days) > 1 and len(people) == 1,
        "no_data": not has_data,
    }
    return tuple(f"hint.{name}" for name, holds in asked.items() if holds)


assert all(f"{kind}.{code}" in WORDS for code in CODES for kind in ("move", "example"))
