"""Holding the gains: after a phase began with a gain, does the level stay or does it go back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.reading import PhaseReading, Reading, ReadingPoint, Side
from aimwell.domain.spc.rules import RunCounts, longest_run_max, run_counts, sides

SETTLED = 8
"""First values of the phase that make the level to hold."""

HoldState = Literal["too_early", "holding", "further", "drifting", "back"]
"""further: a long run beyond the level; drifting: a long run on the earlier side of it; back: that run lies nearer to
the earlier line than to the level."""


@dataclass(frozen=True, slots=True)
class Holding:
    """`level`: median of the phase's first 8 values, None while there are fewer. `before`: the earlier line.

    `run_*`: the latest run beside the level, None when there is none; `limit`: the longest run still ordinary.
    `watched`: values since the level was reached.
    """

    state: HoldState
    since: date
    before: float
    level: float | None
    watched: int
    limit: int
    run_first: date | None = None
    run_last: date | None = None
    run_length: int = 0
    run_side: Side | None = None


def holding(reading: Reading) -> Holding | None:
    """How the latest gain holds; None without a direction, an earlier phase or a gain in the direction of good."""
    if len(reading.phases) < 2 or not reading.direction:
        return None
    before, phase = reading.phases[-2], reading.phases[-1]
    points = [p for p in reading.points if p.phase == phase.index and p.value is not None and not p.excluded]
    values = np.array([point.value for point in points], dtype=np.float64)
    level = float(np.median(values[:SETTLED])) if values.size >= SETTLED else None
    reached = level if level is not None else phase.centre
    sign = 1 if reading.direction == "up" else -1
    if before.centre is None or reached is None or sign * (reached - before.centre) <= 0:
        return None
    if level is None or values.size == SETTLED:
        return Holding("too_early", phase.starts, before.centre, level, values.size - SETTLED if level else 0, 0)
    return _judged(points, values, level, before.centre, phase, sign)


def _judged(
    points: list[ReadingPoint], values: Floats, level: float, before: float, phase: PhaseReading, sign: int
) -> Holding:
    signs = sides(values[None, :], np.array([level]), np.ones((1, values.size), dtype=np.bool_))
    runs = run_counts(signs)
    limit, watched = longest_run_max(int(runs.n_useful[0])), int(values.size) - SETTLED
    if runs.run_length.size == 0:
        return Holding("holding", phase.starts, before, level, watched, limit)
    first, last = int(runs.run_first[-1]), int(runs.run_last[-1])
    above = int(signs[0, last]) > 0
    return Holding(
        state=_state(runs, values[first : last + 1], level, before, limit, good=above == (sign > 0)),
        since=phase.starts,
        before=before,
        level=level,
        watched=watched,
        limit=limit,
        run_first=points[first].on,
        run_last=points[last].on,
        run_length=int(runs.run_length[-1]),
        run_side="above" if above else "below",
    )


def _state(runs: RunCounts, latest: Floats, level: float, before: float, limit: int, *, good: bool) -> HoldState:
    if int(runs.run_length[-1]) <= limit:
        return "holding"
    if good:
        return "further"
    middle = float(np.median(latest))
    return "back" if abs(middle - before) < abs(middle - level) else "drifting"
