"""Existing practices and what a theory rests on, in the API. Those who may not see evidence get none of it."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Id,
    KeptOut,
    Key,
    Pages,
    Version,
    Words,
    line,
)
from aimwell.contexts.theory.api.base import found, found_or_none, keeping, language
from aimwell.contexts.theory.models import Cause, Inquiry, Part
from aimwell.contexts.theory.practices import services
from aimwell.contexts.theory.practices.models import Calibration, Choice, Practice, PracticeEffect, Source
from aimwell.contexts.theory.practices.queries import GroundsView, practices_of
from aimwell.contexts.theory.queries import inquiry_view

router = Router(tags=["theory"])


class PracticeIn(Body):
    text: line(300, least=1) = Field(description="What is done already.")
    for_whom: line(200) = ""
    effect: PracticeEffect = Field(PracticeEffect.UNKNOWN, description="What it does to the problem.")
    choice: Choice = Field(Choice.LOOK, description="Look closer, keep or stop.")
    how_known: Words = ""
    key: Key = None


class PracticeChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(300, least=1) = "-"
    for_whom: line(200) = ""
    effect: PracticeEffect = PracticeEffect.UNKNOWN
    choice: Choice = Choice.LOOK
    how_known: Words = ""


class CalibrationIn(Body):
    """The three answers as they shall stand. Any may stay open."""

    version: Version = Field(description="The version you start from; 0 while there is none.")
    problem: Words = ""
    expertise: Words = ""
    theory: Words = ""


class SourceIn(Body):
    title: line(300) = ""
    where: line(200) = Field("", description="Journal, site or person, and the year.")
    link: line(500) = Field("", pattern=r"^(https?://\S+)?$")
    says: Words = Field("", description="What it says, in your own words.")
    hunch: bool = Field(False, description="There is no source: it is a local hunch, untested.")
    cause: Id | None = None
    idea: Id | None = None
    key: Key = None


class SourceChangeIn(Body):
    """The whole source as it shall stand."""

    version: Version
    title: line(300) = ""
    where: line(200) = ""
    link: line(500) = Field("", pattern=r"^(https?://\S+)?$")
    says: Words = ""
    hunch: bool = False
    cause: Id | None = None
    idea: Id | None = None


class PracticeOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    text: str
    for_whom: str
    effect: PracticeEffect
    choice: Choice
    how_known: str


class CalibrationOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    problem: str
    expertise: str
    theory: str


class SourceOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    hunch: bool
    title: str
    where: str
    link: str
    says: str
    cause: int | None = Field(validation_alias="for_cause_id")
    idea: int | None = Field(validation_alias="for_idea_id")


class IdeaGround(Schema):
    idea: int
    sources: list[int]
    hunch: bool = Field(description="There is no source, and the team says so.")


class GroundsOut(Schema):
    calibration: CalibrationOut | None
    sources: list[SourceOut]
    ideas: list[IdeaGround] = Field(description="Each change idea and what it rests on.")


@router.get("/inquiries/{inquiry_id}/practices", response={200: list[PracticeOut], **READ})
@paginate(Pages)
def list_practices(request: HttpRequest, inquiry_id: Id) -> list[Practice]:
    """What is done already; what makes the problem worse comes first."""
    return practices_of(inquiry_view(request.user, inquiry_id, lang=language()))


@router.post("/inquiries/{inquiry_id}/practices", response={201: PracticeOut, **WRITE})
def add_practice(request: HttpRequest, inquiry_id: Id, practice: PracticeIn) -> Status[Practice]:
    """Something that is done already, before a new action is added."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_practice(by=request.user, inquiry=inquiry, **dict(practice)))


@router.patch("/existing-practices/{practice_id}", response={200: PracticeOut, **EDIT})
def change_practice(request: HttpRequest, practice_id: Id, practice: PracticeChangeIn) -> Practice:
    """Other words, or what is known of its effect now."""
    row = found(request, Practice, practice_id)
    facts = practice.over(row, "text", "for_whom", "effect", "choice", "how_known")
    return services.change_practice(by=request.user, practice=row, version=practice.version, **facts)


@router.get("/inquiries/{inquiry_id}/grounds", response={200: GroundsOut, **READ})
def get_grounds(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """The three answers, the sources, and what each change idea rests on."""
    shown = GroundsView(inquiry_view(request.user, inquiry_id, lang=language()))
    ideas = [
        {"idea": one.idea.pk, "sources": [source.pk for source in one.named], "hunch": one.hunch}
        for one in shown.grounds
    ]
    return {"calibration": shown.calibration, "sources": shown.sources, "ideas": ideas}


@router.put("/inquiries/{inquiry_id}/grounds", response={200: CalibrationOut, **EDIT})
def calibrate(request: HttpRequest, inquiry_id: Id, answers: CalibrationIn) -> Calibration:
    """Answer the three questions, the first time or again."""
    return services.calibrate(by=request.user, inquiry=found(request, Inquiry, inquiry_id), **dict(answers))


@router.post("/inquiries/{inquiry_id}/sources", response={201: SourceOut, **WRITE})
def add_source(request: HttpRequest, inquiry_id: Id, source: SourceIn) -> Status[Source]:
    """A source of a cause or a change idea, or the open word that an idea is a hunch."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_source(by=request.user, inquiry=inquiry, **_ends(request, source)))


@router.put("/sources/{source_id}", response={200: SourceOut, **EDIT})
def change_source(request: HttpRequest, source_id: Id, source: SourceChangeIn) -> Source:
    """What it says, and what it speaks to."""
    row = found(request, Source, source_id)
    return services.change_source(by=request.user, source=row, **_ends(request, source))


keeping(router, "practice", "existing-practices", Practice, PracticeOut)
keeping(router, "source", "sources", Source, SourceOut)


def _ends(request: HttpRequest, source: SourceIn | SourceChangeIn) -> dict[str, Any]:
    return {
        **dict(source),
        "cause": found_or_none(request, Cause, source.cause),
        "idea": found_or_none(request, Part, source.idea),
    }
