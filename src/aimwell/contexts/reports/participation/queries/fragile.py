"""Which teams may welcome support, why, and what often helps: the team first, then coach, sponsor and district team.

Principals and supervisors do not read it, unless they sponsor the team (S3 R-36).
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings.models import Held, Meeting, WhyNot
from aimwell.contexts.meetings.windows.queries import quiet_teams
from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.models import Membership, OrgRole, OrgRoleKind, TeamRole
from aimwell.contexts.people.queries import INSIDE, Reader, standing_of
from aimwell.contexts.reports.participation.queries.states import TeamState, states
from aimwell.core.history.models import Event
from aimwell.domain.rhythm.fragile import Cause, Ear, Facts, causes
from aimwell.domain.words.fragile import say

LOOK_BACK = datetime.timedelta(weeks=26)
WITH_SPONSOR = (TeamKind.DIT, TeamKind.LIT)
CALENDAR = (WhyNot.HOLIDAY, WhyNot.EVENT)
"""A meeting that gave way to the calendar of the school is no cause."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Fragile:
    """`reasons`: each cause in words, with what often helps. The same words for the team and for those who may help."""

    team: Team
    facts: Facts
    causes: tuple[Cause, ...]
    lang: str

    @property
    def reasons(self) -> list[tuple[str, str]]:
        n = {Cause.MEETINGS: self.facts.missed, Cause.MEMBERS: self.facts.people, Cause.CYCLES: self.facts.weeks}
        return [(say(cause, self.lang, n=n.get(cause, 0)), say(f"help.{cause}", self.lang)) for cause in self.causes]


def own_causes(user: Reader, team: Team, lang: str, today: datetime.date | None = None) -> Fragile:
    """For members, before anybody else reads it."""
    day = today or timezone.localdate()
    state = states(user, Team.objects.filter(pk=team.pk))
    return _told(state, day, Ear.TEAM, lang)[0]


def may_welcome_support(user: Reader, lang: str, today: datetime.date) -> list[Fragile]:
    """Teams of which `user` may hear, with a cause, by name; none on days with little room.

    The number of queries does not grow.
    """
    teams = _heard_of(user)
    if teams is None:
        return []
    found = [one for one in _told(states(user, teams), today, Ear.HELPER, lang) if one.causes]
    left_alone = quiet_teams([one.team for one in found], today) if found else frozenset()
    open_ones = (one for one in found if one.team.pk not in left_alone)
    return sorted(open_ones, key=lambda one: (one.team.name, one.team.pk))


def _heard_of(user: Reader) -> QuerySet[Team] | None:
    """Teams that the reader coaches or sponsors, or that belong to a district team's places; None for none."""
    if not user.is_authenticated:
        return None
    stands = standing_of(user)
    held = OrgRole.objects.filter(user=user, ended=None, kind=OrgRoleKind.DISTRICT_TEAM)
    paths, keys = set(held.values_list("org__path", flat=True)), stands.coached | stands.sponsored
    if not paths and not keys:
        return None
    teams = Team.objects.filter(pk__in=keys)
    if paths:
        teams = teams | Team.objects.filter(under_any(paths, "org__path"))
    return teams.select_related("org").order_by("name", "pk")[:MOST]


def _told(found: list[TeamState], today: datetime.date, ear: Ear, lang: str) -> list[Fragile]:
    """Four queries for all of them."""
    keys = [one.team.pk for one in found]
    people, sponsors, sponsored_before = _places(keys)
    missed, active = _missed(keys, today), _active(keys)
    told = []
    for one in found:
        key = one.team.pk
        since = timezone.localdate(one.team.created_at)
        last = max(filter(None, (active.get(key), one.quiet.back, since)))
        facts = Facts(
            age_days=(today - since).days,
            people=people.get(key, 0),
            missed=missed.get(key, 0),
            has_lead=one.no_lead_since is None,
            needs_sponsor=key not in sponsors and (key in sponsored_before or one.team.kind in WITH_SPONSOR),
            quiet_days=max((today - last).days, 0),
            away=one.away,
        )
        told.append(Fragile(one.team, facts, causes(facts, ear), lang))
    return told


def _places(keys: list[int]) -> tuple[dict[int, int], set[int], set[int]]:
    """How many people work in each team; where there is a sponsor; where there was one."""
    people: dict[int, set[object]] = defaultdict(set)
    sponsors: set[int] = set()
    before: set[int] = set()
    rows = Membership.objects.filter(team__in=keys).order_by()
    for team, role, user, name, ended in rows.values_list("team", "role", "user", "name", "ended"):
        if role == TeamRole.SPONSOR:
            (before if ended else sponsors).add(team)
        elif role in INSIDE and ended is None:
            people[team].add(user or name)
    return {team: len(found) for team, found in people.items()}, sponsors, before


def _missed(keys: list[int], today: datetime.date) -> dict[int, int]:
    """Of each team the latest meetings in a row that were called off; what nobody said anything of is left out."""
    rows = Meeting.objects.filter(owner_team__in=keys, ended_at=None, on__lt=today, on__gte=today - LOOK_BACK)
    said = rows.exclude(status=Held.PLANNED).exclude(status=Held.CANCELLED, why__in=CALENDAR)
    runs: dict[int, int] = defaultdict(int)
    over: set[int] = set()
    for team, status in said.order_by("-on", "-at", "-pk").values_list("owner_team", "status"):
        if status != Held.CANCELLED:
            over.add(team)
        elif team not in over:
            runs[team] += 1
    return runs


def _active(keys: list[int]) -> dict[int, datetime.date]:
    """The last day on which something was written about a cycle; a cycle that rests is as good as today's."""
    events = Event.objects.filter(scope_id__in=keys, target_type__startswith="cycles.").order_by()
    last = dict(events.values_list("scope_id").annotate(Max("at")))
    resting = Cycle.objects.filter(owner_team__in=keys, ended_at=None, paused_on__isnull=False).exclude(state="done")
    now = timezone.localdate()
    return {key: timezone.localdate(at) for key, at in last.items() if key is not None} | dict.fromkeys(
        resting.order_by().values_list("owner_team", flat=True), now
    )
