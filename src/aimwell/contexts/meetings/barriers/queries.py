"""What stands in the way of a team, what got better, and what is to be ready for a meeting."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.meetings.barriers.models import HANDS, STANDING, Barrier, BarrierDays, BarrierState, ReadyBy
from aimwell.contexts.meetings.barriers.models import PrepLine as Line
from aimwell.contexts.meetings.models import Held, Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, members_of, standing_of, visible_to
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.turns import Month, days_between, release
from aimwell.domain.words.barriers import say

DAYS = 14
SHOWN_WITH = ("cycle", "asked", "owner")
LONGEST = 200
MOST = 50
MONTHS_BACK = datetime.timedelta(days=366)


@dataclass(frozen=True)
class BarrierRow:
    """A barrier with how long it stood."""

    barrier: Barrier

    @property
    def who(self) -> str:
        return str(self.barrier.owner or "") or self.barrier.owner_words

    @property
    def days(self) -> int:
        return days_between(self.barrier.since, self.barrier.settled_on or timezone.localdate())


def _rows(user: User, team: Team) -> QuerySet[Barrier]:
    return visible_to(user, Barrier, team=team, with_ended=True).select_related(*SHOWN_WITH)


def barriers_of(user: User, team: Team) -> QuerySet[Barrier]:
    """All that stand and stood, without those set aside. For the API."""
    return visible_to(user, Barrier, team=team).select_related(*SHOWN_WITH)


@dataclass(frozen=True)
class Log:
    """One query for each part."""

    user: User
    team: Team

    def _told(self, rows: QuerySet[Barrier]) -> list[BarrierRow]:
        return [BarrierRow(row) for row in rows]

    @cached_property
    def standing(self) -> list[BarrierRow]:
        """What stands in the way now, the longest first."""
        return self._told(_rows(self.user, self.team).filter(ended_at=None, stands__in=STANDING))

    @property
    def cleared(self) -> QuerySet[Barrier]:
        """What got better, the newest first; for pages."""
        rows = _rows(self.user, self.team).filter(ended_at=None, stands=BarrierState.CLEARED)
        return rows.order_by("-settled_on", "-pk")

    @cached_property
    def kept(self) -> list[BarrierRow]:
        return self._told(_rows(self.user, self.team).filter(ended_at=None, stands=BarrierState.KEPT))

    @cached_property
    def aside(self) -> list[BarrierRow]:
        return self._told(_rows(self.user, self.team).filter(ended_at__isnull=False).order_by("-ended_at")[:MOST])


def days_of(user: User, team: Team) -> tuple[int, int]:
    """After how many days the team wants to see a barrier again, and the version of that choice, 0 before the first."""
    row = visible_to(user, BarrierDays, team=team).first()
    return (row.days, row.version) if row else (DAYS, 0)


def _long(rows: QuerySet[Barrier]) -> list[BarrierRow]:
    """Those that stood longer than their team chose, the longest first. One query."""
    chosen = BarrierDays.objects.filter(owner_team=OuterRef("owner_team")).values("days")[:1]
    rows = rows.annotate(patience=Coalesce(Subquery(chosen), DAYS, output_field=IntegerField()))
    told = [(BarrierRow(row), row.patience) for row in rows.filter(stands__in=STANDING, ended_at=None)]
    return [row for row, patience in told if row.days > patience]


def standing_long(user: User, team: Team) -> list[BarrierRow]:
    """For the meetings of the team. One query."""
    return _long(_rows(user, team))


def _named(user: User) -> QuerySet[Barrier]:
    """Where `user` is named to clear it and still has a place in the team, be it as sponsor."""
    stands = standing_of(user)
    rows = Barrier.objects.filter(owner=user, owner_team__in=[*stands.own, *stands.sponsored])
    return rows.select_related("owner_team", *SHOWN_WITH)


def mine_standing(user: User, team: Team) -> list[BarrierRow]:
    """What has stood long and `user` is named to clear, for the page of today (S1 R-59). One query."""
    return _long(_named(user).filter(owner_team=team))


def mine_elsewhere(user: User) -> list[BarrierRow]:
    """The same for whoever clears it from outside, such as a sponsor: this one line and nothing else of the team."""
    return _long(_named(user).exclude(owner_team__in=standing_of(user).own))


# Getting ready


def takes_turns(team: Team) -> list[Membership]:
    """The core of the team: who is on call, or its coach, takes no turn."""
    rows = members_of(team).filter(role__in=INSIDE, on_call=False).exclude(role=TeamRole.CONTENT_COACH)
    return list(rows.order_by("name", "pk"))


def turns_taken(team: Team) -> list[Membership]:
    """All turns so far, in the order of the meetings they were for."""
    rows = Line.objects.filter(owner_team=team, ready_by=ReadyBy.TURNS, ended_at=None, place__isnull=False)
    rows = rows.exclude(meeting__status=Held.CANCELLED).select_related("place")
    return [row.place for row in rows.order_by("meeting__on", "pk") if row.place is not None]


def prep_of(user: User, meeting: Meeting) -> QuerySet[Line]:
    """What is to be ready for this meeting; for members only."""
    return visible_to(user, Line, team=meeting.owner_team).filter(meeting=meeting).select_related("place")


def set_aside_of(user: User, meeting: Meeting) -> QuerySet[Line]:
    rows = visible_to(user, Line, team=meeting.owner_team, with_ended=True)
    return rows.filter(meeting=meeting, ended_at__isnull=False)


def proposed(user: User, meeting: Meeting, lines: list[Line], lang: str) -> list[str]:
    """What the open cycles plan to count and show, and what was not ready before; without what is on the list."""
    cycles = visible_to(user, Cycle, team=meeting.owner_team).filter(practice=False, paused_on=None)
    cycles = cycles.filter(state__in=(CycleState.DOING, CycleState.STUDYING)).select_related("measure")
    found = [*_left_over(user, meeting)]
    for cycle in cycles.order_by("number"):
        found.append(
            say("ready.counts", lang, what=cycle.count_what)
            if cycle.count_what
            else say("ready.counts_of", lang, number=cycle.number)
        )
        if cycle.measure is not None and cycle.measure.ended_at is None:
            found.append(say("ready.chart", lang, measure=cycle.measure.name))
    there = {line.text.casefold() for line in lines}
    told = dict.fromkeys(text[:LONGEST] for text in found)
    return [text for text in told if text.casefold() not in there]


def _left_over(user: User, meeting: Meeting) -> list[str]:
    """Not ready when the last meeting came, or on the list of one that did not take place."""
    rows = visible_to(user, Line, team=meeting.owner_team).filter(ready_on=None, meeting__ended_at=None)
    rows = rows.filter(meeting__on__gte=meeting.on - datetime.timedelta(days=31), meeting__on__lt=meeting.on)
    rows = rows.filter(Q(meeting__closed_at__isnull=False) | Q(meeting__status=Held.CANCELLED))
    return list(rows.order_by("meeting__on", "pk").values_list("text", flat=True)[:MOST])


def over_time(user: User, team: Team) -> list[Month]:
    """In whose hands it was, month by month for a year (S1 R-70). One query; never by person."""
    since = timezone.localdate() - MONTHS_BACK
    rows = visible_to(user, Line, team=team).filter(ready_on__isnull=False, meeting__on__gte=since)
    pairs = rows.exclude(meeting__status=Held.CANCELLED).values_list("meeting__on", "ready_by")
    return release((day, HANDS[ReadyBy(who)]) for day, who in pairs)


def _ahead(rows: QuerySet[Line]) -> QuerySet[Line]:
    rows = rows.filter(ready_on=None, ended_at=None, meeting__ended_at=None, meeting__status=Held.PLANNED)
    rows = rows.filter(meeting__closed_at=None, meeting__on__gte=timezone.localdate())
    return rows.select_related("meeting", "owner_team").order_by("meeting__on", "pk")


def mine_to_ready(user: User, team: Team) -> list[Line]:
    """What `user` gets ready for the meetings ahead. One query."""
    return list(_ahead(Line.objects.filter(owner_team=team, place__user=user, place__ended=None))[:MOST])


def _of_coach(user: User) -> QuerySet[Line]:
    """In the hands of the coach, in the teams that `user` coaches now. Nothing else of the team shows."""
    rows = Line.objects.filter(owner_team__in=standing_of(user).coached, ended_at=None)
    return rows.filter(ready_by__in=(ReadyBy.COACH, ReadyBy.TOGETHER))


def asked_of_coach(user: User) -> QuerySet[Line]:
    """What the teams that `user` coaches ask the coach to get ready for the meetings ahead."""
    return _ahead(_of_coach(user))


def coach_line(user: User, pk: int) -> Line:
    """Raises NotFound for what is in other hands."""
    row = _of_coach(user).select_related("meeting", "owner_team").filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


def line_for(user: User, pk: int) -> Line:
    """One that `user` may mark: as a member of the team, or as its coach. Raises NotFound."""
    return visible_to(user, Line).select_related("meeting", "owner_team").filter(pk=pk).first() or coach_line(user, pk)
