"""Who does what by when, and how many ideas at one time."""

from typing import Any

from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, AsideIn, Id, Pages, ReasonIn
from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.api.base import found
from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.api.base import board_for, idea_for, router
from aimwell.contexts.theory.choosing.api.shapes import (
    CommitmentChangeIn,
    CommitmentIn,
    CommitmentOut,
    DoneIn,
    LimitIn,
    LimitOut,
)
from aimwell.contexts.theory.choosing.models import Commitment
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.domain.errors import NotFound


@router.get("/ideas/{idea_id}/commitments", response={200: list[CommitmentOut], **READ})
@paginate(Pages)
def list_commitments(request: HttpRequest, idea_id: Id) -> list[Commitment]:
    """Who does what by when. Empty for those to whom people are not named."""
    idea = idea_for(request, idea_id)
    board = board_for(request, idea.inquiry_id)
    return board.commitments(idea) if board.sees_people else []


@router.post("/ideas/{idea_id}/commitments", response={201: CommitmentOut, **WRITE})
def add_commitment(request: HttpRequest, idea_id: Id, asked: CommitmentIn) -> Status[Commitment]:
    """An action or a milestone, with who and by when."""
    idea = idea_for(request, idea_id)
    owner = _place(idea, asked.owner)
    return Status(201, services.add_commitment(by=request.user, idea=idea, **{**dict(asked), "owner": owner}))


@router.patch("/commitments/{pk}", response={200: CommitmentOut, **EDIT})
def change_commitment(request: HttpRequest, pk: Id, asked: CommitmentChangeIn) -> Commitment:
    row = found(request, Commitment, pk)
    words = asked.over(row, "what", "kind", "by_when")
    owner = _place(row.idea, asked.owner) if "owner" in asked.model_fields_set else row.owner
    return services.change_commitment(by=request.user, commitment=row, version=asked.version, owner=owner, **words)


@router.post("/commitments/{pk}/done", response={200: CommitmentOut, **WRITE})
def mark_commitment_done(request: HttpRequest, pk: Id, asked: DoneIn) -> Commitment:
    """Done today, or open again."""
    return services.mark_done(by=request.user, commitment=found(request, Commitment, pk), done=asked.done)


@router.post("/commitments/{pk}/set-aside", response={200: CommitmentOut, **WRITE})
def set_commitment_aside(request: HttpRequest, pk: Id, asked: AsideIn) -> Commitment:
    """Out of sight, never gone."""
    return theory.set_aside(by=request.user, thing=found(request, Commitment, pk), reason=asked.reason)


@router.post("/commitments/{pk}/restore", response={200: CommitmentOut, **WRITE})
def restore_commitment(request: HttpRequest, pk: Id, asked: ReasonIn) -> Commitment:
    """Bring it back."""
    return theory.restore(by=request.user, thing=found(request, Commitment, pk), reason=asked.reason)


def _place(idea: Part, pk: int | None) -> Membership | None:
    """Raises NotFound for a place in another team."""
    if pk is None:
        return None
    place = Membership.objects.filter(team=idea.inquiry.owner_team_id, pk=pk).first()
    if place is None:
        raise NotFound
    return place


@router.put("/inquiries/{inquiry_id}/idea-limit", response={200: LimitOut, **EDIT})
def set_work_limit(request: HttpRequest, inquiry_id: Id, asked: LimitIn) -> Any:
    """How many change ideas the team wants in work at one time."""
    team = found(request, Inquiry, inquiry_id).owner_team
    return services.set_work_limit(by=request.user, team=team, **dict(asked))
