"""Run counts of one part of many series. One chart is a panel of one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.phases import Part
from aimwell.domain.spc.rules import Ints, RunCounts, Signs, expected_limits, run_counts, sides


@dataclass(frozen=True, slots=True)
class PartPanel:
    """One part of every series. Counts and flags: shape (series,); `signs`: (series, points of the part).

    `centre`: of the first point, where a line was given for each point. `screened`: moving ranges dropped.
    """

    part: Part
    centre: Floats
    signs: Signs
    runs: RunCounts
    n: Ints
    longest_run_max: Ints
    crossings_min: Ints
    long_run: Bools
    few_crossings: Bools
    screened: Ints

    @property
    def runs_signal(self) -> Bools:
        return self.long_run | self.few_crossings


def part_panel(
    part: Part,
    values: Floats,
    included: Bools,
    centre: Floats,
    *,
    signals: bool = True,
    multiply: float = 1.0,
    screened: Ints | None = None,
) -> PartPanel:
    """Run counts of `values` (series, points of the part) beside `centre`, (series, 1) or the shape of the values.

    `signals` off: runs are counted but never signal. `multiply`: of the centre that is kept.
    """
    signs = sides(values, centre, included)
    runs = run_counts(signs)
    longest, fewest = expected_limits(runs.n_useful)
    return PartPanel(
        part=part,
        centre=centre[:, 0] * multiply,
        signs=signs,
        runs=runs,
        n=included.sum(axis=1),
        longest_run_max=longest,
        crossings_min=fewest,
        long_run=(runs.longest_run > longest) & signals,
        few_crossings=(runs.crossings < fewest) & signals,
        screened=np.zeros(len(values), dtype=np.int64) if screened is None else screened,
    )
