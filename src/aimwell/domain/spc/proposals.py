"""Phases that a person might begin. The engine proposes with its evidence; a person decides, and gives the cause.

No line moves by itself: a new line from each signal would hide what caused it (Making Data Count; NHS-R issues).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.rates import false_signal_rate
from aimwell.domain.spc.reading import ENOUGH_POINTS, PhaseReading, Reading, ReadingPoint, Shift
from aimwell.domain.spc.rules import crossings_min, longest_run_max, run_counts, sides

LEAST_POINTS = 8
"""Values a proposed phase must have, so that its line is more than a guess."""
NEAR_DAYS = 45
"""A school year whose phase a person has begun this near to its first day needs no proposal."""
_LIMITS_AT = 2.66
"""Three sigma of single values, in mean moving ranges (Wheeler 1993)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The run a proposal rests on. `chance`: of a signal on as many ordinary points with no change at all."""

    shift: Shift
    chance: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phase to begin on `starts`. `centre`: its median as it would be, from `points` values; `before`: today's.

    `why`: a shift that still goes on (with `evidence`), or the first day of a school year (without).
    """

    starts: date
    why: Literal["shift", "new_year"]
    centre: float
    before: float
    points: int
    evidence: Evidence | None

    @property
    def trial(self) -> bool:
        """The new line would come from fewer than 12 values."""
        return self.points < ENOUGH_POINTS


def propose_phases(reading: Reading, *, year_starts: Sequence[date] = ()) -> tuple[Proposal, ...]:
    """What a person may want to decide about this reading, oldest first; nothing is applied.

    `year_starts`: first days of school years (`calendar.years.rollovers`).
    """
    found = [_of_shift(reading), *(_of_year(reading, day) for day in year_starts)]
    proposals = sorted((one for one in found if one is not None), key=lambda one: (one.starts, one.why))
    return tuple(proposals)


def _of_shift(reading: Reading) -> Proposal | None:
    """A run beside the latest phase's own line that still goes on, when a line of its own would hold."""
    phase = reading.phases[-1] if reading.phases else None
    if phase is None or phase.shift is None or phase.centre is None:
        return None
    shift = phase.shift
    values = _values_from(reading, shift.first)
    begins_later = any(point.on < shift.first for point in _counted(reading, phase.index))
    if not shift.ongoing or not begins_later or values.size < LEAST_POINTS or not holds(values):
        return None
    baseline = phase.n_baseline if phase.frozen else None
    chance = false_signal_rate(phase.n_useful, baseline=baseline)
    return Proposal(
        shift.first, "shift", float(np.median(values)), phase.centre, int(values.size), Evidence(shift, chance)
    )


def _of_year(reading: Reading, first_day: date) -> Proposal | None:
    """A new school year inside the latest phase, with enough values on both sides of its first day."""
    phase = reading.phases[-1] if reading.phases else None
    if phase is None or phase.centre is None or _near_a_phase(reading.phases, first_day):
        return None
    inside = _counted(reading, phase.index)
    earlier = [point for point in inside if point.on < first_day]
    later = [point for point in inside if point.on >= first_day]
    if len(earlier) < LEAST_POINTS or len(later) < LEAST_POINTS:
        return None
    values = _values_from(reading, first_day)
    return Proposal(first_day, "new_year", float(np.median(values)), phase.centre, int(values.size), None)


def holds(values: Floats) -> bool:
    """A line made from `values` would not signal on them: no long run, enough crossings, none beyond the limits."""
    panel, everything = values[None, :], np.ones((1, values.size), dtype=np.bool_)
    runs = run_counts(sides(panel, np.array([np.median(values)]), everything))
    useful = int(runs.n_useful[0])
    if int(runs.longest_run[0]) > longest_run_max(useful) or int(runs.crossings[0]) < crossings_min(useful):
        return False
    width = _LIMITS_AT * float(np.mean(np.abs(np.diff(values)))) if values.size > 1 else 0.0
    return bool(np.all(np.abs(values - values.mean()) <= width + 1e-9 * np.abs(values).max()))


def _near_a_phase(phases: Sequence[PhaseReading], day: date) -> bool:
    return any(abs((phase.starts - day).days) <= NEAR_DAYS for phase in phases)


def _counted(reading: Reading, phase: int) -> list[ReadingPoint]:
    return [p for p in reading.points if p.phase == phase and p.value is not None and not p.excluded]


def _values_from(reading: Reading, day: date) -> Floats:
    """Values of the latest phase from `day` on, without those left out."""
    inside = _counted(reading, reading.phases[-1].index)
    return np.array([point.value for point in inside if point.on >= day], dtype=np.float64)
