"""Begin, go from part to part, pause. Nothing here ends a part: people do."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.queries import open_cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle.models import Clock
from aimwell.contexts.meetings.huddle.queries.clock import running
from aimwell.contexts.meetings.huddle.services.silence import open_silence, shift_rounds
from aimwell.contexts.meetings.huddle.services.store import clock_of, keep, still_open
from aimwell.contexts.meetings.models import AgendaItem, Meeting, Purpose
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm import clock as rules

QUIET_FIRST = (Purpose.SURPRISE, Purpose.DECIDE)


@transaction.atomic
def begin(*, by: User, meeting: Meeting) -> Clock:
    """Start the meeting and its clock; a second call changes nothing.

    Without a cycle of its own the meeting is about the one that needs the team first: its notes go there (S1 R-55).
    """
    stored = still_open(held(by=by, obj=meeting))
    if (clock := Clock.objects.filter(meeting=stored).first()) is not None:
        return clock
    stored = _about(by, meetings.start_meeting(by=by, meeting=stored))
    first = stored.items.filter(ended_at=None).order_by("position", "pk").first()
    now = timezone.now()
    made = Clock.objects.create(meeting=stored, item=first, began_at=now, item_began_at=now)
    _quiet_first(by, stored, first)
    return made


def _about(by: User, meeting: Meeting) -> Meeting:
    found = open_cycle(by, meeting.owner_team) if meeting.cycle_id is None else None
    if found is None:
        return meeting
    return change_content(by=by, obj=meeting, version=None, cycle=found.cycle)


def _quiet_first(by: User, meeting: Meeting, item: AgendaItem | None) -> None:
    """Before people talk about what they think, each writes it down."""
    if item is not None and item.purpose in QUIET_FIRST and not item.silences.filter(ended_at=None).exists():
        open_silence(by=by, meeting=meeting, item=item)


@transaction.atomic
def go_to(*, by: User, meeting: Meeting, item: AgendaItem) -> Clock:
    """Go to a part. It names where to, so that two people who press at once do not jump over one."""
    stored = still_open(held(by=by, obj=meeting))
    if item.meeting_id != stored.pk:
        raise NotFound
    clock = clock_of(stored)
    moved = keep(clock, rules.move(running(clock), item.pk, timezone.now()))
    _quiet_first(by, stored, item)
    return moved


@transaction.atomic
def rest(*, by: User, meeting: Meeting, resting: bool) -> Clock:
    """Pause, or go on. What is asked for is what is so: a second press changes nothing."""
    stored = still_open(held(by=by, obj=meeting))
    clock = clock_of(stored)
    before, now = running(clock), timezone.now()
    after = rules.rest(before, now) if resting else rules.go_on(before, now)
    shift_rounds(meeting=stored, by=after.rested - before.rested)
    return keep(clock, after)
