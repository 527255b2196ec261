"""Drivers and change ideas, and the lines between them."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, WRITE, Body, Id, Key, Version, Why, Words, line
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, found_or_none, measure_of, router
from aimwell.contexts.theory.api.shapes import LinkOut, PartOut
from aimwell.contexts.theory.models import Cause, Inquiry, Link, Part, PartKind

MOST = 100
PARENTS = "The parts it serves; null stands for the aim itself. A primary driver without any serves the aim."


class PartIn(Body):
    kind: PartKind
    text: line(200, least=1) = Field(description="In a few words.")
    detail: Words = ""
    who_changes: Words = Field("", description="Who changes what.")
    parents: list[Id | None] = Field([], max_length=MOST, description=PARENTS)
    measure: Id | None = None
    causes: list[Id] = Field([], max_length=MOST, description="The causes it rests on.")
    reason: Words = Field("", description="Why an idea comes before the problem is written, where it is empty.")
    key: Key = None


class PartChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(200, least=1) = "-"
    detail: Words = ""
    who_changes: Words = ""
    measure: Id | None = None
    causes: list[Id] = Field([], max_length=MOST, description="All causes it rests on; others are taken off.")


class AbandonIn(Body):
    version: Version
    reason: Why


class LinkIn(Body):
    parent: Id | None = Field(description="The part it shall serve; null stands for the aim itself.")
    key: Key = None


class MoveIn(Body):
    old: Id | None = Field(description="What it serves now; null stands for the aim itself.")
    new: Id | None = Field(description="What it shall serve instead; null stands for the aim itself.")


class TakeBackIn(Body):
    events: list[Id] = Field(
        min_length=1, max_length=MOST, description="What the act wrote into the history of the team, by `id`."
    )


class TakenBackOut(Schema):
    events: list[int]


@router.post("/inquiries/{inquiry_id}/parts", response={201: PartOut, **WRITE})
def add_part(request: HttpRequest, inquiry_id: Id, part: PartIn) -> Status[Part]:
    """A driver or an idea with its lines upward. Where a line is refused, nothing is made."""
    inquiry = found(request, Inquiry, inquiry_id)
    ends = {
        "parents": [found_or_none(request, Part, one) for one in part.parents],
        "causes": [found(request, Cause, one) for one in part.causes],
        "measure": measure_of(request, part.measure),
    }
    return Status(201, services.add_part(by=request.user, inquiry=inquiry, **{**dict(part), **ends}))


@router.patch("/parts/{part_id}", response={200: PartOut, **EDIT})
def change_part(request: HttpRequest, part_id: Id, part: PartChangeIn) -> Part:
    """Other words; another measure; other causes. All of it or nothing."""
    row = found(request, Part, part_id)
    words = part.over(row, "text", "detail", "who_changes")
    with transaction.atomic():
        changed = services.change_part(by=request.user, part=row, version=part.version, **words)
        if "measure" in part.model_fields_set:
            measure = measure_of(request, part.measure)
            changed = services.connect_measure(by=request.user, part=changed, measure=measure)
        if "causes" in part.model_fields_set:
            causes = [found(request, Cause, one) for one in part.causes]
            services.connect_causes(by=request.user, part=changed, causes=causes)
    return changed


@router.post("/parts/{part_id}/abandon", response={200: PartOut, **EDIT})
def abandon_part(request: HttpRequest, part_id: Id, abandoned: AbandonIn) -> Part:
    """Stop trying. It stays on the map, struck, with the reason: that is learning."""
    row = found(request, Part, part_id)
    return services.abandon(by=request.user, part=row, version=abandoned.version, reason=abandoned.reason)


@router.post("/parts/{part_id}/take-up", response={200: PartOut, **WRITE})
def take_part_up(request: HttpRequest, part_id: Id) -> Part:
    """Take an abandoned part up again."""
    return services.take_up(by=request.user, part=found(request, Part, part_id))


@router.post("/parts/{part_id}/links", response={201: LinkOut, **WRITE})
def link_part(request: HttpRequest, part_id: Id, link: LinkIn) -> Status[Link]:
    """The part serves one more. A line never leads back to where it starts."""
    child, parent = found(request, Part, part_id), found_or_none(request, Part, link.parent)
    return Status(201, services.link_parts(by=request.user, parent=parent, child=child, key=link.key))


@router.post("/parts/{part_id}/move", response={200: LinkOut, **WRITE})
def move_part(request: HttpRequest, part_id: Id, move: MoveIn) -> Link:
    """Serve another part instead. Where the new line is refused, the old one stays."""
    old, new = found_or_none(request, Part, move.old), found_or_none(request, Part, move.new)
    return services.move_part(by=request.user, child=found(request, Part, part_id), old=old, new=new)


@router.post("/inquiries/{inquiry_id}/take-back", response={200: TakenBackOut, **WRITE})
def take_back_act(request: HttpRequest, inquiry_id: Id, act: TakeBackIn) -> dict[str, list[int]]:
    """Undo one of your own acts on the driver diagram. What somebody changed since is refused, and nothing changes.

    The answer names what this wrote into the history; taking that back does the act again.
    """
    inquiry = found(request, Inquiry, inquiry_id)
    return {"events": services.take_back(by=request.user, inquiry=inquiry, events=act.events)}


@router.delete("/links/{link_id}", response={204: None, **WRITE})
def unlink_part(request: HttpRequest, link_id: Id) -> HttpResponse:
    """Take one line away. The part stays, and the line can come back."""
    link = find(request.user, Link, link_id)
    services.unlink_parts(by=request.user, parent=link.parent, child=link.child)
    return HttpResponse(status=204)
