"""Cycles in their threads: which led to which, how deep a thread goes, what branched off.

All of a team's cycles are read as plain links; whole rows only for those that a page shows. So a page is as light with
a thousand cycles as with ten.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle, CycleState, Decision
from aimwell.contexts.cycles.queries.facts import result_of
from aimwell.contexts.cycles.queries.seen import cycle_seen
from aimwell.contexts.cycles.queries.words import CycleRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.ramps import (
    ONE_SHOT_DAYS,
    CycleLink,
    Step,
    Thread,
    depth_words,
    one_shot,
    spread_words,
    threads,
)
from aimwell.domain.render.ramp import RampCycle, StripItem, ramp_strip, ramp_svg
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.pdsa import say

URGENCY = {CycleState.STUDYING: 0, CycleState.DOING: 1, CycleState.DRAFT: 2, CycleState.DONE: 3}
STEPS, THREADS, OTHERS, AROUND = 12, 10, 30, 3
"""What one page holds: cycles of a thread, threads of a list, other threads beside one, neighbours of a cycle."""


def language() -> str:
    return get_language() or "en"


def cycles_of(user: User, *, team: Team, inquiry: Inquiry | None = None) -> list[Cycle]:
    """The team's cycles as `user` may see them, in the order of their numbers; for practice only those of `inquiry`."""
    rows = visible_to(user, Cycle, team=team).select_related("idea")
    rows = rows.filter(inquiry=inquiry) if inquiry is not None else rows.filter(practice=False)
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
class Outline:
    """A thread before its rows are read: all its links, with the number of each cycle and the inquiry."""

    thread: Thread
    inquiry_id: int

    @cached_property
    def ids(self) -> list[int]:
        """The cycles, oldest first."""
        return sorted(int(step.cycle.id) for step in self.thread.steps)

    @cached_property
    def urgency(self) -> int:
        """0 with a cycle in Study, 1 in Do, 2 with a draft, 3 with nothing open."""
        return min(URGENCY[CycleState(step.cycle.state)] for step in self.thread.steps)

    @cached_property
    def next(self) -> str:
        """The cycle to open next: the furthest on the main line that is not done, else any that is not."""
        steps = (*reversed(self.thread.main), *self.thread.steps)
        return next((step.cycle.id for step in steps if step.cycle.state is not State.DONE), "")

    def holds(self, pk: int | None) -> bool:
        return pk in self.ids

    def latest(self, most: int = STEPS, *, before: int = 0) -> Thread:
        """The newest cycles; `before` leaves out as many of the newest."""
        end = max(0, len(self.ids) - before)
        return self.thread.only(map(str, self.ids[max(0, end - most) : end]))


def outlines(links: Iterable[tuple[CycleLink, int, int]]) -> list[Outline]:
    """Threads of links with number and inquiry: in Study first, then in Do, drafted, done; newest first in each.

    A cycle is called by its number everywhere.
    """
    known = {link.id: (link, number, inquiry) for link, number, inquiry in links}
    found = []
    for thread in threads(link for link, _number, _inquiry in known.values()):
        steps = tuple(replace(step, label=str(known[step.cycle.id][1])) for step in thread.steps)
        found.append(Outline(Thread(steps), known[steps[0].cycle.id][2]))
    return sorted(found, key=lambda outline: (outline.urgency, -outline.ids[-1]))


def outlines_of(user: User, *, team: Team, inquiry: Inquiry | None = None, also: int | None = None) -> list[Outline]:
    """The outlines of the team's threads as `user` may see them; `also`: a cycle that is set aside. One query.

    Those for practice only where one inquiry is asked for.
    """
    rows = visible_to(user, Cycle, team=team, with_ended=True)
    rows = rows.filter(inquiry=inquiry) if inquiry is not None else rows.filter(practice=False)
    rows = rows.filter(Q(ended_at=None) | Q(pk=also)) if also is not None else rows.filter(ended_at=None)
    names = ("pk", "state", "predecessor_id", "idea_id", "number", "inquiry_id")
    told = rows.order_by("inquiry_id", "number").values_list(*names)
    return outlines(
        (CycleLink(str(pk), State(state), str(before or ""), idea=str(idea or "")), number, at)
        for pk, state, before, idea, number, at in told
    )


def shown(user: User, team: Team, parts: Iterable[tuple[Outline, Thread]]) -> list[ThreadView]:
    """The parts of threads that a page shows, each with its first cycle and the one to open next. One query."""
    asked = list(parts)
    ids = {step.cycle.id for _outline, part in asked for step in part.steps}
    ids |= {name for outline, _part in asked for name in (outline.thread.steps[0].cycle.id, outline.next) if name}
    rows = visible_to(user, Cycle, team=team, with_ended=True).filter(pk__in=map(int, ids)).select_related("idea")
    told = {str(cycle.pk): CycleRow(cycle, language()) for cycle in _seen(user, team, rows)}
    return [_view(outline, part, told, language()) for outline, part in asked]


@dataclass(frozen=True)
class ThreadView:
    """A thread with its words. `title`: the idea, or what was tried first. Of a long one, `steps` are a part."""

    outline: Outline
    thread: Thread
    steps: tuple[StepView, ...]
    root: CycleRow
    next: CycleRow | None
    lang: str
    of_idea: int = 0
    """Which test of its idea the cycle is around which it was read; 0 without an idea (S2 R-27)."""

    @property
    def first(self) -> Cycle:
        return self.root.cycle

    @property
    def inquiry_id(self) -> int:
        return self.outline.inquiry_id

    @property
    def length(self) -> int:
        """How many cycles the whole thread has."""
        return len(self.outline.thread.steps)

    @property
    def is_part(self) -> bool:
        return len(self.steps) < self.length

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
        """How deep it goes, in one sentence; after a while without a next cycle, a question (S0 R-14)."""
        if self.one_shot and (at := self.first.done_at):
            return say("depth.one_shot", self.lang, day=long_date(timezone.localdate(at), self.lang))
        return depth_words(self.outline.thread, self.lang)

    @property
    def one_shot(self) -> bool:
        """Whether one cycle was finished a while ago and nothing followed. An idea given up has said what it taught."""
        cycle = self.first
        if cycle.practice or cycle.decision == Decision.ABANDON:
            return False
        done_on = timezone.localdate(cycle.done_at) if cycle.done_at else None
        return one_shot(self.outline.thread, done_on, timezone.localdate())


def _view(outline: Outline, part: Thread, rows: dict[str, CycleRow], lang: str) -> ThreadView:
    root = rows[outline.thread.steps[0].cycle.id]
    steps = tuple(StepView(step, rows[step.cycle.id]) for step in part.steps)
    return ThreadView(outline, part, steps, root, rows.get(outline.next), lang)


def spread(found: Iterable[Outline], here: Outline) -> str:
    """What stands beside `here`: threads of one cycle, said neutrally."""
    return spread_words((other.thread for other in found if other is not here), language())


@dataclass(frozen=True)
class ThreadPage:
    """One page of the team's threads; `number` counts from 1."""

    views: list[ThreadView]
    number: int
    pages: int
    spread: str


def thread_page(user: User, team: Team, number: int = 1) -> ThreadPage:
    """The team's threads, each with its newest cycles. Two queries, however many cycles there are."""
    found = outlines_of(user, team=team)
    pages = max(1, -(-len(found) // THREADS))
    at = min(max(1, number), pages)
    here = found[(at - 1) * THREADS : at * THREADS]
    views = shown(user, team, [(outline, outline.latest()) for outline in here])
    return ThreadPage(views, at, pages, spread(found, found[0]) if found else "")


@dataclass(frozen=True)
class Ramp:
    """The threads of one inquiry. `shown` is the one asked for, else the first; of a long one a part.

    `before` is how many newer cycles are left out; `others` are known by their title.
    """

    inquiry: Inquiry
    shown: ThreadView | None = None
    others: tuple[ThreadView, ...] = ()
    spread: str = ""
    before: int = 0

    @property
    def views(self) -> list[ThreadView]:
        return [self.shown, *self.others] if self.shown else []

    @property
    def older(self) -> int | None:
        """How many to leave out to see the cycles before these; None where there are none."""
        at = self.before + STEPS
        return at if self.shown and at < self.shown.length else None

    @property
    def newer(self) -> int | None:
        return max(0, self.before - STEPS) if self.before else None


def ramp(user: User, inquiry: Inquiry, *, thread: int | None = None, before: int = 0) -> Ramp:
    """The ramp of an inquiry; `thread` is the key of any cycle in the thread to show. Two queries."""
    found = outlines_of(user, team=inquiry.owner_team, inquiry=inquiry)
    if not found:
        return Ramp(inquiry)
    asked = next((outline for outline in found if outline.holds(thread)), found[0])
    at = before if 0 <= before < len(asked.ids) else 0
    rest = [outline for outline in found if outline is not asked][:OTHERS]
    parts = [(asked, asked.latest(before=at)), *((outline, outline.thread.only(())) for outline in rest)]
    first, *others = shown(user, inquiry.owner_team, parts)
    return Ramp(inquiry, first, tuple(others), spread(found, asked), at)


def ramp_whole(user: User, inquiry: Inquiry) -> list[ThreadView]:
    """All threads of an inquiry with all their cycles, as a program reads them. Two queries."""
    found = outlines_of(user, team=inquiry.owner_team, inquiry=inquiry)
    return shown(user, inquiry.owner_team, [(outline, outline.thread) for outline in found])


def thread_around(user: User, cycle: Cycle) -> ThreadView:
    """The thread of a cycle, what is nearest to it; one that is set aside still stands in it. Two queries."""
    also = cycle.pk if cycle.ended_at is not None else None
    found = outlines_of(user, team=cycle.owner_team, inquiry=cycle.inquiry, also=also)
    outline = next(outline for outline in found if outline.holds(cycle.pk))
    part = outline.thread.around(str(cycle.pk), before=AROUND, after=AROUND)
    [view] = shown(user, cycle.owner_team, [(outline, part)])
    return replace(view, of_idea=_test_of_idea(found, cycle))


def _test_of_idea(found: Iterable[Outline], cycle: Cycle) -> int:
    """1 for the first cycle of its idea in any thread, whatever its number in the effort."""
    if cycle.idea_id is None:
        return 0
    steps = (step for outline in found for step in outline.thread.steps if step.cycle.idea == str(cycle.idea_id))
    return sum(int(step.label) <= cycle.number for step in steps)


def one_shot_of(user: User, team: Team) -> Cycle | None:
    """The newest cycle done a while ago that follows none and that none follows (S0 R-14). One query."""
    since = timezone.now() - datetime.timedelta(days=ONE_SHOT_DAYS)
    rows = visible_to(user, Cycle, team=team).filter(state=CycleState.DONE, practice=False, predecessor=None)
    followed = Cycle.objects.filter(predecessor=OuterRef("pk"), ended_at=None)
    rows = rows.filter(~Exists(followed), done_at__lte=since).exclude(decision=Decision.ABANDON)
    return next(iter(_seen(user, team, rows.order_by("-done_at")[:1])), None)


def open_cycles(user: User, team: Team) -> list[Cycle]:
    """Cycles of the team that are not done, without those for practice, oldest first. One query."""
    rows = visible_to(user, Cycle, team=team).filter(practice=False).exclude(state=CycleState.DONE)
    return _seen(user, team, rows.order_by("id"))


def open_cycle(user: User, team: Team) -> CycleRow | None:
    """The cycle that needs the team first: one in Study, then in Do, then a draft; the newest of each."""
    found = sorted(open_cycles(user, team), key=lambda cycle: (URGENCY[CycleState(cycle.state)], -cycle.pk))
    return CycleRow(found[0], language()) if found else None
