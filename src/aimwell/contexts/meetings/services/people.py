"""Who may be named in a meeting."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import members_of
from aimwell.domain.errors import Refused


def of_the_team(team: Team, person: User | None) -> User | None:
    """`person`, or Refused for somebody without a place in the team."""
    if person is not None and not members_of(team).filter(user=person).exists():
        raise Refused("unknown_choice", value=str(person))
    return person


def cycle_of_the_team(team: Team, cycle: Cycle | None) -> Cycle | None:
    if cycle is not None and cycle.owner_team_id != team.pk:
        raise Refused("unknown_choice", value=str(cycle))
    return cycle


def needed(text: str) -> str:
    if not text.strip():
        raise Refused("words_needed")
    return text.strip()


def one_of(value: str, choices: Any) -> str:
    """`value`, or Refused where it is none of the choices; nothing is always one."""
    if value and value not in choices.values:
        raise Refused("unknown_choice", value=value)
    return value
