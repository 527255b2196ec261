"""Whose turn it is to get something ready, and who got it ready month by month (S1 R-45, L860; R-70)."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def next_turn(people: Sequence[T], taken: Iterable[T]) -> T | None:
    """Who had no turn for the longest time; those who had none come first, in the order of `people`.

    `taken`: all turns so far, oldest first; whoever has left since counts for nothing. None where nobody is there.
    """
    last = {one: place for place, one in enumerate(taken)}
    return min(people, key=lambda one: last.get(one, -1), default=None)


class Hands(StrEnum):
    """In whose hands it was: gradual release goes from the coach to the team (S1 L860, L916)."""

    COACH = "coach"
    TOGETHER = "together"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Month:
    """How many things were got ready for the meetings of one month, by whose hands. Never by person."""

    first: date
    coach: int
    together: int
    team: int


def release(got_ready: Iterable[tuple[date, Hands]]) -> list[Month]:
    """Month by month, the newest first; months with nothing stay out."""
    found: dict[date, list[Hands]] = {}
    for day, hands in got_ready:
        found.setdefault(day.replace(day=1), []).append(hands)
    return [
        Month(first, *(found[first].count(hands) for hands in (Hands.COACH, Hands.TOGETHER, Hands.TEAM)))
        for first in sorted(found, reverse=True)
    ]


def days_between(since: date, until: date) -> int:
    """Whole days that something stood in the way; the day itself is none."""
    return max(0, (until - since).days)
