"""The condition-coverage map of one thread (products N-3, mockup 08)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.cycles.conditions.models import Condition, RanUnder
from aimwell.contexts.cycles.conditions.queries.lists import seen_here
from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.cycles.queries.seen import cycle_seen
from aimwell.contexts.cycles.queries.threads import ThreadView
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, may_edit_team, visible_to
from aimwell.domain.pdsa import coverage as rules
from aimwell.domain.words.conditions_tried import (
    MARKS,
    NUMBER_OF,
    cell_words,
    next_title,
    next_words,
    ready_words,
    row_words,
    say,
)

MOST = 60
"""So many of the newest cycles of a thread are counted: a page stays as light with a thousand."""
SEEN_OF = {"met": rules.Seen.HELD, "below": rules.Seen.BELOW, "above": rules.Seen.ABOVE}


@dataclass(frozen=True)
class RowView:
    """One line of the map. `cells`: the marks of each column with their words."""

    text: str
    words: str
    cells: list[tuple[list[str], str]]
    next: bool


@dataclass(frozen=True)
class CoverageView:
    """The map as a page tells it; `columns` are those of the cycles shown."""

    found: rules.Coverage
    shown: frozenset[str]
    size: str
    lang: str
    cut: bool
    own: bool

    @cached_property
    def _at(self) -> list[int]:
        return [at for at, column in enumerate(self.found.columns) if not self.shown.isdisjoint(column.cycles)]

    @property
    def columns(self) -> list[str]:
        return [self.found.columns[at].label for at in self._at]

    @property
    def rows(self) -> list[RowView]:
        next_id = self.found.next.condition.id if self.found.next else ""
        return [self._row(row, here=row.condition.id == next_id) for row in self.found.rows]

    def _row(self, row: rules.Row, *, here: bool) -> RowView:
        cells = [row.cells[at] for at in self._at]
        told = [([MARKS[seen] for seen in cell], cell_words(cell, self.lang)) for cell in cells]
        return RowView(row.condition.text, row_words(row, self.lang), told, here)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The marks that stand in the map, with their words."""
        there = {seen for row in self.found.rows for seen in row.seen}
        return [(MARKS[seen], say(f"mark.{seen}", self.lang)) for seen in rules.Seen if seen in there]

    @property
    def next_title(self) -> str:
        return next_title(self.found.next, self.lang) if self.found.next else ""

    @property
    def next_words(self) -> str:
        return next_words(self.found.next, self.lang)

    @property
    def next_rule(self) -> str:
        return say("rule.next", self.lang)

    @cached_property
    def ready(self) -> tuple[str, str]:
        """What stands first, and the rule with where the thread is."""
        return ready_words(self.found.readiness, self.size, self.lang)


def coverage_of(user: User, view: ThreadView) -> CoverageView | None:
    """The map of the thread of `view`; None for readers to whom places are not shown. Two queries at most."""
    team, own = view.first.owner_team, may_edit_team(user, view.first.owner_team)
    ids = view.outline.ids[-MOST:]
    runs = _runs(user, team, ids)
    listed = list(_listed(user, team)) if own else list({row.condition_id: row.condition for row in runs}.values())
    if not listed and not own:
        return None
    tests = [_test(row) for row in runs]
    held = {test.cycle for test in tests if test.seen is rules.Seen.HELD}
    sizes = [row.cycle.size for row in runs if str(row.cycle_id) in held]
    return CoverageView(
        found=rules.coverage(view.outline.thread, [_condition(row) for row in listed], tests),
        shown=frozenset(step.step.cycle.id for step in view.steps),
        size=max(sizes, key=lambda size: NUMBER_OF.get(size, 1), default=""),
        lang=view.lang,
        cut=len(view.outline.ids) > MOST,
        own=own,
    )


def _listed(user: User, team: Team) -> Iterable[Condition]:
    return visible_to(user, Condition, team=team).order_by("pk")


def _runs(user: User, team: Team, ids: list[int]) -> list[RanUnder]:
    """What cycles for practice show does not count."""
    rows = visible_to(user, RanUnder, team=team).filter(cycle__in=ids, cycle__practice=False, cycle__ended_at=None)
    found = list(rows.select_related("condition", "cycle").order_by("condition_id", "cycle__number"))
    for row in found:
        row.cycle.owner_team = team
    return [row for row in found if row.condition.ended_at is None and _shown(user, row)]


def _shown(user: User, row: RanUnder) -> bool:
    eyes = eyes_of(user, row.cycle)
    row.cycle = cycle_seen(eyes, row.cycle)
    return seen_here(eyes, row.condition.kind)


def _test(row: RanUnder) -> rules.Test:
    return rules.Test(str(row.cycle_id), str(row.condition_id), came_out(row.cycle, row.came_out))


def came_out(cycle: Cycle, said: str = "") -> rules.Seen:
    """What the team said of this condition, else the verdict of the whole cycle."""
    if said and cycle.state in (CycleState.STUDYING, CycleState.DONE):
        return rules.Seen(said)
    verdict = verdict_of(cycle)
    if verdict is not None:
        return SEEN_OF.get(verdict.mark, rules.Seen.TRIED)
    return rules.Seen.TRIED if cycle.state == CycleState.DONE else rules.Seen.PLANNED


def _condition(row: Condition) -> rules.Condition:
    return rules.Condition(str(row.pk), row.text, rules.Kind(row.kind), row.own_kind)
