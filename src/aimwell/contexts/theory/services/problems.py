"""From a felt problem to one that is checked: three parts, evidence, and the voices of those it touches."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Cause, Evidence, EvidenceKind, Inquiry, Perspective, Scale, Subject
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.theory.path import KEYS, Kind

STEPS = (*KEYS[Kind.NINE], "check")


@transaction.atomic
def start_inquiry(
    *, by: User, team: Team, problem: str = "", for_whom: str = "", how_known: str = "", key: uuid.UUID | None = None
) -> Inquiry:
    """One improvement effort. It may start from a single sentence, or from nothing.

    The team's guiding principle goes on from the effort before (S4 R-6).
    """
    parts = {"problem": problem.strip(), "for_whom": for_whom.strip(), "how_known": how_known.strip()}
    before = visible_to(by, Inquiry, team=team).exclude(principle="").order_by("-id").first()
    principle = {"principle": before.principle} if before else {}
    return create_content(by=by, model=Inquiry, key=key, owner_team=team, **parts, **principle)


def change_problem(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None,
    problem: str,
    for_whom: str,
    how_known: str,
    subject: str | None = None,
) -> Inquiry:
    """`subject`: whom the sentence speaks of; None leaves it. Raises StaleEdit with both texts when somebody else
    saved first."""
    parts = {"problem": problem.strip(), "for_whom": for_whom.strip(), "how_known": how_known.strip()}
    if subject is not None:
        parts["subject"] = _known(subject, Subject.values)
    return change_content(by=by, obj=inquiry, version=version, **parts)


def reword_problem(*, by: User, inquiry: Inquiry, version: int | None, problem: str) -> Inquiry:
    """The problem said again, as something adults here do or set up. The earlier words stay (S4 R-5).

    Raises Refused("words_needed"), StaleEdit.
    """
    if not problem.strip():
        raise Refused("words_needed")
    words = {"problem": problem.strip(), "subject": Subject.SYSTEM}
    return change_content(by=by, obj=inquiry, version=version, verb="reworded", **words)


def describe_problem(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None,
    why: str = "",
    scale: str = "",
    areas: Iterable[str] = (),
    assets: str = "",
    principle: str = "",
) -> Inquiry:
    """What may stand beside a problem: why it matters, how far it reaches, its areas, strengths, a principle."""
    facts: dict[str, Any] = {
        "why": why.strip(),
        "scale": _known(scale, Scale.values),
        "areas": list(dict.fromkeys(area.strip()[:80] for area in areas if area.strip())),
        "assets": assets.strip(),
        "principle": principle.strip(),
    }
    return change_content(by=by, obj=inquiry, version=version, **facts)


def _known(value: str, values: Iterable[str]) -> str:
    if value and value not in values:
        raise Refused("unknown_choice", value=value)
    return value


@transaction.atomic
def skip_step(*, by: User, inquiry: Inquiry, step: str, reason: str) -> Inquiry:
    """Go on without a step. No gate blocks; the one sentence that says why is kept. Raises Refused without it."""
    if step not in STEPS:
        raise Refused("unknown_choice", value=step)
    if not reason.strip():
        raise Refused("reason_needed")
    require(by=by, permission=Permission.EDIT, obj=inquiry)
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


def add_perspective(
    *, by: User, inquiry: Inquiry, role: str, text: str, group: str = "", key: uuid.UUID | None = None
) -> Perspective:
    """What somebody who lives with the problem says, under a role and never a name."""
    facts = {"role": role.strip(), "text": text.strip(), "group": group}
    return create_content(by=by, model=Perspective, key=key, inquiry=inquiry, **facts)


def change_perspective(
    *, by: User, perspective: Perspective, version: int | None, role: str, text: str, group: str | None = None
) -> Perspective:
    """`group` None: whose voice it is stays as it was."""
    facts = {"role": role.strip(), "text": text.strip(), "group": perspective.group if group is None else group}
    return change_content(by=by, obj=perspective, version=version, **facts)
