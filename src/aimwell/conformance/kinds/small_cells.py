"""Small cells of a table: what the totals give away, and the fewest further cells that keep them hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aimwell.domain.equity.cells import Cell, Counts, counts_of, interval, sensitive_cells
from aimwell.domain.equity.complements import complements

GIVEN = frozenset(
    {
        *("rows", "columns", "counts", "row_totals", "column_totals", "grand_total"),
        *("minimum_cell", "zero_is_sensitive", "attacker", "checks", "null_means", "note"),
    }
)
MOST = 4
"""The cases look for up to four further cells."""


def answer(case: dict[str, Any], _rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    counts, minimum = counts_of(case["counts"]), int(case["minimum_cell"])
    primary = sensitive_cells(counts, minimum, zero_is_sensitive=bool(case.get("zero_is_sensitive")))
    found = complements(counts, primary, most=MOST)
    larger = complements(counts, primary, most=MOST, at_least=minimum)
    names = _Names(case["rows"], case["columns"])
    return {
        "primary": names.all(primary),
        "primary_only_intervals": [_interval(counts, primary, cell, names) for cell in primary],
        "fewest_complementary_cells": found.fewest,
        "optimal_sets": [names.all(cells) for cells in found.sets],
        "optimal_sets_total": len(found.sets),
        "least_information_lost": found.least_lost,
        "fewest_complementary_cells_so_that_each_could_also_be_at_least_the_minimum": larger.fewest,
    }


class _Names:
    def __init__(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        self.rows, self.columns = rows, columns

    def one(self, cell: Cell) -> list[str]:
        return [self.rows[cell[0]], self.columns[cell[1]]]

    def all(self, cells: Sequence[Cell]) -> list[list[str]]:
        return [self.one(cell) for cell in cells]


def _interval(counts: Counts, primary: Sequence[Cell], cell: Cell, names: _Names) -> dict[str, Any]:
    found = interval(counts, primary, cell)
    return {"cell": names.one(cell), "low": found.low, "high": found.high, "recovered": found.recovered}
