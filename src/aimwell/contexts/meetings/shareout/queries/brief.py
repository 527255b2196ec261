"""One page for those who were not there, from the records of a time (S3 R-42).

What was said in a meeting, why one was cut short and who was away are not on it, whoever reads it (S3 C-1).
"""

from __future__ import annotations

import datetime
from copy import copy
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.cycles.queries.seen import cycle_seen
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.cycles.support.queries import support_for
from aimwell.contexts.meetings.models import AgendaItem, Held, Meeting, Purpose
from aimwell.contexts.meetings.queries import MeetingRow, MeetingView, Promise, decisions_of_team, meeting_view
from aimwell.contexts.meetings.queries.seen import decision_seen
from aimwell.contexts.meetings.shareout.queries.told import result_words
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.domain.words.dates import short_date
from aimwell.domain.words.shareout import say

MOST = 4
USUAL = datetime.timedelta(days=28)
TOOK_PLACE = (Held.HELD, Held.SHORTENED, Held.INTERRUPTED)


@dataclass(frozen=True)
class Line:
    """`url`: where it comes from."""

    text: str
    url: str


@dataclass(frozen=True)
class BriefPart:
    key: str
    title: str
    lines: tuple[Line, ...]
    none: str

    @property
    def shown(self) -> tuple[Line, ...]:
        return self.lines[:MOST]

    @property
    def more(self) -> int:
        return max(0, len(self.lines) - MOST)


@dataclass(frozen=True)
class Brief:
    """`since` is not part of the time; `until` is."""

    view: MeetingView
    since: datetime.date
    until: datetime.date
    parts: tuple[BriefPart, ...]

    @property
    def period(self) -> str:
        first = self.since + datetime.timedelta(days=1)
        return f"{short_date(min(first, self.until), self.view.lang)} – {short_date(self.until, self.view.lang)}"


def brief_of(user: User, pk: int, since: datetime.date | None = None) -> Brief:
    """Since the meeting before, unless another day is chosen. Raises NotFound.

    The number of queries is the same whatever is stored.
    """
    view = meeting_view(user, pk)
    meeting, team = view.meeting, view.team
    first = since if since is not None and since < meeting.on else _before(user, meeting)
    found = _Records(user, team, view.lang, first, meeting.on)
    parts = {
        "happened": found.happened(), "learned": found.learned(), "decided": found.decided(),
        "to_decide": found.to_decide(), "help": found.help(),
    }  # fmt: skip
    told = tuple(
        BriefPart(key, say(f"brief.{key}", view.lang), tuple(lines), say(f"brief.{key}.none", view.lang))
        for key, lines in parts.items()
    )
    return Brief(view, first, meeting.on, told)


def _before(user: User, meeting: Meeting) -> datetime.date:
    rows = visible_to(user, Meeting, team=meeting.owner_team).filter(on__lt=meeting.on, status__in=TOOK_PLACE)
    last = rows.order_by("-on").values_list("on", flat=True).first()
    return last or meeting.on - USUAL


@dataclass(frozen=True)
class _Records:
    user: User
    team: Team
    lang: str
    since: datetime.date
    until: datetime.date

    def happened(self) -> list[Line]:
        rows = visible_to(self.user, Meeting, team=self.team).filter(on__gt=self.since, on__lte=self.until)
        return [self._met(row) for row in rows.order_by("on", "at", "pk")]

    def _met(self, meeting: Meeting) -> Line:
        told = copy(meeting)
        told.why = told.why_words = ""
        row = MeetingRow(told, self.lang)
        text = say("brief.meeting", self.lang, day=row.day, title=row.title, state=row.state)
        return Line(text, reverse("meetings:meeting", args=[meeting.pk]))

    def learned(self) -> list[Line]:
        zone = timezone.get_current_timezone()
        midnight = datetime.time(tzinfo=zone)
        day = datetime.timedelta(days=1)
        ended = {
            "done_at__gte": datetime.datetime.combine(self.since + day, midnight),
            "done_at__lt": datetime.datetime.combine(self.until + day, midnight),
        }
        return [self._taught(row) for row in self._cycles(state=CycleState.DONE, **ended)]

    def _taught(self, row: CycleRow) -> Line:
        found, then = result_words(row), row.decision
        text = " ".join(filter(None, (row.cycle.learned, f"{found}." if found else "")))
        told = {"number": row.cycle.number, "text": text, "decision": then[:1].lower() + then[1:]}
        return Line(say("brief.cycle.next" if then else "brief.cycle", self.lang, **told), row.url)

    def _cycles(self, **which: object) -> list[CycleRow]:
        """Practice cycles tell nothing about the work. One query."""
        found = (
            visible_to(self.user, Cycle, team=self.team).filter(practice=False, **which).order_by("done_at", "number")
        )
        return [CycleRow(cycle_seen(eyes_of(self.user, row), row), self.lang) for row in map(self._owned, found)]

    def _owned(self, cycle: Cycle) -> Cycle:
        cycle.owner_team = self.team
        return cycle

    def decided(self) -> list[Line]:
        rows = decisions_of_team(self.user, self.team).filter(
            meeting__on__gt=self.since, meeting__on__lte=self.until, let_go=""
        )
        return [self._decision(promise) for promise in self._promises(rows)]

    def _promises(self, rows: object) -> list[Promise]:
        found = []
        for row in rows:  # type: ignore[attr-defined]
            row.meeting.owner_team = self.team
            found.append(Promise(decision_seen(eyes_of(self.user, row.meeting), row), self.lang))
        return found

    def _decision(self, promise: Promise) -> Line:
        told = {"text": promise.decision.text, "who": promise.who, "day": promise.due_day}
        key = {(True, True): "brief.by_day", (True, False): "brief.by", (False, True): "brief.day"}
        name = key.get((bool(promise.who), bool(promise.due_day)))
        return Line(say(name, self.lang, **told) if name else promise.decision.text, self._at(promise))

    def _at(self, promise: Promise) -> str:
        at = promise.decision
        return f"{reverse('meetings:meeting', args=[at.meeting_id])}#decision-{at.pk}"

    def to_decide(self) -> list[Line]:
        """Cycles in Study, what a meeting did not reach, and what nobody has taken on."""
        lines = [
            Line(say("brief.choose", self.lang, number=row.cycle.number, title=row.title), row.url)
            for row in self._cycles(state=CycleState.STUDYING)
        ]
        return [*lines, *self._not_reached(), *self._unowned()]

    def _not_reached(self) -> list[Line]:
        rows = visible_to(self.user, AgendaItem, team=self.team).filter(
            not_reached=True, purpose=Purpose.DECIDE, meeting__ended_at=None,
            meeting__on__gt=self.since, meeting__on__lte=self.until,
        )  # fmt: skip
        return [
            Line(
                say("brief.not_reached", self.lang, text=row.title),
                f"{reverse('meetings:meeting', args=[row.meeting_id])}#agenda",
            )
            for row in rows
        ]

    def _unowned(self) -> list[Line]:
        rows = decisions_of_team(self.user, self.team).filter(
            done_on=None, let_go="", owner=None, owner_name="", meeting__on__lte=self.until
        )
        return [
            Line(say("brief.who", self.lang, text=promise.decision.text), self._at(promise))
            for promise in self._promises(rows)
        ]

    def help(self) -> list[Line]:
        """Open requests: all of them for the team, those that were asked of the reader for everybody else."""
        own = visible_to(self.user, SupportRequest, team=self.team).filter(said="")
        asked = support_for(self.user).filter(owner_team=self.team, said="")
        page = reverse("support:team", args=[self.team.pk])
        found = {row.pk: Line(self._wanted(row), f"{reverse('support:inbox')}#support-{row.pk}") for row in asked}
        found |= {row.pk: Line(self._wanted(row), f"{page}#support-{row.pk}") for row in own}
        return [found[pk] for pk in sorted(found)]

    def _wanted(self, row: SupportRequest) -> str:
        if not row.needed_by:
            return row.text
        return say("brief.day", self.lang, text=row.text, day=short_date(row.needed_by, self.lang))
