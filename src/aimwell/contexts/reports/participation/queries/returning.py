"""What a team finds when it comes back: one next step, what was left open, what others learned (S0 R-54)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.cycles.queries.seen import cycle_seen
from aimwell.contexts.orgs.models import Taking
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.contexts.reports.participation.queries.dates import Away, Moving, last_away, moved, moving
from aimwell.contexts.reports.queries import TeamView

ELSEWHERE = 5
OPEN_FIRST = 2
UNDO_DAYS = 14


@dataclass(frozen=True)
class Return:
    """`view`: the team's page, for its one next step and its open cycles. `whole`: all of the list, not its start."""

    view: TeamView
    away: Away | None
    whole: bool = False

    @property
    def since(self) -> datetime.date | None:
        return self.away.row.started if self.away else None

    @cached_property
    def moved(self) -> list[Moving]:
        """Dates that moved, with the cycles that are still there."""
        events = moved(self.away.back) if self.away and self.away.back else []
        cycles = Cycle.objects.in_bulk([event.target_id for event in events])
        day = datetime.date.fromisoformat
        return [
            Moving(cycles[event.target_id], day(event.before["look_on"]), day(event.after["look_on"]))
            for event in events
            if event.target_id in cycles
        ]

    @cached_property
    def moving(self) -> list[Moving]:
        """Dates that could still move."""
        return moving(self.view.team, self.away) if self.away else []

    @property
    def undoable(self) -> bool:
        return self.away is not None and may_take_back(self.away)

    @cached_property
    def open(self) -> list[CycleRow]:
        return [CycleRow(cycle, self.view.lang) for cycle in self.view.open_cycles]

    @property
    def left_open(self) -> list[CycleRow]:
        return self.open if self.whole else self.open[:OPEN_FIRST]

    @property
    def more_open(self) -> int:
        return len(self.open) - len(self.left_open)

    @cached_property
    def elsewhere(self) -> list[CycleRow]:
        """What other teams finished meanwhile, as far as the reader may see it with their names."""
        if self.away is None:
            return []
        user, team = self.view.user, self.view.team
        rows = visible_to(user, Cycle).exclude(owner_team=team).filter(state=CycleState.DONE)
        since = rows.filter(done_at__date__gte=self.away.row.started).select_related("owner_team__org")
        found = since.order_by("-done_at", "-pk")[:ELSEWHERE]
        return [CycleRow(cycle_seen(eyes_of(user, cycle), cycle), self.view.lang) for cycle in found]


def return_of(view: TeamView, *, whole: bool = False) -> Return:
    return Return(view, last_away(view.team), whole)


def may_take_back(away: Away) -> bool:
    """Coming back can be taken back for two weeks, while nothing else was said since; a first start cannot."""
    if (
        away.row.state == Taking.INVITED
        or away.back is None
        or away.back.state != Taking.ACTIVE
        or away.back.ended is not None
    ):
        return False
    return (timezone.localdate() - away.back.started).days <= UNDO_DAYS
