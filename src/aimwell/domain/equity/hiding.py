"""Which groups, and which of their periods, must not be shown.

All groups together are public, period by period and phase by phase; so is every shown group's total of a phase.
Therefore time is a dimension of the table: what is hidden in one week must not follow from the phase's total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.equity.cells import Cell, table_of
from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.presets import USUAL, SmallGroups
from aimwell.domain.equity.suppression import cheap_further

Bools = NDArray[np.bool_]
Reason = Literal["", "small", "subtraction", "empty"]


@dataclass(frozen=True, slots=True)
class Hiding:
    """`reasons` by group, empty for a shown one. `shown`: (groups, periods), False throughout a hidden group."""

    reasons: tuple[Reason, ...]
    shown: Bools

    @property
    def groups(self) -> tuple[int, ...]:
        """Places of the groups that are shown."""
        return tuple(place for place, reason in enumerate(self.reasons) if not reason)


def hide(sizes: Floats, *, phase: Sequence[int] | None = None, rule: SmallGroups = USUAL) -> Hiding:
    """`sizes`: students by (groups, periods). Groups hold every student once; their sum is shown as all together.

    A group is small by its usual size, the median of its periods. With it goes the next smallest, until two or more
    hide each other and are no small group together. In groups that are shown, single small periods are left out,
    each with others that keep it from following.
    """
    reasons = _reasons(sizes, rule)
    phases = np.zeros(sizes.shape[1], dtype=int) if phase is None else np.asarray(phase)
    shown = np.repeat(np.array([not reason for reason in reasons])[:, None], sizes.shape[1], axis=1)
    for one in np.unique(phases):
        if not _hide_cells(sizes, shown, phases == one, rule):
            kept = tuple(reason or "subtraction" for reason in reasons)
            return Hiding(kept, np.zeros_like(shown))
    return Hiding(reasons, shown)


def usual_sizes(sizes: Floats) -> Floats:
    """Median over the periods in which anybody is in the group; 0 for a group that is always empty."""
    return np.array([np.median(row[row > 0]) if (row > 0).any() else 0.0 for row in sizes])


def _reasons(sizes: Floats, rule: SmallGroups) -> tuple[Reason, ...]:
    usual = usual_sizes(sizes)
    reasons: list[Reason] = ["empty" if size == 0 else "small" if size < rule.minimum else "" for size in usual]
    by_size = iter(sorted((place for place, reason in enumerate(reasons) if not reason), key=lambda k: usual[k]))
    while "small" in reasons and not _hide_each_other(usual, reasons, rule):
        place = next(by_size, None)
        if place is None:
            break
        reasons[place] = "subtraction"
    return tuple(reasons)


def _hide_each_other(usual: Floats, reasons: Sequence[Reason], rule: SmallGroups) -> bool:
    sizes = [size for size, reason in zip(usual, reasons, strict=True) if reason in ("small", "subtraction")]
    return len(sizes) > 1 and sum(sizes) >= rule.minimum


def _hide_cells(sizes: Floats, shown: Bools, within: Bools, rule: SmallGroups) -> bool:
    """Leaves out small cells of these periods and what gives them away, in place; False: it cannot be done.

    The last row of the table is all hidden groups together, which anybody can get by subtraction.
    """
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(within)
    part = np.rint(sizes[:, columns]).astype(int)
    rest = part[np.setdiff1d(np.arange(len(sizes)), rows)].sum(axis=0)
    table = np.vstack((part[rows], rest)) if rest.any() else part[rows]
    primary: list[Cell] = [(int(i), int(j)) for i, j in np.argwhere((table > 0) & (table < rule.minimum))]
    if not primary or not rows.size:
        return True
    unseen = [(len(rows), j) for j in range(columns.size)] if rest.any() else []
    further = cheap_further(table_of(table.tolist()), primary, unseen)
    if further is None:
        return False
    for i, j in {*primary, *further}:
        if i < len(rows):
            shown[rows[i], columns[j]] = False
    return True
