"""Rating in silence, consent, and the choice."""

from typing import Any

from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages
from aimwell.contexts.theory.api.base import found
from aimwell.contexts.theory.choosing import queries, services
from aimwell.contexts.theory.choosing.api.base import idea_for, own_board, router
from aimwell.contexts.theory.choosing.api.shapes import (
    AnswerIn,
    ConcernOut,
    HandledIn,
    ProposalOut,
    RatingsIn,
    RatingsOut,
    RecordIn,
    RoundOut,
)
from aimwell.contexts.theory.choosing.models import Proposal
from aimwell.contexts.theory.models import Inquiry, Part


@router.get("/inquiries/{inquiry_id}/ratings", response={200: RatingsOut, **READ})
def get_idea_ratings(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """One's own ratings; all of them once they are shown. For members."""
    view = queries.rating_view(request.user, own_board(request, inquiry_id))
    return {
        "opened": view.opened,
        "people": view.people,
        "mine": [{"idea": idea, "effect": pair[0], "ability": pair[1]} for idea, pair in view.mine.items()],
        "rated": [
            {
                "idea": one.name,
                "effect": list(one.effect.values),
                "ability": list(one.ability.values),
                "quarter": one.quarter,
            }
            for one in view.rated
        ],
    }


@router.put("/inquiries/{inquiry_id}/ratings", response={200: RatingsOut, **WRITE})
def rate_ideas(request: HttpRequest, inquiry_id: Id, asked: RatingsIn) -> dict[str, Any]:
    """Rate effect and ability in silence, from 1 to 5."""
    inquiry = found(request, Inquiry, inquiry_id)
    given = {found(request, Part, one.idea): (one.effect, one.ability) for one in asked.ratings}
    services.rate_ideas(by=request.user, inquiry=inquiry, ratings=given)
    return get_idea_ratings(request, inquiry_id)


@router.post("/inquiries/{inquiry_id}/ratings/open", response={200: RatingsOut, **WRITE})
def open_idea_ratings(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """Show all ratings to the team. The facilitator does it, or the lead."""
    services.open_ratings(by=request.user, inquiry=found(request, Inquiry, inquiry_id))
    return get_idea_ratings(request, inquiry_id)


@router.post("/inquiries/{inquiry_id}/ratings/again", response={200: RatingsOut, **WRITE})
def rate_ideas_again(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """A new round: the ratings are hidden again, and each member may change their own."""
    services.rate_ideas_again(by=request.user, inquiry=found(request, Inquiry, inquiry_id))
    return get_idea_ratings(request, inquiry_id)


@router.post("/ideas/{idea_id}/prefer", response={204: None, **WRITE})
def prefer_idea(request: HttpRequest, idea_id: Id) -> Status[None]:
    """The one idea that I would try first."""
    services.prefer_idea(by=request.user, idea=idea_for(request, idea_id))
    return Status(204, None)


@router.post("/ideas/{idea_id}/propose", response={201: ProposalOut, **WRITE})
def propose_idea(request: HttpRequest, idea_id: Id) -> Status[Proposal]:
    """Ask the team about one idea. One that still waits is given back."""
    return Status(201, services.propose_idea(by=request.user, idea=idea_for(request, idea_id)))


@router.get("/inquiries/{inquiry_id}/proposals", response={200: list[RoundOut], **READ})
@paginate(Pages)
def list_proposals(request: HttpRequest, inquiry_id: Id) -> list[dict[str, Any]]:
    """Rounds of consent with their counts. For members."""
    view = queries.consent_view(request.user, own_board(request, inquiry_id))
    return [
        {
            "proposal": one.proposal,
            "for_it": one.counts.for_it,
            "can_live": one.counts.can_live,
            "concerns": one.concerns,
            "agreed": one.agreed,
        }
        for one in view.rounds
    ]


@router.put("/proposals/{pk}/answer", response={204: None, **WRITE})
def answer_proposal(request: HttpRequest, pk: Id, asked: AnswerIn) -> Status[None]:
    """For it, can live with it, or a concern in words."""
    services.answer_proposal(by=request.user, proposal=found(request, Proposal, pk), **dict(asked))
    return Status(204, None)


@router.post("/proposals/{pk}/record", response={200: ProposalOut, **EDIT})
def record_choice(request: HttpRequest, pk: Id, asked: RecordIn) -> Proposal:
    """The team chose this idea, with the reason. No concern may still wait for an answer."""
    return services.record_choice(by=request.user, proposal=found(request, Proposal, pk), **dict(asked))


@router.put("/concerns/{pk}", response={200: ConcernOut, **EDIT})
def handle_concern(request: HttpRequest, pk: Id, asked: HandledIn) -> Any:
    """What the team does about a concern."""
    concern = queries.find_answer(request.user, pk)
    return services.handle_concern(by=request.user, answer=concern, **dict(asked))
