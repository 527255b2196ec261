"""What people do in a team: its slots, and changes of a place."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router

from aimwell.contexts.people import queries, services
from aimwell.contexts.people.api.orgs import SlotOut
from aimwell.contexts.people.api.routes import COVERS, MemberOut, own_team
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, line
from aimwell.contexts.people.models import DistrictFunction, Membership, TeamRole
from aimwell.domain.errors import NotFound

router = Router(tags=["people"])


class PlaceChangeIn(Body):
    role: TeamRole | None = None
    on_call: bool | None = None
    covers: list[DistrictFunction] | None = Field(None, max_length=len(DistrictFunction), description=COVERS)
    reason: line(300) = Field("", description="Needed where a new lead works elsewhere, as far as we know.")


@router.get("/teams/{team_id}/slots", response={200: list[SlotOut], **READ})
def list_slots(request: HttpRequest, team_id: Id) -> Any:
    """Lead, backup, facilitator, sponsor and content coach: who, or vacant since when. For members."""
    team = own_team(request, team_id)
    return queries.slots_of([team])[team.pk]


@router.patch("/members/{member_id}", response={200: MemberOut, **WRITE})
def change_place(request: HttpRequest, member_id: Id, place: PlaceChangeIn) -> Membership:
    """Another role, or core instead of on call. A role that lasted a day or more ends, and a new place begins."""
    rows = Membership.objects.select_related("user", "team__org").filter(pk=member_id, ended=None)
    found = rows.filter(team__in=queries.teams_of(request.user)).first()
    if found is None:
        raise NotFound
    return services.change_place(
        by=request.user,
        place=found,
        role=TeamRole(place.role or found.role),
        on_call=found.on_call if place.on_call is None else place.on_call,
        covers=place.covers,
        reason=place.reason,
    )
