"""The one result behind chart, table, sentence, alternative text, API and exports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from aimwell.domain.calendar.breaks import Break
from aimwell.domain.calendar.periods import Period
from aimwell.domain.calendar.years import LastYear
from aimwell.domain.spc.kinds import ChartKind

Direction = Literal["up", "down", ""]
"""Which way is good; empty when nobody said."""
Side = Literal["above", "below"]
Tone = Literal["toward", "away", "neutral"]

ENOUGH_POINTS = 12
"""Fewer values than this: the line can't yet tell a lasting change from an ordinary period."""
ENOUGH_USEFUL = 10
"""Anhoej's rules were studied from 10 useful points on."""


@dataclass(frozen=True, slots=True)
class Target:
    value: float
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A new centre line from `starts` on, with the reason a person gave; empty where a new school year is one."""

    starts: date
    reason: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A run too long for chance alone. `phase` is where it lies, `centre` what it was held against.

    `against_earlier`: the centre is that of the phase before. `limit`: the longest run that is still
    ordinary.
    """

    phase: int
    first: date
    last: date
    length: int
    side: Side
    tone: Tone
    ongoing: bool
    centre: float
    limit: int
    against_earlier: bool


@dataclass(frozen=True, slots=True)
class Signal:
    """One pattern that a rule names: the dates of its first and last point. `rule`: a name in `rulesets.RULES`."""

    rule: str
    first: date
    last: date
    length: int
    side: Side | None


@dataclass(frozen=True, slots=True)
class ReadingPoint:
    on: date
    label: str
    value: float | None
    numerator: float | None
    denominator: float | None
    missing: str
    note: str
    centre: float | None
    phase: int
    excluded: bool
    baseline: bool
    on_line: bool
    useful: bool
    shift: Shift | None
    lower: float | None = None
    """Three-sigma limits; None where the chart has none or they cannot be computed."""
    upper: float | None = None
    lower_2: float | None = None
    upper_2: float | None = None
    broken: tuple[str, ...] = ()
    """Every rule that this point breaks, by its name in `rulesets.RULES`, in the order of the set."""
    size: int | None = None
    """Values in the subgroup of an X-bar or S chart."""


@dataclass(frozen=True, slots=True)
class PhaseReading:
    """Summary of one phase; `n` counts its points that are not left out, missing ones included.

    `against_earlier` tells of the run of this phase's points beside the centre of the phase before.
    """

    index: int
    starts: date
    ends: date
    reason: str
    centre: float | None
    n: int
    n_values: int
    n_baseline: int
    n_useful: int
    longest_run: int
    longest_run_max: int
    crossings: int
    crossings_min: int
    long_run: bool
    few_crossings: bool
    shift: Shift | None
    against_earlier: Shift | None
    signals: tuple[Signal, ...] = ()
    last_year: bool = False
    """It lies in the school year whose line comes from the same stretch a year earlier."""

    @property
    def trial(self) -> bool:
        """Line and limits come from fewer than 12 points, so they are wide guesses."""
        return self.n_baseline < ENOUGH_POINTS

    @property
    def runs_signal(self) -> bool:
        return self.long_run or self.few_crossings

    @property
    def mostly_on_line(self) -> bool:
        """More than half of the values lie on the line, so that runs tell nothing."""
        return self.n_useful * 2 < self.n_values

    @property
    def frozen(self) -> bool:
        return self.n_baseline < self.n_values


@dataclass(frozen=True, slots=True)
class Method:
    """What was done, for captions and exports.

    `source`: where a line that was set by hand comes from, in a person's words. `last_year`: the stretch that the line
    of the latest school year comes from. `per_session`: counts stand over the days in session of their period.
    """

    centre: Literal["median", "mean", "given", "last_year"]
    rule: str
    tolerance: float
    multiply: float
    left_out: tuple[date, ...]
    missing: int
    chart: ChartKind = "run"
    screened: int = 0
    """Moving ranges dropped before the limits, over all phases."""
    no_limits: Literal["", "flat", "few", "zero"] = ""
    """Why a chart that has limits shows none: all values equal, too few values, or values that must be over zero."""
    source: str = ""
    last_year: LastYear | None = None
    per_session: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    points: tuple[ReadingPoint, ...]
    phases: tuple[PhaseReading, ...]
    breaks: tuple[Break, ...]
    period: Period
    unit: str
    direction: Direction
    target: Target | None
    method: Method

    @property
    def values(self) -> tuple[ReadingPoint, ...]:
        """Points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def last(self) -> ReadingPoint | None:
        """The latest point that has a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)

    @property
    def flat(self) -> bool:
        """All of two or more values are equal."""
        values = {point.value for point in self.points if point.value is not None}
        return len(values) == 1 and len(self.values) > 1

    @property
    def points_wanted(self) -> int:
        """How many more values until the rules may speak."""
        return max(0, ENOUGH_POINTS - len(self.values))

    @property
    def shift(self) -> Shift | None:
        """The shift to speak of: of the latest phase, against the earlier middle first."""
        if not self.phases:
            return None
        return self.phases[-1].against_earlier or self.phases[-1].shift
