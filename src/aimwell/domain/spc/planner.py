"""Planning a measure: how long until the wanted change would show, if it came about tomorrow.

Simulated with a fixed seed, so that the same question always has the same answer. The chart is the one the page will
draw: the line and the limits come from the baseline, the rules are those of the set.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, inf

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rulesets import RuleSetName, broken_rules

SEED = 20_110_904
SIMULATED = 1000
MOST_POINTS = 60
_SIGMA_PER_RANGE = 1.128
"""d2 for two values: the mean moving range of a steady series in sigmas."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is planned. `level`, `change`: the usual value and how much it should move, shares as 0 to 1.

    Give `denominator`, cases behind each point of a share, or `sd`, the usual spread of single values. `baseline`:
    points before the change, which make the line. `with_limits`: the chart has three-sigma limits.
    """

    level: float
    change: float
    denominator: int | None = None
    sd: float | None = None
    baseline: int = 12
    rules: RuleSetName = "anhoej"
    with_limits: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """`seen[k]`: chance that the change has shown by the point k + 1 after it. `rings[k]`: chance that the same rules
    have rung by then though nothing changed. Both to about 0.02."""

    seen: tuple[float, ...]
    rings: tuple[float, ...]

    def points_for(self, chance: float) -> int | None:
        """Points until the change has shown with `chance`; None when not within the points simulated."""
        return next((k for k, seen in enumerate(self.seen, 1) if seen >= chance), None)

    @property
    def usual(self) -> int | None:
        """Points it takes in half of the cases."""
        return self.points_for(0.5)

    @property
    def likely(self) -> int | None:
        """Points it takes in four of five cases."""
        return self.points_for(0.8)


def expected_signal(wanted: Wanted, *, points: int = MOST_POINTS, simulated: int = SIMULATED) -> Expected:
    """Chances by each of the next `points` points. ValueError: no spread, two, or a level or change out of reach."""
    _check(wanted, points)
    return Expected(_chances(wanted, wanted.change, points, simulated), _chances(wanted, 0.0, points, simulated))


def points_until(day: date, *, start: date, every_days: float) -> int:
    """Points that come from `start` to `day`, one each `every_days`, the first on `start`; 0 for a day before it."""
    return 0 if day < start else int((day - start).days // every_days) + 1


def day_of_point(number: int, *, start: date, every_days: float) -> date:
    """The day of point `number` (from 1)."""
    return start + timedelta(days=ceil((number - 1) * every_days))


def chance_by(found: Expected, day: date, *, start: date, every_days: float) -> float:
    """Chance that the change has shown by `day`; beyond the points simulated, that of the last one."""
    number = min(points_until(day, start=start, every_days=every_days), len(found.seen))
    return found.seen[number - 1] if number else 0.0


def _check(wanted: Wanted, points: int) -> None:
    if (wanted.denominator is None) == (wanted.sd is None):
        raise ValueError("give the denominator of a share or the spread of a value")
    if wanted.denominator is not None:
        after = wanted.level + wanted.change
        if wanted.denominator < 1 or not (0 <= wanted.level <= 1 and 0 <= after <= 1):
            raise ValueError("a share and its change stay between 0 and 1, with a denominator of at least 1")
    if wanted.sd is not None and not 0 < wanted.sd < inf:
        raise ValueError("the spread must be over 0")
    if wanted.baseline < 2 or not 1 <= points <= 10 * MOST_POINTS:
        raise ValueError("at least two points of baseline and one to come")


def _chances(wanted: Wanted, change: float, points: int, simulated: int) -> tuple[float, ...]:
    """Share of simulated charts that have signalled by each point after the change."""
    values = _drawn(wanted, change, points, simulated)
    base = values[:, : wanted.baseline]
    centre = base.mean(axis=1) if wanted.with_limits else np.median(base, axis=1)
    sigma = _sigma(wanted, base, centre) if wanted.with_limits else None
    waiting = np.arange(simulated)
    chances = []
    for shown in range(wanted.baseline + 1, wanted.baseline + points + 1):
        if waiting.size:
            limits = None if sigma is None else sigma[waiting]
            rung = _rung(values[waiting, :shown], centre[waiting], limits, wanted)
            waiting = waiting[~rung]
        chances.append(1 - waiting.size / simulated)
    return tuple(chances)


def _drawn(wanted: Wanted, change: float, points: int, simulated: int) -> Floats:
    """Charts of a baseline and `points` points after it, shape (simulated, baseline + points)."""
    level = np.full(wanted.baseline + points, wanted.level, dtype=np.float64)
    level[wanted.baseline :] += change
    shape, random = (simulated, level.size), np.random.default_rng(SEED)
    if wanted.denominator is not None:
        share = np.clip(level, 0.0, 1.0)
        return np.asarray(random.binomial(wanted.denominator, share, size=shape) / wanted.denominator)
    return np.asarray(random.normal(level, wanted.sd or 0.0, size=shape))


def _sigma(wanted: Wanted, base: Floats, centre: Floats) -> Floats:
    """One sigma of each chart, shape (simulated,): of a P chart, or of single values by their moving ranges."""
    if wanted.denominator is not None:
        return np.asarray(np.sqrt(centre * (1 - centre) / wanted.denominator))
    return np.asarray(np.abs(np.diff(base, axis=1)).mean(axis=1) / _SIGMA_PER_RANGE)


def _rung(values: Floats, centre: Floats, sigma: Floats | None, wanted: Wanted) -> Bools:
    """Charts on which a rule names at least one point after the baseline."""
    found = broken_rules(values, centre, rule_set=wanted.rules, sigma=sigma)
    flags = np.zeros(values.shape, dtype=np.bool_)
    for points in found.points.values():
        flags |= points
    return np.asarray(flags[:, wanted.baseline :].any(axis=1))
