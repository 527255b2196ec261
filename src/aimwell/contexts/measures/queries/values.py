"""Stored values as the statistics need them."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language

from aimwell.contexts.measures.models import (
    Annotation,
    AnnotationKind,
    LineFrom,
    Measure,
    Missing,
    Observation,
    Period,
    Unit,
)
from aimwell.contexts.measures.queries.possible import SUBGROUP_CHARTS, Numbers, missing_for, numbers_of
from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated, by_day, by_month, by_week, month_of, week_of
from aimwell.domain.calendar.session import SchoolDays, counts_per_session
from aimwell.domain.render.chart_frame import Annotation as Mark
from aimwell.domain.render.chart_frame import Band
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.reading import Phase, Reading, Target
from aimwell.domain.words.pdsa import TABLE as PDSA
from aimwell.domain.words.sharing import TABLE as SHARING

GATHER = {"day": by_day, "week": by_week, "month": by_month}
STARTS = {"week": week_of, "month": month_of}
CYCLE_MARK = re.compile(r"(?:Cycle|Ciclo) (\d+)")


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


@dataclass(frozen=True, slots=True)
class Gathered:
    """Values as the points of a chart: `exclude` are the dates whose values are all left out. `sessions`: each is a
    count over its school days.
    """

    points: tuple[Dated, ...]
    exclude: frozenset[date]
    numbers: Numbers
    chart: ChartKind
    sessions: bool


def read(
    measure: Measure,
    values: Sequence[Dated],
    *,
    period: str,
    annotations: Iterable[Annotation] = (),
    together: bool = True,
    least: int = 0,
) -> Reading:
    """The chart of these values as the measure asks for it; where they cannot make it, their run chart."""
    marks = list(annotations)
    found = gather(measure, values, period=period, annotations=marks, least=least)
    return read_points(measure, found, period=period, annotations=marks, together=together)


def read_points(
    measure: Measure, found: Gathered, *, period: str, annotations: Iterable[Annotation], together: bool = True
) -> Reading:
    """`together` off: one of several lines, to which a line set by hand for the sum of all does not belong."""
    marks = list(annotations)
    by_hand = measure.line_from == LineFrom.GIVEN and (together or how_of(measure) != "sum")
    return _reading(
        found.points,
        chart=found.chart,
        rules=measure.rules,
        phases=tuple(Phase(one.starts_on, one.label) for one in phases_of(marks)),
        freeze=tuple(_baselines(measure, phases_of(marks))),
        exclude=found.exclude,
        closures=closures_of(marks),
        centre=measure.line_value if by_hand else None,
        centre_source=measure.line_source,
        last_year=measure.line_from == LineFrom.LAST_YEAR,
        per_session=found.sessions,
        target=None if measure.target is None else Target(measure.target, measure.target_by),
        direction=direction_of(measure),
        unit=unit_of(measure),
        period=period,
        how=how_of(measure),
    )


@lru_cache(maxsize=512)
def _reading(points: tuple[Dated, ...], **settings: Any) -> Reading:
    """Many readers open the same chart between two counts."""
    return chart_reading(points, **settings)


def gather(
    measure: Measure, values: Sequence[Dated], *, period: str, annotations: Iterable[Annotation] = (), least: int = 0
) -> Gathered:
    """One point a period. Values left out make no part of a point, unless it has no others.

    `least`: points of fewer than so many are hidden, and say so.
    """
    marks = list(annotations)
    apart = _apart(values, [one for one in marks if one.kind == AnnotationKind.LEFT_OUT])
    sessions = _stand_over_sessions(measure, values)
    kept, left_out = (_over_sessions(measure, some, marks) if sessions else some for some in apart)
    start_of = STARTS.get(period, _itself)
    numbers = numbers_of(measure.unit, kept, [start_of(one.on) for one in kept])
    wanted: ChartKind = measure.chart  # type: ignore[assignment]
    chart: ChartKind = "run" if missing_for(wanted, numbers) else wanted

    def join(some: Sequence[Dated]) -> tuple[Dated, ...]:
        if chart in SUBGROUP_CHARTS:
            return tuple(replace(one, on=start_of(one.on)) for one in some)
        return GATHER[period](some, how=how_of(measure))

    points = join(kept)
    taken = {point.on for point in points}
    extra = [one for one in join(left_out) if one.on not in taken]
    shown = _without_few((*points, *extra), least)
    return Gathered(shown, frozenset(one.on for one in extra), numbers, chart, sessions)


def _without_few(points: tuple[Dated, ...], least: int) -> tuple[Dated, ...]:
    if not least:
        return points
    why = SHARING.say("few", get_language() or "en", minimum=least)
    return tuple(
        Dated(one.on, missing=why) if one.denominator is not None and one.denominator < least else one for one in points
    )


def _stand_over_sessions(measure: Measure, values: Sequence[Dated]) -> bool:
    """Plain counts of weeks or months do, if the team wants it; a day's count is one of a school day as it is."""
    if not measure.per_session or measure.unit != Unit.COUNT or measure.period == Period.DAY:
        return False
    return all(value.denominator is None for value in values)


def _over_sessions(measure: Measure, values: list[Dated], marks: Sequence[Annotation]) -> Sequence[Dated]:
    return counts_per_session(values, SchoolDays(closures=closures_of(marks)), measure.period)  # type: ignore[arg-type]


def closures_of(annotations: Iterable[Annotation]) -> tuple[Closure, ...]:
    return tuple(
        Closure(one.starts_on, one.ends_on or one.starts_on, one.label)
        for one in annotations
        if one.kind == AnnotationKind.BREAK
    )


def _apart(values: Sequence[Dated], ranges: Sequence[Annotation]) -> tuple[list[Dated], list[Dated]]:
    """Values that count, and those of days that are left out."""
    if not ranges:
        return list(values), []
    spans = [(one.starts_on, one.ends_on or one.starts_on) for one in ranges]
    kept: list[Dated] = []
    left_out: list[Dated] = []
    for value in values:
        (left_out if any(first <= value.on <= last for first, last in spans) else kept).append(value)
    return kept, left_out


def phases_of(annotations: Iterable[Annotation]) -> list[Annotation]:
    """By their first day."""
    found = [one for one in annotations if one.kind == AnnotationKind.PHASE]
    return sorted(found, key=lambda one: (one.starts_on, one.pk or 0))


def _baselines(measure: Measure, phases: Sequence[Annotation]) -> Iterator[date]:
    """Last days of the baselines that end before the next phase begins."""
    ends = [measure.baseline_until, *(one.baseline_until for one in phases)]
    following: list[date | None] = [*(one.starts_on for one in phases), None]
    for until, stop in zip(ends, following, strict=True):
        if until is not None and (stop is None or until < stop):
            yield until


def last_day(on: date, period: str) -> date:
    """Of the period that begins on this date."""
    if period == "month":
        return (on.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return on + timedelta(days=6 if period == "week" else 0)


def with_choice(measure: Measure, chart: str, rules: str, **settings: Any) -> Measure:
    """A copy that is not saved."""
    asked = copy.copy(measure)
    for name, value in (settings | {"chart": chart, "rules": rules}).items():
        setattr(asked, name, value)
    return asked


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
        Mark(start(one.starts_on), one.ends_on, "cycle" if one.kind == AnnotationKind.CYCLE else "event", _said(one))
        for one in annotations
        if one.kind in (AnnotationKind.CYCLE, AnnotationKind.EVENT)
    ]


def _said(one: Annotation) -> str:
    """The mark of a cycle, which the product wrote itself, in the language and the words of the moment."""
    found = CYCLE_MARK.fullmatch(one.label) if one.kind == AnnotationKind.CYCLE else None
    return PDSA.say("cycle", get_language() or "en", label=found[1]) if found else one.label


def _itself(day: date) -> date:
    return day


def bands_of(annotations: Iterable[Annotation]) -> list[Band]:
    return [
        Band(one.starts_on, one.ends_on or one.starts_on, one.label)
        for one in annotations
        if one.kind == AnnotationKind.BREAK
    ]
