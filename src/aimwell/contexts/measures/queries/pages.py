"""Everything the page of one measure shows, from few queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure, Series
from aimwell.contexts.measures.queries.charts import (
    ChartView,
    SmallView,
    chart_from,
    permitted_period,
    small_charts,
)
from aimwell.contexts.measures.queries.choosing import Made, made_of
from aimwell.contexts.measures.queries.foresight import ProposedPhase, held_gain, proposed_phase
from aimwell.contexts.measures.queries.lists import annotations_of, in_order, series_of
from aimwell.contexts.measures.queries.numbers import NumberRow, all_numbers
from aimwell.contexts.measures.queries.seen import least_seen, values_seen
from aimwell.contexts.measures.queries.values import dated_values
from aimwell.contexts.people.queries import Reader, eyes_of, may_edit_team
from aimwell.domain.errors import NotFound
from aimwell.domain.render.planning_words import last_year_words

SMALL_A_PAGE = 12
NUMBERS_SHOWN = 5


@dataclass(frozen=True)
class MeasurePage:
    """`small`: one page of small charts, empty for a single line. `numbers`: the latest five."""

    chart: ChartView
    member: bool
    line_count: int
    small: list[SmallView]
    page: Page[Series] | None
    numbers: list[NumberRow]
    number_count: int
    phases: list[Annotation]
    events: list[Annotation]
    breaks: list[Annotation]
    left_out: list[Annotation]
    no_phases: list[Annotation]
    made: Made
    proposed: ProposedPhase | None
    holding: str
    last_year: str

    @property
    def has_marks(self) -> bool:
        marks = self.phases or self.events or self.breaks or self.left_out or self.no_phases
        return bool(marks or self.chart.measure.baseline_until)

    @property
    def with_wholes(self) -> bool:
        return any(row.denominator for row in self.numbers)

    @property
    def with_notes(self) -> bool:
        return any(row.note for row in self.numbers)


def measure_page(
    user: Reader, measure: Measure, *, series: int | None = None, period: str = "", page: str = "1"
) -> MeasurePage:
    """Raises NotFound for a series that is not of this measure or not for this reader."""
    lines = in_order(series_of(user, measure))
    chosen = _chosen(lines, series)
    period = permitted_period(user, measure, chosen, period)
    eyes, marks = eyes_of(user, measure), annotations_of(user, measure)
    values = values_seen(eyes, dated_values([measure]))
    chart = chart_from(measure, chosen, values, marks, period=period, least=least_seen(eyes, measure))
    member = may_edit_team(user, measure.owner_team)
    shown = Paginator(lines, SMALL_A_PAGE).get_page(page) if member and chosen is None and len(lines) > 1 else None
    small = small_charts(measure, lines, values, marks, period=period, shown=list(shown)) if shown else []
    rows = all_numbers(chart)
    return MeasurePage(
        chart=chart, member=member, line_count=len(lines), small=small, page=shown, numbers=rows[:NUMBERS_SHOWN],
        number_count=len(rows), phases=_of(marks, AnnotationKind.PHASE), events=_of(marks, AnnotationKind.EVENT),
        breaks=_of(marks, AnnotationKind.BREAK), left_out=_of(marks, AnnotationKind.LEFT_OUT),
        no_phases=_of(marks, AnnotationKind.NO_PHASE),
        made=made_of(chart, [chart.reading, *(one.reading for one in small)]),
        proposed=proposed_phase(chart, marks) if member and chosen is None else None, holding=held_gain(chart),
        last_year=last_year_words(chart.reading, chart.lang),
    )  # fmt: skip


def _chosen(lines: Sequence[Series], pk: int | None) -> Series | None:
    if pk is None:
        return None
    found = next((line for line in lines if line.pk == pk), None)
    if found is None:
        raise NotFound
    return found


def _of(marks: Sequence[Annotation], kind: AnnotationKind) -> list[Annotation]:
    return [mark for mark in marks if mark.kind == kind]
