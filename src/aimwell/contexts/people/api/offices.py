"""Offices, coaches, places in hubs, and what an organisation keeps out."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, Pages, kept_org, line
from aimwell.contexts.people.models import CoachAssignment, NetworkRole, OrgRole, OrgRoleKind, OutsideRole
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound

router = Router(tags=["organizations"])
Address = line(254, least=3)


class BondOut(Schema):
    id: int
    name: str
    started: datetime.date
    ended: datetime.date | None

    @staticmethod
    def resolve_name(row: Any) -> str:
        return str(row.user.name)


class OfficeOut(BondOut):
    kind: OrgRoleKind


class CoachOut(BondOut):
    team: int = Field(validation_alias="team_id")


class HubPlaceOut(BondOut):
    network: int = Field(validation_alias="network_id")


class OfficeIn(Body):
    email: Address
    kind: OrgRoleKind


class CoachIn(Body):
    email: Address
    team: Id


class HubPlaceIn(Body):
    email: Address
    network: Id


class SwitchIn(Body):
    closed: bool = Field(description="True keeps the role out of this organization and all below it, at once.")
    reason: line(300) = ""


class SwitchOut(Schema):
    role: OutsideRole
    closed: bool
    by: list[str] = Field(description="The organizations, here or above, that keep it out.")


@router.get("/orgs/{org_id}/offices", response={200: list[OfficeOut], **READ})
@paginate(Pages)
def list_offices(request: HttpRequest, org_id: Id, ended: bool = False) -> QuerySet[OrgRole]:
    """Who has which office right here now; with `ended`, who had one before."""
    org = kept_org(request, org_id, Power.PEOPLE)
    return queries.offices_before(org) if ended else queries.offices_in(org)


@router.post("/orgs/{org_id}/offices", response={201: OfficeOut, **WRITE})
def give_office(request: HttpRequest, org_id: Id, office: OfficeIn) -> Status[OrgRole]:
    """To somebody who has an account; nobody gives one to themselves."""
    org = kept_org(request, org_id, Power.PEOPLE)
    return Status(201, services.give_office(by=request.user, org=org, **dict(office)))


@router.post("/orgs/{org_id}/offices/{office_id}/end", response={200: OfficeOut, **WRITE})
def end_office(request: HttpRequest, org_id: Id, office_id: Id) -> OrgRole:
    """It ends today. The last administrator stays."""
    office = queries.find_office(kept_org(request, org_id, Power.PEOPLE), office_id)
    services.end_office(by=request.user, office=office)
    return office


@router.get("/orgs/{org_id}/coaches", response={200: list[CoachOut], **READ})
@paginate(Pages)
def list_coaches(request: HttpRequest, org_id: Id) -> QuerySet[CoachAssignment]:
    """Coaches of the teams right here."""
    return queries.coaching_in(kept_org(request, org_id, Power.PEOPLE))


@router.post("/orgs/{org_id}/coaches", response={201: CoachOut, **WRITE})
def name_coach(request: HttpRequest, org_id: Id, coach: CoachIn) -> Status[CoachAssignment]:
    """For a team right here. The team sees it in its history."""
    org = kept_org(request, org_id, Power.PEOPLE)
    team = Team.objects.select_related("org").filter(org=org, pk=coach.team).first()
    if team is None:
        raise NotFound
    return Status(201, services.name_coach(by=request.user, team=team, email=coach.email))


@router.post("/orgs/{org_id}/coaches/{coach_id}/end", response={200: CoachOut, **WRITE})
def end_coaching(request: HttpRequest, org_id: Id, coach_id: Id) -> CoachAssignment:
    """It ends today."""
    coaching = queries.find_coaching(kept_org(request, org_id, Power.PEOPLE), coach_id)
    services.end_coaching(by=request.user, coaching=coaching)
    return coaching


@router.get("/orgs/{org_id}/hub", response={200: list[HubPlaceOut], **READ})
@paginate(Pages)
def list_hub_places(request: HttpRequest, org_id: Id) -> QuerySet[NetworkRole]:
    """Who is in the hubs of the networks that it is in itself."""
    return queries.hub_places_of(kept_org(request, org_id, Power.PEOPLE))


@router.post("/orgs/{org_id}/hub", response={201: HubPlaceOut, **WRITE})
def give_hub_place(request: HttpRequest, org_id: Id, place: HubPlaceIn) -> Status[NetworkRole]:
    """In a network all of whose organizations you look after."""
    network = queries.find_joined(kept_org(request, org_id, Power.PEOPLE), place.network)
    return Status(201, services.give_hub_place(by=request.user, network=network, email=place.email))


@router.post("/orgs/{org_id}/hub/{place_id}/end", response={200: HubPlaceOut, **WRITE})
def end_hub_place(request: HttpRequest, org_id: Id, place_id: Id) -> NetworkRole:
    """It ends today."""
    place = queries.find_hub_place(kept_org(request, org_id, Power.PEOPLE), place_id)
    services.end_hub_place(by=request.user, place=place)
    return place


@router.get("/orgs/{org_id}/outsiders", response={200: list[SwitchOut], **READ})
def list_outsiders(request: HttpRequest, org_id: Id) -> list[dict[str, Any]]:
    """Hub and evaluator: open, or kept out here or above."""
    return _switches(kept_org(request, org_id, Power.OUTSIDERS))


@router.put("/orgs/{org_id}/outsiders/{role}", response={200: list[SwitchOut], **WRITE})
def switch_outsider(request: HttpRequest, org_id: Id, role: OutsideRole, switch: SwitchIn) -> list[dict[str, Any]]:
    """Keep a role out, or open again what was closed right here. It counts at once."""
    org = kept_org(request, org_id, Power.OUTSIDERS)
    act = services.close_to if switch.closed else services.open_to
    act(by=request.user, org=org, role=role, reason=switch.reason)
    return _switches(org)


def _switches(org: Any) -> list[dict[str, Any]]:
    rows = list(queries.closed_in(org))
    by = {role: [row.org.name for row in rows if row.role == role] for role in OutsideRole}
    return [{"role": role, "closed": bool(names), "by": names} for role, names in by.items()]
