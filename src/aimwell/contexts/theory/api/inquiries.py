"""Improvement efforts, each with its problem in three parts."""

from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    Key,
    Pages,
    Said,
    Version,
    Why,
    Words,
    line,
)
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, found_or_none, language, measure_of, router
from aimwell.contexts.theory.api.graph import graph_of
from aimwell.contexts.theory.api.shapes import InquiryGraphOut, InquiryOut
from aimwell.contexts.theory.models import Evidence, Inquiry, Scale, Subject, Verification
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services.problems import STEPS


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
    subject: Subject | Literal[""] = Field("", description="Whom the sentence is about, as its author says.")


class RewordIn(Body):
    version: Version
    problem: Said = Field(description="The problem said again, as something adults here do or set up.")


class ProblemBaselineIn(Body):
    """A stored count, or the word that it will be collected; neither takes the baseline off."""

    version: Version
    measure: Id | None = Field(None, description="A measure of the same team with a count on that day.")
    on: Day | None = None
    to_collect: bool = False


class VerifyIn(Body):
    """Every state but `unverified` rests on a statement of fact or on a measure."""

    version: Version
    verification: Verification
    because: Words = Field("", description="What the data show, in one line.")
    evidence: Id | None = None
    measure: Id | None = None


class MoreIn(Body):
    """What may stand beside a problem. What is not sent stays as it is."""

    version: Version
    why: line(300) = ""
    scale: Scale | Literal[""] = ""
    areas: list[line(80, least=1)] = Field([], max_length=40, description="Keys of the list, or the team’s own words.")
    assets: Words = ""
    principle: Words = ""


class CloseIn(Body):
    reason: Why = Field(description="What was understood; it closes the effort as finished learning.")


class SkipIn(Body):
    step: Literal[STEPS]  # type: ignore[valid-type]
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
    words = problem.over(inquiry, "problem", "for_whom", "how_known", "subject")
    return services.change_problem(by=request.user, inquiry=inquiry, version=problem.version, **words)


@router.post("/inquiries/{inquiry_id}/skips", response={200: InquiryOut, **WRITE})
def skip_step(request: HttpRequest, inquiry_id: Id, skip: SkipIn) -> Inquiry:
    """Go on without a step. The sentence that says why is kept."""
    inquiry = found(request, Inquiry, inquiry_id)
    return services.skip_step(by=request.user, inquiry=inquiry, step=skip.step, reason=skip.reason)


@router.post("/inquiries/{inquiry_id}/reword", response={200: InquiryOut, **EDIT})
def reword_problem(request: HttpRequest, inquiry_id: Id, words: RewordIn) -> Inquiry:
    """The problem said again; the earlier words stay beside it."""
    inquiry = found(request, Inquiry, inquiry_id)
    return services.reword_problem(by=request.user, inquiry=inquiry, **dict(words))


@router.put("/inquiries/{inquiry_id}/baseline", response={200: InquiryOut, **EDIT})
def set_baseline(request: HttpRequest, inquiry_id: Id, baseline: ProblemBaselineIn) -> Inquiry:
    """The stored count the problem starts from."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts = {**dict(baseline), "measure": measure_of(request, baseline.measure)}
    return services.set_baseline(by=request.user, inquiry=inquiry, **facts)


@router.put("/inquiries/{inquiry_id}/verification", response={200: InquiryOut, **EDIT})
def verify_problem(request: HttpRequest, inquiry_id: Id, check: VerifyIn) -> Inquiry:
    """What the data say of the problem, and what this rests on."""
    inquiry = found(request, Inquiry, inquiry_id)
    rests = {
        "evidence": found_or_none(request, Evidence, check.evidence),
        "measure": measure_of(request, check.measure),
    }
    return services.verify_problem(by=request.user, inquiry=inquiry, **{**dict(check), **rests})


@router.patch("/inquiries/{inquiry_id}/more", response={200: InquiryOut, **EDIT})
def describe_problem(request: HttpRequest, inquiry_id: Id, more: MoreIn) -> Inquiry:
    """Why it matters, how far it reaches, its areas, strengths, a guiding principle."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts = more.over(inquiry, "why", "scale", "areas", "assets", "principle")
    return services.describe_problem(by=request.user, inquiry=inquiry, version=more.version, **facts)


@router.post("/inquiries/{inquiry_id}/close", response={200: InquiryOut, **WRITE})
def close_inquiry(request: HttpRequest, inquiry_id: Id, close: CloseIn) -> Inquiry:
    """Problem understood, no change needed."""
    inquiry = found(request, Inquiry, inquiry_id)
    return services.close_inquiry(by=request.user, inquiry=inquiry, because=close.reason)


@router.post("/inquiries/{inquiry_id}/reopen", response={200: InquiryOut, **WRITE})
def reopen_inquiry(request: HttpRequest, inquiry_id: Id) -> Inquiry:
    """Take a finished effort up again."""
    return services.reopen_inquiry(by=request.user, inquiry=found(request, Inquiry, inquiry_id))
