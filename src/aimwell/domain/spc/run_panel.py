"""Run charts for many series in one pass. One chart is a panel of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.spc.limits import median_centre
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.phases import Part, split
from aimwell.domain.spc.rules import Ints, RunCounts, Signs, expected_limits, run_counts, sides


@dataclass(frozen=True, slots=True)
class PartPanel:
    """One part of every series. Counts and flags: shape (series,); `signs`: (series, points of the part)."""

    part: Part
    centre: Floats
    signs: Signs
    runs: RunCounts
    n: Ints
    longest_run_max: Ints
    crossings_min: Ints
    long_run: Bools
    few_crossings: Bools

    @property
    def runs_signal(self) -> Bools:
        return self.long_run | self.few_crossings


def run_panel(
    values: NDArray[np.float64],
    *,
    after: Iterable[int] = (),
    freeze: Sequence[int] = (),
    excluded: Bools | None = None,
    centre: float | Floats | None = None,
    ordered: bool = True,
    freeze_within_phases: bool = True,
) -> tuple[PartPanel, ...]:
    """Centre lines and Anhoej's rules for `values` (series, points), NaN = missing, one `PartPanel` for
    each part.

    `after`, `freeze`: row numbers from 1, the same for all series. `excluded` (series, points): left out
    of line and
    rules. `centre`: a known line, one number or one for each series. `ordered` off (categories on x): no
    signals.
    """
    values = np.asarray(values, dtype=np.float64)
    included = np.ones(values.shape, dtype=np.bool_) if excluded is None else ~excluded
    parts = split(values.shape[1], after=after, freeze=freeze, freeze_within_phases=freeze_within_phases)
    return tuple(_part_panel(values, included, part, centre, ordered) for part in parts)


def _part_panel(values: Floats, included: Bools, part: Part, centre: float | Floats | None, ordered: bool) -> PartPanel:
    here = values[:, part.first : part.stop]
    kept = included[:, part.first : part.stop]
    length = part.baseline_stop - part.first
    line = (
        median_centre(here[:, :length], kept[:, :length])
        if centre is None
        else np.broadcast_to(np.asarray(centre, dtype=np.float64), here.shape[:1])
    )
    signs = sides(here, line, kept)
    runs = run_counts(signs)
    longest, fewest = expected_limits(runs.n_useful)
    return PartPanel(
        part=part,
        centre=line,
        signs=signs,
        runs=runs,
        n=np.count_nonzero(kept, axis=1),
        longest_run_max=longest,
        crossings_min=fewest,
        long_run=(runs.longest_run > longest) & ordered,
        few_crossings=(runs.crossings < fewest) & ordered,
    )
