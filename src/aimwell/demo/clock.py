"""The demo's calendar. Its story is written down with the dates of one school year and moved by whole weeks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from django.utils import timezone

STORY_TODAY = dt.date(2027, 2, 9)
_DAY = re.compile(r"\{(\d\d-\d\d)\}")

_SEASONS = {
    **dict.fromkeys((3, 4), "Spring break"),
    **dict.fromkeys((6, 7, 8), "Summer break"),
    **dict.fromkeys((9, 10, 11), "Fall break"),
}


@contextmanager
def as_if(moment: dt.datetime) -> Iterator[None]:
    """Run the services as if it were `moment`, so that a made-up past has the dates it would have had.

    For the demo only: histories, locks and entries take their dates from the clock, which is what makes them
    trustworthy for real teams. No service has a parameter to set them, and none should.
    """
    real = timezone.now
    setattr(timezone, "now", lambda: moment)  # noqa: B010  (said aloud: this replaces the clock)
    try:
        yield
    finally:
        setattr(timezone, "now", real)  # noqa: B010


@dataclass(frozen=True)
class Calendar:
    """Story dates as dates of the reader's year. `now` is the last moment anything may have happened."""

    today: dt.date
    now: dt.datetime

    @classmethod
    def of(cls, today: dt.date) -> Calendar:
        real = timezone.now()
        if today == timezone.localdate():
            return cls(today, real)
        return cls(today, _aware(today, "09:00"))

    def day(self, story: dt.date) -> dt.date:
        return story + (_monday(self.today) - _monday(STORY_TODAY))

    def told(self, thing: Any) -> Any:
        """`thing` with the days in its words moved along: "{09-14}" becomes that day, such as "Sep 14"."""
        if isinstance(thing, str):
            return _DAY.sub(lambda found: self._said(found.group(1)), thing)
        if isinstance(thing, tuple):
            return tuple(map(self.told, thing))
        if is_dataclass(thing) and not isinstance(thing, type):
            return replace(thing, **{field.name: self.told(getattr(thing, field.name)) for field in fields(thing)})
        return thing

    def _said(self, story: str) -> str:
        month, day = map(int, story.split("-"))
        moved = self.day(dt.date(2026 if month > 6 else 2027, month, day))
        return f"{moved:%b} {moved.day}"

    def at(self, story: dt.date, clock: str = "15:30") -> dt.datetime:
        return min(_aware(self.day(story), clock), self.now)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _aware(day: dt.date, clock: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.fromisoformat(clock)))


def break_name(starts: dt.date, ends: dt.date) -> str:
    """What a school closed on these days would call it: the story's weeks fall elsewhere in another month."""
    days = [starts + dt.timedelta(days=n) for n in range((ends - starts).days + 1)]
    if any(day.month == 11 and day.weekday() == 3 and 22 <= day.day <= 28 for day in days):
        return "Thanksgiving"
    if any((day.month, day.day) in {(12, 25), (1, 1)} for day in days):
        return "Winter break"
    return _SEASONS.get(starts.month, "Break")
