"""Cycles in their threads: which led to which, how deep a thread goes, what branched off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries.facts import link_of, result_of
from aimwell.contexts.cycles.queries.seen import cycle_seen
from aimwell.contexts.cycles.queries.words import CycleRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.ramps import Step, Thread, depth_words, spread_words, threads
from aimwell.domain.render.ramp import RampCycle, StripItem, ramp_strip, ramp_svg

URGENCY = {CycleState.STUDYING: 0, CycleState.DOING: 1, CycleState.DRAFT: 2, CycleState.DONE: 3}


def language() -> str:
    return get_language() or "en"


def cycles_of(user: User, *, team: Team, inquiry: Inquiry | None = None) -> list[Cycle]:
    """The team's cycles as `user` may see them, in the order of their numbers. One query."""
    rows = visible_to(user, Cycle, team=team).select_related("idea")
    if inquiry is not None:
        rows = rows.filter(inquiry=inquiry)
    return _seen(user, team, rows.order_by("inquiry_id", "number"))


def _seen(user: User, team: Team, rows: Iterable[Cycle]) -> list[Cycle]:
    found = list(rows)
    for cycle in found:
        cycle.owner_team = team
    return [cycle_seen(eyes_of(user, cycle), cycle) for cycle in found]


@dataclass(frozen=True)
class StepView:
    """A cycle at its place in a thread. `why` is what the cycle before taught, in its own words."""

    step: Step
    row: CycleRow

    @property
    def branch(self) -> bool:
        return self.step.line > 0

    @property
    def why(self) -> str:
        return self.row.cycle.why_follows


def _told(row: CycleRow) -> RampCycle:
    cycle = row.cycle
    return RampCycle(
        id=str(cycle.pk),
        title=row.title,
        state=State(cycle.state),
        meta=row.where,
        prediction=row.prediction,
        result=result_of(cycle) if row.verdict else None,
        decision=row.decision if row.done else "",
        because=cycle.decision_reason if row.done else "",
    )


def _item(item: StripItem, row: CycleRow) -> dict[str, Any]:
    """What the component {% ramp %} draws."""
    words = {"no": item.label, "name": item.title, "where": item.meta, "predicted": item.words, "act": item.foot}
    return {**words, "strip": row.strip, "mark": item.mark, "url": row.url, "current": item.here, "draft": item.draft}


@dataclass(frozen=True)
class ThreadView:
    """A thread with its words. `title`: the idea, or what was tried first."""

    thread: Thread
    steps: tuple[StepView, ...]
    lang: str

    @property
    def first(self) -> Cycle:
        return self.steps[0].row.cycle

    @property
    def inquiry_id(self) -> int:
        return self.first.inquiry_id

    @property
    def title(self) -> str:
        return str(self.first.idea or self.first.try_what)

    @cached_property
    def told(self) -> dict[str, RampCycle]:
        """The cycles as the drawing tells them; the reason stands where the next cycle starts."""
        return {step.step.cycle.id: _told(step.row) for step in self.steps}

    def drawing(self, *, here: Cycle | None = None) -> SafeString:
        address = reverse("cycles:cycle", args=[0]).replace("0", "{id}")
        at = str(here.pk) if here else ""
        svg = ramp_svg(self.thread, self.told, lang=self.lang, here=at, href=address)
        return mark_safe(svg)  # noqa: S308  (written by the ramp, which escapes)

    def strip(self, here: Cycle) -> list[dict[str, Any]]:
        """The band above the page of `here`: what led to it, and what follows."""
        rows = {step.step.cycle.id: step.row for step in self.steps}
        items = ramp_strip(self.thread, self.told, here=str(here.pk), lang=self.lang)
        return [_item(item, rows[item.id]) for item in items]

    @property
    def main(self) -> list[StepView]:
        return [step for step in self.steps if not step.branch]

    @property
    def branches(self) -> int:
        return len({step.step.line for step in self.steps if step.branch})

    @property
    def depth(self) -> str:
        return depth_words(self.thread, self.lang)

    @cached_property
    def next(self) -> CycleRow | None:
        """The cycle to open next: the furthest on the main line that is not done, else any that is not."""
        waiting = [step.row for step in (*reversed(self.main), *self.steps) if not step.row.done]
        return waiting[0] if waiting else None

    @property
    def urgency(self) -> int:
        """0 with a cycle in Study, 1 in Do, 2 with a draft, 3 with nothing open."""
        return min(URGENCY[CycleState(step.row.cycle.state)] for step in self.steps)

    def holds(self, cycle: Cycle) -> bool:
        return any(step.row.cycle.pk == cycle.pk for step in self.steps)


def thread_views(cycles: Iterable[Cycle], lang: str) -> list[ThreadView]:
    """Threads of `cycles`: those in Study first, then in Do, then drafted, then done; newest first in each.

    A cycle is called by its number everywhere.
    """
    rows = {str(cycle.pk): CycleRow(cycle, lang) for cycle in cycles}
    views = [_view(thread, rows, lang) for thread in threads(link_of(row.cycle) for row in rows.values())]
    return sorted(views, key=lambda view: (view.urgency, -max(step.row.cycle.pk for step in view.steps)))


def _view(thread: Thread, rows: dict[str, CycleRow], lang: str) -> ThreadView:
    steps = tuple(replace(step, label=str(rows[step.cycle.id].cycle.number)) for step in thread.steps)
    return ThreadView(Thread(steps), tuple(StepView(step, rows[step.cycle.id]) for step in steps), lang)


def spread(views: list[ThreadView], view: ThreadView) -> str:
    """What stands beside `view`: threads of one cycle, said neutrally."""
    return spread_words((other.thread for other in views if other is not view), view.lang)


@dataclass(frozen=True)
class Ramp:
    """All threads of one inquiry. `shown` is the one asked for, else the first."""

    inquiry: Inquiry
    views: list[ThreadView]
    shown: ThreadView | None

    @property
    def spread(self) -> str:
        return spread(self.views, self.shown) if self.shown else ""


def ramp(user: User, inquiry: Inquiry, *, thread: int | None = None) -> Ramp:
    """The ramp of an inquiry; `thread` is the key of any cycle in the thread to show."""
    views = thread_views(cycles_of(user, team=inquiry.owner_team, inquiry=inquiry), language())
    asked = [view for view in views if any(step.row.cycle.pk == thread for step in view.steps)]
    return Ramp(inquiry, views, next(iter([*asked, *views]), None))


def open_cycles(user: User, team: Team) -> list[Cycle]:
    """Cycles of the team that are not done, oldest first. One query."""
    rows = visible_to(user, Cycle, team=team).exclude(state=CycleState.DONE)
    return _seen(user, team, rows.order_by("id"))


def open_cycle(user: User, team: Team) -> CycleRow | None:
    """The cycle that needs the team first: one in Study, then in Do, then a draft; the newest of each."""
    found = sorted(open_cycles(user, team), key=lambda cycle: (URGENCY[CycleState(cycle.state)], -cycle.pk))
    return CycleRow(found[0], language()) if found else None
