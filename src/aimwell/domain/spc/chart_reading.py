"""Dated points of one measure, read as a chart over time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal, TypedDict, Unpack

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.breaks import Closure, find_breaks
from aimwell.domain.calendar.periods import Dated, Period, rhythm
from aimwell.domain.spc.chart_inputs import ChartInputs, inputs_of
from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel, without_flat_limits
from aimwell.domain.spc.kinds import KINDS, ChartKind
from aimwell.domain.spc.reading import Direction, Method, Phase, PhaseReading, Reading, ReadingPoint, Target
from aimwell.domain.spc.reading_phases import read_phases
from aimwell.domain.spc.reading_points import read_points
from aimwell.domain.spc.reading_rules import read_rules
from aimwell.domain.spc.rules import TOLERANCE
from aimwell.domain.spc.rulesets import RuleSetName
from aimwell.domain.spc.shifts import Series

Point = Dated
"""A value, or a numerator with its denominator, on a date."""


class LimitOptions(TypedDict, total=False):
    """Of `chart_panel`, under the same names and with its defaults."""

    screen: bool
    lower_below_zero: bool
    floor_of_one: bool
    freeze_within_phases: bool


def chart_reading(
    points: Sequence[Point],
    *,
    chart: ChartKind = "run",
    rules: RuleSetName = "anhoej",
    phases: Sequence[Phase] = (),
    freeze: date | Collection[date] = (),
    exclude: Collection[date] = (),
    centre: float | None = None,
    target: Target | float | None = None,
    direction: Direction = "",
    unit: str = "",
    period: Period | None = None,
    closures: Sequence[Closure] = (),
    how: Aggregate = "mean",
    multiply: float | None = None,
    **options: Unpack[LimitOptions],
) -> Reading:
    """The reading of `points`, in any order, as a `chart` read with the rule set `rules`.

    Points of one date are joined: sum / sum, else `how`; on a C chart their sum; on xbar and s charts they are the
    subgroup. `freeze`: last day of a baseline, one for each phase that has one. `exclude`: dates left out of lines
    and rules. `centre`: a known line on the scale shown. `multiply`: of numerator / denominator, 100 when `unit` is
    "%", else 1. `options`: see `chart_panel`. A flat series has a centre line and
    no limits; a T chart with a value of 0 has none either. Values that are infinite or not a number count as missing.

    ValueError: a phase without a reason.
    """
    factor = multiply if multiply is not None else 100.0 if unit == "%" else 1.0
    inputs = inputs_of(points, chart=chart, how=how, factor=factor)
    started = _phases_with_points(phases, inputs.dates)
    panel = chart_panel(
        inputs.values,
        chart=chart,
        denominators=inputs.denominators,
        sizes=inputs.sizes,
        sds=inputs.sds,
        after=[_rows_before(inputs.dates, phase.starts) for phase in started],
        freeze=[_rows_until(inputs.dates, day) for day in ([freeze] if isinstance(freeze, date) else freeze)],
        excluded=np.array([[day in exclude for day in inputs.dates]], dtype=np.bool_),
        centre=None if centre is None else centre / inputs.multiply,
        multiply=inputs.multiply,
        **options,
    )
    shown, summaries = _read(inputs, without_flat_limits(panel), started, direction, rules)
    with_value = [point.on for point in shown if point.value is not None]
    rhythm_found = period or rhythm(with_value)
    return Reading(
        points=shown,
        phases=summaries,
        breaks=find_breaks(with_value, rhythm_found, closures),
        period=rhythm_found,
        unit=unit,
        direction=direction,
        target=target if isinstance(target, Target) or target is None else Target(float(target)),
        method=_method(shown, panel, rules=rules, given=centre is not None, factor=factor),
    )


def _read(
    inputs: ChartInputs, panel: ChartPanel, started: Sequence[Phase], direction: Direction, rules: RuleSetName
) -> tuple[tuple[ReadingPoint, ...], tuple[PhaseReading, ...]]:
    values = panel.values[0]
    series = Series(inputs.dates, values, ~np.isnan(values) & panel.included[0], direction, rules)
    broken = [read_rules(panel, part, rules) for part in panel.parts] if inputs.joined else []
    summaries = read_phases(panel, series, started, broken)
    return read_points(inputs, panel, summaries, broken), summaries


def _phases_with_points(phases: Sequence[Phase], dates: Sequence[date]) -> list[Phase]:
    """Phases that begin after the first point and have one; of two with no point between, the later."""
    if any(not phase.reason.strip() for phase in phases):
        raise ValueError("a phase needs a reason")
    by_row = {_rows_before(dates, phase.starts): phase for phase in sorted(phases, key=lambda p: p.starts)}
    return [phase for row, phase in sorted(by_row.items()) if 0 < row < len(dates)]


def _rows_before(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one < day)


def _rows_until(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one <= day)


def _method(
    points: Sequence[ReadingPoint], panel: ChartPanel, *, rules: RuleSetName, given: bool, factor: float
) -> Method:
    own: Literal["median", "mean"] = "median" if panel.chart in ("run", "g") else "mean"
    return Method(
        centre="given" if given else own,
        rule=rules,
        tolerance=TOLERANCE,
        multiply=factor,
        left_out=tuple(point.on for point in points if point.excluded),
        missing=sum(1 for point in points if point.value is None),
        chart=panel.chart,
        screened=int(panel.screened[0]),
        no_limits=_no_limits(points, panel),
    )


def _no_limits(points: Sequence[ReadingPoint], panel: ChartPanel) -> Literal["", "flat", "few", "zero"]:
    if not KINDS[panel.chart].with_limits or any(point.upper is not None for point in points):
        return ""
    values = [point.value for point in points if point.value is not None and not point.excluded]
    if panel.chart == "t" and any(value <= 0 for value in values):
        return "zero"
    return "flat" if len(values) > 1 and len(set(values)) == 1 else "few"
