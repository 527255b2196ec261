"""The ladder of one piece of work: who stands on each rung, and since when it has been open."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.timezone import localdate

from aimwell.contexts.orgs.models import NetworkOrg, OrgKind, Team
from aimwell.contexts.orgs.queries import ancestors, under_any
from aimwell.contexts.people.models import Membership, OrgRole, TeamContent, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, coaches_of, members_of
from aimwell.contexts.reports.sharing.queries.naming import unnamed
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Relation, Rung
from aimwell.domain.access.roles import reads_as
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.sharing import TABLE


@dataclass(frozen=True)
class Step:
    """One rung. `open`: read from here now. `chosen`: the one that is looked at."""

    rung: Rung
    name: str
    who: str
    since: datetime.date | None
    open: bool
    chosen: bool
    lang: str

    @property
    def under(self) -> str:
        """ "27 colleagues at Lantern Hill; since January 29"."""
        if self.since is None:
            return self.who
        return TABLE.say("since", self.lang, who=self.who, day=long_date(self.since, self.lang))


def ladder_of(obj: TeamContent, *, to: Rung, lang: str) -> list[Step]:
    """From the team up to everyone."""
    now, since, who = Rung(obj.rung), open_since(obj), who_of(obj.owner_team, lang)
    return [
        Step(rung, TABLE.say(f"rung.{rung.key}", lang), who[rung], since.get(rung), rung <= now, rung == to, lang)
        for rung in Rung
    ]


def open_since(obj: TeamContent) -> dict[Rung, datetime.date]:
    """For each rung that is open now and was opened by somebody: the day from which on it has been."""
    since: dict[Rung, datetime.date] = {}
    shared = events_of(obj).filter(verb="shared", scope_id=obj.owner_team_id).order_by("at", "id")
    for at, after in shared.values_list("at", "after"):
        reached = int(after.get("rung", 0))
        since = {rung: day for rung, day in since.items() if rung <= reached}
        for rung in Rung:
            if Rung.TEAM < rung <= reached:
                since.setdefault(rung, localdate(at))
    return since


def who_of(team: Team, lang: str) -> Mapping[Rung, str]:
    """Who comes in on each rung, by name or by number."""
    names = [one.name for one in members_of(team) if one.role in INSIDE]
    coaches = [coach.name for coach in coaches_of(team)]
    return {
        Rung.TEAM: ", ".join(names),
        Rung.SCHOOL: _school(team, lang),
        Rung.COACH: ", ".join(coaches) or TABLE.say("who.nobody", lang),
        Rung.NETWORK_UNNAMED: TABLE.say("who.unnamed", lang, name=unnamed(team, lang)),
        Rung.NETWORK: _network(team, lang),
        Rung.PUBLIC: TABLE.say("who.public", lang),
    }


def _school(team: Team, lang: str) -> str:
    if team.org is None or team.org.kind != OrgKind.SCHOOL:
        return TABLE.say("who.no_school", lang)
    places = Membership.objects.filter(ended=None, user__isnull=False)
    near = places.filter(Q(team__org=team.org, role__in=INSIDE) | Q(team=team, role=TeamRole.SPONSOR))
    led = OrgRole.objects.filter(org=team.org, ended=None, kind__in=sorted(reads_as(Relation.SCHOOL)))
    own = places.filter(team=team, role__in=INSIDE)
    people = User.objects.filter(Q(pk__in=near.values("user")) | Q(pk__in=led.values("user")), is_active=True)
    n = people.exclude(pk__in=own.values("user")).count()
    return TABLE.say("who.school", lang, n=n, school=team.org.name)


def _network(team: Team, lang: str) -> str:
    above = ancestors(team.org.path) if team.org else []
    joined = NetworkOrg.objects.filter(until=None, org__path__in=above).values("network")
    tops = list(NetworkOrg.objects.filter(network__in=joined, until=None).values_list("org__path", flat=True))
    if not tops:
        return TABLE.say("who.no_network", lang)
    n = Team.objects.filter(under_any(tops, "org__path")).exclude(pk=team.pk).count()
    return TABLE.say("who.network", lang, n=n)
