"""Where an effort of a team stands in its networks."""

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate

from aimwell.contexts.networks import services
from aimwell.contexts.networks.api.base import router
from aimwell.contexts.networks.api.shapes import AlignmentOut
from aimwell.contexts.networks.models import Alignment, NetworkDriver, NetworkYear, Stance, Toward
from aimwell.contexts.networks.queries import find_thing
from aimwell.contexts.people.api.shared import EDIT, READ, Body, Id, Pages, Version, Words
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import Refused


class AlignmentIn(Body):
    year: Id = Field(description="A year of a network that the team is in.")
    stance: Stance = Stance.DRIVERS
    drivers: list[Id] = Field([], max_length=200, description="Secondary drivers of that year.")
    toward: Toward = Toward.OUTCOME
    serves: Words = Field("", description="How it serves the aim of the network.")
    reason: Words = Field("", description="Why it stands outside the current drivers, where it does.")
    version: Version = 0


@router.get("/inquiries/{inquiry_id}/networks", response={200: list[AlignmentOut], **READ})
@paginate(Pages)
def list_places_in_networks(request: HttpRequest, inquiry_id: Id) -> QuerySet[Alignment]:
    """One for each network and year that the team answered for."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    rows = Alignment.objects.filter(inquiry=inquiry, ended_at=None)
    return rows.prefetch_related("drivers").order_by("-year__starts", "pk")


@router.put("/inquiries/{inquiry_id}/networks", response={200: AlignmentOut, **EDIT})
def place_in_network(request: HttpRequest, inquiry_id: Id, place: AlignmentIn) -> Alignment:
    """The team's own answer; the same year again changes it."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    drivers = list(NetworkDriver.objects.filter(pk__in=place.drivers))
    if len(drivers) != len(set(place.drivers)):
        raise Refused("network_driver_elsewhere")
    return services.place_inquiry(
        by=request.user, inquiry=inquiry, year=find_thing(NetworkYear, place.year), drivers=drivers,
        stance=place.stance, toward=place.toward, serves=place.serves, reason=place.reason, version=place.version,
    )  # fmt: skip
