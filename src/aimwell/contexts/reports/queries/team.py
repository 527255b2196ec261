"""The team's page and its printed sheet: views of the same graph, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aimwell.contexts.cycles.models import Cycle, Entry, EntryKind
from aimwell.contexts.cycles.queries import CycleRow, cycles_of, one_shot_of, open_cycles
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import ChartView, chart_of, latest_chart
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, eyes_of, may, may_edit_team, rungs_with, visible_to
from aimwell.contexts.reports.queries.history import HistoryLine, history_lines, told_of
from aimwell.contexts.theory.queries import GlanceDriver, GlanceIdea, InquiryView, begun, current_inquiry, glance_of
from aimwell.contexts.theory.queries.graph import aim_of
from aimwell.contexts.theory.voices.queries.points import four_points, in_lines
from aimwell.domain.access import Permission
from aimwell.domain.access.eyes import Detail
from aimwell.domain.pdsa.next_step import CycleFacts, Facts, Step, StepKind, next_steps
from aimwell.domain.render.aim_scale import aim_scale_svg
from aimwell.domain.theory.aims import Run, sentence
from aimwell.domain.theory.numbers import written
from aimwell.domain.words.next_step import TABLE
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.speech import kept_in_words

_scale = kept_in_words(maxsize=256)(aim_scale_svg)
"""Drawn once for all who read it, until a number in it changes."""
CHANGES = 5
RECENT_POINTS = 10
PAGES = {
    StepKind.FINISH_PROBLEM: "theory:problem",
    StepKind.HEAR: "theory:problem",
    StepKind.FIND_CAUSES: "theory:fishbone",
    StepKind.SET_AIM: "theory:aim",
    StepKind.DRAW_DRIVERS: "theory:drivers",
    StepKind.FIRST_CYCLE: "cycles:new",
    StepKind.NEXT_CYCLE: "cycles:new",
}


@dataclass(frozen=True)
class StepView:
    """A next step with its words and the page where it is done."""

    title: str
    task: str
    why: str
    button: str
    minutes: str
    url: str
    says_problem: bool


@dataclass(frozen=True)
class TeamView:
    """Everything the team's page shows. Each part is read when the page first asks for it."""

    user: Reader
    team: Team
    lang: str
    after: int
    is_member: bool

    @cached_property
    def inquiry(self) -> InquiryView | None:
        found = current_inquiry(self.user, self.team)
        return InquiryView(found, self.is_member, self.lang, with_measures=False) if found else None

    @cached_property
    def aim_runs(self) -> tuple[Run, ...]:
        """The aim as a sentence; empty until somebody has begun to write it."""
        if self.inquiry is None or self.inquiry.aim is None:
            return ()
        return sentence(aim_of(self.inquiry.aim), self.lang)

    @cached_property
    def drivers(self) -> tuple[GlanceDriver, ...]:
        """Each idea says what its circle says; one that is being tried says in which cycle."""
        trying = {cycle.idea_id: cycle.number for cycle in self.open_cycles}
        return tuple(
            replace(driver, ideas=tuple(self._trying(idea, trying) for idea in driver.ideas))
            for driver in (glance_of(self.inquiry) if self.inquiry else ())
        )

    def _trying(self, idea: GlanceIdea, trying: dict[int | None, int]) -> GlanceIdea:
        number = trying.get(idea.part.pk)
        return idea if number is None else replace(idea, words=TABLE.say("in_cycle", self.lang, number=number))

    @cached_property
    def open_cycles(self) -> list[Cycle]:
        return open_cycles(self.user, self.team)

    @property
    def open_cycle(self) -> CycleRow | None:
        order = ("studying", "doing", "draft")
        running = [cycle for cycle in self.open_cycles if cycle.paused_on is None]
        found = sorted(running, key=lambda cycle: (order.index(cycle.state), -cycle.pk))
        return CycleRow(found[0], self.lang) if found else None

    @cached_property
    def chart(self) -> ChartView | None:
        """The chart of the aim's measure where it has numbers, else of what was counted last."""
        own = self._measure_of_aim()
        chart = chart_of(self.user, own, lang=self.lang) if own else None
        if chart is not None and chart.reading.last is not None:
            return chart
        return latest_chart(self.user, self.team, lang=self.lang)

    def _measure_of_aim(self) -> Measure | None:
        measure = self.inquiry.aim.measure if self.inquiry and self.inquiry.aim else None
        if measure is None or measure.ended_at is not None or measure.owner_team_id != self.team.pk:
            return None
        measure.owner_team = self.team
        return measure if may(self.user, Permission.VIEW, measure) else None

    @cached_property
    def scale(self) -> SafeString:
        """From start to aim, with the latest values where the chart counts what the aim speaks of."""
        aim = self.inquiry.aim if self.inquiry else None
        if aim is None or aim.baseline is None or aim.target is None:
            return mark_safe("")
        chart = self.chart
        recent = _recent(chart) if chart and chart.measure.pk == aim.measure_id else []
        middle = median(recent) if recent else None
        unit = f"{NBSP}%" if aim.unit == "percent" else ""
        svg = _scale(
            baseline=(aim.baseline, written(aim.baseline) + unit),
            target=(aim.target, written(aim.target) + unit),
            recent=tuple(recent),
            middle=None if middle is None else (middle, written(round(middle)) + unit),
            lang=self.lang,
            period=chart.period if chart else "week",
        )
        return mark_safe(svg)  # noqa: S308  (written by the drawing, which escapes)

    @cached_property
    def changes(self) -> list[HistoryLine]:
        """The latest lines of the history; for members only."""
        return history_lines(self.user, self.team, told_of(self.team)[:CHANGES]) if self.is_member else []

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return next_steps(self._facts())

    @cached_property
    def step(self) -> StepView:
        """The step to show: the first, or the one after `after` others were put off."""
        return self._told(self.steps[self.after % len(self.steps)])

    @property
    def next_after(self) -> int | None:
        """How many steps to put off for the next one; None on the last."""
        return self.after + 1 if self.after + 1 < len(self.steps) else None

    @property
    def empty(self) -> bool:
        return self.inquiry is None

    def _facts(self) -> Facts:
        inquiry = self.inquiry
        if inquiry is None:
            return Facts()
        there = begun(inquiry.inquiry)
        return Facts(
            has_inquiry=True,
            problem_complete=inquiry.problem_checked or "problem" in inquiry.inquiry.skipped,
            evidence=there.evidence,
            perspectives=there.perspectives,
            causes=there.causes,
            aim_complete=not inquiry.aim_missing or "aim" in inquiry.inquiry.skipped,
            parts=len(inquiry.parts),
            measures=1 if self.chart else visible_to(self.user, Measure, team=self.team).count(),
            points=len(self.chart.reading.values) if self.chart else 0,
            cycles=len(self.open_cycles) or self._all_cycles(),
            open_cycles=tuple(_facts_of(cycle) for cycle in self.open_cycles if cycle.paused_on is None),
            one_shot=self._one_shot(),
        )

    def _one_shot(self) -> CycleFacts | None:
        """A cycle that nothing follows; asked only where nothing is open."""
        found = None if self.open_cycles else one_shot_of(self.user, self.team)
        return _facts_of(found) if found else None

    def _all_cycles(self) -> int:
        return visible_to(self.user, Cycle, team=self.team).filter(practice=False).count()

    def _told(self, step: Step) -> StepView:
        def say(part: str) -> str:
            number = step.cycle.number if step.cycle else ""
            return TABLE.say(f"{step.kind.value}.{part}", self.lang, number=number)

        minutes = TABLE.say("minutes", self.lang, n=step.minutes)
        title = say("title")
        task = title.removeprefix(TABLE.say("prefix", self.lang))
        return StepView(
            title,
            task[:1].upper() + task[1:],
            say("why"),
            say("button"),
            minutes,
            self._url(step),
            step.kind is StepKind.SAY_PROBLEM,
        )

    def _url(self, step: Step) -> str:
        if step.cycle is not None:
            return reverse("cycles:cycle", args=[step.cycle.id])
        if step.kind is StepKind.NAME_MEASURE:
            return reverse("measures:new", args=[self.team.pk])
        if step.kind is StepKind.ADD_NUMBERS:
            return reverse("measures:list", args=[self.team.pk])
        if self.inquiry is None:
            return reverse("reports:begin", args=[self.team.pk])
        return reverse(PAGES[step.kind], args=[self.inquiry.inquiry.pk])


def team_view(user: Reader, team: Team, *, lang: str, after: int = 0) -> TeamView:
    return TeamView(user, team, lang, after, is_member(user, team))


def is_member(user: Reader, team: Team) -> bool:
    return may_edit_team(user, team)


def _facts_of(cycle: Cycle) -> CycleFacts:
    due = cycle.look_on is not None and cycle.look_on <= timezone.localdate()
    return CycleFacts(cycle.pk, cycle.number, cycle.state, look_due=due)


def _recent(chart: ChartView) -> list[float]:
    return [point.value for point in chart.reading.values[-RECENT_POINTS:] if point.value is not None]


@dataclass(frozen=True)
class SheetView(TeamView):
    """One page for one meeting: the same facts as the team's page, in the order of the paper."""

    @property
    def finding(self) -> str:
        """The title: what the chart says, else the problem, else the team's name."""
        if self.chart:
            return self.chart.words.finding
        return self.inquiry.inquiry.problem if self.inquiry and self.inquiry.inquiry.problem else self.team.name

    @property
    def chart_print(self) -> SafeString:
        assert self.chart is not None
        return self.chart.svg("print")

    @cached_property
    def cycles(self) -> Sequence[CycleRow]:
        """The latest six, in their order."""
        rows = list(cycles_of(self.user, team=self.team))
        return [CycleRow(cycle, self.lang) for cycle in rows[-6:]]

    @cached_property
    def took_part(self) -> list[tuple[str, str]]:
        """Who of those it touches took part, where the team wrote it and the reader sees it (S2 R-8)."""
        view = self.inquiry
        if view is None or not eyes_of(self.user, view.inquiry).sees(Detail.BESIDE):
            return []
        return [(point, said) for point, said in in_lines(four_points(view)) if said]

    @cached_property
    def surprises(self) -> list[str]:
        """The latest two surprises written in Do, for those who read the notes of Do."""
        near = rungs_with(self.user, self.team, Detail.NOTES)
        rows = visible_to(self.user, Entry, team=self.team).filter(kind=EntryKind.SURPRISE, cycle__rung__in=near)
        return list(rows.order_by("-happened_on", "-id").values_list("text", flat=True)[:2])


def sheet_of(user: Reader, team: Team, *, lang: str) -> SheetView:
    return SheetView(user, team, lang, 0, is_member(user, team))
