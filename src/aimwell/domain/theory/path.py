"""The path through an effort, as data: which steps, in which order, under which names (S1 R-9, 2.2).

The keys of the steps never change; a place may rename, reorder and leave out. Steps may be visited in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aimwell.domain.errors import Refused
from aimwell.domain.words.path import say
from aimwell.domain.words.tables import LANGS

LONGEST_NAME = 60


class Kind(StrEnum):
    SHORT = "short"
    NINE = "nine"


KEYS: dict[Kind, tuple[str, ...]] = {
    Kind.SHORT: ("problem", "causes", "aim", "drivers"),
    Kind.NINE: ("problem", "causes", "research", "aim", "drivers", "prediction", "outcomes", "coherence", "pdsa"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One step. `names`: what a place calls it, by language; a language that is missing has the printed name."""

    kind: Kind
    key: str
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, lang: str) -> str:
        return self.names.get(lang[:2]) or self.printed_name(lang)

    def printed_name(self, lang: str) -> str:
        return say(f"{self.kind}.{self.key}", lang)

    def gloss(self, lang: str) -> str:
        """What the step is for; it stays under any name."""
        return say(f"{self.kind}.{self.key}.gloss", lang)


@dataclass(frozen=True, slots=True)
class Path:
    kind: Kind
    stops: tuple[Stop, ...]

    @property
    def as_printed(self) -> bool:
        return self == printed(self.kind)

    @property
    def left_out(self) -> tuple[Stop, ...]:
        """The printed steps that are not in."""
        inside = {stop.key for stop in self.stops}
        return tuple(stop for stop in printed(self.kind).stops if stop.key not in inside)

    def stored(self) -> dict[str, Any]:
        return {"kind": str(self.kind), "stops": [[stop.key, dict(stop.names)] for stop in self.stops]}


@dataclass(frozen=True, slots=True)
class Wish:
    """A step as somebody would like it: its `place` in the order, and names by language."""

    key: str
    place: int
    names: Mapping[str, str] = field(default_factory=dict)


def printed(kind: Kind) -> Path:
    return Path(kind, tuple(Stop(kind, key) for key in KEYS[kind]))


def path_of(stored: Mapping[str, Any]) -> Path:
    """A path as `Path.stored` gave it. Nothing stored is the short path; a step that is unknown by now is left out."""
    if stored.get("kind") not in KEYS:
        return printed(Kind.SHORT)
    kind = Kind(stored["kind"])
    stops = tuple(Stop(kind, key, names) for key, names in stored.get("stops", ()) if key in KEYS[kind])
    return Path(kind, stops) if stops else printed(kind)


def arranged(kind: str, wishes: Iterable[Wish]) -> Path:
    """The path with these steps, by place; steps at the same place keep their printed order.

    Raises Refused: "unknown_choice", "path_empty", "path_step_twice", "path_name_long", "path_name_twice".
    """
    if kind not in KEYS:
        raise Refused("unknown_choice", value=kind)
    known, asked = KEYS[Kind(kind)], list(wishes)
    for wish in asked:
        if wish.key not in known:
            raise Refused("unknown_choice", value=wish.key)
    if not asked:
        raise Refused("path_empty")
    if len({wish.key for wish in asked}) < len(asked):
        raise Refused("path_step_twice")
    asked.sort(key=lambda wish: (wish.place, known.index(wish.key)))
    path = Path(Kind(kind), tuple(_stop(Kind(kind), wish) for wish in asked))
    _check_apart(path)
    return path


def _stop(kind: Kind, wish: Wish) -> Stop:
    """A name that is the printed one is no name of its own."""
    bare = Stop(kind, wish.key)
    typed = {lang: " ".join(wish.names.get(lang, "").split()) for lang in LANGS}
    for name in typed.values():
        if len(name) > LONGEST_NAME:
            raise Refused("path_name_long", name=name, most=LONGEST_NAME)
    own: dict[str, str] = {lang: name for lang, name in typed.items() if name and name != bare.printed_name(lang)}
    return Stop(kind, wish.key, own)


def _check_apart(path: Path) -> None:
    for lang in LANGS:
        seen: set[str] = set()
        for stop in path.stops:
            name = stop.name(lang)
            if name.casefold() in seen:
                raise Refused("path_name_twice", name=name)
            seen.add(name.casefold())
