"""Dated points of one measure into the arrays that its chart is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.periods import Dated, by_day
from aimwell.domain.spc.kinds import KINDS, ChartKind
from aimwell.domain.spc.panels import Floats, group_arrays


@dataclass(frozen=True, slots=True)
class ChartInputs:
    """One point a date, in order; arrays of shape (1, points). `values` times `multiply` is on the scale shown."""

    joined: tuple[Dated, ...]
    values: Floats
    denominators: Floats | None
    sizes: Floats | None
    sds: Floats | None
    multiply: float

    @property
    def dates(self) -> list[date]:
        return [point.on for point in self.joined]


def inputs_of(points: Sequence[Dated], *, chart: ChartKind, how: Aggregate, factor: float) -> ChartInputs:
    """`factor`: of numerator / denominator. A chart of shares takes points without a denominator as missing."""
    needs = KINDS[chart].needs
    joined = by_day(points, how="sum" if chart == "c" else "mean" if needs == "subgroup" else how)
    if needs == "subgroup":
        return _subgroups(points, joined, factor)
    if needs == "share":
        tops = _row([point.numerator for point in joined])
        bottoms = _row([point.denominator or None for point in joined])
        with np.errstate(invalid="ignore", divide="ignore"):
            return ChartInputs(joined, _row((tops / bottoms)[0].tolist()), bottoms, None, None, factor)
    return ChartInputs(joined, _row([_value(point, factor) for point in joined]), None, None, None, 1.0)


def _subgroups(points: Sequence[Dated], joined: tuple[Dated, ...], factor: float) -> ChartInputs:
    place = {point.on: k for k, point in enumerate(joined)}
    codes = np.array([place[point.on] for point in points], dtype=np.int64)
    values = _row([_value(point, factor) for point in points])[0]
    _, _, _, sizes, means, sds = group_arrays(codes, values, n_groups=len(joined))
    return ChartInputs(joined, means[None, :], None, sizes[None, :], sds[None, :], 1.0)


def _value(point: Dated, factor: float) -> float | None:
    if point.numerator is not None and point.denominator is not None:
        return point.numerator / point.denominator * factor if point.denominator else None
    return point.value


def _row(values: Sequence[float | None]) -> Floats:
    """Shape (1, points); what is infinite or not a number is missing."""
    plain = [np.nan if value is None or not isfinite(value) else value for value in values]
    return np.array([plain], dtype=np.float64)
