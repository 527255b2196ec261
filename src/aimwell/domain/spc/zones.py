"""Lines at one, two and three sigma, for every point its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import TOLERANCE, Signs

ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Zones:
    """`lower[k]`, `upper[k]`: lines at k + 1 sigma; shapes that broadcast to (series, points). NaN: no line there."""

    lower: tuple[Floats, Floats, Floats]
    upper: tuple[Floats, Floats, Floats]


def sigma_zones(centre: Floats, sigma: Floats) -> Zones:
    """Lines from a centre and a sigma, each (series,) or (series, points)."""
    middle, width = _columns(centre), _columns(sigma)
    return Zones(
        lower=(middle - width, middle - 2 * width, middle - 3 * width),
        upper=(middle + width, middle + 2 * width, middle + 3 * width),
    )


def panel_zones(panel: ChartPanel, here: slice = ALL) -> Zones:
    """Lines as drawn, which may be cut at a bound, uneven or differ by point. `here`: the points of one part."""
    return Zones(
        lower=(panel.lower_1[:, here], panel.lower_2[:, here], panel.lower[:, here]),
        upper=(panel.upper_1[:, here], panel.upper_2[:, here], panel.upper[:, here]),
    )


def beyond(values: Floats, zones: Zones, sigma: int) -> Signs:
    """1 above the upper line at `sigma` (1, 2 or 3), -1 below the lower, 0 else; a point on the line is not beyond."""
    return _over(values, zones.upper[sigma - 1]).astype(np.int8) - _over(-values, -zones.lower[sigma - 1])


def within(values: Floats, zones: Zones, sigma: int) -> Bools:
    """Between the lines at `sigma` or on one of them; nothing lies within lines that meet or that are missing."""
    lower, upper = zones.lower[sigma - 1], zones.upper[sigma - 1]
    with np.errstate(invalid="ignore"):
        apart = upper > lower
    inside: Bools = ~np.isnan(values) & apart & (beyond(values, zones, sigma) == 0)
    return inside


def _over(values: Floats, line: Floats) -> Bools:
    """Higher than the line by more than rounding. Few points are higher at all, so only those are looked at closely."""
    with np.errstate(invalid="ignore"):
        over: Bools = values > line
    if not over.any():
        return over
    high, edge = values[over], np.broadcast_to(line, values.shape)[over]
    over[over] = high - edge > TOLERANCE * np.maximum(np.abs(high), np.abs(edge))
    return over


def _columns(given: Floats) -> Floats:
    """(series,) as a column, so that it broadcasts over the points."""
    array = np.asarray(given, dtype=np.float64)
    return array[:, None] if array.ndim == 1 else array
