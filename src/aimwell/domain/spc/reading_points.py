"""The points of a chart's reading, with everything that belongs to each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite

from aimwell.domain.spc.chart_inputs import ChartInputs
from aimwell.domain.spc.chart_panel import ChartPanel
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.reading import PhaseReading, ReadingPoint, Shift
from aimwell.domain.spc.reading_rules import PhaseRules
from aimwell.domain.spc.rules import TOLERANCE


def read_points(
    inputs: ChartInputs, panel: ChartPanel, summaries: Sequence[PhaseReading], broken: Sequence[PhaseRules]
) -> tuple[ReadingPoint, ...]:
    """Of the first series of `panel`; one summary and one set of broken rules for each phase."""
    shown: list[ReadingPoint] = []
    values, included = _plain(panel.values), panel.included[0].tolist()
    lower, upper, lower_2, upper_2 = map(_plain, (panel.lower, panel.upper, panel.lower_2, panel.upper_2))
    sizes = None if inputs.sizes is None else inputs.sizes[0].tolist()
    for found, phase, rules in zip(panel.parts, summaries, broken, strict=False):
        signs, part = found.signs[0].tolist(), found.part
        for row in range(part.first, part.stop):
            dated, value, sign = inputs.joined[row], values[row], signs[row - part.first]
            counts = value is not None and included[row]
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
                    excluded=not included[row],
                    baseline=counts and row < part.baseline_stop,
                    on_line=counts and sign == 0,
                    useful=sign != 0,
                    shift=_shift_at(dated.on, sign, value, phase) if counts else None,
                    lower=lower[row],
                    upper=upper[row],
                    lower_2=lower_2[row],
                    upper_2=upper_2[row],
                    broken=rules.by_point[row - part.first],
                    size=None if sizes is None else int(sizes[row]),
                )
            )
    return tuple(shown)


def _shift_at(on: date, sign: int, value: float | None, phase: PhaseReading) -> Shift | None:
    """The shift a point belongs to: on the side of the run and not left out; a point on the line is skipped."""
    earlier = phase.against_earlier
    if value is not None and earlier is not None and earlier.first <= on <= earlier.last:
        above = value > earlier.centre
        near = abs(value - earlier.centre) <= TOLERANCE * max(abs(value), abs(earlier.centre))
        return earlier if not near and above == (earlier.side == "above") else None
    own = phase.shift
    return own if own is not None and sign and own.first <= on <= own.last else None


def _plain(line: Floats) -> list[float | None]:
    return [value if isfinite(value) else None for value in line[0].tolist()]


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
