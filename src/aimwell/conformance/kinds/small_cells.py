"""Tables of counts with totals: what is small, what can be worked out, and the fewest further cells to hide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aimwell.domain.equity.cells import Cell, Table, interval, sensitive_cells, table_of
from aimwell.domain.equity.suppression import fewest_further, information

LISTED = 20
"""Sets written out; the total counts all."""
GIVEN = (
    "kind", "rows", "columns", "counts", "row_totals", "column_totals", "grand_total", "minimum_cell",
    "zero_is_sensitive",
)  # fmt: skip
REACHING = "fewest_complementary_cells_so_that_each_could_also_be_at_least_the_minimum"


def answer(case: Mapping[str, Any], rows: Sequence[Mapping[str, str | None]]) -> dict[str, Any]:
    table = table_of(case["counts"], unpublished=tuple(_unpublished(case)))
    minimum = case["minimum_cell"]
    primary = sensitive_cells(table, minimum, zero_is_sensitive=bool(case.get("zero_is_sensitive")))
    sets = fewest_further(table, primary)
    return {
        "primary": [_named(case, cell) for cell in primary],
        "primary_only_intervals": [_interval(case, table, primary, cell) for cell in primary],
        "fewest_complementary_cells": _size(sets),
        "optimal_sets": [[_named(case, cell) for cell in cells] for cells in sets[:LISTED]],
        "optimal_sets_total": len(sets),
        "least_information_lost": min((information(table, cells) for cells in sets), default=None),
        REACHING: _size(fewest_further(table, primary, reach=minimum)),
    }


def _unpublished(case: Mapping[str, Any]) -> Iterator[Cell]:
    """Totals that the case leaves out, one by one or as a whole."""
    rows, columns = len(case["counts"]), len(case["counts"][0])
    row_totals = case.get("row_totals") or [None] * rows
    column_totals = case.get("column_totals") or [None] * columns
    yield from ((i, columns) for i, total in enumerate(row_totals) if total is None)
    yield from ((rows, j) for j, total in enumerate(column_totals) if total is None)
    if case.get("grand_total") is None:
        yield (rows, columns)


def _named(case: Mapping[str, Any], cell: Cell) -> list[str]:
    return [case["rows"][cell[0]], case["columns"][cell[1]]]


def _interval(case: Mapping[str, Any], table: Table, hidden: Sequence[Cell], cell: Cell) -> dict[str, Any]:
    found = interval(table, hidden, cell)
    return {"cell": _named(case, cell), "low": found.low, "high": found.high, "recovered": found.recovered}


def _size(sets: Sequence[Sequence[Cell]]) -> int | None:
    return len(sets[0]) if sets else None
