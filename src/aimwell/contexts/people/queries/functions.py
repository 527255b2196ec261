"""Who covers what in a district improvement team (S3 R-7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.people.models import DistrictFunction, Membership, User


@dataclass(frozen=True, slots=True)
class Function:
    """A view of the system that the team needs, and the names of those who bring it; none if nobody does."""

    kind: DistrictFunction
    names: tuple[str, ...]


def functions_of(team: Team, members: Sequence[Membership], coaches: Sequence[User]) -> tuple[Function, ...]:
    """All functions in order; empty for a team that is not a district's. The team's coach covers the hub's part."""
    if team.kind != TeamKind.DIT:
        return ()
    return tuple(Function(kind, _names(kind, members, coaches)) for kind in DistrictFunction)


def _names(kind: DistrictFunction, members: Sequence[Membership], coaches: Sequence[User]) -> tuple[str, ...]:
    found = [one.name for one in members if kind in one.covers]
    if kind == DistrictFunction.HUB_COACH:
        found += [coach.name for coach in coaches]
    return tuple(dict.fromkeys(found))
