"""Filters, passes through the causes, and levels in their order."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, KeptOut, Key, Pages, Version, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, language, router
from aimwell.contexts.theory.models import (
    Cause,
    CauseFilter,
    Inquiry,
    Level,
    LevelStage,
    MarkEffect,
    Sift,
    SiftMark,
)
from aimwell.contexts.theory.queries.sifting import filters_of


class FilterAnswer(Body):
    name: line(80, least=1)
    effect: MarkEffect


class FilterIn(Body):
    name: line(80, least=1)
    question: line(300, least=1)
    values: list[FilterAnswer] = Field(min_length=2, max_length=6, description="One keeps, one sets aside.")
    key: Key = None


class FilterChangeIn(Body):
    version: Version
    name: line(80, least=1)
    question: line(300, least=1)
    values: list[FilterAnswer] = Field(min_length=2, max_length=6)


class PassIn(Body):
    filter: Id | None = None
    offered: str | None = Field(None, max_length=10, description="Or one that is offered: impact or system.")


class MarkIn(Body):
    cause: Id
    value: line(80, least=1)
    reason: line(300) = Field("", description="Needed where the answer sets aside.")


class StageIn(Body):
    level: Level
    starts_on: Day
    ends_on: Day | None = None
    note: line(200) = ""
    key: Key = None


class StageChangeIn(Body):
    version: Version
    level: Level
    starts_on: Day
    ends_on: Day | None = None
    note: line(200) = ""


class AnswerOut(Schema):
    name: str
    effect: str


class FilterOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id", description="The effort it was made in.")
    name: str
    question: str
    values: list[AnswerOut]


class MarkOut(Schema):
    id: int
    cause: int = Field(validation_alias="cause_id")
    value: str
    effect: MarkEffect
    reason: str


class PassOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    filter: int = Field(validation_alias="filter_id")
    name: str
    question: str
    closed: bool
    kept: int = Field(description="Counted when it was closed.")
    set_aside: int
    marks: list[MarkOut]

    @staticmethod
    def resolve_closed(row: Sift) -> bool:
        return row.closed_at is not None

    @staticmethod
    def resolve_marks(row: Sift) -> list[SiftMark]:
        return list(row.marks.filter(ended_at=None))


class StageOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    level: Level
    starts_on: Day
    ends_on: Day | None
    note: str


def _values(sent: FilterIn | FilterChangeIn) -> list[dict[str, str]]:
    return [{"name": one.name, "effect": str(one.effect)} for one in sent.values]


@router.get("/inquiries/{inquiry_id}/filters", response={200: list[FilterOut], **READ})
@paginate(Pages)
def list_filters(request: HttpRequest, inquiry_id: Id) -> object:
    """The team's filters, from all its efforts that you may read."""
    return filters_of(request.user, found(request, Inquiry, inquiry_id))


@router.post("/inquiries/{inquiry_id}/filters", response={201: FilterOut, **WRITE})
def make_filter(request: HttpRequest, inquiry_id: Id, sent: FilterIn) -> Status[CauseFilter]:
    """A filter of the team's own."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts: dict[str, Any] = {"name": sent.name, "question": sent.question, "values": _values(sent), "key": sent.key}
    return Status(201, services.make_filter(by=request.user, inquiry=inquiry, **facts))


@router.patch("/filters/{filter_id}", response={200: FilterOut, **EDIT})
def change_filter(request: HttpRequest, filter_id: Id, sent: FilterChangeIn) -> CauseFilter:
    """Another name, question or answers; passes that ran before keep theirs."""
    own = found(request, CauseFilter, filter_id)
    facts: dict[str, Any] = {"name": sent.name, "question": sent.question, "values": _values(sent)}
    return services.change_filter(by=request.user, filter=own, version=sent.version, **facts)


@router.post("/inquiries/{inquiry_id}/passes", response={201: PassOut, **WRITE})
def start_pass(request: HttpRequest, inquiry_id: Id, sent: PassIn) -> Status[Sift]:
    """A pass through all causes with one filter; the open one comes back."""
    inquiry = found(request, Inquiry, inquiry_id)
    if sent.filter is not None:
        own = found(request, CauseFilter, sent.filter)
    else:
        own = services.take_filter(by=request.user, inquiry=inquiry, seed=sent.offered or "", lang=language())
    return Status(201, services.start_pass(by=request.user, inquiry=inquiry, filter=own))


@router.get("/passes/{pass_id}", response={200: PassOut, **READ})
def get_pass(request: HttpRequest, pass_id: Id) -> Sift:
    """What was kept and what was set aside, with reasons."""
    return found(request, Sift, pass_id)


@router.post("/passes/{pass_id}/marks", response={201: MarkOut, **WRITE})
def mark_cause(request: HttpRequest, pass_id: Id, sent: MarkIn) -> Status[SiftMark]:
    """What this pass says of one cause; said again, the newer word counts."""
    sift, cause = found(request, Sift, pass_id), found(request, Cause, sent.cause)
    facts = {"value": sent.value, "reason": sent.reason}
    return Status(201, services.mark_cause(by=request.user, sift=sift, cause=cause, **facts))


@router.post("/marks/{mark_id}/undo", response={200: MarkOut, **WRITE})
def undo_mark(request: HttpRequest, mark_id: Id) -> SiftMark:
    """Until the pass is closed: the cause stands as it stood before."""
    return services.unmark_cause(by=request.user, mark=found(request, SiftMark, mark_id))


@router.post("/passes/{pass_id}/close", response={200: PassOut, **WRITE})
def close_pass(request: HttpRequest, pass_id: Id) -> Sift:
    """Go on to the next stage. The pass is kept with its counts."""
    return services.close_pass(by=request.user, sift=found(request, Sift, pass_id))


@router.get("/inquiries/{inquiry_id}/stages", response={200: list[StageOut], **READ})
@paginate(Pages)
def list_stages(request: HttpRequest, inquiry_id: Id) -> object:
    """Levels in the order in which the team takes them."""
    return found(request, Inquiry, inquiry_id).level_stages.filter(ended_at=None)


@router.post("/inquiries/{inquiry_id}/stages", response={201: StageOut, **WRITE})
def add_stage(request: HttpRequest, inquiry_id: Id, sent: StageIn) -> Status[LevelStage]:
    """One step of “first the district, then the classroom”."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_stage(by=request.user, inquiry=inquiry, **dict(sent)))


@router.patch("/stages/{stage_id}", response={200: StageOut, **EDIT})
def change_stage(request: HttpRequest, stage_id: Id, sent: StageChangeIn) -> LevelStage:
    """Another level, or other days."""
    return services.change_stage(by=request.user, stage=found(request, LevelStage, stage_id), **dict(sent))
