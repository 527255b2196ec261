"""Decisions: what, who, by when; and what became of them."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings.models import AgendaItem, Decision, Meeting
from aimwell.contexts.meetings.services.people import cycle_of_the_team, needed, of_the_team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused


@transaction.atomic
def decide(
    *,
    by: User,
    meeting: Meeting,
    text: str,
    owner: User | None = None,
    owner_name: str = "",
    due_on: datetime.date | None = None,
    item: AgendaItem | None = None,
    cycle: Cycle | None = None,
    key: uuid.UUID | None = None,
) -> Decision:
    """One decision of a meeting. `owner_name` is for somebody without an account.

    Raises Refused("words_needed"), Refused("unknown_choice") for another team's person, item or cycle.
    """
    if item is not None and item.meeting_id != meeting.pk:
        raise Refused("unknown_choice", value=str(item))
    team = meeting.owner_team
    facts = {"owner": of_the_team(team, owner), "owner_name": "" if owner else owner_name.strip(), "due_on": due_on}
    about = {"item": item, "cycle": cycle_of_the_team(team, cycle or (item.cycle if item else None))}
    return create_content(by=by, model=Decision, key=key, meeting=meeting, text=needed(text), **facts, **about)


@transaction.atomic
def change_decision(*, by: User, decision: Decision, version: int | None, **changes: Any) -> Decision:
    """`text`, `owner`, `owner_name`, `due_on`. The day it was made never moves."""
    facts = {name: changes[name] for name in ("text", "owner", "owner_name", "due_on") if name in changes}
    if "text" in facts:
        facts["text"] = needed(facts["text"])
    if of_the_team(decision.meeting.owner_team, facts.get("owner")) is not None:
        facts["owner_name"] = ""
    return change_content(by=by, obj=decision, version=version, **facts)


def mark_done(*, by: User, decision: Decision, on: datetime.date | None = None) -> Decision:
    """It was carried out. A second call changes nothing."""
    if decision.done_on is not None:
        return decision
    return change_content(
        by=by, obj=decision, version=None, verb="done", done_on=on or timezone.localdate(), let_go=""
    )  # fmt: skip


def let_go(*, by: User, decision: Decision, reason: str) -> Decision:
    """The team no longer holds on to it. Raises Refused("reason_needed")."""
    if not reason.strip():
        raise Refused("reason_needed")
    return change_content(by=by, obj=decision, version=None, verb="let_go", done_on=None, let_go=reason.strip())


def reopen(*, by: User, decision: Decision) -> Decision:
    """It is open again, with its first date."""
    return change_content(by=by, obj=decision, version=None, verb="reopened", done_on=None, let_go="")
