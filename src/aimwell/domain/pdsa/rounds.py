"""A round: the stretch of weeks in which a team runs small cycles on one effort, and the quarters of a school year.

Often 90 days, one in each quarter (S4 R-45, L11, L79); short plans run 45 to 90 days, with shorter cycles inside
(S0 R-15, L29).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from aimwell.domain.calendar.years import BEGINS
from aimwell.domain.errors import Refused

DAYS = 90
SHORTEST, LONGEST = 45, 90
MOST = 366
KEY, INSIDE = "rounds", "days"
"""Under which key the local words of a team hold the usual length, and under which part."""


def check_days(days: int) -> None:
    """Raises Refused("round_length")."""
    if not 1 <= days <= MOST:
        raise Refused("round_length", most=MOST)


def ends_on(starts_on: date, days: int) -> date:
    return starts_on + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Usual:
    """How many days most rounds take; outside of it stands a note, nothing more (S0 R-15)."""

    shortest: int = SHORTEST
    longest: int = LONGEST

    def leaves_out(self, days: int) -> bool:
        return not self.shortest <= days <= self.longest


def usual_in(words: Mapping[str, Any]) -> Usual | None:
    """What the words that hold in a place say of it."""
    told = words.get(KEY, {}).get(INSIDE)
    return Usual(*told) if told else None


def usual_to_keep(shortest: int, longest: int) -> dict[str, list[int]]:
    """Raises Refused: "round_length", "round_backwards"."""
    for days in (shortest, longest):
        check_days(days)
    if shortest > longest:
        raise Refused("round_backwards")
    return {INSIDE: [shortest, longest]}


@dataclass(frozen=True, slots=True)
class Quarter:
    first: date
    last: date

    def meets(self, starts: date, ends: date) -> bool:
        """Whether any day from `starts` to `ends` lies in it."""
        return starts <= self.last and ends >= self.first


def quarters(year: int, *, begins: tuple[int, int] = BEGINS) -> tuple[Quarter, ...]:
    """The four quarters of the school year that begins in `year`, without a gap."""
    month, day = begins
    firsts = [date(year + (month - 1 + 3 * n) // 12, (month - 1 + 3 * n) % 12 + 1, day) for n in range(5)]
    return tuple(Quarter(first, after - timedelta(days=1)) for first, after in pairwise(firsts))
