"""From rows of single students to a page of groups and measures over time, with what must not be shown left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.hiding import Hiding, extreme_cells, hide
from aimwell.domain.equity.presets import USUAL, SmallGroups


@dataclass(frozen=True, slots=True)
class GroupPanels:
    """Arrays of (measures, groups, periods); NaN = hidden or nobody. `everyone`: (measures, periods), all groups;
    NaN = hidden.
    """

    numerator: Floats
    denominator: Floats
    everyone_numerator: Floats
    everyone_denominator: Floats
    hidings: tuple[Hiding, ...]

    @property
    def rate(self) -> Floats:
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.numerator / self.denominator


def group_panels(
    group: ArrayLike,
    measure: ArrayLike,
    period: ArrayLike,
    numerator: ArrayLike,
    denominator: ArrayLike,
    *,
    shape: tuple[int, int, int],
    phase: Sequence[int] | None = None,
    rule: SmallGroups = USUAL,
) -> GroupPanels:
    """Sums of rows by codes from 0; `shape` is (groups, measures, periods), `phase` the phase of each period.

    Rows where numerator or denominator is missing (NaN) do not count. ValueError: a code outside `shape`.
    """
    tops, sizes = sums(group, measure, period, numerator, denominator, shape=shape)
    extreme = extreme_cells(tops, sizes, rule)
    hidings = tuple(hide(one, extreme=extreme[k], phase=phase, rule=rule) for k, one in enumerate(sizes))
    kept = np.stack([one.shown for one in hidings]) & (sizes > 0)
    everyone = np.stack([one.everyone for one in hidings])
    return GroupPanels(
        np.where(kept, tops, np.nan),
        np.where(kept, sizes, np.nan),
        np.where(everyone, tops.sum(axis=1), np.nan),
        np.where(everyone, sizes.sum(axis=1), np.nan),
        hidings,
    )


def sums(
    group: ArrayLike, measure: ArrayLike, period: ArrayLike, numerator: ArrayLike, denominator: ArrayLike,
    *, shape: tuple[int, int, int],
) -> tuple[Floats, Floats]:  # fmt: skip
    """Numerators and denominators, each (measures, groups, periods)."""
    groups, measures, periods = shape
    place = _codes(measure, measures) * groups + _codes(group, groups)
    place = place * periods + _codes(period, periods)
    top, size = (np.asarray(one, dtype=np.float64) for one in (numerator, denominator))
    known = ~(np.isnan(top) | np.isnan(size))
    cells = groups * measures * periods
    parts = (np.bincount(place[known], weights=one[known], minlength=cells) for one in (top, size))
    tops, sizes = (np.asarray(one, dtype=np.float64).reshape(measures, groups, periods) for one in parts)
    return tops, sizes


def _codes(values: ArrayLike, count: int) -> NDArray[np.intp]:
    codes = np.asarray(values, dtype=np.intp)
    if codes.size and (codes.min() < 0 or codes.max() >= count):
        raise ValueError("a code is outside the shape")
    return codes
