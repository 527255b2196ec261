"""Preferences first, then consent, then the choice with who agreed (S1 R-40, R-41)."""

from __future__ import annotations

import secrets
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.choosing.models import Answer, Preference, Proposal, StandChoice
from aimwell.contexts.theory.choosing.services.facts import require_idea
from aimwell.contexts.theory.models import Part
from aimwell.core.history.services import edit, hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

LARGEST_KEY = 2**53 - 1
"""The largest number that every reader of JSON holds exactly."""


@transaction.atomic
def prefer_idea(*, by: User, idea: Part) -> Preference:
    """The one idea that `by` would try first; a later one takes its place."""
    require(by=by, permission=Permission.EDIT, obj=idea)
    require_idea(idea)
    team = owner_of(idea)[0]
    hold(scope_id=team.pk)
    kept, _new = Preference.objects.update_or_create(inquiry=idea.inquiry, user=by, defaults={"idea": idea})
    record(by=by, verb="preferred", target=idea.inquiry, scope_id=team.pk)
    return kept


@transaction.atomic
def propose_idea(*, by: User, idea: Part, key: uuid.UUID | None = None) -> Proposal:
    """Ask the team about one idea. A proposal that still waits for this idea is given back."""
    require_idea(idea)
    hold(scope_id=owner_of(idea)[0].pk)
    waiting = Proposal.objects.filter(idea=idea, chosen_at=None, ended_at=None).first()
    if waiting is not None:
        require(by=by, permission=Permission.EDIT, obj=waiting)
        return waiting
    return create_content(by=by, model=Proposal, key=key, verb="proposed", idea=idea)


@transaction.atomic
def answer_proposal(*, by: User, proposal: Proposal, stand: str, concern: str = "", named: bool = False) -> Answer:
    """How `by` stands to it; a later answer takes its place. `named`: put my name to it.

    The history tells that somebody answered, never what. Raises Refused: "unknown_choice", "concern_needed",
    "already_chosen".
    """
    require(by=by, permission=Permission.EDIT, obj=proposal)
    if stand not in StandChoice.values:
        raise Refused("unknown_choice", value=stand)
    troubled = stand == StandChoice.CONCERN
    if troubled and not concern.strip():
        raise Refused("concern_needed")
    team = owner_of(proposal)[0]
    hold(scope_id=team.pk)
    if Proposal.objects.get(pk=proposal.pk).chosen_at is not None:
        raise Refused("already_chosen")
    given: dict[str, Any] = {
        "stand": stand,
        "concern": concern.strip() if troubled else "",
        "named": named and not troubled,
    }
    before = Answer.objects.filter(proposal=proposal, user=by).first()
    if before is not None and before.concern != given["concern"]:
        given |= {"handled": "", "version": before.version + 1}
    kept, _new = Answer.objects.update_or_create(
        proposal=proposal, user=by, defaults=given, create_defaults={**given, "pk": _unordered()}
    )
    record(by=by, verb="answered", target=proposal, scope_id=team.pk)
    return kept


def _unordered() -> int:
    """A key that tells no order: the history tells who answered when, and a concern has no name beside it."""
    return secrets.randbelow(LARGEST_KEY) + 1


def handle_concern(*, by: User, answer: Answer, version: int | None, handled: str) -> Answer:
    """What the team does about a concern. Raises StaleEdit."""
    require(by=by, permission=Permission.EDIT, obj=answer.proposal)
    team = owner_of(answer.proposal)[0]
    return edit(
        by=by, obj=answer, version=version, changes={"handled": handled.strip()}, scope_id=team.pk, verb="handled"
    )


@transaction.atomic
def record_choice(*, by: User, proposal: Proposal, version: int | None, reason: str) -> Proposal:
    """The team chose this idea. Dissent stays beside it in the round.

    Raises Refused: "reason_needed", "concern_waits", "already_chosen".
    """
    require(by=by, permission=Permission.EDIT, obj=proposal)
    if not reason.strip():
        raise Refused("reason_needed")
    hold(scope_id=owner_of(proposal)[0].pk)
    stored = Proposal.objects.get(pk=proposal.pk)
    if stored.chosen_at is not None:
        raise Refused("already_chosen")
    if Answer.objects.filter(proposal=stored, stand=StandChoice.CONCERN, handled="").exists():
        raise Refused("concern_waits")
    why = reason.strip()
    told = {"chosen_at": timezone.now(), "chosen_because": why}
    return change_content(by=by, obj=stored, version=version, verb="chosen", reason=why, **told)
