"""The parking lot."""

from typing import Any

from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages
from aimwell.contexts.theory.api.base import found, found_or_none
from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.api.base import idea_for, own_board, router, told
from aimwell.contexts.theory.choosing.api.shapes import (
    ChangeIdeaOut,
    GoOnIn,
    ParkedOut,
    ParkIn,
    TakeUpIn,
    ThoughtChangeIn,
    ThoughtIn,
)
from aimwell.contexts.theory.choosing.models import Parked
from aimwell.contexts.theory.models import Cause, Inquiry, Part


@router.get("/inquiries/{inquiry_id}/parked", response={200: list[ParkedOut], **READ})
@paginate(Pages)
def list_parked(request: HttpRequest, inquiry_id: Id) -> list[Parked]:
    """The parking lot, settled ideas with their reasons too. For members."""
    return own_board(request, inquiry_id).parked


@router.post("/inquiries/{inquiry_id}/parked", response={201: ParkedOut, **WRITE})
def park_thought(request: HttpRequest, inquiry_id: Id, asked: ThoughtIn) -> Status[Parked]:
    """Keep an idea for later, without a promise."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.park_thought(by=request.user, inquiry=inquiry, **dict(asked)))


@router.post("/ideas/{idea_id}/park", response={201: ParkedOut, **WRITE})
def park_idea(request: HttpRequest, idea_id: Id, asked: ParkIn) -> Status[Parked]:
    """Take an idea off the map for now; its lines are kept."""
    idea = idea_for(request, idea_id)
    return Status(201, services.park_idea(by=request.user, idea=idea, revisit_on=asked.revisit_on))


@router.patch("/parked/{pk}", response={200: ParkedOut, **EDIT})
def change_parked(request: HttpRequest, pk: Id, asked: ThoughtChangeIn) -> Parked:
    row = found(request, Parked, pk)
    words = asked.over(row, "text", "source", "revisit_on")
    return services.change_parked(by=request.user, parked=row, version=asked.version, **words)


@router.post("/parked/{pk}/take-up", response={200: ChangeIdeaOut, **WRITE})
def take_up_parked(request: HttpRequest, pk: Id, asked: TakeUpIn) -> dict[str, Any]:
    """Back among the change ideas, below a driver, on a cause, or with a reason."""
    row = found(request, Parked, pk)
    ends = {
        "parent": found_or_none(request, Part, asked.parent),
        "cause": found_or_none(request, Cause, asked.cause),
    }
    idea = services.take_up_parked(by=request.user, parked=row, reason=asked.reason, **ends)
    return told(request, idea)


@router.post("/parked/{pk}/decline", response={200: ParkedOut, **WRITE})
def decline_parked(request: HttpRequest, pk: Id, asked: GoOnIn) -> Parked:
    """Not for us, with the reason."""
    return services.decline_parked(by=request.user, parked=found(request, Parked, pk), reason=asked.reason)
