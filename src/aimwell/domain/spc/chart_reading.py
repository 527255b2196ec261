"""Dated points of one measure, read as a chart over time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypedDict, Unpack

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.breaks import Closure, find_breaks
from aimwell.domain.calendar.periods import Dated, Period, rhythm
from aimwell.domain.calendar.years import LastYear
from aimwell.domain.spc.chart_inputs import ChartInputs, inputs_of
from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel, without_flat_limits
from aimwell.domain.spc.kinds import KINDS, ChartKind
from aimwell.domain.spc.last_year import YearLine, year_line
from aimwell.domain.spc.limits import G_MEDIAN
from aimwell.domain.spc.panels import Bools, Floats
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
    centre_source: str = "",
    last_year: bool = False,
    per_session: bool = False,
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
    and rules. `centre`: a known line on the scale shown, `centre_source` where it comes from, in a person's words.
    `last_year`: where no centre is given, the same weeks of the year before make the line of the latest school year,
    which is a phase without a person's reason; see `last_year.year_line` for when they cannot. `per_session`: the
    points are counts over their days in session (`calendar.session`); only words follow from it. `multiply`: of
    numerator / denominator, 100 when `unit` is "%", else 1. `options`: see `chart_panel`. A flat series has a centre
    line and no limits; a T chart with a value of 0 has none either. Values that are infinite or not a number count as
    missing.

    ValueError: a phase without a reason.
    """
    factor = multiply if multiply is not None else 100.0 if unit == "%" else 1.0
    inputs = inputs_of(points, chart=chart, how=how, factor=factor)
    included = np.array([day not in exclude for day in inputs.dates], dtype=np.bool_)
    rhythm_found = period or rhythm(_counted_days(inputs))
    wanted = last_year and centre is None
    year = year_line(inputs, chart=chart, included=included, period=rhythm_found) if wanted else None
    started = _phases_with_points(phases, inputs.dates, year)
    ends = [_rows_until(inputs.dates, day) for day in ([freeze] if isinstance(freeze, date) else freeze)]
    known = _known_line(centre, year, inputs, chart)
    panel = _panel(inputs, chart, started, ends, ~included[None, :], known, options)
    shown, summaries = _read(inputs, without_flat_limits(panel), started, direction, rules, year)
    return Reading(
        points=shown,
        phases=summaries,
        breaks=find_breaks([point.on for point in shown if point.value is not None], rhythm_found, closures),
        period=rhythm_found,
        unit=unit,
        direction=direction,
        target=target if isinstance(target, Target) or target is None else Target(float(target)),
        method=replace(
            _method(shown, panel, inputs, rules=rules, factor=factor),
            **_origin(chart, centre, centre_source, year),
            per_session=per_session,
        ),
    )


def _panel(
    inputs: ChartInputs,
    chart: ChartKind,
    started: Sequence[Phase],
    freeze: Sequence[int],
    excluded: Bools,
    centre: float | Floats | None,
    options: LimitOptions,
) -> ChartPanel:
    return chart_panel(
        inputs.values,
        chart=chart,
        denominators=inputs.denominators,
        sizes=inputs.sizes,
        sds=inputs.sds,
        after=[_rows_before(inputs.dates, phase.starts) for phase in started],
        freeze=freeze,
        excluded=excluded,
        centre=centre,
        multiply=inputs.multiply,
        **options,
    )


class _Origin(TypedDict):
    centre: Literal["median", "mean", "given", "last_year"]
    source: str
    last_year: LastYear | None


def _origin(chart: ChartKind, centre: float | None, source: str, year: YearLine | None) -> _Origin:
    if centre is not None:
        return _Origin(centre="given", source=source, last_year=None)
    if year is not None:
        return _Origin(centre="last_year", source="", last_year=year.found)
    return _Origin(centre=_own_centre(chart), source="", last_year=None)


def _known_line(
    centre: float | None, year: YearLine | None, inputs: ChartInputs, chart: ChartKind
) -> float | Floats | None:
    """As the panel takes it: before `multiply`, and on a G chart the mean, whose median is drawn."""
    if year is not None:
        return year.centres(len(inputs.dates), inputs.multiply)
    if centre is None:
        return None
    return centre / G_MEDIAN if chart == "g" else centre / inputs.multiply


def _read(
    inputs: ChartInputs,
    panel: ChartPanel,
    started: Sequence[Phase],
    direction: Direction,
    rules: RuleSetName,
    year: YearLine | None,
) -> tuple[tuple[ReadingPoint, ...], tuple[PhaseReading, ...]]:
    values = panel.values[0]
    series = Series(inputs.dates, values, ~np.isnan(values) & panel.included[0], direction, rules)
    broken = [read_rules(panel, part, rules) for part in panel.parts] if inputs.joined else []
    summaries = read_phases(panel, series, started, broken, last_year_from=year.row if year else None)
    return read_points(inputs, panel, summaries, broken), summaries


def _phases_with_points(phases: Sequence[Phase], dates: Sequence[date], year: YearLine | None) -> list[Phase]:
    """Phases that begin after the first point and have one; of two with no point between, the later.

    The school year of `year` is one too, unless a person's phase begins with it.
    """
    if any(not phase.reason.strip() for phase in phases):
        raise ValueError("a phase needs a reason")
    by_row = {_rows_before(dates, phase.starts): phase for phase in sorted(phases, key=lambda p: p.starts)}
    if year is not None:
        by_row.setdefault(year.row, Phase(dates[year.row], ""))
    return [phase for row, phase in sorted(by_row.items()) if 0 < row < len(dates)]


def _rows_before(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one < day)


def _rows_until(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one <= day)


def _method(
    points: Sequence[ReadingPoint], panel: ChartPanel, inputs: ChartInputs, *, rules: RuleSetName, factor: float
) -> Method:
    return Method(
        centre=_own_centre(panel.chart),
        rule=rules,
        tolerance=TOLERANCE,
        multiply=factor,
        left_out=tuple(point.on for point in points if point.excluded),
        missing=_missing(points, inputs, panel.chart),
        chart=panel.chart,
        screened=int(panel.screened[0]),
        no_limits=_no_limits(points, panel),
    )


def _own_centre(chart: ChartKind) -> Literal["median", "mean"]:
    return "median" if chart in ("run", "g") else "mean"


def _counted_days(inputs: ChartInputs) -> list[date]:
    return [day for day, value in zip(inputs.dates, inputs.values[0], strict=True) if value == value]


def _missing(points: Sequence[ReadingPoint], inputs: ChartInputs, chart: ChartKind) -> int:
    """On a chart of moving ranges the values that were not counted: its first point has no range, and lacks nothing."""
    if chart == "mr":
        return int(np.isnan(inputs.values[0]).sum())
    return sum(1 for point in points if point.value is None)


def _no_limits(points: Sequence[ReadingPoint], panel: ChartPanel) -> Literal["", "flat", "few", "zero"]:
    if not KINDS[panel.chart].with_limits or any(point.upper is not None for point in points):
        return ""
    values = [point.value for point in points if point.value is not None and not point.excluded]
    if panel.chart == "t" and any(value <= 0 for value in values):
        return "zero"
    return "flat" if len(values) > 1 and len(set(values)) == 1 else "few"
