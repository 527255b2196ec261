"""The clock of a meeting that runs: what is left of this part and of all, for everyone who looks.

Nothing ticks here. What is left follows from stored times alone, so that every screen says the same, and a phone that
slept is right when it wakes (mockup 06).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

NONE = dt.timedelta(0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the meeting, as planned."""

    key: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Running:
    """Where a meeting is. `rested` is the time of all pauses so far, `part_rested` of those in this part."""

    began_at: dt.datetime
    part: int
    part_began_at: dt.datetime
    rested: dt.timedelta = NONE
    part_rested: dt.timedelta = NONE
    resting_since: dt.datetime | None = None

    def now(self, at: dt.datetime) -> dt.datetime:
        """The moment the clock stands at: while the meeting rests, the moment it was paused."""
        return at if self.resting_since is None else min(at, self.resting_since)


@dataclass(frozen=True, slots=True)
class Bar:
    """One part in the bar of parts; `share` of it is over, from 0 to 1."""

    key: int
    minutes: int
    share: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says, in seconds. Below zero: this part, or the whole, runs over."""

    left: int
    left_all: int
    number: int
    of: int
    bars: tuple[Bar, ...]

    @property
    def over(self) -> bool:
        return self.left < 0

    @property
    def over_all(self) -> bool:
        return self.left_all < 0


def rest(running: Running, at: dt.datetime) -> Running:
    """Pause. A second press changes nothing."""
    return running if running.resting_since is not None else replace(running, resting_since=at)


def go_on(running: Running, at: dt.datetime) -> Running:
    """Go on after a pause; the pause does not count as time of the meeting."""
    if running.resting_since is None:
        return running
    pause = max(NONE, at - running.resting_since)
    in_part = max(NONE, at - max(running.resting_since, running.part_began_at))
    return replace(
        running, resting_since=None, rested=running.rested + pause, part_rested=running.part_rested + in_part
    )


def move(running: Running, to: int, at: dt.datetime) -> Running:
    """Go to another part, which begins now with all its minutes. The same part again changes nothing."""
    if to == running.part:
        return running
    return replace(running, part=to, part_began_at=at, part_rested=NONE)


def reading(parts: Sequence[Part], running: Running, at: dt.datetime) -> Reading:
    """`parts` in the order of the agenda, at least one. A part that is no longer there counts as the first."""
    place = next((n for n, part in enumerate(parts) if part.key == running.part), 0)
    now = running.now(at)
    used = _used(now, running.part_began_at, running.part_rested)
    used_all = _used(now, running.began_at, running.rested)
    planned = parts[place].minutes * 60
    return Reading(
        left=planned - used,
        left_all=sum(part.minutes for part in parts) * 60 - used_all,
        number=place + 1,
        of=len(parts),
        bars=tuple(Bar(part.key, part.minutes, _share(n, place, used, planned)) for n, part in enumerate(parts)),
    )


def _used(now: dt.datetime, since: dt.datetime, rested: dt.timedelta) -> int:
    return int(max(NONE, now - since - rested).total_seconds())


def _share(n: int, place: int, used: int, planned: int) -> float:
    if n != place:
        return 1.0 if n < place else 0.0
    return min(1.0, used / planned) if planned else 1.0


def face(seconds: int) -> str:
    """ "3:24"; without a sign, since words say whether it is left or over."""
    minutes, rest_of_it = divmod(abs(seconds), 60)
    return f"{minutes}:{rest_of_it:02}"
