"""What the operations of meetings share."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, members_of, teams_of
from aimwell.domain.errors import NotFound, Refused

router = Router(tags=["meetings"])
M = TypeVar("M", bound=Model)


def language() -> str:
    return get_language() or "en"


def found(request: HttpRequest, model: type[M], pk: int) -> M:
    """A meeting or a part of one that the reader may see, set aside or not."""
    return find(request.user, model, pk, with_ended=True)


def own_team(request: HttpRequest, team_id: int) -> Team:
    """A team of the reader's own; to others its meetings are not there."""
    team = teams_of(request.user).select_related("org").filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return team


def named(request: HttpRequest, team: Team, facts: dict[str, Any]) -> dict[str, Any]:
    """`facts` with members and cycles as the rows they mean."""
    told = dict(facts)
    for name in ("owner", "facilitator", "scribe"):
        if name in told:
            told[name] = member(team, told[name])
    if told.get("cycle") is not None:
        told["cycle"] = find(request.user, Cycle, told["cycle"])
    return told


def member(team: Team, pk: int | None) -> User | None:
    """The person behind a place in the team. Raises Refused("unknown_choice")."""
    if pk is None:
        return None
    place = members_of(team).filter(pk=pk).exclude(user=None).first()
    if place is None:
        raise Refused("unknown_choice", value=pk)
    return place.user
