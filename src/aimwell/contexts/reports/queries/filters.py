"""Which part of a history the reader asks for: who, what, from and until when. What cannot be meant is left out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Max
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.timezone import make_aware

from aimwell.contexts.reports.queries.verbs import kind_words
from aimwell.core.history.models import Event, EventQuerySet

MOST_PEOPLE = 300


@dataclass(frozen=True)
class Filters:
    """`what` is a kind of thing on a team's page and a subject on an organization's; `where` is for the latter."""

    who: int | None = None
    what: str = ""
    where: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Filters:
        who = asked.get("who", "")
        return cls(
            who=int(who) if who.isdecimal() and len(who) < 19 else None,
            what=asked.get("what", ""),
            where=asked.get("where", ""),
            since=_day(asked.get("since", "")),
            until=_day(asked.get("until", "")),
        )

    @property
    def query(self) -> str:
        """The same filters as the end of an address."""
        asked = {"who": self.who, "what": self.what, "where": self.where, "since": self.since, "until": self.until}
        return urlencode({name: value for name, value in asked.items() if value})

    def within(self, events: EventQuerySet) -> EventQuerySet:
        """`events` by the people and the days asked for; `what` and `where` belong to each page."""
        if self.who is not None:
            events = events.filter(actor_id=self.who)
        if self.since is not None:
            events = events.filter(at__gte=_start(self.since))
        if self.until is not None:
            events = events.filter(at__lt=_start(self.until) + datetime.timedelta(days=1))
        return events


def _day(text: str) -> datetime.date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day is not None and 1950 <= day.year <= 2149 else None


def _start(day: datetime.date) -> datetime.datetime:
    return make_aware(datetime.datetime.combine(day, datetime.time()))


def people_in(events: EventQuerySet) -> list[tuple[int, str]]:
    """Who did something in `events`: key and the name last used, by name."""
    rows = events.exclude(actor_id=None).order_by().values("actor_id").annotate(name=Max("actor_name"))
    return list(rows.order_by("name", "actor_id").values_list("actor_id", "name")[:MOST_PEOPLE])


def kinds_in(events: EventQuerySet) -> list[tuple[str, str]]:
    """The kinds of things `events` speak of: label and words, by words."""
    labels = events.order_by().values_list("target_type", flat=True).distinct()
    return sorted(((label, capfirst(kind_words(label))) for label in labels), key=lambda pair: pair[1])


@dataclass(frozen=True)
class Stretch:
    """One page of a long list: `older` is the event to go on from, `is_first` whether it starts at the newest."""

    events: list[Event]
    older: int | None
    is_first: bool


def stretch_of(events: EventQuerySet, after: int | None, size: int) -> Stretch:
    """`size` events, newest first, older than the event `after`. Pages stay put while new events come in."""
    last = events.filter(pk=after).values_list("at", flat=True).first() if after else None
    older = (events.filter(at__lt=last) | events.filter(at=last, pk__lt=after)) if last is not None else events
    found = list(older[: size + 1])
    return Stretch(found[:size], found[size - 1].pk if len(found) > size else None, last is None)
