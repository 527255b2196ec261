"""From counts to the shift worth telling: which run, on which side, toward good or away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.reading import ENOUGH_USEFUL, Direction, Shift, Side, Tone
from aimwell.domain.spc.rules import RunCounts, longest_run_max, run_counts, sides
from aimwell.domain.spc.run_panel import PartPanel


def own_shift(panel: PartPanel, phase: int, dates: Sequence[date], direction: Direction) -> Shift | None:
    """The latest run of a phase that is too long beside the phase's own centre; none below 10 useful
    points."""
    if not panel.long_run[0] or panel.runs.n_useful[0] < ENOUGH_USEFUL:
        return None
    limit = int(panel.longest_run_max[0])
    return _latest(panel.runs, panel, phase, dates, direction, float(panel.centre[0]), limit, earlier=False)


def against_earlier(
    before: PartPanel,
    phase: int,
    values: Floats,
    excluded: NDArray[np.bool_],
    dates: Sequence[date],
    panel: PartPanel,
    direction: Direction,
) -> Shift | None:
    """The latest run of a phase's points that is too long beside the centre of the phase before it.

    The limit is that of both phases together, so a short new phase is not held to an easier rule.
    """
    part = panel.part
    centre = before.centre[:1]
    here = slice(part.first, part.stop)
    signs = sides(values[None, here], centre, ~excluded[None, here])
    runs = run_counts(signs)
    together = int(before.runs.n_useful[0] + runs.n_useful[0])
    limit = longest_run_max(together)
    if together < ENOUGH_USEFUL or int(runs.longest_run[0]) <= limit:
        return None
    return _latest(runs, panel, phase, dates, direction, float(centre[0]), limit, earlier=True, signs=signs)


def tone_of(side: Side, direction: Direction) -> Tone:
    if not direction:
        return "neutral"
    return "toward" if (side == "above") == (direction == "up") else "away"


def _latest(
    runs: RunCounts,
    panel: PartPanel,
    phase: int,
    dates: Sequence[date],
    direction: Direction,
    centre: float,
    limit: int,
    *,
    earlier: bool,
    signs: NDArray[np.int8] | None = None,
) -> Shift:
    which = int(np.flatnonzero(runs.run_length > limit)[-1])
    first, last = int(runs.run_first[which]), int(runs.run_last[which])
    held = panel.signs if signs is None else signs
    reaches_end = which == runs.run_length.size - 1
    side: Side = "above" if held[0, first] > 0 else "below"
    return Shift(
        phase=phase,
        first=dates[panel.part.first + first],
        last=dates[panel.part.first + last],
        length=int(runs.run_length[which]),
        side=side,
        tone=tone_of(side, direction) if reaches_end else "neutral",
        centre=centre,
        limit=limit,
        against_earlier=earlier,
    )
