"""The same weeks of the school year before as the baseline of this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from aimwell.domain.calendar.periods import Period
from aimwell.domain.calendar.years import LEAST_MATCHED, LastYear, rollovers, same_period_last_year
from aimwell.domain.spc.chart_inputs import ChartInputs
from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.panels import Bools, Floats

WITHOUT: frozenset[ChartKind] = frozenset(("mr", "g", "t"))
"""Charts of steps and of what lies between events: they have no weeks to match."""
MONTHS_MOVE = 3
"""Days by which the first of a month misses the same day 52 weeks earlier, at most."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """The line of the school year that began at point `row` (from 0), and the stretch it comes from."""

    row: int
    found: LastYear

    def centres(self, n_points: int, multiply: float) -> Floats:
        """Shape (1, points), before `multiply`; NaN in earlier years, which make their own line."""
        line = np.full((1, n_points), np.nan)
        line[:, self.row :] = (self.found.centre or 0.0) / multiply
        return line


def year_line(inputs: ChartInputs, *, chart: ChartKind, included: Bools, period: Period) -> YearLine | None:
    """The line that the same chart has over the matching weeks, 52 weeks earlier. `included`: shape (points,).

    None: only one school year, fewer than 4 values that match, or a chart that has no such line.
    """
    days = inputs.dates
    there = included & ~np.isnan(inputs.values[0])
    found = matching_stretch([day for day, yes in zip(days, there, strict=True) if yes], period)
    if found is None or chart in WITHOUT:
        return None
    began, stretch = found
    places = [k for k, day in enumerate(days) if there[k] and stretch.first <= day <= stretch.last]
    centre = _centre_of(inputs, places, chart)
    return YearLine(days.index(began), LastYear(centre, days[places[0]], days[places[-1]], stretch.matched))


def matching_stretch(days: Sequence[date], period: str) -> tuple[date, LastYear] | None:
    """The first of `days` (sorted, those with a value) in the latest school year, and the same stretch a year earlier,
    without a centre. None: only one school year, or fewer than 4 days that match.
    """
    began = rollovers(days)[-1:]
    if not began:
        return None
    within = MONTHS_MOVE if period == "month" else 0
    stretch = same_period_last_year([(day, 1.0) for day in days], began[0], days[-1], within_days=within)
    return (began[0], stretch) if stretch.matched >= LEAST_MATCHED else None


def _centre_of(inputs: ChartInputs, places: Sequence[int], chart: ChartKind) -> float:
    panel = chart_panel(
        inputs.values[:, places],
        chart=chart,
        denominators=_some(inputs.denominators, places),
        sizes=_some(inputs.sizes, places),
        sds=_some(inputs.sds, places),
        multiply=inputs.multiply,
    )
    return float(panel.centre[0, 0])


def _some(row: Floats | None, places: Sequence[int]) -> Floats | None:
    return None if row is None else row[:, places]
