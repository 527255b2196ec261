"""One point of a chart, and what can be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure
from aimwell.contexts.measures.queries.charts import ChartView, chart_from, permitted_period
from aimwell.contexts.measures.queries.foresight import year_starts
from aimwell.contexts.measures.queries.lists import annotations_of
from aimwell.contexts.measures.queries.values import dated_values, last_day, phases_of
from aimwell.contexts.people.queries import Reader
from aimwell.domain.errors import NotFound
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.render.planning_words import new_year_reason
from aimwell.domain.spc.reading import ReadingPoint
from aimwell.domain.words.rules import TABLE as RULES


@dataclass(frozen=True)
class PointPage:
    """`left_out`: the marks that take it out. `phase`: the mark of the phase that it lies in, None in the first."""

    chart: ChartView
    point: ReadingPoint
    before: date | None
    after: date | None
    left_out: list[Annotation]
    phase: Annotation | None
    baseline_until: date | None

    @property
    def on(self) -> date:
        return self.point.on

    @property
    def last(self) -> date:
        """Last day of the period that the point stands for."""
        return last_day(self.on, self.chart.period)

    @property
    def voice(self) -> Voice:
        return voice_for(self.chart.reading, self.chart.lang)

    @property
    def when(self) -> str:
        return self.voice.when(self.on)

    @property
    def value(self) -> str:
        return self.voice.full(self.point)

    @property
    def centre(self) -> str:
        return "" if self.point.centre is None else self.voice.centre(self.point.centre)

    @property
    def limits(self) -> tuple[str, str] | None:
        if self.point.lower is None or self.point.upper is None:
            return None
        return self.voice.centre(self.point.lower), self.voice.centre(self.point.upper)

    @property
    def broken(self) -> list[str]:
        """Every rule that it breaks, in words."""
        return [RULES.say(name, self.chart.lang) for name in self.point.broken]

    @property
    def begins_phase(self) -> bool:
        """A phase begins here already, or the whole chart does."""
        return self.before is None or (self.phase is not None and self.on <= self.phase.starts_on <= self.last)

    @property
    def phase_reason(self) -> str:
        """What a phase that begins here could be called; empty where only the team can know."""
        return new_year_reason(self.chart.lang) if self.on in year_starts(self.chart.reading) else ""

    @property
    def ends_baseline(self) -> bool:
        return self.baseline_until is not None and self.on <= self.baseline_until <= self.last


def point_page(user: Reader, measure: Measure, on: date, *, period: str = "") -> PointPage:
    """Raises NotFound for a day without a point."""
    period = permitted_period(user, measure, None, period)
    marks = list(annotations_of(user, measure))
    chart = chart_from(measure, None, dated_values([measure]), marks, period=period)
    points = chart.reading.points
    place = next((number for number, point in enumerate(points) if point.on == on), None)
    if place is None:
        raise NotFound
    end = last_day(on, period)
    phase = next((one for one in reversed(phases_of(marks)) if one.starts_on <= end), None)
    return PointPage(
        chart=chart,
        point=points[place],
        before=points[place - 1].on if place else None,
        after=points[place + 1].on if place + 1 < len(points) else None,
        left_out=[
            one
            for one in marks
            if one.kind == AnnotationKind.LEFT_OUT and one.starts_on <= end and (one.ends_on or one.starts_on) >= on
        ],
        phase=phase,
        baseline_until=phase.baseline_until if phase else measure.baseline_until,
    )
