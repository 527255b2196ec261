"""Where teams stand: taking part or away, how long it has been quiet, whether somebody leads. One query."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.people.models import Membership, TeamRole
from aimwell.contexts.people.queries import INSIDE, Reader
from aimwell.contexts.reports.participation.models import HubConsent
from aimwell.core.history.models import Event
from aimwell.domain.rhythm.gaps import Helper, Quiet, long_gaps

AWAY = (Taking.INVITED, Taking.PAUSED, Taking.LEFT)
SILENT = ("paused", "left_for_now", "resumed", "resume_taken_back", "hub_told", "hub_not_told", "left", "handed_on")
"""What a team does about taking part and about its places is no work on its theory, measures or cycles."""


@dataclass(frozen=True, slots=True)
class Departed:
    """The last person who left the team and has no place in it any more."""

    pk: int
    name: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class TeamState:
    """`since`: first day of the state, where it was ever changed. `leads`: the reader holds the place of lead.

    `no_lead_since`: since when nobody does.
    """

    team: Team
    taking: Taking
    since: datetime.date | None
    reason: str
    expected_return: datetime.date | None
    quiet: Quiet
    leads: bool
    no_lead_since: datetime.date | None
    departed: Departed | None

    @property
    def away(self) -> bool:
        return self.taking in AWAY

    def hears(self, helper: Helper, today: datetime.date) -> bool:
        return helper in self.quiet.hears(today)

    def quiet_days(self, today: datetime.date) -> int:
        return self.quiet.days(today)


def state_of(user: Reader, team: Team) -> TeamState:
    return states(user, Team.objects.filter(pk=team.pk))[0]


def long_gaps_of(team: Team, today: datetime.date) -> int:
    """How often nothing happened for 180 days or more, days away included. For the team's own eyes."""
    days = Event.objects.filter(scope_id=team.pk).exclude(verb__in=SILENT).datetimes("at", "day")
    began = timezone.localdate(team.created_at)
    return long_gaps(began=began, active=[moment.date() for moment in days], today=today)


def states(user: Reader, teams: QuerySet[Team]) -> list[TeamState]:
    """Each team with its state, in the order of `teams`."""
    leads = Exists(_places(role=TeamRole.LEAD).filter(ended=None, user=user.pk))
    found = teams.annotate(
        **_participation(),
        **_leads(),
        **_departures(),
        leads=leads,
        last=Subquery(_work().values("at")[:1]),
        hub_agreed=Exists(HubConsent.objects.filter(team=OuterRef("pk"), ended=None)),
    )
    return [_state(row) for row in found]


def _places(**more: Any) -> QuerySet[Membership]:
    return Membership.objects.filter(team=OuterRef("pk"), **more)


def _work() -> QuerySet[Event]:
    return Event.objects.filter(scope_id=OuterRef("pk")).exclude(verb__in=SILENT).order_by("-at")


def _participation() -> dict[str, Any]:
    rows = Participation.objects.filter(team=OuterRef("pk"))
    now = rows.filter(ended=None).order_by()
    back = rows.filter(state__in=AWAY, ended__isnull=False).order_by("-ended").values("ended")[:1]
    told = {name: Subquery(now.values(name)[:1]) for name in ("state", "started", "reason", "expected_return")}
    return {f"taking_{name}": value for name, value in told.items()} | {"back": Subquery(back)}


def _leads() -> dict[str, Any]:
    leads = _places(role=TeamRole.LEAD)
    last = leads.exclude(ended=None).order_by("-ended").values("ended")[:1]
    return {"has_lead": Exists(leads.filter(ended=None)), "lead_until": Subquery(last)}


def _departures() -> dict[str, Any]:
    still = Q(user=OuterRef("user")) | Q(user=None, name=OuterRef("name"))
    here = Membership.objects.filter(still, team=OuterRef("team"), ended=None)
    gone = _places(role__in=INSIDE).exclude(ended=None).filter(~Exists(here)).order_by("-ended", "-pk")
    return {f"gone_{name}": Subquery(gone.values(name)[:1]) for name in ("pk", "name", "ended")}


def _state(row: Any) -> TeamState:
    taking = Taking(row.taking_state or Taking.ACTIVE)
    made = timezone.localdate(row.created_at)
    last = timezone.localdate(row.last) if row.last else made
    return TeamState(
        team=row,
        taking=taking,
        since=row.taking_started,
        reason=row.taking_reason or "",
        expected_return=row.taking_expected_return,
        quiet=Quiet(last, back=row.back, away=taking in AWAY, hub_agreed=row.hub_agreed),
        leads=row.leads,
        no_lead_since=None if row.has_lead else row.lead_until or made,
        departed=Departed(row.gone_pk, row.gone_name, row.gone_ended) if row.gone_pk else None,
    )
