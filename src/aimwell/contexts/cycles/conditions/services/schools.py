"""A practice that somebody saw in a school and that no cycle records (S1 R-49)."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.conditions.models import SeenPractice
from aimwell.contexts.cycles.conditions.queries.schools import may_note
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find_look
from aimwell.contexts.people.services import store_once
from aimwell.core.history.services import edit, record
from aimwell.domain.errors import NotAllowed, Refused


def _require(*, by: User, org: Org) -> None:
    if not may_note(find_look(by, org.pk)):
        raise NotAllowed


@transaction.atomic
def note_seen(
    *, by: User, org: Org, text: str, seen_on: datetime.date | None = None, key: uuid.UUID | None = None
) -> SeenPractice:
    """One line on what was seen in use, with the day. Whoever looks after the school writes it."""
    _require(by=by, org=org)
    day = seen_on or timezone.localdate()
    if not text.strip():
        raise Refused("words_needed")
    if day > timezone.localdate():
        raise Refused("future_date", value=day.isoformat())
    fields = {"org": org, "text": text.strip(), "seen_on": day}
    note, made = store_once(by=by, model=SeenPractice, key=key, fields=fields)
    if made:
        record(by=by, verb="created", target=note, scope_id=None, after=fields)
    return note


@transaction.atomic
def take_note_back(*, by: User, note: SeenPractice) -> SeenPractice:
    """Only whoever wrote it takes it back."""
    _require(by=by, org=note.org)
    if note.created_by_id != by.pk:
        raise NotAllowed
    now = timezone.now()
    return edit(by=by, obj=note, version=None, changes={"ended_at": now}, scope_id=None, verb="set_aside")
