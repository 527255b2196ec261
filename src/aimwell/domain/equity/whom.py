"""For whom did it move? Each group before and after, and the gap between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.equity.change import Change, change_of_values
from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.score import difference_interval, ratio_interval

Movement = Literal["up_all", "down_all", "up_some", "down_some", "mixed", "none", "early"]
Trend = Literal["closing", "widening", "turned", "same", "early"]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class GroupLine:
    """Counts of one group by period, NaN = missing or hidden."""

    name: str
    numerator: Floats
    denominator: Floats

    @cached_property
    def value(self) -> Floats:
        """Per cent; NaN where nobody was counted."""
        with np.errstate(all="ignore"):
            found: Floats = np.where(self.denominator > 0, 100 * self.numerator / self.denominator, np.nan)
        return found

    def pooled(self, within: Bools) -> tuple[float, float]:
        """Numerator and denominator of these periods together."""
        known = within & ~np.isnan(self.value)
        return float(self.numerator[known].sum()), float(self.denominator[known].sum())


@dataclass(frozen=True, slots=True)
class GapLevel:
    """Two groups in one phase: points apart and the ratio of their shares, with 95 % intervals; None = no number.

    The intervals take each count as one of another student.
    """

    difference: float
    lower: float
    upper: float
    ratio: float | None
    ratio_lower: float
    ratio_upper: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two groups, the first of them higher before. `series`: points apart by period, NaN = not both known."""

    first: str
    second: str
    before: GapLevel
    after: GapLevel
    change: Change
    series: tuple[float, ...]

    @property
    def trend(self) -> Trend:
        """By the interval of the change; the group that was lower may have come out as far above."""
        if self.change.moved == "early":
            return "early"
        if self.change.moved == "unclear":
            return "same"
        if self.change.moved == "higher":
            return "widening"
        return "closing" if -self.after.difference < self.before.difference else "turned"


@dataclass(frozen=True, slots=True)
class ForWhom:
    """`changes` stand beside the names, by the alphabet; None for a group that is empty in one of the two phases.

    `gap` is None when the two groups asked for cannot be compared.
    """

    names: tuple[str, ...]
    changes: tuple[Change | None, ...]
    gap: Gap | None

    @property
    def movement(self) -> Movement:
        moved = {"early" if one is None else one.moved for one in self.changes}
        if not moved or "early" in moved:
            return "early"
        if {"higher", "lower"} <= moved:
            return "mixed"
        if "higher" in moved:
            return "up_all" if len(moved) == 1 else "up_some"
        if "lower" in moved:
            return "down_all" if len(moved) == 1 else "down_some"
        return "none"


def for_whom(lines: Sequence[GroupLine], phase: Sequence[int], *, pair: tuple[str, str]) -> ForWhom | None:
    """The last phase beside the one before; None when there is only one. `phase`: of each period.

    `pair`: names of the two groups whose gap is asked for.
    """
    phases = np.asarray(phase)
    if len(set(phase)) < 2:
        return None
    new = phases == phases.max()
    old = phases == phases[~new].max()
    ordered = sorted(lines, key=lambda line: line.name.casefold())
    changes = tuple(_change(line, old, new) for line in ordered)
    return ForWhom(tuple(line.name for line in ordered), changes, _gap(lines, pair, old, new))


def _change(line: GroupLine, old: Bools, new: Bools) -> Change | None:
    (top, size), (top_after, size_after) = line.pooled(old), line.pooled(new)
    if not size or not size_after:
        return None
    return change_of_values((100 * top / size, 100 * top_after / size_after), line.value[old], line.value[new])


def _gap(lines: Sequence[GroupLine], pair: tuple[str, str], old: Bools, new: Bools) -> Gap | None:
    chosen = [line for name in pair for line in lines if line.name == name]
    if len(chosen) != 2 or any(line.pooled(part)[1] == 0 for line in chosen for part in (old, new)):
        return None
    first, second = chosen
    if _level(first, second, old).difference < 0:
        first, second = second, first
    before, after = (_level(first, second, part) for part in (old, new))
    series = first.value - second.value
    change = change_of_values((before.difference, after.difference), series[old], series[new])
    return Gap(first.name, second.name, before, after, change, tuple(float(value) for value in series))


def _level(first: GroupLine, second: GroupLine, within: Bools) -> GapLevel:
    (top, size), (other_top, other_size) = first.pooled(within), second.pooled(within)
    low, high = difference_interval(top, size, other_top, other_size)
    ratio_low, ratio_high = ratio_interval(top, size, other_top, other_size)
    return GapLevel(
        difference=100 * (top / size - other_top / other_size),
        lower=100 * float(low),
        upper=100 * float(high),
        ratio=(top / size) / (other_top / other_size) if other_top else None,
        ratio_lower=float(ratio_low),
        ratio_upper=float(ratio_high) if isfinite(float(ratio_high)) else None,
    )
