"""What the team's page says beside its next step: a pause, a quiet time, a place to fill, work without an owner."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, may_edit_team, standing_of
from aimwell.contexts.reports.handover.queries.work import Item, work_of
from aimwell.contexts.reports.participation.queries import Departed, TeamState, leads_school, state_of
from aimwell.domain.rhythm.gaps import Helper

RECENT_DAYS = 30


@dataclass(frozen=True)
class Notes:
    """One query; where somebody has ever left, five more for what has no owner."""

    user: Reader
    team: Team
    today: datetime.date

    @cached_property
    def state(self) -> TeamState:
        return state_of(self.user, self.team)

    @cached_property
    def is_member(self) -> bool:
        return may_edit_team(self.user, self.team)

    @property
    def paused(self) -> bool:
        """Whether the page says so instead of a next step; to members only."""
        return self.is_member and self.state.away

    @property
    def quiet_days(self) -> int:
        """For the lead, and for every member where nobody leads; else 0."""
        told = self.state.leads or (self.is_member and self.state.no_lead_since is not None)
        return self.state.quiet_days(self.today) if told and self.state.hears(Helper.LEAD, self.today) else 0

    @cached_property
    def no_lead_since(self) -> datetime.date | None:
        """For members, the coach and the principal (S0 R-46)."""
        since = self.state.no_lead_since
        return since if since is not None and self._asked_to_fill else None

    @property
    def _asked_to_fill(self) -> bool:
        if self.is_member:
            return True
        coached = self.user.is_authenticated and self.team.pk in standing_of(self.user).coached
        return coached or leads_school(self.user, self.team)

    @cached_property
    def without_owner(self) -> list[Item]:
        if not self.is_member or self.state.departed is None:
            return []
        return work_of(self.team).without_owner

    @property
    def departed(self) -> Departed | None:
        """Who left in the last weeks; for members, with the page for whoever takes over."""
        gone = self.state.departed
        recent = gone is not None and (self.today - gone.on).days <= RECENT_DAYS
        return gone if recent and self.is_member else None


def notes_of(user: Reader, team: Team, today: datetime.date) -> Notes:
    return Notes(user, team, today)
