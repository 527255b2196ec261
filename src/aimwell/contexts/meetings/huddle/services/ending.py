"""The end: what was not reached goes over, the next date is set (S0 R-51)."""

from __future__ import annotations

import datetime

from django.db import transaction

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle.models import Clock
from aimwell.contexts.meetings.models import Held, Meeting, Purpose
from aimwell.contexts.people.models import User

GOES_OVER = (Purpose.DATA, Purpose.QUESTION, Purpose.OTHER)  # the others come up by themselves every time


@transaction.atomic
def end_meeting(
    *, by: User, meeting: Meeting, version: int | None, next_on: datetime.date | None = None, without_next: str = "",
    status: str = Held.HELD, why: str = "",
) -> Meeting:  # fmt: skip
    """Close the meeting. A second call changes nothing.

    Raises Refused: next_date_needed where neither a next date nor one sentence is given, next_before_this; StaleEdit.
    """
    stored = held(by=by, obj=meeting)
    if stored.closed_at is not None:
        return stored
    clock = Clock.objects.filter(meeting=stored).select_related("item").first()
    if clock is not None and clock.item is not None:
        later = stored.items.filter(ended_at=None, position__gt=clock.item.position, purpose__in=GOES_OVER)
        for item in later.filter(decisions=None):
            meetings.mark_not_reached(by=by, item=item)
    return meetings.close_meeting(
        by=by, meeting=stored, version=version, next_on=next_on, without_next=without_next, status=status, why=why
    )
