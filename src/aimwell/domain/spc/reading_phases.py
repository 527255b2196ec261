"""The summary of each phase of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.part_panel import PartPanel
from aimwell.domain.spc.reading import Phase, PhaseReading, Shift, Signal
from aimwell.domain.spc.reading_rules import PhaseRules
from aimwell.domain.spc.shifts import Series, against_earlier, own_shift


def read_phases(
    panel: ChartPanel,
    series: Series,
    started: Sequence[Phase],
    broken: Sequence[PhaseRules],
    *,
    last_year_from: int | None = None,
) -> tuple[PhaseReading, ...]:
    """`started`: the phases after the first, each with a point; `broken`: the rules of every phase, none for none.

    `last_year_from`: the point (from 0) from which on the line comes from a year earlier; such phases are not held
    against the line before them as well.
    """
    runs = KINDS[panel.chart].runs
    found = []
    for index, rules in enumerate(broken):
        part = panel.parts[index]
        of_year = last_year_from is not None and part.part.first >= last_year_from
        before = panel.parts[index - 1] if index and runs and not of_year else None
        earlier = against_earlier(part, before, index, series) if before else None
        own = own_shift(part, index, series) if runs else None
        phase = started[index - 1] if index else None
        found.append(_summary(part, index, phase, series, rules, own, earlier, of_year))
    return tuple(found)


def _summary(
    panel: PartPanel,
    index: int,
    phase: Phase | None,
    series: Series,
    rules: PhaseRules,
    own: Shift | None,
    earlier: Shift | None,
    last_year: bool,
) -> PhaseReading:
    part, centre = panel.part, float(panel.centre[0])
    anhoej = series.rules == "anhoej"
    return PhaseReading(
        index=index,
        starts=phase.starts if phase else series.dates[part.first],
        ends=series.dates[part.stop - 1],
        reason=phase.reason if phase else "",
        centre=None if np.isnan(centre) else centre,
        n=int(panel.n[0]),
        n_values=int(np.count_nonzero(series.counted[part.first : part.stop])),
        n_baseline=int(np.count_nonzero(series.counted[part.first : part.baseline_stop])),
        n_useful=int(panel.runs.n_useful[0]),
        longest_run=int(panel.runs.longest_run[0]),
        longest_run_max=int(panel.longest_run_max[0]),
        crossings=int(panel.runs.crossings[0]),
        crossings_min=int(panel.crossings_min[0]),
        long_run=anhoej and bool(panel.long_run[0]),
        few_crossings=anhoej and bool(panel.few_crossings[0]),
        shift=own,
        against_earlier=earlier,
        signals=_signals(panel, series.dates[part.first : part.stop], rules),
        last_year=last_year,
    )


def _signals(panel: PartPanel, dates: Sequence[date], rules: PhaseRules) -> tuple[Signal, ...]:
    """Patterns in time, then what the phase shows as a whole, from its first useful point to its last."""
    found = [
        Signal(pattern.rule, dates[pattern.first], dates[pattern.last], len(pattern.points), pattern.side)
        for pattern in rules.patterns
    ]
    useful = np.flatnonzero(panel.signs[0])
    whole = [Signal(name, dates[useful[0]], dates[useful[-1]], len(useful), None) for name in rules.whole]
    return (*found, *whole)
