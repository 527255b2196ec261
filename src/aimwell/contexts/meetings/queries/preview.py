"""What a rhythm would make or change, before anything is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from aimwell.contexts.meetings.models import Held, Meeting, MeetingKind, Pattern, Rhythm
from aimwell.contexts.meetings.queries.calendar import closures_of
from aimwell.contexts.orgs.models import Team
from aimwell.domain.rhythm.generator import Beat, Session, Skipped, generate

BEAT = ("starts_on", "ends_on", "weekday", "pattern", "every", "huddle_minutes", "pdsa_minutes")
OPEN = {"status": Held.PLANNED, "notes": "", "started_at": None, "closed_at": None, "ended_at": None}
"""Meetings that a change of the rhythm may move: planned ones without notes."""


@dataclass(frozen=True, slots=True)
class Move:
    """A planned meeting and where it goes."""

    meeting: Meeting
    to: Session

    @property
    def moves(self) -> bool:
        row = self.meeting
        return (row.on, row.kind, row.minutes) != (self.to.on, self.to.kind, self.to.minutes)


@dataclass(frozen=True, slots=True)
class Preview:
    """`kept`: later meetings that stay as they are, because somebody wrote notes or called them off."""

    moved: tuple[Move, ...]
    made: tuple[Session, ...]
    dropped: tuple[Meeting, ...]
    kept: tuple[Meeting, ...]
    skipped: tuple[Skipped, ...]

    @property
    def sessions(self) -> list[Session]:
        return sorted([*(move.to for move in self.moved), *self.made], key=lambda one: one.on)

    @property
    def stays(self) -> int:
        return sum(not move.moves for move in self.moved)

    @property
    def really_moved(self) -> list[Move]:
        return [move for move in self.moved if move.moves]


def preview_rhythm(team: Team, facts: dict[str, Any]) -> Preview:
    """All meetings of a new rhythm. Raises what `generate` raises."""
    beat = Beat(**{name: facts[name] for name in BEAT})
    year = generate(beat, closures_of(team, beat.starts_on, beat.ends_on))
    return Preview((), year.sessions, (), (), year.skipped)


def preview_change(rhythm: Rhythm, facts: dict[str, Any], *, today: datetime.date | None = None) -> Preview:
    """What changing `rhythm` to `facts` does from tomorrow on; earlier meetings and those with notes stay."""
    day = today or timezone.localdate()
    start = max(facts["starts_on"], day + datetime.timedelta(days=1))
    rows = Meeting.objects.filter(rhythm=rhythm, ended_at=None, on__gt=day).order_by("on", "pk")
    ahead = list(rows)
    free = [row for row in ahead if all(getattr(row, name) == value for name, value in OPEN.items())]
    kept = [row for row in ahead if row not in free]
    begin = {"starts_on": _in_step(facts, start), "first": _first(rhythm, day, free)}
    if facts["ends_on"] < begin["starts_on"]:  # no meeting is left, which is what ending early asks for
        return Preview((), (), tuple(free), tuple(kept), ())
    beat = Beat(**{**{name: facts[name] for name in BEAT}, **begin})
    year = generate(beat, closures_of(rhythm.owner_team, start, beat.ends_on), taken={row.on: row.kind for row in kept})
    pairs = tuple(Move(row, session) for row, session in zip(free, year.sessions, strict=False))
    return Preview(pairs, year.sessions[len(pairs) :], tuple(free[len(year.sessions) :]), tuple(kept), year.skipped)


def _in_step(facts: dict[str, Any], start: datetime.date) -> datetime.date:
    """The first day from `start` on that keeps the weeks in which the rhythm beats."""
    first: datetime.date = facts["starts_on"]
    first += datetime.timedelta(days=(facts["weekday"] - first.weekday()) % 7)
    step = 7 * facts["every"]
    behind = max(0, (start - first).days)
    return first + datetime.timedelta(days=-(-behind // step) * step)


def _first(rhythm: Rhythm, day: datetime.date, free: list[Meeting]) -> str:
    """Which kind comes next: that of the first meeting that may move, else the turn after the last one."""
    if free and rhythm.pattern == Pattern.ALTERNATE:
        return free[0].kind
    last = Meeting.objects.filter(rhythm=rhythm, ended_at=None, on__lte=day).order_by("-on").first()
    return MeetingKind.PDSA if last is not None and last.kind == MeetingKind.HUDDLE else MeetingKind.HUDDLE
