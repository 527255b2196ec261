from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, Pages, Problem, line
from aimwell.contexts.people.models import DistrictFunction, Invitation, Membership, TeamRole, User
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_in
from aimwell.domain.errors import NotFound

router = Router(tags=["people"])
COVERS = "What the person brings to a district improvement team; shown where the team is one."


class MeOut(Schema):
    id: int
    name: str
    email: str | None


class TeamIn(Body):
    name: line(120, least=1)
    about: line(200) = ""


class TeamChangeIn(Body):
    name: line(120, least=1) | None = None
    about: line(200) | None = None
    kind: TeamKind | None = None


class TeamOut(Schema):
    id: int
    name: str
    kind: str
    about: str
    org: str | None = Field(description="The school or district it belongs to, where there is one.")
    synthetic: bool = Field(description="Part of an invented world.")

    @staticmethod
    def resolve_org(team: Team) -> str | None:
        return team.org.name if team.org else None


class MemberIn(Body):
    name: line(120, least=1)
    role: TeamRole = TeamRole.MEMBER


class MemberOut(Schema):
    id: int
    name: str
    role: TeamRole
    on_call: bool = Field(description="Comes when asked; else in the core of the team.")
    covers: list[DistrictFunction] = Field(description=COVERS)
    has_login: bool
    started: date
    ended: date | None

    @staticmethod
    def resolve_has_login(place: Membership) -> bool:
        return place.user_id is not None


class InvitationIn(Body):
    role: TeamRole = TeamRole.MEMBER


class InvitationOut(Schema):
    id: int
    token: str = Field(description="Open /join/{token}/ in a browser, once, before it runs out.")
    role: TeamRole
    expires_at: datetime


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


@router.get("/me", response={200: MeOut, 401: Problem})
def get_me(request: HttpRequest) -> User:
    """The person whose token or session this is."""
    return request.user  # type: ignore[return-value]


@router.get("/teams", response={200: list[TeamOut], 401: Problem, 422: Problem})
@paginate(Pages)
def list_teams(request: HttpRequest) -> QuerySet[Team]:
    """Teams whose name you may know, in alphabetical order."""
    return queries.visible_teams(request.user).select_related("org")


@router.post("/teams", response={201: TeamOut, 401: Problem, 403: Problem, 422: Problem})
def start_team(request: HttpRequest, team: TeamIn) -> Status[Team]:
    """A team of one, with you in it."""
    return Status(201, services.start_team(by=request.user, name=team.name, about=team.about))


@router.get("/teams/{team_id}", response={200: TeamOut, **READ})
def get_team(request: HttpRequest, team_id: Id) -> Team:
    """One team."""
    return queries.find_team(request.user, team_id)


@router.patch("/teams/{team_id}", response={200: TeamOut, **WRITE})
def change_team(request: HttpRequest, team_id: Id, team: TeamChangeIn) -> Team:
    """Name, subject or kind of the team. Fields that are not sent stay."""
    found = queries.find_team(request.user, team_id)
    told = {name: value for name, value in team.sent().items() if value is not None}
    now = {"name": found.name, "about": found.about, "kind": TeamKind(found.kind)}
    return services.change_team(by=request.user, team=found, **{**now, **told})


@router.get("/teams/{team_id}/members", response={200: list[MemberOut], **READ})
@paginate(Pages)
def list_members(request: HttpRequest, team_id: Id, on: Day | None = None) -> QuerySet[Membership]:
    """Who is in the team now, or who was on a day. For its members only."""
    team = own_team(request, team_id)
    return queries.members_on(team, on) if on else queries.members_of(team).order_by("name", "id")


@router.post("/teams/{team_id}/members", response={201: MemberOut, **WRITE})
def add_member(request: HttpRequest, team_id: Id, member: MemberIn) -> Status[Membership]:
    """Somebody without a login. Others come by an invitation."""
    team = queries.find_team(request.user, team_id)
    return Status(201, services.add_member_without_login(by=request.user, team=team, **dict(member)))


@router.post("/members/{member_id}/end", response={200: MemberOut, **WRITE})
def end_membership(request: HttpRequest, member_id: Id) -> Membership:
    """A place in the team ends today. The last person with a login stays."""
    place = Membership.objects.filter(pk=member_id, team__in=queries.teams_of(request.user)).first()
    if place is None:
        raise NotFound
    if place.ended is None:
        services.leave_team(by=request.user, membership=place)
    return place


@router.post("/teams/{team_id}/invitations", response={201: InvitationOut, **WRITE})
def invite(request: HttpRequest, team_id: Id, invitation: InvitationIn) -> Status[Invitation]:
    """A link for one person, once, for 14 days."""
    team = queries.find_team(request.user, team_id)
    return Status(201, services.invite(by=request.user, team=team, role=invitation.role))


@router.get("/teams/{team_id}/history", response={200: list[EventOut], **READ})
@paginate(Pages)
def list_history(request: HttpRequest, team_id: Id) -> QuerySet[Event]:
    """Who changed what, newest first. For members of the team only."""
    return events_in(own_team(request, team_id).pk)


def own_team(request: HttpRequest, team_id: int) -> Team:
    found = queries.teams_of(request.user).filter(pk=team_id).first()
    if found is None:
        raise NotFound
    return found
