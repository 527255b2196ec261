"""Days of the calendar as a team or a place reads them, and what a disruption would move."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState, Pause
from aimwell.contexts.cycles.quick.queries import OPEN
from aimwell.contexts.meetings.models import Held, Meeting
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.orgs.models import CalendarSpan, Org, SpanKind, Team
from aimwell.contexts.orgs.queries import ancestors, spans_of_org, spans_over
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import may_in
from aimwell.contexts.people.queries import teams_of, visible_to
from aimwell.core.history.models import Event
from aimwell.domain.access.roles import Power
from aimwell.domain.calendar.windows import moved
from aimwell.domain.errors import NotFound

QUIET = (SpanKind.NO_SCHOOL, SpanKind.TESTING, SpanKind.LOW, SpanKind.DISRUPTION)
CLOSED = (SpanKind.NO_SCHOOL, SpanKind.TESTING, SpanKind.DISRUPTION)
BACK, AHEAD = datetime.timedelta(days=30), datetime.timedelta(days=400)
MOVED = "date_moved"
WAITING = (CycleState.DRAFT, CycleState.DOING)


@dataclass(frozen=True)
class Days:
    """`own` can be changed here; `inherited` come from the places above, which each says."""

    own: list[CalendarSpan]
    inherited: list[CalendarSpan]


def days_of_team(team: Team) -> Days:
    """One query: a month back, a year ahead."""
    today = timezone.localdate()
    rows = list(spans_over(team, today - BACK, today + AHEAD))
    return Days([row for row in rows if row.team_id == team.pk], [row for row in rows if row.team_id is None])


def days_of_org(org: Org) -> Days:
    today = timezone.localdate()
    rows = list(spans_of_org(org, today - BACK, today + AHEAD))
    return Days([row for row in rows if row.org_id == org.pk], [row for row in rows if row.org_id != org.pk])


def span_of(user: User, pk: int) -> CalendarSpan:
    """Days that `user` may change. Raises NotFound for all others."""
    row = CalendarSpan.objects.select_related("org", "team").filter(pk=pk).first()
    if row is None:
        raise NotFound
    mine = may_in(user, Power.WORDS, row.org) if row.org else teams_of(user).filter(pk=row.team_id).exists()
    if not mine:
        raise NotFound
    return row


def quiet_teams(teams: Iterable[Team], day: datetime.date) -> frozenset[int]:
    """Teams to which nobody sends a reminder that day: little room, testing, no school, a disruption (S0 R-56)."""
    asked = list(teams)
    paths = {path for team in asked if team.org for path in ancestors(team.org.path)}
    rows = CalendarSpan.objects.filter(
        Q(team__in=asked) | Q(org__path__in=paths), kind__in=QUIET, ended_at=None, starts_on__lte=day, ends_on__gte=day
    )
    held = list(rows.values_list("team_id", "org__path"))
    own, places = {team for team, _path in held}, {path for _team, path in held if path}
    return frozenset(
        team.pk for team in asked if team.pk in own or (team.org and not places.isdisjoint(ancestors(team.org.path)))
    )


@dataclass(frozen=True, slots=True)
class Move:
    """A cycle or a meeting with its day before and after."""

    thing: Cycle | Meeting
    before: datetime.date
    after: datetime.date


def moves_for(user: User, team: Team, starts_on: datetime.date, days: int, *, rest: bool = False) -> list[Move]:
    """What would move: looks of open cycles from that day on, unless they `rest`, and planned meetings on the days
    themselves."""
    last = starts_on + datetime.timedelta(days=days - 1)
    closed = list(spans_over(team, starts_on, last + AHEAD).filter(kind__in=CLOSED).values_list("starts_on", "ends_on"))
    closed.append((starts_on, last))
    cycles = visible_to(user, Cycle, team=team).filter(state__in=WAITING, practice=False, paused_on=None)
    meetings = visible_to(user, Meeting, team=team).filter(status=Held.PLANNED, on__range=(starts_on, last))
    cycles = cycles.filter(look_on__gte=starts_on).order_by("look_on", "pk")
    looks = [] if rest else [(cycle, cycle.look_on) for cycle in cycles if cycle.look_on]
    planned = [(meeting, meeting.on) for meeting in meetings.order_by("on", "pk")]
    return [Move(thing, day, moved(day, days, closed)) for thing, day in (*looks, *planned)]


def running_of(user: User, team: Team) -> list[Cycle]:
    """Open cycles that could rest."""
    rows = visible_to(user, Cycle, team=team).filter(state__in=OPEN, practice=False, paused_on=None)
    return list(rows.order_by("number", "pk"))


def pauses_for(disruption: Disruption) -> list[Pause]:
    """Rests that began with it and are not over."""
    rows = disruption.pauses.filter(resumed_on=None, ended_at=None, cycle__ended_at=None)
    return list(rows.select_related("cycle__owner_team").order_by("pk"))


def disruptions_of(user: User, team: Team) -> list[Disruption]:
    """With `resting`: how many cycles rest for it still. Two queries."""
    still = Q(pauses__resumed_on=None, pauses__ended_at=None, pauses__cycle__ended_at=None)
    rows = visible_to(user, Disruption, team=team).annotate(resting=Count("pauses", filter=still))
    return list(rows[:20])


def moved_for(disruption: Disruption) -> list[Event]:
    """What moved for it, as its history tells."""
    label = Disruption._meta.label_lower
    return list(Event.objects.filter(cause_type=label, cause_id=disruption.pk, verb=MOVED).order_by("pk"))
