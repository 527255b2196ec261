"""Planned counts beside those that came in, person by person and day by day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from aimwell.contexts.cycles.collecting.models import CountPlan
from aimwell.contexts.cycles.models import Cycle, Entry, EntryKind
from aimwell.domain.pdsa.collecting import Came, Grid, GridCell, GridRow, grid
from aimwell.domain.words.dates import short_date

COUNTING = (EntryKind.COUNT, EntryKind.MISSED)


def came_of(entries: Iterable[Entry]) -> list[Came]:
    """Counts, and counts that did not come in. A tally that is still open is not a count yet."""
    return [
        Came(entry.place, entry.happened_on, entry.kind == EntryKind.COUNT, entry.text)
        for entry in entries
        if entry.kind == EntryKind.MISSED or (entry.kind == EntryKind.COUNT and entry.count is not None)
    ]


@dataclass(frozen=True)
class PlanRow:
    plan: CountPlan
    row: GridRow
    lang: str

    @property
    def total(self) -> str:
        return _("%(n)s of %(all)s") % {"n": self.row.received, "all": self.row.planned}

    @property
    def missed(self) -> list[tuple[str, str]]:
        return [(self.day(cell), cell.why) for cell in self.row.missed]

    @property
    def open_days(self) -> str:
        return ", ".join(self.day(cell) for cell in self.row.open)

    def day(self, cell: GridCell) -> str:
        return short_date(cell.day, self.lang)


@dataclass(frozen=True)
class PlanView:
    """Holding one means being of the team. Two queries, whatever is stored."""

    cycle: Cycle
    plans: tuple[CountPlan, ...]
    entries: tuple[Entry, ...]
    lang: str

    @cached_property
    def grid(self) -> Grid:
        return grid({plan.who: plan.dates for plan in self.plans}, came_of(self.entries))

    @cached_property
    def rows(self) -> list[PlanRow]:
        return [PlanRow(plan, row, self.lang) for plan, row in zip(self.plans, self.grid.rows, strict=True)]

    @property
    def days(self) -> list[tuple[datetime.date, str]]:
        return [(day, short_date(day, self.lang)) for day in self.grid.days]

    @property
    def in_words(self) -> str:
        told = {"n": self.grid.received, "all": self.grid.planned}
        return _("%(n)s of %(all)s planned counts came in") % told if self.plans else ""


def plan_view(cycle: Cycle, lang: str, entries: Iterable[Entry] | None = None) -> PlanView:
    """`entries`: those of the cycle, where the page has read them already."""
    found = cycle.entries.filter(ended_at=None, kind__in=COUNTING) if entries is None else entries
    return PlanView(cycle, tuple(plans_of(cycle)), tuple(found), lang)


def plans_of(cycle: Cycle) -> list[CountPlan]:
    return list(cycle.count_plans.filter(ended_at=None))
