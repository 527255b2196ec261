"""What is known of one idea: where it comes from, who changes, for whom it is, how large it is tried."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.choosing.models import IdeaFacts, ScaleChoice
from aimwell.contexts.theory.choosing.queries.trace import gap_of_idea, notice_of
from aimwell.contexts.theory.models import Cause, Inquiry, Part, PartKind
from aimwell.contexts.theory.services import add_part
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.scale import Scale, asks_for_evidence
from aimwell.domain.theory.trace_notice import Who

OPTION = ("offered", "source", "how_to", "needs", "builds_on")
WHO = tuple(str(who) for who in Who)
KIDS = ("helps", "left_out", "fees", "access")
LARGE = ("indicator", "predicted", "amount", "by_when")
FIELDS = (*OPTION, *WHO, *KIDS, *LARGE)


@transaction.atomic
def offer_idea(
    *,
    by: User,
    inquiry: Inquiry,
    text: str,
    parent: Part | None = None,
    causes: list[Cause] | None = None,
    key: uuid.UUID | None = None,
    **option: Any,
) -> Part:
    """A new change idea on the driver diagram, with where it comes from and how it is done."""
    parents = [parent] if parent is not None else []
    idea = add_part(
        by=by, inquiry=inquiry, kind=PartKind.IDEA, text=text, parents=parents, causes=causes or [], key=key
    )
    if any(option.values()) and not IdeaFacts.objects.filter(idea=idea).exists():
        change_facts(by=by, idea=idea, version=None, **option)
    return idea


@transaction.atomic
def change_facts(*, by: User, idea: Part, version: int | None, **facts: Any) -> IdeaFacts:
    """What is not sent stays as it is. `version` is 0 while nothing is known of the idea yet. Raises StaleEdit."""
    indicator: Measure | None = facts.get("indicator")
    if indicator is not None and indicator.owner_team_id != owner_of(idea)[0].pk:
        raise NotFound
    sent = {name: _clean(facts[name]) for name in FIELDS if name in facts}
    return _write(by=by, idea=idea, version=version, **sent)


@transaction.atomic
def set_scale(*, by: User, idea: Part, version: int | None, scale: str, evidence: str = "") -> IdeaFacts:
    """How large it is tried from now on. More than one step up at once needs a sentence on what shows it is ready.

    Raises Refused: "unknown_choice", "scale_evidence_needed".
    """
    if scale not in ScaleChoice.values:
        raise Refused("unknown_choice", value=scale)
    stored = IdeaFacts.objects.filter(idea=idea).first()
    old = Scale(stored.scale) if stored and stored.scale else None
    require(by=by, permission=Permission.EDIT, obj=idea)
    if asks_for_evidence(old, Scale(scale)) and not evidence.strip():
        raise Refused("scale_evidence_needed")
    said = evidence.strip()
    return _write(by=by, idea=idea, version=version, verb="scaled", reason=said, scale=scale, scale_evidence=said)


@transaction.atomic
def go_on(*, by: User, idea: Part, reason: str) -> IdeaFacts:
    """Go on with an idea although something is open between it and its causes. One sentence says why (S4 R-47).

    Raises Refused("reason_needed"). It holds for what is open now; what opens later asks again.
    """
    if not reason.strip():
        raise Refused("reason_needed")
    gap = gap_of_idea(idea)
    why = reason.strip()
    told = {"went_on_because": why, "went_on_for": str(gap or "")}
    return _write(by=by, idea=idea, version=None, verb="kept_going", reason=why, **told)


@transaction.atomic
def go_on_with(*, by: User, idea: Part | None, reason: str) -> None:
    """Before Do starts: what is open between the idea and its causes needs one sentence, unless it has one already.

    Raises Refused("idea_open_point").
    """
    notice = notice_of(idea) if idea is not None else None
    if idea is None or notice is None or notice.reason:
        return
    if not reason.strip():
        raise Refused("idea_open_point")
    go_on(by=by, idea=idea, reason=reason)


def facts_or_none(idea: Part) -> IdeaFacts | None:
    return IdeaFacts.objects.filter(idea=idea).first()


def require_idea(idea: Part) -> None:
    if idea.kind != PartKind.IDEA:
        raise Refused("not_an_idea")


def _write(
    *, by: User, idea: Part, version: int | None, verb: str = "changed", reason: str = "", **changes: Any
) -> IdeaFacts:
    require(by=by, permission=Permission.EDIT, obj=idea)
    require_idea(idea)
    hold(scope_id=owner_of(idea)[0].pk)
    stored = facts_or_none(idea)
    if stored is None:
        stored = create_content(by=by, model=IdeaFacts, idea=idea)
        version = None
    return change_content(by=by, obj=stored, version=version, verb=verb, reason=reason, **changes)


def _clean(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value
