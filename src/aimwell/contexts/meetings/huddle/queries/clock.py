"""The stored clock of a meeting as the rules read it."""

from __future__ import annotations

import datetime

from aimwell.contexts.meetings.huddle.models import Clock
from aimwell.domain.rhythm.clock import Running


def running(clock: Clock) -> Running:
    return Running(
        began_at=clock.began_at, part=clock.item_id or 0, part_began_at=clock.item_began_at, rested=clock.rested,
        part_rested=clock.item_rested, resting_since=clock.resting_since,
    )  # fmt: skip


def stands_at(clock: Clock | None, now: datetime.datetime) -> datetime.datetime:
    """The moment the clock stands at: in a pause, when it began."""
    return running(clock).now(now) if clock else now
