"""Dated points of one measure, read as a run chart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from math import isfinite
from typing import Literal

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.breaks import Closure, find_breaks
from aimwell.domain.calendar.periods import Dated, Period, by_day, rhythm
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.reading import (
    Direction,
    Method,
    Phase,
    PhaseReading,
    Reading,
    ReadingPoint,
    Shift,
    Target,
)
from aimwell.domain.spc.rules import TOLERANCE
from aimwell.domain.spc.run_panel import PartPanel, run_panel
from aimwell.domain.spc.shifts import Series, against_earlier, own_shift

Point = Dated
"""A value, or a numerator with its denominator, on a date."""


def run_reading(
    points: Sequence[Point],
    *,
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
    freeze_within_phases: bool = True,
) -> Reading:
    """The reading of `points`, in any order; those of one date are joined (sum / sum, else `how`).

    `freeze`: last day of a baseline, one for each phase that has one. `exclude`: dates left out of line and rules.
    `centre`: a known line on the scale shown. `multiply`: of numerator / denominator, 100 when `unit` is "%", else 1.
    Values that are infinite or not a number count as missing. ValueError: a phase without a reason.
    """
    if any(not phase.reason.strip() for phase in phases):
        raise ValueError("a phase needs a reason")
    factor = multiply if multiply is not None else 100.0 if unit == "%" else 1.0
    joined = by_day(points, how=how)
    dates = [point.on for point in joined]
    values = np.array([_value(point, factor) for point in joined], dtype=np.float64)
    excluded = np.array([day in exclude for day in dates], dtype=np.bool_)
    started = _phases_with_points(phases, dates)
    parts = (
        run_panel(
            values[None, :],
            after=[_rows_before(dates, phase.starts) for phase in started],
            freeze=[_rows_until(dates, day) for day in ([freeze] if isinstance(freeze, date) else freeze)],
            excluded=excluded[None, :],
            centre=centre,
            freeze_within_phases=freeze_within_phases,
        )
        if dates
        else ()
    )
    reasons = ["", *(phase.reason for phase in started)]
    starts: list[date | None] = [None, *(phase.starts for phase in started)]
    series = Series(dates, values, ~np.isnan(values) & ~excluded, direction)
    summaries = _summaries(parts, reasons, starts, series)
    shown = _points(joined, values, excluded, parts, summaries)
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
        method=_method(shown, given=centre is not None, factor=factor),
    )


def _value(point: Dated, factor: float) -> float:
    """NaN when missing."""
    if point.numerator is not None and point.denominator is not None:
        value = point.numerator / point.denominator * factor if point.denominator else np.nan
    else:
        value = np.nan if point.value is None else point.value
    return value if isfinite(value) else np.nan


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _phases_with_points(phases: Sequence[Phase], dates: Sequence[date]) -> list[Phase]:
    """Phases that begin after the first point and have one; of two with no point between, the later."""
    by_row = {_rows_before(dates, phase.starts): phase for phase in sorted(phases, key=lambda p: p.starts)}
    return [phase for row, phase in sorted(by_row.items()) if 0 < row < len(dates)]


def _rows_before(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one < day)


def _rows_until(dates: Sequence[date], day: date) -> int:
    return sum(1 for one in dates if one <= day)


def _summaries(
    parts: Sequence[PartPanel], reasons: Sequence[str], starts: Sequence[date | None], series: Series
) -> tuple[PhaseReading, ...]:
    return tuple(
        _summary(
            panel,
            index,
            reasons[index],
            starts[index],
            series,
            against_earlier(panel, parts[index - 1], index, series) if index else None,
        )
        for index, panel in enumerate(parts)
    )


def _summary(
    panel: PartPanel, index: int, reason: str, starts: date | None, series: Series, earlier: Shift | None
) -> PhaseReading:
    part, centre = panel.part, float(panel.centre[0])
    return PhaseReading(
        index=index,
        starts=starts or series.dates[part.first],
        ends=series.dates[part.stop - 1],
        reason=reason,
        centre=None if np.isnan(centre) else centre,
        n=int(panel.n[0]),
        n_values=int(np.count_nonzero(series.counted[part.first : part.stop])),
        n_baseline=int(np.count_nonzero(series.counted[part.first : part.baseline_stop])),
        n_useful=int(panel.runs.n_useful[0]),
        longest_run=int(panel.runs.longest_run[0]),
        longest_run_max=int(panel.longest_run_max[0]),
        crossings=int(panel.runs.crossings[0]),
        crossings_min=int(panel.crossings_min[0]),
        long_run=bool(panel.long_run[0]),
        few_crossings=bool(panel.few_crossings[0]),
        shift=own_shift(panel, index, series),
        against_earlier=earlier,
    )


def _points(
    joined: Sequence[Dated],
    values: Floats,
    excluded: Bools,
    parts: Sequence[PartPanel],
    summaries: Sequence[PhaseReading],
) -> tuple[ReadingPoint, ...]:
    shown: list[ReadingPoint] = []
    plain = values.tolist()
    left_out = excluded.tolist()
    for panel, phase in zip(parts, summaries, strict=True):
        signs = panel.signs[0].tolist()
        part = panel.part
        for row in range(part.first, part.stop):
            dated = joined[row]
            value = None if plain[row] != plain[row] else plain[row]
            sign = signs[row - part.first]
            counts = value is not None and not left_out[row]
            shown.append(
                ReadingPoint(
                    on=dated.on,
                    label=dated.on.isoformat(),
                    value=value,
                    numerator=_finite(dated.numerator),
                    denominator=_finite(dated.denominator),
                    missing=dated.missing,
                    note=dated.note,
                    centre=phase.centre,
                    phase=phase.index,
                    excluded=left_out[row],
                    baseline=counts and row < part.baseline_stop,
                    on_line=counts and sign == 0,
                    useful=sign != 0,
                    shift=_shift_at(dated.on, sign, value, left_out[row], phase),
                )
            )
    return tuple(shown)


def _shift_at(on: date, sign: int, value: float | None, left_out: bool, phase: PhaseReading) -> Shift | None:
    """The shift a point belongs to: on the side of the run and not left out; a point on the line is
    skipped."""
    if value is None or left_out:
        return None
    earlier = phase.against_earlier
    if earlier is not None and earlier.first <= on <= earlier.last:
        above = value > earlier.centre
        near = abs(value - earlier.centre) <= TOLERANCE * max(abs(value), abs(earlier.centre))
        return earlier if not near and above == (earlier.side == "above") else None
    own = phase.shift
    return own if own is not None and sign and own.first <= on <= own.last else None


def _method(points: Sequence[ReadingPoint], *, given: bool, factor: float) -> Method:
    kind: Literal["median", "given"] = "given" if given else "median"
    return Method(
        centre=kind,
        rule="anhoej",
        tolerance=TOLERANCE,
        multiply=factor,
        left_out=tuple(point.on for point in points if point.excluded),
        missing=sum(1 for point in points if point.value is None),
    )
