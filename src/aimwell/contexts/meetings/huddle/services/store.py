"""What every service of a running meeting does first."""

from __future__ import annotations

from aimwell.contexts.meetings.huddle.models import Clock
from aimwell.contexts.meetings.models import Meeting
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm.clock import Running


def clock_of(meeting: Meeting) -> Clock:
    """The clock, locked until the transaction ends. Raises Refused("not_begun")."""
    clock = Clock.objects.select_for_update().filter(meeting=meeting).first()
    if clock is None:
        raise Refused("not_begun")
    return clock


def still_open(meeting: Meeting) -> Meeting:
    """Raises Refused("meeting_ended") after the end."""
    if meeting.closed_at is not None or meeting.ended_at is not None:
        raise Refused("meeting_ended")
    return meeting


def keep(clock: Clock, now: Running) -> Clock:
    clock.item_id = now.part or None  # type: ignore[assignment]
    clock.item_began_at, clock.item_rested = now.part_began_at, now.part_rested
    clock.rested, clock.resting_since = now.rested, now.resting_since
    clock.save()
    return clock
