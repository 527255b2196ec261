"""Counts cut by one group attribute or by two, and where a loss sits (S4 R-23 to R-25, S4 L94-L95)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.hidden_groups import Reason
from aimwell.domain.equity.hiding import Bools, extreme_cells, hide
from aimwell.domain.equity.presets import USUAL, SmallGroups


@dataclass(frozen=True, slots=True)
class CountRow:
    """One combination of groups: its value of each attribute, how many are counted, and out of how many."""

    values: tuple[str, ...]
    count: float
    whole: float


@dataclass(frozen=True)
class Cut:
    """Counts by groups. `columns` is ("",) where only one attribute cuts. `counts` and `wholes`: (rows, columns).

    `shown`: cells that may be seen. `reasons`: by row, why it is hidden as a whole; empty for a shown one.
    `totals`: by column, whether all rows together may be seen. `lost`: what is counted is what is missing.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Floats
    wholes: Floats
    shown: Bools
    reasons: tuple[Reason, ...]
    totals: Bools
    lost: bool = False

    @property
    def hidden(self) -> int:
        """How many cells are not shown; an empty one may be among them, so that a small one cannot be told from it."""
        return int((~self.shown).sum())

    @property
    def hidden_names(self) -> tuple[str, ...]:
        """The rows of which at least one cell is hidden."""
        return tuple(name for name, shown in zip(self.rows, self.shown, strict=True) if not shown.all())

    def rate(self, row: int, column: int) -> float | None:
        return self._share(self.counts[row, column], self.wholes[row, column]) if self.shown[row, column] else None

    def total(self, row: int) -> tuple[float, float] | None:
        """Count and whole of a row that is shown in every one of its cells."""
        if not self.shown[row].all():
            return None
        return float(self.counts[row].sum()), float(self.wholes[row].sum())

    @staticmethod
    def _share(count: float, whole: float) -> float | None:
        return float(count / whole) if whole else None


@dataclass(frozen=True, slots=True)
class Ends:
    """The rows with the lowest and the highest rate, and how far they are apart."""

    lowest: int
    highest: int
    low: float
    high: float

    @property
    def gap(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Loss:
    """How far one row falls short of what the other rows would give it, column by column.

    `most`: the column that holds the largest part, `share` of the whole, at most 1.
    """

    row: int
    total: float
    parts: tuple[float, ...]
    most: int
    share: float


def cut_by(
    rows: Sequence[CountRow], first: int, second: int | None = None, *, times: int = 1, lost: bool = False,
    rule: SmallGroups = USUAL,
) -> Cut:  # fmt: skip
    """The table by the attribute at place `first`, and by `second` beside it.

    `times`: how often one student can be counted; so many counts are taken for one student, so that a group is hidden
    when it may be small. Groups stand in the order of their first row. Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("nothing to cut")
    across = [row.values[second] if second is not None else "" for row in rows]
    names, columns = tuple(dict.fromkeys(row.values[first] for row in rows)), tuple(dict.fromkeys(across))
    counts, wholes = (np.zeros((len(names), len(columns))) for _ in range(2))
    place, column = ({name: k for k, name in enumerate(part)} for part in (names, columns))
    for row, beside in zip(rows, across, strict=True):
        counts[place[row.values[first]], column[beside]] += row.count
        wholes[place[row.values[first]], column[beside]] += row.whole
    sizes = wholes / max(times, 1)
    found = hide(sizes, added=wholes, extreme=extreme_cells(counts, wholes, rule), rule=rule)
    return Cut(names, columns, counts, wholes, found.shown, found.reasons, found.everyone, lost)


def ends_of(cut: Cut) -> Ends | None:
    """Of a cut by one attribute; None with fewer than two rows to see."""
    rates = [(rate, row) for row in range(len(cut.rows)) if (rate := cut.rate(row, 0)) is not None]
    if len(rates) < 2:
        return None
    (low, lowest), (high, highest) = min(rates), max(rates, key=lambda pair: pair[0])
    return Ends(lowest, highest, low, high)


def where_lost(cut: Cut) -> Loss | None:
    """The row that falls short most, and in which column. Only what is shown is counted.

    In each column, a row is held against the rate of all other rows together: what it would have had with their rate,
    less what it has. None where no row falls short, or fewer than two rows can be compared.
    """
    rows = [row for row in range(len(cut.rows)) if cut.shown[row].any()]
    columns = [column for column in range(len(cut.columns)) if cut.shown[rows, column].all()]
    if len(rows) < 2 or not columns:
        return None
    held = (cut.wholes - cut.counts if cut.lost else cut.counts)[np.ix_(rows, columns)]
    wholes = cut.wholes[np.ix_(rows, columns)]
    others, beside = held.sum(axis=0) - held, wholes.sum(axis=0) - wholes
    with np.errstate(divide="ignore", invalid="ignore"):
        short = np.where(beside > 0, wholes * others / beside - held, 0.0)
    totals = short.sum(axis=1)
    worst = int(totals.argmax())
    if totals[worst] <= 0:
        return None
    most = int(short[worst].argmax())
    share = min(1.0, float(short[worst, most] / totals[worst]))
    parts = tuple(float(value) for value in short[worst])
    return Loss(rows[worst], float(totals[worst]), parts, columns[most], share)
