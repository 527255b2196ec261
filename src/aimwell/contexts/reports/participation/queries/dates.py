"""Which dates of open work wait for a team that comes back: those set before it went, for days after."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.reports.participation.queries.states import AWAY
from aimwell.core.history.models import Event

MOVED = "date_moved"
WAITING = (CycleState.DRAFT, CycleState.DOING)


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch away. `back`: the row that began when it ended; None while it lasts."""

    row: Participation
    back: Participation | None

    @property
    def days(self) -> int:
        return ((self.row.ended or timezone.localdate()) - self.row.started).days


@dataclass(frozen=True, slots=True)
class Moving:
    """A cycle whose day to look moves, from `before` to `after`."""

    cycle: Cycle
    before: datetime.date
    after: datetime.date


def last_away(team: Team) -> Away | None:
    """The stretch that lasts, or the one that the team has come back from; None for a team that never was away."""
    rows = list(Participation.objects.filter(team=team).order_by("-started", "-pk")[:2])
    if rows and rows[0].state in AWAY:
        return Away(rows[0], None)
    if len(rows) == 2 and rows[1].state in AWAY and rows[0].state == Taking.ACTIVE:
        return Away(rows[1], rows[0])
    return None


def moving(team: Team, away: Away) -> list[Moving]:
    """What can still move by the length of the stretch. A date that somebody chose meanwhile stays."""
    if away.days == 0 or away.row.state == Taking.INVITED:
        return []
    rows = Cycle.objects.filter(owner_team=team, ended_at=None, state__in=WAITING, look_on__gte=away.row.started)
    waiting = [cycle for cycle in rows.order_by("look_on", "pk") if _made(cycle) <= away.row.started]
    chosen = _chosen_since(away, [cycle.pk for cycle in waiting]) if waiting else set()
    length = datetime.timedelta(days=away.days)
    return [
        Moving(cycle, cycle.look_on, cycle.look_on + length)
        for cycle in waiting
        if cycle.look_on is not None and cycle.pk not in chosen
    ]


def _made(cycle: Cycle) -> datetime.date:
    return timezone.localdate(cycle.created_at)


def _chosen_since(away: Away, keys: list[int]) -> set[int]:
    """Those whose day somebody chose since then, and those that have moved already."""
    events = Event.objects.filter(target_type=Cycle._meta.label_lower, target_id__in=keys, before__has_key="look_on")
    since = events.exclude(verb=MOVED).filter(at__date__gt=away.row.started)
    done = {event.target_id for event in moved(away.back)} if away.back else set()
    return done | set(since.values_list("target_id", flat=True))


def moved(back: Participation) -> list[Event]:
    """The dates that moved when the team came back, as their history tells."""
    label = Participation._meta.label_lower
    return list(Event.objects.filter(cause_type=label, cause_id=back.pk, before__has_key="look_on").order_by("pk"))
