"""Risk ratio and composition of groups, as reported on disproportionality (34 CFR 300.647)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Literal

from aimwell.domain.equity.rates import Counted, pooled

Reportable = Literal["risk ratio", "alternate risk ratio", "not calculated"]


@dataclass(frozen=True, slots=True)
class Minimum:
    """Fewest events (`cell`) and students for a risk to be reported; up to 10 and 30 are presumed reasonable."""

    cell: float = 10
    students: float = 30

    def met_by(self, counted: Counted) -> bool:
        return counted.events >= self.cell and counted.size >= self.students


@dataclass(frozen=True, slots=True)
class Risk:
    """One group beside all others. NaN = cannot be computed. `alternate_ratio`: against the state's rate for others.

    `share_ratio`, the disparity or composition index: share of the events by share of the students.
    """

    counted: Counted
    others_rate: float
    ratio: float
    alternate_ratio: float
    share_of_events: float
    share_of_students: float
    share_ratio: float
    meets_minimum: bool
    comparison_meets_minimum: bool
    reportable: Reportable


def risks(groups: Sequence[Counted], *, minimum: Minimum | None = None, state: Sequence[Counted] = ()) -> list[Risk]:
    """Each group beside the rest of `groups`, which hold every student once; `state`: the same groups statewide."""
    return [_risk(one, groups, minimum or Minimum(), state) for one in groups]


def _risk(own: Counted, groups: Sequence[Counted], minimum: Minimum, state: Sequence[Counted]) -> Risk:
    everyone = pooled(groups)
    others = Counted("", everyone.events - own.events, everyone.size - own.size)
    beyond = pooled([one for one in state if one.group != own.group])
    events, students = _by(own.events, everyone.events), _by(own.size, everyone.size)
    enough, comparable = minimum.met_by(own), minimum.met_by(others)
    return Risk(
        counted=own,
        others_rate=others.rate,
        ratio=_by(own.rate, others.rate),
        alternate_ratio=_by(own.rate, beyond.rate),
        share_of_events=events,
        share_of_students=students,
        share_ratio=_by(events, students),
        meets_minimum=enough,
        comparison_meets_minimum=comparable,
        reportable=_reportable(enough, comparable),
    )


def _reportable(enough: bool, comparable: bool) -> Reportable:
    if not enough:
        return "not calculated"
    return "risk ratio" if comparable else "alternate risk ratio"


def _by(top: float, bottom: float) -> float:
    return top / bottom if bottom else nan
