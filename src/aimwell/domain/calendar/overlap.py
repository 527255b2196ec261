"""In which weeks several schools have room at once (S0 R-56, L127): counted, never named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FEWEST = 3
"""With fewer schools a count says whose weeks they are."""
SCHOOL_DAYS = 5
MOST_BEST = 3


class Room(StrEnum):
    """What days, and then a whole week, are for one school."""

    MORE = "more"
    LITTLE = "little"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Marked:
    """Days of one kind, both ends included."""

    room: Room
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Week:
    """How many of `schools` have more room, little room, or no school that week; the rest said nothing of it."""

    starts: date
    schools: int
    more: int
    little: int
    closed: int

    @property
    def ends(self) -> date:
        """Friday."""
        return self.starts + timedelta(days=SCHOOL_DAYS - 1)

    @property
    def everyone(self) -> bool:
        return self.more == self.schools > 0


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def room_in(starts: date, marks: Iterable[Marked]) -> Room | None:
    """The week of one school. Little room on one day is little room; without school is a week without any day of it."""
    days = [starts + timedelta(days=n) for n in range(SCHOOL_DAYS)]
    found = [{mark.room for mark in marks if mark.first <= day <= mark.last} for day in days]
    if all(Room.CLOSED in day for day in found):
        return Room.CLOSED
    held = set().union(*found)
    if held & {Room.LITTLE, Room.CLOSED}:
        return Room.LITTLE
    return Room.MORE if Room.MORE in held else None


def overlap(first: date, weeks: int, schools: Mapping[int, Sequence[Marked]]) -> tuple[Week, ...]:
    """Week by week from the Monday of `first` on."""
    return tuple(_week(monday(first) + timedelta(weeks=n), schools) for n in range(weeks))


def _week(starts: date, schools: Mapping[int, Sequence[Marked]]) -> Week:
    by = Counter(room_in(starts, marks) for marks in schools.values())
    return Week(starts, len(schools), by[Room.MORE], by[Room.LITTLE], by[Room.CLOSED])


def best(weeks: Iterable[Week]) -> tuple[Week, ...]:
    """Where most schools have more room and fewest have little or none, soonest first; at most three."""
    good = [week for week in weeks if week.more]
    if not good:
        return ()
    top = max(week.more for week in good)
    least = min(week.little + week.closed for week in good if week.more == top)
    return tuple(week for week in good if (week.more, week.little + week.closed) == (top, least))[:MOST_BEST]
