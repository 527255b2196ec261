"""Decisions in words: what is open, since when, whose it is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from aimwell.contexts.meetings.models import Decision, Meeting
from aimwell.contexts.meetings.queries.seen import decision_seen
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.domain.words.dates import short_date

MOST = 50


@dataclass(frozen=True)
class Promise:
    """A decision with its words. `since`: the day it was first made, which never moves (S2 R-58)."""

    decision: Decision
    lang: str

    @property
    def open(self) -> bool:
        return self.decision.done_on is None and not self.decision.let_go

    @property
    def who(self) -> str:
        return str(self.decision.owner or "") or self.decision.owner_name

    @property
    def since(self) -> datetime.date:
        return self.decision.meeting.on

    @property
    def since_day(self) -> str:
        return short_date(self.since, self.lang)

    @property
    def due_day(self) -> str:
        return short_date(self.decision.due_on, self.lang) if self.decision.due_on else ""

    @property
    def done_day(self) -> str:
        return short_date(self.decision.done_on, self.lang) if self.decision.done_on else ""


def decisions_of_team(user: User, team: Team) -> QuerySet[Decision]:
    """All decisions of the team that the reader may see, by the day they were made."""
    rows = visible_to(user, Decision, team=team).filter(meeting__ended_at=None)
    return rows.select_related("meeting", "owner", "cycle").order_by("meeting__on", "pk")


def _open(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    return rows.filter(done_on=None, let_go="")


def open_before(user: User, meeting: Meeting) -> QuerySet[Decision]:
    """What earlier meetings decided and is still open, oldest first."""
    rows = _open(decisions_of_team(user, meeting.owner_team)).filter(meeting__on__lte=meeting.on)
    return rows.exclude(meeting=meeting)


def open_decisions(user: User, meeting: Meeting, lang: str) -> list[Promise]:
    """The same in words. One query."""
    return [Promise(row, lang) for row in open_before(user, meeting)[:MOST]]


def mine(user: User, team: Team, lang: str) -> list[Promise]:
    """What `user` took on in this team and is still open: those with a day first. One query."""
    rows = _open(decisions_of_team(user, team)).filter(owner=user)
    found = sorted(rows, key=lambda row: (row.due_on is None, row.due_on or row.meeting.on, row.pk))
    return [Promise(row, lang) for row in found]


def open_of_team(user: User, team: Team, lang: str) -> list[Promise]:
    """All that is open in the team, as far as the reader may see it, oldest first. One query."""
    found = [(eyes_of(user, _in(team, row).meeting), row) for row in _open(decisions_of_team(user, team))[:MOST]]
    return [Promise(decision_seen(eyes, row), lang) for eyes, row in found]


def _in(team: Team, row: Decision) -> Decision:
    row.meeting.owner_team = team
    return row
