"""Filters for causes: a question, its answers, and what each answer does (S4 L99-L103).

A cause that is set aside is not false: it lies outside what the team can change now (S4 L100-L101). What a filter
suggests is only a sentence to start from; people decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.words.sifting import say

LEAST_ANSWERS, MOST_ANSWERS = 2, 6


class Effect(StrEnum):
    """What an answer does to a cause; the names are those of the stored marks."""

    KEEP = "keep"
    ASIDE = "aside"
    OPEN = "open"


class Look(StrEnum):
    """Ways to look at the same fishbone."""

    ALL = "all"
    OURS = "ours"
    SYSTEM = "system"
    ASSUMED = "assumed"
    CLASSROOM = "classroom"
    SCHOOL = "school"
    DISTRICT = "district"
    NETWORK = "network"


LEVELS = (Look.CLASSROOM, Look.SCHOOL, Look.DISTRICT, Look.NETWORK)
OF_PEOPLE = frozenset({"student", "family", "community"})
"""Where a cause sits when it is laid on people rather than on the system (S4 L103)."""


@dataclass(frozen=True, slots=True)
class Answer:
    name: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Filter:
    """One that is offered: `seed` names it in the tables of words."""

    seed: str
    answers: tuple[tuple[str, Effect], ...]

    def name(self, lang: str) -> str:
        return say(f"filter.{self.seed}", lang)

    def question(self, lang: str) -> str:
        return say(f"filter.{self.seed}.asks", lang)

    def values(self, lang: str) -> tuple[Answer, ...]:
        return tuple(Answer(say(f"filter.{self.seed}.{key}", lang), effect) for key, effect in self.answers)


IMPACT = Filter("impact", (("impact", Effect.KEEP), ("influence", Effect.ASIDE), ("undecided", Effect.OPEN)))
SYSTEM = Filter("system", (("system", Effect.KEEP), ("people", Effect.ASIDE), ("undecided", Effect.OPEN)))
OFFERED = (IMPACT, SYSTEM)


@dataclass(frozen=True, slots=True)
class Facts:
    """What people said of a cause; empty where nobody said it."""

    status: str = "assumed"
    locus: str = ""
    level: str = ""
    control: str = ""
    checked: bool = False
    """Something stands behind it."""
    aside: bool = False
    sent: bool = False


def shows(look: Look, facts: Facts) -> bool:
    """Whether a cause belongs to this way of looking. What nobody tagged stays in: silence sets nothing aside."""
    if look is Look.ALL:
        return True
    if facts.aside:
        return False
    if look is Look.OURS:
        return facts.control in ("", "ours") and not facts.sent and facts.status != "contradicted"
    if look is Look.SYSTEM:
        return facts.locus not in OF_PEOPLE
    if look is Look.ASSUMED:
        return facts.status == "assumed" or not facts.checked
    return facts.level == str(look)


def only_of_people(loci: Iterable[str]) -> bool:
    """Whether every cause that stands was laid on people. One that nobody tagged says nothing (S0 R-79)."""
    said = list(loci)
    return bool(said) and all(locus in OF_PEOPLE for locus in said)


def suggested_reason(control: str, resources: str, effect: str, lang: str) -> str:
    """A reason to set a cause aside, from the three answers (S4 R-10); empty where none of them speaks for it."""
    keys = [
        key
        for key, speaks in (
            ("reason.another", control == "another"),
            ("reason.none", control == "none"),
            ("reason.resources", resources == "no"),
            ("reason.years", effect == "years"),
        )
        if speaks
    ]
    if not keys:
        return ""
    return say("reason.aside", lang, why="; ".join(say(key, lang) for key in keys))


def counted(places: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """By place: how many causes people tagged there, and how many of them still stand (S4 R-14)."""
    found: dict[str, tuple[int, int]] = {}
    for place, stands in places:
        before, after = found.get(place, (0, 0))
        found[place] = (before + 1, after + stands)
    return found
