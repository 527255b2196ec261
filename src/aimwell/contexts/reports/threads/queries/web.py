"""Everything of one inquiry that its reader may see, as nodes and lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import Reader, visible_to
from aimwell.contexts.theory.models import Part, PartKind
from aimwell.contexts.theory.noticing.models import MandatedGoal
from aimwell.contexts.theory.practices.queries import practices_of
from aimwell.contexts.theory.predicting.models import BoardState, Prediction
from aimwell.contexts.theory.processes.models import Step
from aimwell.contexts.theory.processes.queries import processes_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.voices.models import Ground, Quote
from aimwell.domain.theory.trace import Node, Stage, Web
from aimwell.domain.words.dates import long_date


@dataclass(frozen=True)
class Weave:
    """What is known so far. Whatever a thing rests on and its reader may not see is told as a gap, never named."""

    user: Reader
    view: InquiryView
    nodes: list[Node] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    edges: set[tuple[str, str]] = field(default_factory=set)

    @property
    def problem(self) -> str:
        return f"problem-{self.view.inquiry.pk}"

    def add(self, kind: str, row: Any, stage: Stage, page: str, *before: str, label: str = "") -> None:
        name = f"{kind}-{row.pk}"
        self.nodes.append(Node(name, stage, label or str(row)))
        self.pages[name] = page
        self.edges.update((one, name) for one in before)

    def tie(self, first: str, first_pk: int | None, then: str, then_pk: int | None) -> None:
        """A line from what came first, where there are both."""
        if first_pk and then_pk:
            self.edges.add((f"{first}-{first_pk}", f"{then}-{then_pk}"))


def web_of(user: Reader, view: InquiryView) -> tuple[Web, dict[str, str]]:
    """The web and the page of each node. The number of queries does not grow with what is stored."""
    weave = Weave(user, view)
    problem = reverse("theory:problem", args=[view.inquiry.pk])
    weave.add("problem", view.inquiry, Stage.PROBLEM, problem)
    for part in (_goals, _voices, _work_today, _predictions, _causes, _theory, _measures_and_cycles):
        part(weave)
    return Web(tuple(weave.nodes), frozenset(weave.edges)), weave.pages


def _goals(weave: Weave) -> None:
    """Goals from outside lie on a page of the team."""
    inquiry = weave.view.inquiry
    if not weave.view.may_edit:
        return
    page = reverse("noticing:goals", args=[inquiry.owner_team_id])
    for goal in visible_to(weave.user, MandatedGoal, team=inquiry.owner_team).filter(inquiries=inquiry):
        weave.add("goal", goal, Stage.GOAL, f"{page}#row-{goal.pk}")
        weave.tie("goal", goal.pk, "problem", inquiry.pk)


def _voices(weave: Weave) -> None:
    """Interviews, what came up in them, and answers in groups: for the team alone, as on their own pages."""
    inquiry = weave.view.inquiry
    if not weave.view.may_edit:
        return
    page = reverse("voices:voices", args=[inquiry.pk])
    for one in inquiry.interviews.filter(ended_at=None):
        label = f"{one.role}, {long_date(one.held_on, weave.view.lang)}"
        page_of_one = reverse("voices:interview", args=[one.pk])
        weave.add("interview", one, Stage.VOICE, page_of_one, weave.problem, label=label)
    for theme in inquiry.themes.filter(ended_at=None):
        weave.add("theme", theme, Stage.VOICE, f"{page}#theme-{theme.pk}", weave.problem)
    for board in inquiry.groupings.filter(ended_at=None):
        weave.add("grouping", board, Stage.VOICE, reverse("voices:grouping", args=[board.pk]), weave.problem)
    said = Quote.objects.filter(interview__inquiry=inquiry, ended_at=None, interview__ended_at=None)
    for interview, theme_pk in said.values_list("interview_id", "theme_id"):
        weave.tie("interview", interview, "theme", theme_pk)
    rows = Ground.objects.filter(evidence__inquiry=inquiry, ended_at=None)
    for evidence, theme_pk, grouping in rows.values_list("evidence_id", "theme_id", "category__grouping_id"):
        weave.tie("theme", theme_pk, "evidence", evidence)
        weave.tie("grouping", grouping, "evidence", evidence)


def _work_today(weave: Weave) -> None:
    """What is done already, how the work goes, and the causes found at its steps."""
    inquiry = weave.view.inquiry
    for one in practices_of(weave.view):
        weave.add("practice", one, Stage.PRACTICE, one.get_absolute_url(), weave.problem)
    for process in processes_of(weave.view):
        weave.add("process", process, Stage.PROCESS, process.get_absolute_url(), weave.problem)
    steps = Step.objects.filter(process__inquiry=inquiry, ended_at=None).exclude(became=None)
    for process_pk, cause in steps.values_list("process_id", "became_id"):
        weave.tie("process", process_pk, "cause", cause)


def _predictions(weave: Weave) -> None:
    """Of closed rounds only: before, a thread would break the silence."""
    rows = Prediction.objects.filter(
        board__inquiry=weave.view.inquiry, board__state=BoardState.CLOSED, board__ended_at=None, ended_at=None
    )
    for one in rows.order_by("pk") if weave.view.beside else ():
        weave.add("prediction", one, Stage.PREDICTION, one.get_absolute_url(), weave.problem, label=one.text[:80])
        weave.tie("prediction", one.pk, "cause", one.became_id)


def _causes(weave: Weave) -> None:
    view = weave.view
    for one in view.evidence:
        weave.add("evidence", one, Stage.EVIDENCE, weave.pages[weave.problem], weave.problem)
        weave.tie("evidence", one.pk, "cause", one.cause_id)
    for cause in view.causes:
        page = reverse("theory:fishbone", args=[view.inquiry.pk]) + f"?view=outline&cause={cause.pk}#cause-{cause.pk}"
        above = f"cause-{cause.parent_id}" if cause.parent_id else weave.problem
        weave.add("cause", cause, Stage.CAUSE, page, above)


def _theory(weave: Weave) -> None:
    view = weave.view
    if view.aim:
        weave.add("aim", view.aim, Stage.AIM, reverse("theory:aim", args=[view.inquiry.pk]), weave.problem)
    drivers = reverse("theory:drivers", args=[view.inquiry.pk])
    for part in view.parts:
        stage = Stage.IDEA if part.kind == PartKind.IDEA else Stage.DRIVER
        weave.add("part", part, stage, f"{drivers}?part={part.pk}#panel")
    for link in view.links:
        if link.parent_id:
            weave.tie("part", link.parent_id, "part", link.child_id)
        elif view.aim:
            weave.tie("aim", view.aim.pk, "part", link.child_id)
    rests = Part.causes.through.objects.filter(part__inquiry=view.inquiry).values_list("cause_id", "part_id")
    for cause, part_pk in rests:
        weave.tie("cause", cause, "part", part_pk)


def _measures_and_cycles(weave: Weave) -> None:
    user, view, team = weave.user, weave.view, weave.view.inquiry.owner_team
    cycles = list(visible_to(user, Cycle, team=team).filter(inquiry=view.inquiry).order_by("number"))
    held = [("part", part.pk, part.measure_id) for part in view.parts]
    held += [("aim", view.aim.pk, view.aim.measure_id)] if view.aim else []
    wanted = {measure for _kind, _pk, measure in held if measure} | {one.measure_id for one in cycles if one.measure_id}
    for measure in visible_to(user, Measure, team=team).filter(pk__in=wanted):
        weave.add("measure", measure, Stage.MEASURE, reverse("measures:measure", args=[measure.pk]))
    for kind, pk, measure_pk in held:
        weave.tie(kind, pk, "measure", measure_pk)
    for cycle in cycles:
        weave.add("cycle", cycle, Stage.CYCLE, reverse("cycles:cycle", args=[cycle.pk]))
        weave.tie("measure", cycle.measure_id, "cycle", cycle.pk)
        weave.tie("part", cycle.idea_id, "cycle", cycle.pk)
        weave.tie("cycle", cycle.predecessor_id, "cycle", cycle.pk)
        if cycle.learned:
            weave.nodes.append(Node(f"learning-{cycle.pk}", Stage.LEARNING, cycle.learned))
            weave.tie("cycle", cycle.pk, "learning", cycle.pk)
