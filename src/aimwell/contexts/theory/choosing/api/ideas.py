"""Change ideas with what is known of each."""

from typing import Any

from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.api.base import found, found_or_none
from aimwell.contexts.theory.choosing import queries, services
from aimwell.contexts.theory.choosing.api.base import board_for, idea_for, idea_row, own_board, router, told
from aimwell.contexts.theory.choosing.api.shapes import (
    ChangeIdeaOut,
    GoOnIn,
    IdeaIn,
    IdeasOut,
    NewIdeaIn,
    ScaleIn,
    ScaleStepOut,
    WhyNotYetIn,
    WhyNotYetOut,
)
from aimwell.contexts.theory.choosing.queries.board import ScaleStep
from aimwell.contexts.theory.models import Cause, Inquiry, Part


@router.get("/inquiries/{inquiry_id}/ideas", response={200: IdeasOut, **READ})
def list_ideas(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """The change ideas in force, in the order of the map, with what is known of each."""
    board = board_for(request, inquiry_id)
    return {
        "ideas": [idea_row(row, board) for row in board.rows],
        "most": board.load.most,
        "limit_version": board.load.version,
        "asks_students_only": list(board.share) if board.view.may_edit else None,
    }


@router.post("/inquiries/{inquiry_id}/ideas", response={201: ChangeIdeaOut, **WRITE})
def offer_idea(request: HttpRequest, inquiry_id: Id, idea: NewIdeaIn) -> Status[dict[str, Any]]:
    """A new change idea on the driver diagram, with where it comes from and how it is done."""
    inquiry = found(request, Inquiry, inquiry_id)
    ends = {
        "parent": found_or_none(request, Part, idea.parent),
        "causes": [found(request, Cause, one) for one in idea.causes],
    }
    made = services.offer_idea(by=request.user, inquiry=inquiry, **{**dict(idea), **ends})
    return Status(201, told(request, made))


@router.patch("/ideas/{idea_id}", response={200: ChangeIdeaOut, **EDIT})
def change_idea_facts(request: HttpRequest, idea_id: Id, facts: IdeaIn) -> dict[str, Any]:
    """Where it comes from, who changes, some kids or all kids, and what it shall do at large."""
    idea = idea_for(request, idea_id)
    sent = facts.sent()
    if "indicator" in sent:
        sent["indicator"] = None if facts.indicator is None else find(request.user, Measure, facts.indicator)
    services.change_facts(by=request.user, idea=idea, version=facts.version, **sent)
    return told(request, idea)


@router.put("/ideas/{idea_id}/scale", response={200: ChangeIdeaOut, **EDIT})
def set_idea_scale(request: HttpRequest, idea_id: Id, asked: ScaleIn) -> dict[str, Any]:
    """How large it is tried. More than one step up at once needs a sentence."""
    idea = idea_for(request, idea_id)
    services.set_scale(by=request.user, idea=idea, **dict(asked))
    return told(request, idea)


@router.get("/ideas/{idea_id}/scale", response={200: list[ScaleStepOut], **READ})
@paginate(Pages)
def list_idea_scales(request: HttpRequest, idea_id: Id) -> list[ScaleStep]:
    """How large it was tried since when, oldest first; for members."""
    idea = idea_for(request, idea_id)
    return queries.scale_history(own_board(request, idea.inquiry_id).row(idea).facts)


@router.post("/ideas/{idea_id}/go-on", response={200: ChangeIdeaOut, **WRITE})
def go_on_with_idea(request: HttpRequest, idea_id: Id, asked: GoOnIn) -> dict[str, Any]:
    """One sentence on why the team goes on, where something is open between the idea and its causes."""
    idea = idea_for(request, idea_id)
    services.go_on(by=request.user, idea=idea, reason=asked.reason)
    return told(request, idea)


@router.get("/inquiries/{inquiry_id}/why-not-yet", response={200: WhyNotYetOut, **READ})
def get_why_not_yet(request: HttpRequest, inquiry_id: Id) -> Any:
    """The humble question before a solution is chosen; for members."""
    return own_board(request, inquiry_id).why_not_yet


@router.put("/inquiries/{inquiry_id}/why-not-yet", response={200: WhyNotYetOut, **EDIT})
def say_why_not_yet(request: HttpRequest, inquiry_id: Id, asked: WhyNotYetIn) -> Any:
    """Answer it, or pass it over."""
    inquiry = found(request, Inquiry, inquiry_id)
    return services.say_why_not_yet(by=request.user, inquiry=inquiry, **dict(asked))
