"""The meetings of a team: the one that comes next, this week, later, earlier."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils import timezone

from aimwell.contexts.meetings.models import Held, Meeting, Rhythm
from aimwell.contexts.meetings.queries.seen import meeting_seen
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, may_edit_team, visible_to
from aimwell.domain.words.dates import long_date, short_date
from aimwell.domain.words.meetings import TABLE

SHOWN_WITH = ("facilitator", "scribe", "cycle", "rhythm")
COMING = 6


@dataclass(frozen=True)
class MeetingRow:
    """A meeting with its words. Holding one means being allowed to read it."""

    meeting: Meeting
    lang: str

    @property
    def kind(self) -> str:
        """ "Huddle", "PDSA meeting"; Spanish keeps the small letters of its names."""
        name = str(self.meeting.get_kind_display())
        return name[:1].upper() + name[1:]

    @property
    def title(self) -> str:
        return self.meeting.name or self.kind

    @property
    def weekday(self) -> str:
        return TABLE.say(f"weekday.{self.meeting.on.weekday()}", self.lang)

    @property
    def day(self) -> str:
        return long_date(self.meeting.on, self.lang, year=False)

    @property
    def short_day(self) -> str:
        return short_date(self.meeting.on, self.lang)

    @property
    def time(self) -> str:
        return f"{self.meeting.at.hour}:{self.meeting.at.minute:02}" if self.meeting.at else ""

    @property
    def when(self) -> str:
        """ "Thursday, February 11, 12:20"."""
        return ", ".join(filter(None, (self.weekday, self.day, self.time)))

    @property
    def soon(self) -> str:
        """ "Thursday 12:20" within a week, else with its date."""
        near = 0 <= (self.meeting.on - timezone.localdate()).days < 7
        return " ".join(filter(None, (self.weekday, "" if near else self.short_day, self.time)))

    @property
    def cancelled(self) -> bool:
        return self.meeting.status == Held.CANCELLED

    @property
    def closed(self) -> bool:
        return self.meeting.closed_at is not None

    @property
    def running(self) -> bool:
        return self.meeting.started_at is not None and not self.closed and not self.cancelled

    @property
    def planned(self) -> bool:
        return self.meeting.status == Held.PLANNED and not self.closed

    @property
    def due(self) -> bool:
        """Its day has come, or it has begun."""
        return self.meeting.started_at is not None or self.meeting.on <= timezone.localdate()

    @property
    def passed(self) -> bool:
        """Its day is over and nobody has said whether it took place."""
        return self.planned and self.meeting.on < timezone.localdate()

    @property
    def state(self) -> str:
        if self.running:
            return TABLE.say("state.running", self.lang)
        if self.passed:
            return TABLE.say("state.passed", self.lang)
        why = str(self.meeting.get_why_display()) if self.meeting.why else ""
        return f"{self.meeting.get_status_display()}: {why}" if why else str(self.meeting.get_status_display())


def _rows(user: User, team: Team) -> QuerySet[Meeting]:
    return visible_to(user, Meeting, team=team).select_related(*SHOWN_WITH)


def _ahead(rows: QuerySet[Meeting], today: datetime.date) -> QuerySet[Meeting]:
    """Not over yet: today's and later ones, and whatever runs."""
    running = Q(started_at__isnull=False, on__gte=today - datetime.timedelta(days=1))
    return rows.filter(Q(on__gte=today) | running, status=Held.PLANNED, closed_at=None)


def next_meeting(user: User, team: Team) -> Meeting | None:
    """The one that runs, else the next planned one that the reader may see. One query."""
    found = _ahead(_rows(user, team), timezone.localdate()).order_by("on", "at", "pk").first()
    return _seen(user, team, found) if found else None


def _seen(user: User, team: Team, meeting: Meeting) -> Meeting:
    meeting.owner_team = team
    return meeting_seen(eyes_of(user, meeting), meeting)


def next_meeting_after(meeting: Meeting) -> Meeting | None:
    """The planned meeting of the same team that follows it, from today on. For services."""
    rows = Meeting.objects.filter(owner_team=meeting.owner_team_id, ended_at=None, closed_at=None, status=Held.PLANNED)
    rows = rows.exclude(pk=meeting.pk).filter(on__gte=max(meeting.on, timezone.localdate()))
    return rows.select_related("owner_team__org").order_by("on", "at", "pk").first()


def running_rhythm(user: User, team: Team) -> Rhythm | None:
    """The rhythm that the team has now or begins soon; the newest, where there are several."""
    rows = visible_to(user, Rhythm, team=team).filter(ends_on__gte=timezone.localdate())
    return rows.order_by("-pk").first()


@dataclass(frozen=True)
class TeamMeetings:
    """The page of a team's meetings. Each part is read when the page first asks for it."""

    user: User
    team: Team
    lang: str

    @property
    def may_edit(self) -> bool:
        return may_edit_team(self.user, self.team)

    @property
    def _base(self) -> QuerySet[Meeting]:
        return _rows(self.user, self.team)

    def told(self, rows: Iterable[Meeting]) -> list[MeetingRow]:
        return [MeetingRow(_seen(self.user, self.team, row), self.lang) for row in rows]

    @cached_property
    def coming(self) -> list[MeetingRow]:
        """Those of today and later, the called-off ones among them."""
        today = timezone.localdate()
        running = Q(started_at__isnull=False, closed_at=None, on__gte=today - datetime.timedelta(days=1))
        rows = self._base.filter(Q(on__gte=today, closed_at=None) | running)
        return self.told(rows.order_by("on", "at", "pk")[: COMING + 1])

    @property
    def next(self) -> MeetingRow | None:
        return next((row for row in self.coming if row.planned), None)

    @property
    def this_week(self) -> list[MeetingRow]:
        return [row for row in self.coming[:COMING] if self._in_week(row)]

    @property
    def later(self) -> list[MeetingRow]:
        return [row for row in self.coming[:COMING] if not self._in_week(row)]

    @property
    def any(self) -> bool:
        """Whether the team has a meeting at all, planned or over."""
        return bool(self.coming) or self.earlier.exists()

    @property
    def more_coming(self) -> bool:
        return len(self.coming) > COMING

    def _in_week(self, row: MeetingRow) -> bool:
        today = timezone.localdate()
        return row.meeting.on <= today + datetime.timedelta(days=6 - today.weekday())

    @property
    def all_coming(self) -> QuerySet[Meeting]:
        return self._base.filter(on__gte=timezone.localdate(), closed_at=None).order_by("on", "at", "pk")

    @property
    def earlier(self) -> QuerySet[Meeting]:
        """Those that are over, newest first; for pages."""
        over = Q(on__lt=timezone.localdate()) | Q(closed_at__isnull=False)
        return self._base.filter(over).order_by("-on", "-at", "-pk")

    @cached_property
    def rhythm(self) -> Rhythm | None:
        return running_rhythm(self.user, self.team)


def team_meetings(user: User, team: Team, lang: str) -> TeamMeetings:
    return TeamMeetings(user, team, lang)
