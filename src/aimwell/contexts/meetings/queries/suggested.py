"""The agenda as the open work suggests it, and what earlier meetings did not reach."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle, CycleState, EntryKind
from aimwell.contexts.meetings.models import AgendaItem, Held, Meeting, Purpose
from aimwell.contexts.meetings.queries.decisions import open_before
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team, visible_to
from aimwell.domain.rhythm.agenda import OpenCycle, agenda
from aimwell.domain.words.agenda import TABLE

COME_ANYWAY = (Purpose.SURPRISE, Purpose.DECIDE, Purpose.NEXT_TEST, Purpose.WHO_DOES, Purpose.LAST_TIME, Purpose.DATA)
"""Parts that every agenda has again; of a meeting that was called off only what somebody added goes over."""
MOST = 20


@dataclass(frozen=True)
class Suggested:
    title: str
    purpose: str
    minutes: int
    cycle: Cycle | None


def suggested_lines(user: User, meeting: Meeting, *, taken: int = 0) -> list[Suggested]:
    """The lines of this meeting in the reader's language. Three queries, however much work there is."""
    lang = get_language() or "en"
    cycles = {cycle.pk: cycle for cycle in _open_cycles(user, meeting)}
    facts = [_fact(cycle) for cycle in cycles.values()]
    open_decisions = open_before(user, meeting).count()
    lines = agenda(meeting.kind, meeting.minutes, facts, on=meeting.on, open_decisions=open_decisions, taken=taken)
    return [
        Suggested(
            TABLE.say(line.key, lang, number=line.number or ""), line.purpose, line.minutes, cycles.get(line.cycle or 0)
        )
        for line in lines
    ]


def _open_cycles(user: User, meeting: Meeting) -> list[Cycle]:
    """Those that rest are left out: a pause is a normal state (S3 R-37)."""
    since = _last_day(user, meeting)
    surprise = Q(entries__kind=EntryKind.SURPRISE, entries__ended_at=None)
    if since is not None:
        surprise &= Q(entries__happened_on__gte=since)
    rows = visible_to(user, Cycle, team=meeting.owner_team).exclude(state=CycleState.DONE)
    rows = rows.filter(paused_on=None, practice=False)
    return list(rows.annotate(surprises=Count("entries", filter=surprise)).order_by("number", "pk"))


def _fact(cycle: Cycle) -> OpenCycle:
    surprises = cycle.surprises  # type: ignore[attr-defined]
    return OpenCycle(cycle.pk, cycle.number, cycle.state, cycle.look_on, surprises)


def _last_day(user: User, meeting: Meeting) -> object:
    """When the team last met before this meeting."""
    rows = visible_to(user, Meeting, team=meeting.owner_team).filter(on__lt=meeting.on, closed_at__isnull=False)
    return rows.order_by("-on").values_list("on", flat=True).first()


def left_over(user: User, meeting: Meeting) -> list[AgendaItem]:
    """What earlier meetings did not reach and no later one has taken over. Of those called off: what somebody added."""
    if not may_edit_team(user, meeting.owner_team):
        return []
    over = Q(meeting__closed_at__isnull=False, not_reached=True)
    called_off = Q(meeting__status=Held.CANCELLED) & ~Q(purpose__in=COME_ANYWAY)
    rows = AgendaItem.objects.filter(over | called_off, ended_at=None, meeting__ended_at=None)
    rows = rows.filter(meeting__owner_team=meeting.owner_team_id, meeting__on__lte=meeting.on)
    taken = AgendaItem.objects.filter(came_from__isnull=False, ended_at=None, meeting__ended_at=None)
    rows = rows.exclude(meeting=meeting).exclude(pk__in=taken.values("came_from"))
    return list(rows.select_related("owner", "cycle", "meeting__owner_team").order_by("meeting__on", "position")[:MOST])
