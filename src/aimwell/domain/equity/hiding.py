"""Which groups, and which of their periods, must not be shown. The one rule: panels, page, files and API follow it.

All groups together are public, period by period and phase by phase; so is every shown group's total of a phase.
Therefore time is a dimension of the table: what is hidden in one week must not follow from the phase's total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aimwell.domain.equity.cells import Cell, table_of
from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.hidden_groups import Reason, group_reasons, smallest_shown
from aimwell.domain.equity.presets import USUAL, SmallGroups
from aimwell.domain.equity.suppression import cheap_further

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hiding:
    """`reasons` by group, empty for a shown one. `shown`: (groups, periods), False throughout a hidden group.

    `everyone`: by period, False where not even all groups together may be shown.
    """

    reasons: tuple[Reason, ...]
    shown: Bools
    everyone: Bools

    @property
    def groups(self) -> tuple[int, ...]:
        """Places of the groups that are shown."""
        return tuple(place for place, reason in enumerate(self.reasons) if not reason)


@dataclass(frozen=True, slots=True)
class _Counts:
    """(groups, periods) each. `added`: what adds up to all together. `primary`: cells hidden for their own sake."""

    sizes: Floats
    added: Floats
    primary: Bools
    phase: NDArray[np.int_]
    everyone: Bools


def hide(
    sizes: Floats,
    *,
    added: Floats | None = None,
    extreme: Bools | None = None,
    phase: Sequence[int] | None = None,
    rule: SmallGroups = USUAL,
) -> Hiding:
    """`sizes`: students by (groups, periods). Groups hold every student once; their sum is shown as all together.

    A group is small by its usual size, the median of its periods. With it goes the next smallest, until the hidden
    ones hide each other and are no small group together. In groups that are shown, single small periods are left out,
    each with others that keep it from following; where none can, the group goes as a whole.

    `added`: what is added up where students are counted more than once in a period; else the sizes. `extreme`: further
    cells that must not be shown, see `extreme_cells`. `phase`: of each period.
    """
    small = (sizes > 0) & (sizes < rule.minimum)
    phases = np.zeros(sizes.shape[1], dtype=int) if phase is None else np.asarray(phase, dtype=int)
    primary, everyone = small if extreme is None else small | extreme, _everyone(sizes, phases, rule)
    counts = _Counts(sizes, sizes if added is None else added, primary, phases, everyone)
    forced: dict[int, Reason] = {}
    while True:
        reasons = group_reasons(sizes, forced, rule)
        shown = np.repeat(np.array([not reason for reason in reasons], dtype=bool)[:, None], sizes.shape[1], axis=1)
        stuck = _hide_cells(counts, shown, rule)
        if not stuck:
            return Hiding(reasons, shown, everyone)
        forced |= stuck


def extreme_cells(numerators: ArrayLike, denominators: ArrayLike, rule: SmallGroups) -> Bools:
    """Cells whose share lies nearer to 0 or 1 than the rule shows."""
    top, whole = np.asarray(numerators, dtype=np.float64), np.asarray(denominators, dtype=np.float64)
    near = (top < rule.extreme * whole) | (top > (1 - rule.extreme) * whole)
    found: Bools = near & (whole > 0) & (rule.extreme > 0)
    return found


def _hide_cells(counts: _Counts, shown: Bools, rule: SmallGroups) -> dict[int, Reason]:
    """Leaves out cells in place, phase by phase. Groups that have to go: no cells are enough, or none is left."""
    rows = np.flatnonzero(shown.any(axis=1))
    shown[:, ~counts.everyone] = False
    for columns in _phases(counts.phase) if rows.size else ():
        if not _hide_within(counts, shown, rows, columns, rule):
            own = [int(row) for row in rows if counts.primary[row, columns].any()]
            if own:
                return dict.fromkeys(own, "small")
            return {smallest_shown(counts.sizes, rows): "by_subtraction"}
    bare = [int(row) for row in rows if not (shown[row] & (counts.sizes[row] > 0)).any()]
    return {row: "small" if counts.primary[row].any() else "by_subtraction" for row in bare}


def _hide_within(
    counts: _Counts, shown: Bools, rows: NDArray[np.intp], columns: NDArray[np.intp], rule: SmallGroups
) -> bool:
    """False: it cannot be done. The last row of the table is all hidden groups together, which anybody can get by
    subtraction.
    """
    others = np.setdiff1d(np.arange(len(shown)), rows)
    rest, students = (part[np.ix_(others, columns)].sum(axis=0) for part in (counts.added, counts.sizes))
    beside = bool(rest.any())
    primary = [(int(i), int(j)) for i, j in np.argwhere(counts.primary[np.ix_(rows, columns)])]
    if beside:
        primary += [(len(rows), int(j)) for j in np.flatnonzero((students > 0) & (students < rule.minimum))]
    if not primary:
        return True
    whole = np.vstack((counts.added[np.ix_(rows, columns)], *([rest] if beside else [])))
    secret = [int(j) for j in np.flatnonzero(~counts.everyone[columns])]
    totals: list[Cell] = [(len(whole), j) for j in secret] + [(len(rows), columns.size)] * (beside and bool(secret))
    unseen: list[Cell] = [(i, j) for i in range(len(rows)) for j in secret]
    unseen += [(len(rows), j) for j in range(columns.size)] if beside else []
    table = table_of(np.rint(whole).astype(int).tolist(), unpublished=totals)
    further = cheap_further(table, primary, unseen)
    if further is None:
        return False
    for i, j in {*primary, *further}:
        if i < len(rows):
            shown[rows[i], columns[j]] = False
    return True


def _everyone(sizes: Floats, phase: NDArray[np.int_], rule: SmallGroups) -> Bools:
    """A period in which all together are a small group goes, with another one of its phase that keeps it hidden; so do
    all groups in both.
    """
    total = sizes.sum(axis=0)
    kept: Bools = (total == 0) | (total >= rule.minimum)
    for columns in _phases(phase):
        if (~kept[columns]).sum() == 1 and columns.size > 1:
            beside = [int(j) for j in columns if kept[j]]
            kept[min(beside, key=lambda j: (total[j] == 0, total[j]))] = False
    return kept


def _phases(phase: NDArray[np.int_]) -> Iterator[NDArray[np.intp]]:
    return (np.flatnonzero(phase == one) for one in np.unique(phase))
