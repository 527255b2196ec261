from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.models import Membership, User
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_in
from aimwell.domain.errors import NotFound

router = Router(tags=["people"])


class Problem(Schema):
    """What every refusal looks like."""

    status: int
    code: str
    detail: str


class MeOut(Schema):
    id: int
    name: str
    email: str


class TeamIn(Schema):
    name: str = Field(min_length=1, max_length=120)
    about: str = Field("", max_length=200)


class TeamOut(Schema):
    id: int
    name: str
    kind: str
    about: str
    org: str | None
    synthetic: bool

    @staticmethod
    def resolve_org(team: Team) -> str | None:
        return team.org.name if team.org else None


class MemberOut(Schema):
    id: int
    name: str
    role: str
    has_login: bool

    @staticmethod
    def resolve_has_login(place: Membership) -> bool:
        return place.user_id is not None


class EventOut(Schema):
    id: int
    at: datetime
    actor_name: str
    verb: str
    target_type: str
    target_id: int
    target_label: str
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str


REFUSALS: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 422: Problem}


@router.get("/me", response={200: MeOut, 401: Problem})
def me(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]


@router.get("/teams", response={200: list[TeamOut], 401: Problem})
@paginate
def teams(request: HttpRequest) -> QuerySet[Team]:
    """Teams whose name you may know, in alphabetical order."""
    return queries.visible_teams(request.user).select_related("org")


@router.post("/teams", response={201: TeamOut, 401: Problem, 403: Problem, 422: Problem})
def start_team(request: HttpRequest, team: TeamIn) -> tuple[int, Team]:
    return 201, services.start_team(by=request.user, **team.dict())


@router.get("/teams/{int:team_id}", response={200: TeamOut, **REFUSALS})
def team(request: HttpRequest, team_id: int) -> Team:
    return queries.find_team(request.user, team_id)


@router.get("/teams/{int:team_id}/members", response={200: list[MemberOut], **REFUSALS})
@paginate
def members(request: HttpRequest, team_id: int) -> QuerySet[Membership]:
    """For members of the team only."""
    return queries.members_of(_own_team(request, team_id))


@router.get("/teams/{int:team_id}/history", response={200: list[EventOut], **REFUSALS})
@paginate
def history(request: HttpRequest, team_id: int) -> QuerySet[Event]:
    """Who changed what, newest first. For members of the team only."""
    return events_in(_own_team(request, team_id).pk)


def _own_team(request: HttpRequest, team_id: int) -> Team:
    found = queries.teams_of(request.user).filter(pk=team_id).first()
    if found is None:
        raise NotFound
    return found
