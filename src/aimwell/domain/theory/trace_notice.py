"""Whether a change idea rests on a cause that is kept and supported (S4 R-47).

It answers to what people marked, never to their words: the state and place of each cause, and who is to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.theory.causes import CauseStatus


class Who(StrEnum):
    """Whose behavior, or what, is to change (S4 R-48)."""

    ADULTS = "adults"
    ROUTINE = "routine"
    SCHEDULE = "schedule"
    POLICY = "policy"
    RESOURCE = "resource"
    STUDENTS = "students"


class Gap(StrEnum):
    """What is open between an idea and its causes."""

    NO_CAUSE = "no_cause"
    SET_ASIDE = "set_aside"
    CONTRADICTED = "contradicted"
    ASSUMED = "assumed"
    CHECKING = "checking"
    OTHERS_CHANGE = "others_change"


SYSTEM = frozenset({"adult", "school", "district", "policy", "society"})
PEOPLE = frozenset({"student", "family"})


@dataclass(frozen=True, slots=True)
class CitedCause:
    """A cause that an idea rests on. `locus` says where it lies; empty where nobody said."""

    kept: bool
    status: CauseStatus
    locus: str = ""


def gap_of(causes: Iterable[CitedCause], who: Iterable[Who] = ()) -> Gap | None:
    """What is open between an idea and the causes it rests on; None where nothing is."""
    cited = list(causes)
    kept = [cause for cause in cited if cause.kept]
    supported = [cause for cause in kept if cause.status is CauseStatus.SUPPORTED]
    if supported:
        return Gap.OTHERS_CHANGE if _asks_others(supported, who) else None
    states = {cause.status for cause in kept}
    if not kept:
        return Gap.SET_ASIDE if cited else Gap.NO_CAUSE
    if CauseStatus.CHECKING in states:
        return Gap.CHECKING
    return Gap.ASSUMED if CauseStatus.ASSUMED in states else Gap.CONTRADICTED


def _asks_others(supported: Iterable[CitedCause], who: Iterable[Who]) -> bool:
    """Only students or families are to change, and the causes lie in how school is set up."""
    places = {cause.locus for cause in supported}
    return asks_only_students(who) and bool(places & SYSTEM) and not places & PEOPLE


def asks_only_students(who: Iterable[Who]) -> bool:
    """An idea that asks students or families to change and nobody else (S4 R-48)."""
    return set(who) == {Who.STUDENTS}


def share_of_students(ideas: Iterable[Iterable[Who]]) -> tuple[int, int]:
    """How many ideas ask only students and families, out of those that say who is to change."""
    said = [set(who) for who in ideas if set(who)]
    return sum(asks_only_students(who) for who in said), len(said)


def above(part: int, parents: Mapping[int, Iterable[int]]) -> frozenset[int]:
    """All parts that `part` serves, near and far."""
    found: set[int] = set()
    waiting = list(parents.get(part, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents.get(one, ()))
    return frozenset(found)
