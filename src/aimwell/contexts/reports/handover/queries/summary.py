"""What whoever takes over needs to know, on one page; each line leads to its thing (S0 R-47, S3 R-8)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleRow, cycles_of
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import coaches_of
from aimwell.contexts.reports.handover.models import Keeping
from aimwell.contexts.reports.handover.queries.work import Item, Work
from aimwell.contexts.reports.queries import TeamView

CYCLES, MEASURES, DECISIONS = 6, 6, 4


@dataclass(frozen=True)
class Summary:
    """`view`: the team's page, for its aim and its newest reading. `place`: the one that ended."""

    view: TeamView
    work: Work
    place: Membership

    @property
    def aim(self) -> str:
        return "".join(run.text for run in self.view.aim_runs)

    @cached_property
    def handed(self) -> list[tuple[Item, Keeping]]:
        """What this person kept and where it went, as far as it is still open."""
        rows = Keeping.objects.filter(came_from=self.place).select_related("holder").order_by("pk")
        items = {(item.kind.value, item.pk): item for item in self.work.items}
        last = {(row.kind, row.object_id): row for row in rows}
        return [(items[key], row) for key, row in last.items() if key in items]

    @property
    def without_owner(self) -> list[Item]:
        return self.work.without_owner

    @property
    def cycles(self) -> list[Item]:
        return [item for item in self.work.items if item.kind == "cycle"][:CYCLES]

    @property
    def measures(self) -> list[Item]:
        return [item for item in self.work.items if item.kind == "measure"][:MEASURES]

    @cached_property
    def decisions(self) -> list[CycleRow]:
        """The latest, newest first."""
        rows = cycles_of(self.view.user, team=self.view.team)
        done = [row for row in rows if row.state == CycleState.DONE and row.decision]
        done.sort(key=lambda row: (row.done_at is not None, row.done_at, row.pk), reverse=True)
        return [CycleRow(row, self.view.lang) for row in done[:DECISIONS]]

    @property
    def members(self) -> list[Membership]:
        return self.work.open_places

    @cached_property
    def coaches(self) -> QuerySet[User]:
        return coaches_of(self.view.team)


def summary_of(view: TeamView, work: Work, place: Membership) -> Summary:
    return Summary(view, work, place)
