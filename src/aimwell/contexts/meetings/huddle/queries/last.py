"""What Today tells of the last meeting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.meetings.models import Decision, Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team, visible_to
from aimwell.domain.rhythm.notes import sentences

SHOWN = 3


@dataclass(frozen=True)
class LastHuddle:
    meeting: Meeting

    @property
    def notes(self) -> tuple[str, ...]:
        """The first sentences of the notes."""
        return sentences(self.meeting.notes)[:SHOWN]

    @cached_property
    def decisions(self) -> list[Decision]:
        """Those that are still open."""
        rows = self.meeting.decisions.filter(ended_at=None, done_on=None, let_go="")
        return list(rows.select_related("owner").order_by("due_on", "pk"))


def last_huddle(user: User, team: Team) -> LastHuddle | None:
    """The meeting that ended last, for the team itself; None where there was none."""
    if not may_edit_team(user, team):
        return None
    rows = visible_to(user, Meeting, team=team).filter(closed_at__isnull=False)
    found = rows.order_by("-closed_at", "-pk").first()
    return LastHuddle(found) if found else None
