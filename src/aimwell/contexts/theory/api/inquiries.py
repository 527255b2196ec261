"""Improvement efforts, each with its problem in three parts."""

from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Key, Pages, Version, Why, Words
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, language, router
from aimwell.contexts.theory.api.graph import graph_of
from aimwell.contexts.theory.api.shapes import InquiryGraphOut, InquiryOut
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import inquiry_view


class InquiryIn(Body):
    problem: Words = Field("", description="What students do or miss now, in one line.")
    for_whom: Words = Field("", description="The group, with its number where it is known.")
    how_known: Words = Field("", description="A count with its date, or when you will count.")
    key: Key = None


class ProblemIn(Body):
    """What is not sent stays as it is."""

    version: Version
    problem: Words = ""
    for_whom: Words = ""
    how_known: Words = ""


class SkipIn(Body):
    step: Literal["problem", "causes", "aim", "drivers"]
    reason: Why


@router.get("/teams/{team_id}/inquiries", response={200: list[InquiryOut], **READ})
@paginate(Pages)
def list_inquiries(request: HttpRequest, team_id: Id) -> QuerySet[Inquiry]:
    """The team's efforts that you may see, newest first."""
    return visible_to(request.user, Inquiry).filter(owner_team=find_team(request.user, team_id))


@router.post("/teams/{team_id}/inquiries", response={201: InquiryOut, **WRITE})
def start_inquiry(request: HttpRequest, team_id: Id, inquiry: InquiryIn) -> Status[Inquiry]:
    """A new effort; it may start from a single sentence, or from nothing."""
    team = find_team(request.user, team_id)
    return Status(201, services.start_inquiry(by=request.user, team=team, **dict(inquiry)))


@router.get("/inquiries/{inquiry_id}", response={200: InquiryGraphOut, **READ})
def get_inquiry(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """The whole theory: problem, evidence, perspectives, causes, aim, drivers, ideas and what hangs loose."""
    return graph_of(inquiry_view(request.user, inquiry_id, lang=language()))


@router.patch("/inquiries/{inquiry_id}", response={200: InquiryOut, **EDIT})
def change_problem(request: HttpRequest, inquiry_id: Id, problem: ProblemIn) -> Inquiry:
    """Other words for the problem."""
    inquiry = found(request, Inquiry, inquiry_id)
    words = problem.over(inquiry, "problem", "for_whom", "how_known")
    return services.change_problem(by=request.user, inquiry=inquiry, version=problem.version, **words)


@router.post("/inquiries/{inquiry_id}/skips", response={200: InquiryOut, **WRITE})
def skip_step(request: HttpRequest, inquiry_id: Id, skip: SkipIn) -> Inquiry:
    """Go on without a step. The sentence that says why is kept."""
    inquiry = found(request, Inquiry, inquiry_id)
    return services.skip_step(by=request.user, inquiry=inquiry, step=skip.step, reason=skip.reason)
