"""Actions and milestones of an idea, each with who and by when (S1 R-18)."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.choosing.models import Commitment, CommitmentKind
from aimwell.contexts.theory.choosing.services.facts import require_idea
from aimwell.contexts.theory.models import Part
from aimwell.domain.errors import NotFound, Refused


@transaction.atomic
def add_commitment(
    *,
    by: User,
    idea: Part,
    what: str,
    kind: str = CommitmentKind.ACTION,
    owner: Membership | None = None,
    by_when: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Commitment:
    """`owner`: a place in the team, with or without a login. Raises Refused, NotFound for a place elsewhere."""
    require_idea(idea)
    _check(idea, kind, owner)
    facts = {"what": what.strip(), "kind": kind, "owner": owner, "by_when": by_when}
    return create_content(by=by, model=Commitment, key=key, idea=idea, **facts)


def change_commitment(
    *,
    by: User,
    commitment: Commitment,
    version: int | None,
    what: str,
    kind: str,
    owner: Membership | None,
    by_when: datetime.date | None,
) -> Commitment:
    """Raises StaleEdit with both texts when somebody else saved first."""
    _check(commitment.idea, kind, owner)
    facts = {"what": what.strip(), "kind": kind, "owner": owner, "by_when": by_when}
    return change_content(by=by, obj=commitment, version=version, **facts)


def mark_done(*, by: User, commitment: Commitment, done: bool = True) -> Commitment:
    """Done today, or open again."""
    if done and commitment.done_on is not None:
        return commitment
    day = timezone.localdate() if done else None
    verb = "done" if done else "reopened"
    return change_content(by=by, obj=commitment, version=None, verb=verb, done_on=day)


def _check(idea: Part, kind: str, owner: Membership | None) -> None:
    if kind not in CommitmentKind.values:
        raise Refused("unknown_choice", value=kind)
    if owner is not None and owner.team_id != owner_of(idea)[0].pk:
        raise NotFound
