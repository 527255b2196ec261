"""A first sketch of causes handed to those who know the matter: what they add is told apart, and both stay."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, KeptOut, Key, Pages, Version, Words, line
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.api.shapes import CauseOut
from aimwell.contexts.theory.layers import services
from aimwell.contexts.theory.layers.models import LayerAsk, LayerLine
from aimwell.contexts.theory.layers.queries import Layers, asked_of, find_ask, find_line, people_to_ask
from aimwell.contexts.theory.models import Bone, Cause, Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.errors import NotFound, Refused

router = Router(tags=["theory"])


class PersonToAskOut(Schema):
    id: int
    name: str
    stands: str = Field(description="school, coach or network: how this person stands to the team.")


class LayerAskOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    whom: int | None = Field(validation_alias="whom_id")
    label: str = Field(description="The name of the layer; it stays with what comes out of it.")
    question: str
    closed_at: datetime.datetime | None = Field(description="From then on nothing is added.")


class LayerLineOut(KeptOut):
    ask: int = Field(validation_alias="ask_id")
    layer: str = Field(validation_alias="ask.label")
    comment: bool = Field(description="A comment, not a cause.")
    bone: int | None = Field(validation_alias="bone_id")
    about: int | None = Field(validation_alias="about_id", description="The cause a comment speaks of.")
    text: str
    how_known: str


class CauseOriginOut(Schema):
    cause: int = Field(validation_alias="cause_id")
    line: int = Field(validation_alias="line_id")
    layer: str = Field(validation_alias="label")
    merged: bool = Field(description="The team said it first, or another layer did; this layer said it too.")


class BothLayersOut(Schema):
    asks: list[LayerAskOut]
    lines: list[LayerLineOut]
    origins: list[CauseOriginOut] = Field(description="What was taken over, and who said it.")
    people: list[PersonToAskOut] = Field(description="Who may be asked: those who may comment on the effort already.")


class LayerOut(LayerAskOut):
    lines: list[LayerLineOut]


class LayerAskIn(Body):
    whom: Id
    label: line(60, least=1)
    question: line(500, least=1)
    key: Key = None


class LayerLineIn(Body):
    text: line(300, least=1)
    comment: bool = False
    bone: Id | None = None
    about: Id | None = None
    how_known: Words = ""
    key: Key = None


class LayerLineChangeIn(Body):
    version: Version
    text: line(300, least=1)
    bone: Id | None = None
    about: Id | None = None
    how_known: Words = ""


class TakeOverIn(Body):
    bone: Id | None = Field(None, description="Where it is to stand; the bone of the line where nothing is sent.")
    system_part: line(200) = ""
    key: Key = None


class MergeIn(Body):
    cause: Id = Field(description="The cause of the fishbone that says the same.")


def _bone(request: HttpRequest, pk: int | None) -> Bone | None:
    return None if pk is None else find(request.user, Bone, pk)


def _about(request: HttpRequest, pk: int | None) -> Cause | None:
    return None if pk is None else find(request.user, Cause, pk)


@router.get("/inquiries/{inquiry_id}/layers", response={200: BothLayersOut, **READ})
def get_layers(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """For the team: whom it asked, what they said, and what was taken over."""
    view = inquiry_view(request.user, inquiry_id)
    if not view.may_edit:
        raise NotFound
    layers = Layers(view)
    people = [
        {"id": one.user.pk, "name": str(one.user), "stands": str(one.relation)} for one in people_to_ask(view.inquiry)
    ]
    return {"asks": layers.asks, "lines": layers.lines, "origins": layers.origins, "people": people}


@router.post("/inquiries/{inquiry_id}/layers", response={201: LayerAskOut, **WRITE})
def ask_for_layer(request: HttpRequest, inquiry_id: Id, asked: LayerAskIn) -> Status[LayerAsk]:
    """Ask somebody who may comment on the effort to add what the team does not know."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    known = {one.user.pk: one.user for one in people_to_ask(inquiry)}
    facts = dict(asked)
    if (whom := known.get(facts.pop("whom"))) is None:
        services.require_team(by=request.user, inquiry=inquiry)
        raise Refused("layer_reader")
    return Status(201, services.ask_for_layer(by=request.user, inquiry=inquiry, whom=whom, **facts))


@router.get("/layers", response={200: list[LayerAskOut], **READ})
@paginate(Pages)
def list_layers_asked_of_me(request: HttpRequest) -> list[LayerAsk]:
    """What teams asked of you, the open ones first."""
    return asked_of(request.user)


@router.get("/layers/{ask_id}", response={200: LayerOut, **READ})
def get_layer(request: HttpRequest, ask_id: Id) -> dict[str, Any]:
    """One request with its lines; for the team and for whoever was asked."""
    ask = find_ask(request.user, ask_id)
    lines = Layers(inquiry_view(request.user, ask.inquiry_id), only=ask).lines
    return {**{name: getattr(ask, name) for name in _FIELDS}, "lines": lines}


_FIELDS = (
    "id", "version", "created_at", "updated_at", "ended_at", "ended_reason", "inquiry_id", "whom_id", "label",
    "question", "closed_at",
)  # fmt: skip


@router.post("/layers/{ask_id}/close", response={200: LayerAskOut, **WRITE})
def close_layer(request: HttpRequest, ask_id: Id) -> LayerAsk:
    """No more is added. What was said stays."""
    return services.close_ask(by=request.user, ask=find_ask(request.user, ask_id))


@router.post("/layers/{ask_id}/open", response={200: LayerAskOut, **WRITE})
def open_layer(request: HttpRequest, ask_id: Id) -> LayerAsk:
    """Let whoever was asked add again."""
    return services.open_ask(by=request.user, ask=find_ask(request.user, ask_id))


@router.post("/layers/{ask_id}/lines", response={201: LayerLineOut, **WRITE})
def say_in_layer(request: HttpRequest, ask_id: Id, said: LayerLineIn) -> Status[LayerLine]:
    """One cause or comment of whoever was asked. The team's fishbone stays as it is."""
    ask = find_ask(request.user, ask_id)
    facts = {**dict(said), "bone": _bone(request, said.bone), "about": _about(request, said.about)}
    return Status(201, services.add_line(by=request.user, ask=ask, **facts))


@router.put("/layer-lines/{line_id}", response={200: LayerLineOut, **EDIT})
def change_layer_line(request: HttpRequest, line_id: Id, said: LayerLineChangeIn) -> LayerLine:
    """Other words for a line of your own, until the team has taken it over."""
    row = find_line(request.user, line_id)
    facts = {**dict(said), "bone": _bone(request, said.bone), "about": _about(request, said.about)}
    return services.change_line(by=request.user, line=row, **facts)


@router.post("/layer-lines/{line_id}/withdraw", response={200: LayerLineOut, **WRITE})
def withdraw_layer_line(request: HttpRequest, line_id: Id) -> LayerLine:
    """Take a line of your own out, until the team has taken it over."""
    return services.withdraw_line(by=request.user, line=find_line(request.user, line_id))


@router.post("/layer-lines/{line_id}/put-back", response={200: LayerLineOut, **WRITE})
def put_layer_line_back(request: HttpRequest, line_id: Id) -> LayerLine:
    """Bring a line of your own back."""
    return services.put_line_back(by=request.user, line=find_line(request.user, line_id))


@router.post("/layer-lines/{line_id}/take-over", response={200: CauseOut, **WRITE})
def take_layer_line_over(request: HttpRequest, line_id: Id, asked: TakeOverIn) -> Cause:
    """It joins the fishbone as a cause of its own; that its layer said it first stays for good."""
    row = find_line(request.user, line_id)
    facts = {**dict(asked), "bone": _bone(request, asked.bone)}
    return services.take_over(by=request.user, line=row, **facts)


@router.post("/layer-lines/{line_id}/merge", response={200: CauseOut, **WRITE})
def merge_layer_line(request: HttpRequest, line_id: Id, asked: MergeIn) -> Cause:
    """A cause of the fishbone says the same: both origins stand there from now on."""
    row = find_line(request.user, line_id)
    return services.merge_into(by=request.user, line=row, cause=find(request.user, Cause, asked.cause))


@router.post("/layer-lines/{line_id}/put-beside", response={200: LayerLineOut, **WRITE})
def put_layer_line_beside(request: HttpRequest, line_id: Id) -> LayerLine:
    """Undo taking over: the line stands beside the fishbone again."""
    return services.take_back(by=request.user, line=find_line(request.user, line_id))
