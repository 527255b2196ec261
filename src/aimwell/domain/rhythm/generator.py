"""When a team meets: every meeting from a first to a last day, with closed days left out and named (S1 R-54)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.errors import Refused

HUDDLE, PDSA = "huddle", "pdsa"
ALTERNATE, HUDDLES = "alternate", "huddles"
LONGEST = 400
"""Days: a school year and some more."""
YEAR_IS_OVER = (6, 15)
"""Month and day by which most school years are over; a team may write another one."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The rule. `weekday`: Monday is 0. `first`: which kind begins, where the two take turns."""

    starts_on: date
    ends_on: date
    weekday: int
    pattern: str = ALTERNATE
    every: int = 1
    huddle_minutes: int = 15
    pdsa_minutes: int = 45
    first: str = HUDDLE


@dataclass(frozen=True, slots=True)
class Session:
    on: date
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day on which nobody meets, and what it is called."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Year:
    sessions: tuple[Session, ...]
    skipped: tuple[Skipped, ...]


def generate(beat: Beat, closures: Iterable[Closure] = (), *, taken: Mapping[date, str] | None = None) -> Year:
    """All meetings of the rhythm. The kinds take turns over the meetings that take place, so none is lost to a holiday.

    `taken`: days on which a meeting of this rhythm stands already, with its kind. Raises Refused: "rhythm_dates",
    "rhythm_too_long", "unknown_choice".
    """
    if beat.ends_on < beat.starts_on:
        raise Refused("rhythm_dates")
    if (beat.ends_on - beat.starts_on).days > LONGEST:
        raise Refused("rhythm_too_long")
    if not 0 <= beat.weekday <= 6 or beat.every < 1:
        raise Refused("unknown_choice", value=beat.weekday)
    closed, stand = tuple(closures), taken or {}
    sessions: list[Session] = []
    skipped: list[Skipped] = []
    turn = _begins(beat)
    for day in _days(beat):
        if day in stand:
            turn = _after(beat, stand[day])
        elif (closure := _closed(day, closed)) is not None:
            skipped.append(Skipped(day, closure.name))
        else:
            sessions.append(Session(day, turn, beat.huddle_minutes if turn == HUDDLE else beat.pdsa_minutes))
            turn = _after(beat, turn)
    return Year(tuple(sessions), tuple(skipped))


def _days(beat: Beat) -> Iterable[date]:
    day = beat.starts_on + timedelta(days=(beat.weekday - beat.starts_on.weekday()) % 7)
    while day <= beat.ends_on:
        yield day
        day += timedelta(weeks=beat.every)


def _closed(day: date, closures: Iterable[Closure]) -> Closure | None:
    return next((one for one in closures if one.start <= day <= one.end), None)


def _begins(beat: Beat) -> str:
    if beat.pattern == ALTERNATE:
        return beat.first
    return HUDDLE if beat.pattern == HUDDLES else PDSA


def _after(beat: Beat, kind: str) -> str:
    """Which kind follows one of this kind."""
    if beat.pattern != ALTERNATE:
        return _begins(beat)
    return PDSA if kind == HUDDLE else HUDDLE


def end_of_year(day: date) -> date:
    """The day by which the school year of `day` is over."""
    end = date(day.year, *YEAR_IS_OVER)
    return end if day <= end else date(day.year + 1, *YEAR_IS_OVER)
