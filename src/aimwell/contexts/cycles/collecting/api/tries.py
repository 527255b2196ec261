"""What really happened in each room."""

from typing import Any

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.api import shapes
from aimwell.contexts.cycles.collecting.api.base import own, router
from aimwell.contexts.cycles.collecting.models import How, RoomTry
from aimwell.contexts.cycles.collecting.queries import split_of, tries_of
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.counts import places_of
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Key, Version, Words, line


class RoomTryIn(Body):
    who: line(80, least=1)
    how: How = How.PLANNED
    different: Words = Field("", description="What was different; adapted asks for it.")
    why: Words = ""
    key: Key = None


class RoomTryChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    who: line(80, least=1) = "-"
    how: How = How.PLANNED
    different: Words = ""
    why: Words = ""


@router.get("/cycles/{cycle_id}/room-tries", response={200: shapes.RoomTriesOut, **READ})
def get_room_tries(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """What happened in each room, and the counts of rooms where the same was done. Never a share of rooms."""
    cycle = own(request, Cycle, cycle_id)
    rows = tries_of(cycle)
    found = split_of(rows, places_of(cycle.entries.filter(ended_at=None), ""))
    split = [
        {"how": one.how, "rooms": list(one.sum.rooms), "count": one.sum.count, "out_of": one.sum.out_of}
        for one in found
    ]
    return {"tries": rows, "split": split}


@router.post("/cycles/{cycle_id}/room-tries", response={201: shapes.RoomTryOut, **WRITE})
def tell_room_try(request: HttpRequest, cycle_id: Id, room: RoomTryIn) -> Status[RoomTry]:
    """Tell what really happened in one room."""
    return Status(201, services.tell_try(by=request.user, cycle=own(request, Cycle, cycle_id), **dict(room)))


@router.patch("/room-tries/{try_id}", response={200: shapes.RoomTryOut, **EDIT})
def change_room_try(request: HttpRequest, try_id: Id, room: RoomTryChangeIn) -> RoomTry:
    """Other words, or another answer."""
    row = own(request, RoomTry, try_id)
    facts = room.over(row, "who", "how", "different", "why")
    return services.change_try(by=request.user, room=row, version=room.version, **facts)
