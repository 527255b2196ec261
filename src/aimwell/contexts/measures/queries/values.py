"""Stored values as the statistics need them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure, Missing, Observation, Unit
from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated, by_month, by_week, month_of, week_of
from aimwell.domain.render.chart_frame import Annotation as Mark
from aimwell.domain.render.chart_frame import Band
from aimwell.domain.spc.reading import Phase, Reading, Target
from aimwell.domain.spc.run_reading import run_reading

GATHER = {"week": by_week, "month": by_month}
STARTS = {"week": week_of, "month": month_of}


def dated_values(measures: Sequence[Measure], *, series: int | None = None) -> dict[tuple[int, int], list[Dated]]:
    """Values in force by (measure, series), in the order of dates; one query for all."""
    rows = Observation.objects.filter(series__measure__in=measures, series__ended_at=None, ended_at=None)
    if series is not None:
        rows = rows.filter(series=series)
    words = {code: str(label) for code, label in Missing.choices if code}
    found: dict[tuple[int, int], list[Dated]] = {}
    fields = ("series__measure", "series", "observed_on", "value", "numerator", "denominator", "missing", "note")
    for measure, line, on, value, top, bottom, missing, note in rows.order_by("observed_on").values_list(*fields):
        found.setdefault((measure, line), []).append(Dated(on, value, top, bottom, words.get(missing, missing), note))
    return found


def read(measure: Measure, values: Sequence[Dated], *, period: str, annotations: Iterable[Annotation] = ()) -> Reading:
    """The run chart of these values, gathered by `period`; phases and closures from the annotations."""
    marks = list(annotations)
    how = how_of(measure)
    gather = GATHER.get(period)
    points = gather(values, how=how) if gather else values
    return run_reading(
        points,
        phases=[Phase(one.starts_on, one.label) for one in marks if one.kind == AnnotationKind.PHASE],
        closures=[
            Closure(one.starts_on, one.ends_on or one.starts_on, one.label)
            for one in marks
            if one.kind == AnnotationKind.BREAK
        ],
        target=None if measure.target is None else Target(measure.target, measure.target_by),
        direction=direction_of(measure),
        unit=unit_of(measure),
        period=period,  # type: ignore[arg-type]
        how=how,
    )


def how_of(measure: Measure) -> Aggregate:
    """Counts of one period add up; other values are averaged."""
    return "sum" if measure.unit == Unit.COUNT else "mean"


def unit_of(measure: Measure) -> str:
    return {Unit.PERCENT: "%", Unit.COUNT: ""}.get(Unit(measure.unit), measure.unit_name)


def direction_of(measure: Measure) -> Any:
    return "" if measure.direction == "neither" else measure.direction


def marks_of(annotations: Iterable[Annotation], reading: Reading, *, period: str) -> list[Mark]:
    """Cycles and events for the drawing; phases come with the reading."""
    last = reading.values[-1].on if reading.values else None
    start_of = STARTS.get(period, _itself)

    def start(day: date) -> date:
        """A day later in the week of the last point belongs to that point; it would fall off the drawing else."""
        return last if last and day > last and start_of(day) == last else day

    return [
        Mark(start(one.starts_on), one.ends_on, "cycle" if one.kind == AnnotationKind.CYCLE else "event", one.label)
        for one in annotations
        if one.kind in (AnnotationKind.CYCLE, AnnotationKind.EVENT)
    ]


def _itself(day: date) -> date:
    return day


def bands_of(annotations: Iterable[Annotation]) -> list[Band]:
    return [
        Band(one.starts_on, one.ends_on or one.starts_on, one.label)
        for one in annotations
        if one.kind == AnnotationKind.BREAK
    ]
