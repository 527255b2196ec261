"""When the schools of a network have room: counts of places, from their calendars and those above them (S0 R-56).

What a team marks for itself is not read: its days and their reasons are its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from aimwell.contexts.networks.queries.standing import Look
from aimwell.contexts.orgs.models import CalendarSpan, Org, OrgKind, SpanKind
from aimwell.contexts.orgs.queries import ancestors, under_any
from aimwell.domain.calendar.overlap import FEWEST, Marked, Room, Week, best, monday, overlap

WEEKS = 20
ROOM = {
    SpanKind.HIGH: Room.MORE,
    SpanKind.LOW: Room.LITTLE,
    SpanKind.TESTING: Room.LITTLE,
    SpanKind.DISRUPTION: Room.LITTLE,
    SpanKind.NO_SCHOOL: Room.CLOSED,
}


@dataclass(frozen=True)
class NetworkWeeks:
    """`marked`: how many of `schools` have days in their calendar, their own or from above. Empty where too few."""

    starts: datetime.date
    schools: int
    marked: int
    weeks: tuple[Week, ...]

    @property
    def too_few(self) -> bool:
        return self.schools < FEWEST

    @cached_property
    def best(self) -> tuple[Week, ...]:
        return best(self.weeks)

    @property
    def unlike(self) -> tuple[Week, ...]:
        """Weeks of which some school said something."""
        return tuple(week for week in self.weeks if week.more or week.little or week.closed)

    @property
    def last(self) -> datetime.date:
        return self.weeks[-1].ends

    @property
    def later(self) -> datetime.date:
        return self.starts + datetime.timedelta(weeks=WEEKS)


def weeks_of(look: Look, day: datetime.date) -> NetworkWeeks:
    """Twenty weeks from the one of `day` on. Two queries, whatever the number of schools."""
    starts, places = monday(day), _places(look)
    if len(places) < FEWEST:
        return NetworkWeeks(starts, len(places), 0, ())
    marks = _marks(look, places, starts, starts + datetime.timedelta(weeks=WEEKS))
    return NetworkWeeks(starts, len(places), sum(map(bool, marks.values())), overlap(starts, WEEKS, marks))


def _places(look: Look) -> Sequence[Org]:
    """Schools of the members; a member without any school counts as one place."""
    tops = [org.path for org in look.members]
    schools = list(Org.objects.filter(under_any(tops), kind=OrgKind.SCHOOL).order_by("path"))
    filled = {path for school in schools for path in ancestors(school.path)}
    return [*schools, *(org for org in look.members if org.path not in filled)]


def _marks(
    look: Look, places: Sequence[Org], first: datetime.date, last: datetime.date
) -> dict[int, tuple[Marked, ...]]:
    """By place: the days of its calendar and of those above it."""
    tops = [org.path for org in look.members]
    whose = under_any(tops, "org__path") | Q(org__path__in={path for top in tops for path in ancestors(top)})
    rows = CalendarSpan.objects.filter(whose, ended_at=None, starts_on__lte=last, ends_on__gte=first).order_by()
    days: dict[str, list[Marked]] = {}
    for path, kind, starts_on, ends_on in rows.values_list("org__path", "kind", "starts_on", "ends_on"):
        days.setdefault(path, []).append(Marked(ROOM[SpanKind(kind)], starts_on, ends_on))
    return {org.pk: tuple(one for path in ancestors(org.path) for one in days.get(path, ())) for org in places}
