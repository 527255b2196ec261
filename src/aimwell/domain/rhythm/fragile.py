"""When a team may welcome support, and which: plain causes, said to the team first (S3 R-36: L367-369, L399).

A cause is a fact about time and places, never about people. The team reads it first, those who may help later. Teams
that are away, and teams in their first weeks, give none. The numbers are inferred; the source names none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FEWEST = 2
"""Fewer people than this cannot meet."""
BEGIN_DAYS = 28
"""In the first four weeks places are filled and meetings found; nothing is said yet."""


class Cause(StrEnum):
    MEETINGS = "meetings"
    MEMBERS = "members"
    LEAD = "lead"
    SPONSOR = "sponsor"
    CYCLES = "cycles"


class Ear(StrEnum):
    TEAM = "team"
    HELPER = "helper"


MISSED = {Ear.TEAM: 2, Ear.HELPER: 3}
"""Planned meetings in a row that did not take place."""
QUIET_DAYS = {Ear.TEAM: 60, Ear.HELPER: 120}
"""Days without a line about a cycle; as for a quiet team (`domain.rhythm.gaps`), so that no promise is broken."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`missed`: meetings in a row, the latest ones, that were called off. `quiet_days`: without a line about a cycle.

    `needs_sponsor`: the place of sponsor was held before and is open, or this kind of team has one.
    """

    age_days: int
    people: int
    missed: int = 0
    has_lead: bool = True
    needs_sponsor: bool = False
    quiet_days: int = 0
    away: bool = False

    @property
    def weeks(self) -> int:
        return self.quiet_days // 7


def causes(facts: Facts, ear: Ear) -> tuple[Cause, ...]:
    """In the order of the page. Whatever helpers read, the team reads too."""
    if facts.away or facts.age_days < BEGIN_DAYS:
        return ()
    holds = {
        Cause.MEETINGS: facts.missed >= MISSED[ear],
        Cause.MEMBERS: facts.people < FEWEST,
        Cause.LEAD: not facts.has_lead,
        Cause.SPONSOR: facts.needs_sponsor,
        Cause.CYCLES: facts.quiet_days >= QUIET_DAYS[ear],
    }
    return tuple(cause for cause, true in holds.items() if true)
