"""Organisations, their tree and their networks, for those with an office; every role for anybody signed in."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, OrgKind, OrgPlacement, Team, TeamKind
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, Pages, Problem, kept_org, line
from aimwell.contexts.people.models import TeamRole
from aimwell.contexts.people.offices import find_org
from aimwell.domain.access.roles import Power
from aimwell.domain.access.sheet import RoleLine, role_lines
from aimwell.domain.errors import NotFound
from aimwell.ui.stepup import require_shown

router = Router(tags=["organizations"])


class RoleOut(Schema):
    key: str
    name: str
    what: str
    held: str
    reads: str
    comments: str
    edits: str
    powers: list[str]
    outside: bool = Field(description="Whether an organization can keep this role out.")


class OrgOut(Schema):
    id: int
    kind: OrgKind
    name: str
    parent: int | None = Field(validation_alias="parent_id")


class OrgSeenOut(OrgOut):
    counts: dict[str, int] = Field(description="Here and below: organizations by kind, and teams.")
    powers: list[Power] = Field(description="What your office lets you do here.")
    networks: list[str]


class SlotOut(Schema):
    role: TeamRole
    holders: list[str]
    vacant_since: datetime.date | None

    @staticmethod
    def resolve_holders(slot: Any) -> list[str]:
        return [one if isinstance(one, str) else one.name for one in slot.holders]


class OrgTeamOut(Schema):
    id: int
    name: str
    kind: TeamKind
    invited: bool = Field(description="Nobody is in it yet.")
    vacant: list[SlotOut] = Field(description="Places that nobody fills.")


class PlacementOut(Schema):
    parent: str = Field(description="Empty at the top.")
    started: datetime.date
    ended: datetime.date | None

    @staticmethod
    def resolve_parent(row: Any) -> str:
        return str(row.parent or "")


class OrgNetworkOut(Schema):
    network: int
    name: str
    since: datetime.date
    until: datetime.date | None

    @staticmethod
    def resolve_network(row: NetworkOrg) -> int:
        return row.network_id

    @staticmethod
    def resolve_name(row: NetworkOrg) -> str:
        return row.network.name


class OverOut(Schema):
    offices: list[str] = Field(description="Who, in which role, of which organization.")
    networks: list[str]


class MoveLookOut(Schema):
    gained: OverOut = Field(description="Will stand over it.")
    lost: OverOut = Field(description="Will no longer.")


class OrgIn(Body):
    kind: OrgKind
    name: line(200, least=1)


class OrgNameIn(Body):
    name: line(200, least=1)


class OrgMoveIn(Body):
    to: Id | None = Field(
        description="The organization below which it goes; null is the top, for the site's administrators."
    )
    on: Day
    reason: line(300) = ""


class NetworkIn(Body):
    name: line(200, least=1)
    aim: line(1000) = ""
    since: Day | None = None


class JoinNetworkIn(Body):
    network: Id
    since: Day | None = None


class OrgTeamIn(Body):
    name: line(120, least=1)
    kind: TeamKind = TeamKind.TEAM


class MadeTeamOut(Schema):
    id: int
    name: str
    kind: TeamKind


@router.get("/roles", response={200: list[RoleOut], 401: Problem})
def list_roles(request: HttpRequest) -> tuple[RoleLine, ...]:
    """Every role: where it is held, what it reads and may do."""
    return role_lines(get_language() or "en")


@router.get("/orgs", response={200: list[OrgOut], 401: Problem, 422: Problem})
@paginate(Pages)
def list_orgs(request: HttpRequest) -> QuerySet[Org]:
    """Organizations in which you have an office, by name."""
    return queries.orgs_held(request.user)


@router.get("/orgs/{org_id}", response={200: OrgSeenOut, **READ})
def get_org(request: HttpRequest, org_id: Id) -> dict[str, Any]:
    """One organization, for those with an office in it or above it."""
    look = queries.find_look(request.user, org_id)
    plain = {name: getattr(look.org, name) for name in ("id", "kind", "name", "parent_id")}
    networks = [network.name for network in look.networks]
    return {**plain, "counts": look.counts, "powers": sorted(look.powers), "networks": networks}


@router.get("/orgs/{org_id}/below", response={200: list[OrgOut], **READ})
@paginate(Pages)
def list_orgs_below(request: HttpRequest, org_id: Id) -> QuerySet[Org]:
    """Right below it, by name."""
    return queries.find_look(request.user, org_id).children


@router.get("/orgs/{org_id}/teams", response={200: list[OrgTeamOut], **READ})
@paginate(Pages)
def list_org_teams(request: HttpRequest, org_id: Id) -> Any:
    """Teams right in it, by name, for those who may know their names."""
    return _Lines(queries.find_look(request.user, org_id))


class _Lines:
    """Teams that become lines one page at a time."""

    def __init__(self, look: queries.OrgLook) -> None:
        self.look, self.teams = look, look.teams

    def all(self) -> QuerySet[Team]:
        return self.teams

    def __getitem__(self, part: slice) -> list[dict[str, Any]]:
        lines = self.look.lines(self.teams[part])
        return [{**_named(one.team), "invited": one.invited, "vacant": one.vacant} for one in lines]


def _named(team: Team) -> dict[str, Any]:
    return {"id": team.pk, "name": team.name, "kind": team.kind}


@router.post("/orgs/{org_id}/teams", response={201: MadeTeamOut, **WRITE})
def make_org_team(request: HttpRequest, org_id: Id, team: OrgTeamIn) -> Status[Team]:
    """A team without anybody in it yet. Its first person comes by an invitation."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    return Status(201, services.make_team(by=request.user, org=org, **dict(team)))


@router.post("/orgs", response={201: OrgOut, 401: Problem, 403: Problem, 422: Problem})
def make_top_org(request: HttpRequest, org: OrgIn) -> Status[Org]:
    """An organization below nothing, made by those who run the site."""
    require_shown(request)
    return Status(201, services.make_org(by=request.user, **dict(org)))


@router.post("/orgs/{org_id}/below", response={201: OrgOut, **WRITE})
def make_org(request: HttpRequest, org_id: Id, org: OrgIn) -> Status[Org]:
    """An organization right below it."""
    parent = kept_org(request, org_id, Power.STRUCTURE)
    return Status(201, services.make_org(by=request.user, parent=parent, **dict(org)))


@router.patch("/orgs/{org_id}", response={200: OrgOut, **WRITE})
def rename_org(request: HttpRequest, org_id: Id, org: OrgNameIn) -> Org:
    """Another name; the earlier one stays in the history."""
    found = kept_org(request, org_id, Power.STRUCTURE)
    return services.rename_org(by=request.user, org=found, name=org.name)


@router.get("/orgs/{org_id}/placements", response={200: list[PlacementOut], **READ})
@paginate(Pages)
def list_placements(request: HttpRequest, org_id: Id) -> QuerySet[OrgPlacement]:
    """Where it hung, and when; the latest first."""
    return queries.placements_of(kept_org(request, org_id, Power.STRUCTURE))


@router.get("/orgs/{org_id}/move", response={200: MoveLookOut, **READ})
def look_at_move(request: HttpRequest, org_id: Id, to: Id | None = None) -> dict[str, Any]:
    """Who would stand over it, and who would no longer, if it went below `to`."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    look = queries.move_preview(org, _place(request, to))
    return {"gained": _over(look.gained), "lost": _over(look.lost)}


def _over(reaching: Any) -> dict[str, list[str]]:
    told = [f"{one.user.name}, {one.get_kind_display()}, {one.org.name}" for one in reaching.offices]
    return {"offices": told, "networks": [one.name for one in reaching.networks]}


def _place(request: HttpRequest, to: int | None) -> Org | None:
    return find_org(request.user, to, Power.STRUCTURE) if to is not None else None


@router.post("/orgs/{org_id}/move", response={200: OrgOut, **WRITE})
def move_org(request: HttpRequest, org_id: Id, move: OrgMoveIn) -> Org:
    """With all below it, from today or an earlier day. Needs the office where it hangs and where it goes."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    parent = _place(request, move.to)
    return services.move_org(by=request.user, org=org, parent=parent, on=move.on, reason=move.reason)


@router.get("/orgs/{org_id}/networks", response={200: list[OrgNetworkOut], **READ})
@paginate(Pages)
def list_org_networks(request: HttpRequest, org_id: Id) -> QuerySet[NetworkOrg]:
    """In which network it is and was, and when."""
    return queries.network_times(kept_org(request, org_id, Power.STRUCTURE))


@router.post("/orgs/{org_id}/networks", response={201: OrgNetworkOut, **WRITE})
def make_network(request: HttpRequest, org_id: Id, network: NetworkIn) -> Status[NetworkOrg]:
    """A new network with this organization in it."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    made = services.make_network(by=request.user, org=org, **dict(network))
    return Status(201, queries.network_times(org).get(network=made))


@router.post("/orgs/{org_id}/networks/join", response={200: OrgNetworkOut, **WRITE})
def join_network(request: HttpRequest, org_id: Id, join: JoinNetworkIn) -> NetworkOrg:
    """Into a network whose hub you are in, or all of whose organizations you look after."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    network = _network(queries.networks_to_join(request.user, org), join.network)
    services.join_network(by=request.user, org=org, network=network, since=join.since)
    return queries.network_times(org).get(network=network, until=None)


@router.post("/orgs/{org_id}/networks/{network_id}/leave", response={200: OrgNetworkOut, **WRITE})
def leave_network(request: HttpRequest, org_id: Id, network_id: Id) -> Any:
    """Out of it from today."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    network = queries.find_joined(org, network_id)
    services.leave_network(by=request.user, org=org, network=network)
    return queries.network_times(org).filter(network=network).first()


def _network(rows: QuerySet[Network], pk: int) -> Network:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
