"""From a felt problem to one that is checked: three parts, evidence, and the voices of those it touches."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Cause, Evidence, EvidenceKind, Inquiry, Perspective
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import hold
from aimwell.domain.errors import Refused

STEPS = ("problem", "causes", "aim", "drivers")


@transaction.atomic
def start_inquiry(
    *, by: User, team: Team, problem: str = "", for_whom: str = "", how_known: str = "", key: uuid.UUID | None = None
) -> Inquiry:
    """One improvement effort. It may start from a single sentence, or from nothing."""
    parts = {"problem": problem.strip(), "for_whom": for_whom.strip(), "how_known": how_known.strip()}
    return create_content(by=by, model=Inquiry, key=key, owner_team=team, **parts)


def change_problem(
    *, by: User, inquiry: Inquiry, version: int | None, problem: str, for_whom: str, how_known: str
) -> Inquiry:
    """Raises StaleEdit with both texts when somebody else saved first."""
    parts = {"problem": problem.strip(), "for_whom": for_whom.strip(), "how_known": how_known.strip()}
    return change_content(by=by, obj=inquiry, version=version, **parts)


@transaction.atomic
def skip_step(*, by: User, inquiry: Inquiry, step: str, reason: str) -> Inquiry:
    """Go on without a step. No gate blocks; the one sentence that says why is kept. Raises Refused without it."""
    if step not in STEPS:
        raise Refused("unknown_choice", value=step)
    if not reason.strip():
        raise Refused("reason_needed")
    hold(scope_id=inquiry.owner_team_id)
    kept = Inquiry.objects.select_for_update().get(pk=inquiry.pk).skipped
    return change_content(
        by=by, obj=inquiry, version=None, verb="went_on", reason=reason.strip(), skipped={**kept, step: reason.strip()}
    )


@transaction.atomic
def add_evidence(
    *,
    by: User,
    inquiry: Inquiry,
    text: str,
    kind: str = EvidenceKind.OBSERVATION,
    source: str = "",
    cause: Cause | None = None,
    key: uuid.UUID | None = None,
) -> Evidence:
    """Something counted, seen, heard or read; `cause` where it speaks to one cause (S1 R-15)."""
    require_same_inquiry(inquiry, cause)
    facts = {"text": text.strip(), "kind": kind, "source": source.strip(), "cause": cause}
    return create_content(by=by, model=Evidence, key=key, inquiry=inquiry, **facts)


def change_evidence(
    *, by: User, evidence: Evidence, version: int | None, text: str, kind: str, source: str, cause: Cause | None = None
) -> Evidence:
    require_same_inquiry(evidence.inquiry, cause)
    facts = {"text": text.strip(), "kind": kind, "source": source.strip(), "cause": cause}
    return change_content(by=by, obj=evidence, version=version, **facts)


def add_perspective(*, by: User, inquiry: Inquiry, role: str, text: str, key: uuid.UUID | None = None) -> Perspective:
    """What somebody who lives with the problem says, under a role and never a name."""
    return create_content(by=by, model=Perspective, key=key, inquiry=inquiry, role=role.strip(), text=text.strip())


def change_perspective(*, by: User, perspective: Perspective, version: int | None, role: str, text: str) -> Perspective:
    return change_content(by=by, obj=perspective, version=version, role=role.strip(), text=text.strip())
