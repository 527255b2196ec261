"""When a digest goes out: on the day and at the hour its reader chose, never in quiet hours or on a weekend.

Staff feared "threatening emails and follow up" (S1 L732), and work spilled out of hours (S2 L471). So nothing here ever
moves a letter to an earlier moment, and what may not go now waits for a school day.

Moments are those of the clock on the wall; whoever calls knows the zone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

FRIDAY = 4
DAY = dt.timedelta(days=1)
WEEK = 7 * DAY


class Pace(StrEnum):
    NEVER = "never"
    WEEKLY = "weekly"
    DAILY = "daily"


def is_working_day(day: dt.date) -> bool:
    return day.weekday() <= FRIDAY


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begins` up to `ends`, over midnight where the end comes first. Both alike: no hour is quiet."""

    begins: dt.time
    ends: dt.time

    def hold(self, at: dt.time) -> bool:
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True)
class Rule:
    """What a person chose. `weekday` (Monday is 0) counts for a weekly digest."""

    pace: Pace
    weekday: int
    at: dt.time
    quiet: QuietHours

    def next_after(self, moment: dt.datetime) -> dt.datetime | None:
        """The next chosen moment; None for a person who wants none."""
        if self.pace is Pace.NEVER:
            return None
        day = moment.date()
        while not self._chosen(day) or dt.datetime.combine(day, self.at) <= moment:
            day += DAY
        return dt.datetime.combine(day, self.at)

    def _chosen(self, day: dt.date) -> bool:
        return is_working_day(day) and (self.pace is Pace.DAILY or day.weekday() == self.weekday)

    def may_go(self, moment: dt.datetime, *, day_off: bool) -> bool:
        """Whether a letter that is due may go at this moment. `day_off`: the calendar has no room for it."""
        if self.pace is Pace.NEVER or day_off or not is_working_day(moment.date()):
            return False
        return not self.quiet.hold(moment.time())

    def put_off(self, moment: dt.datetime) -> dt.datetime:
        """When to ask again after "not now": the chosen hour of the next working day."""
        day = moment.date()
        while not is_working_day(day) or dt.datetime.combine(day, self.at) <= moment:
            day += DAY
        return dt.datetime.combine(day, self.at)


def looks_ahead_to(pace: Pace, today: dt.date) -> dt.date:
    """The last day a digest speaks of: six days on, or the next working day."""
    return next_working_day(today) if pace is Pace.DAILY else today + WEEK - DAY


def next_working_day(day: dt.date) -> dt.date:
    day += DAY
    while not is_working_day(day):
        day += DAY
    return day


def looks_back_from(pace: Pace, now: dt.datetime, last: dt.datetime | None) -> dt.datetime:
    """Since when news count: the letter before, at most four weeks ago; for the first one, what its pace spans."""
    if last is not None:
        return max(last, now - 4 * WEEK)
    return now - (3 * DAY if pace is Pace.DAILY and now.weekday() == 0 else DAY if pace is Pace.DAILY else WEEK)
