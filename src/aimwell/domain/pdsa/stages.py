"""A local cycle beside the common one: each local stage belongs to Plan, Do, Study or Act (S3 R-30: L353, L359).

A place may have more stages than four, or fewer, under its own names. Two things stay under any naming: the team
writes what it expects before anybody looks, and puts what came beside it. So each has a stage of its own place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aimwell.domain.errors import Refused
from aimwell.domain.words.tables import LANGS

MOST_STAGES = 8
LONGEST_NAME = 40
KEY, INSIDE = "stages", "map"
"""Under which key the local words of a team hold it, and under which part."""


class Core(StrEnum):
    PLAN = "plan"
    DO = "do"
    STUDY = "study"
    ACT = "act"


ORDER = tuple(Core)
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stage:
    core: Core
    names: Names

    def name(self, lang: str) -> str:
        return _said(self.names, lang)


@dataclass(frozen=True, slots=True)
class LocalCycle:
    """`prediction`, `comparison`: places among the stages where the team predicts, and where it meets that again."""

    stages: tuple[Stage, ...]
    prediction: int
    comparison: int
    title: Names = field(default_factory=dict)

    def name(self, lang: str) -> str:
        """ "Cycle of Inquiry"; empty where it has none."""
        return _said(self.title, lang)

    def of(self, core: Core) -> tuple[Stage, ...]:
        return tuple(stage for stage in self.stages if stage.core is core)

    def stored(self) -> dict[str, Any]:
        return {
            INSIDE: {
                "title": dict(self.title), "stages": [[str(stage.core), dict(stage.names)] for stage in self.stages],
                "prediction": self.prediction, "comparison": self.comparison,
            }
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A stage as somebody would like it. One without a name is left out."""

    core: str
    names: Names = field(default_factory=dict)


def local_cycle(words: Mapping[str, Any]) -> LocalCycle | None:
    """The local cycle among the words that hold in a place; None where the four stages stand by themselves."""
    stored = words.get(KEY, {}).get(INSIDE)
    if not stored:
        return None
    stages = tuple(Stage(Core(core), names) for core, names in stored["stages"])
    return LocalCycle(stages, stored["prediction"], stored["comparison"], stored["title"])


def mapped(
    wishes: Iterable[Wish], *, prediction: int | None, comparison: int | None, title: Names | None = None
) -> LocalCycle:
    """The local cycle with these stages, in this order. `prediction`, `comparison`: places among the wishes.

    Raises Refused: "stages_empty", "stages_many", "stage_unmapped", "stage_long", "stage_twice", "stages_order",
    "prediction_needs_stage", "comparison_needs_stage".
    """
    asked = [(place, wish, _clean(wish.names)) for place, wish in enumerate(wishes)]
    kept = [(place, _stage(wish.core, names)) for place, wish, names in asked if names]
    if not kept:
        raise Refused("stages_empty")
    if len(kept) > MOST_STAGES:
        raise Refused("stages_many", most=MOST_STAGES)
    stages = tuple(stage for _place, stage in kept)
    _check(stages)
    places = {place: number for number, (place, _stage) in enumerate(kept)}
    return LocalCycle(
        stages,
        _held(stages, places.get(-1 if prediction is None else prediction), Core.PLAN, "prediction_needs_stage"),
        _held(stages, places.get(-1 if comparison is None else comparison), Core.STUDY, "comparison_needs_stage"),
        _clean(title or {}),
    )


def _stage(core: str, names: Names) -> Stage:
    if core not in ORDER:
        raise Refused("stage_unmapped", name=next(iter(names.values())))
    return Stage(Core(core), names)


def _check(stages: tuple[Stage, ...]) -> None:
    for lang in LANGS:
        names = [stage.name(lang) for stage in stages]
        for name in names:
            if [one.casefold() for one in names].count(name.casefold()) > 1:
                raise Refused("stage_twice", name=name)
    places = [ORDER.index(stage.core) for stage in stages]
    if places != sorted(places):
        raise Refused("stages_order")


def _held(stages: tuple[Stage, ...], place: int | None, core: Core, refusal: str) -> int:
    if place is None or stages[place].core is not core:
        raise Refused(refusal)
    return place


def _clean(names: Names) -> dict[str, str]:
    typed = {lang: " ".join(names.get(lang, "").split()) for lang in LANGS}
    for name in typed.values():
        if len(name) > LONGEST_NAME:
            raise Refused("stage_long", name=name, most=LONGEST_NAME)
    return {lang: name for lang, name in typed.items() if name}


def _said(names: Names, lang: str) -> str:
    """In this language, else in the other."""
    return names.get(lang[:2]) or next(iter(names.values()), "")
