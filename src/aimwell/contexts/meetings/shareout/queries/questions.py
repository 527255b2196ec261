"""Questions of peers: all of them for the team, one's own for everybody else."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Q, QuerySet

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.meetings.queries import next_meeting
from aimwell.contexts.meetings.shareout.models import PeerQuestion
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may, may_edit_team
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound

LINES = uuid.UUID("0c0c8f0e-6a54-4d8a-9a52-3b0f2c6f51d7")
WITHDRAWN = Q(ended_by=F("created_by"), aloud=False) & ~Q(ended_at=None)
"""What its writer took back is no longer for the team."""


def agenda_key(question: PeerQuestion, meeting: Meeting) -> uuid.UUID:
    """One line for one question in one meeting, however often and by whomever it is put there."""
    return uuid.uuid5(LINES, f"{question.pk} {meeting.pk}")


def questions_on(user: User, cycle: Cycle) -> QuerySet[PeerQuestion]:
    """Those that `user` may read, set aside or not. Whoever asks must hold the cycle."""
    rows = PeerQuestion.objects.filter(cycle=cycle).select_related("created_by", "answered_by")
    if may_edit_team(user, cycle.owner_team):
        return rows.exclude(WITHDRAWN)
    return rows.filter(created_by=user.pk) if user.is_authenticated else rows.none()


def find_question(user: User, pk: int) -> PeerQuestion:
    """Raises NotFound for whoever is neither in the team nor its writer."""
    rows = PeerQuestion.objects.select_related("owner_team__org", "cycle__owner_team__org", "ended_by", "created_by")
    row = rows.filter(pk=pk).first()
    if row is None or not user.is_authenticated:
        raise NotFound
    mine = row.created_by_id == user.pk
    withdrawn = row.ended_at is not None and not row.aloud and row.ended_by_id == row.created_by_id
    if not mine and (withdrawn or not may_edit_team(user, row.owner_team)):
        raise NotFound
    return row


def waiting_on(cycle: Cycle) -> int:
    """How many wait for an answer of the team. One query; for members."""
    return PeerQuestion.objects.filter(cycle=cycle, ended_at=None, answer="").count()


@dataclass(frozen=True)
class Questions:
    """What stands below the page of a share-out. `may_answer`: a member."""

    user: User
    cycle: Cycle

    @cached_property
    def may_answer(self) -> bool:
        return may_edit_team(self.user, self.cycle.owner_team)

    @cached_property
    def may_ask(self) -> bool:
        return self.cycle.ended_at is None and may(self.user, Permission.COMMENT, self.cycle)

    @cached_property
    def rows(self) -> list[PeerQuestion]:
        return list(questions_on(self.user, self.cycle))

    @property
    def waiting(self) -> list[PeerQuestion]:
        return [row for row in self.rows if row.ended_at is None and not row.answer]

    @property
    def answered(self) -> list[PeerQuestion]:
        return [row for row in self.rows if row.ended_at is None and row.answer]

    @property
    def aside(self) -> list[PeerQuestion]:
        return [row for row in self.rows if row.ended_at is not None]

    @cached_property
    def meeting(self) -> Meeting | None:
        """The next one of the team, which can take a question on its agenda."""
        return next_meeting(self.user, self.cycle.owner_team) if self.may_answer and self.waiting else None

    @cached_property
    def on_agenda(self) -> frozenset[int]:
        """The waiting ones that stand on that agenda already."""
        if self.meeting is None:
            return frozenset()
        keys = {agenda_key(row, self.meeting): row.pk for row in self.waiting}
        there = AgendaItem.objects.filter(client_key__in=keys, ended_at=None).values_list("client_key", flat=True)
        return frozenset(keys[key] for key in there if key is not None)
