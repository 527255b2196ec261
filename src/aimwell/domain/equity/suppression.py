"""Which further cells of a table have to be hidden, so that no small one can be worked out from the totals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aimwell.domain.equity.cells import Cell, Table, most, room_beside, sensitive_cells

CellSet = frozenset[Cell]
MOST_FURTHER = 4
"""Sets up to this size are searched in full."""


@dataclass(frozen=True, slots=True)
class Move:
    """A hidden cell should be able to differ by `amount`: that much can flow from `start` to `end` beside it."""

    cell: Cell
    start: int
    end: int
    amount: int


Need = tuple[Move, ...]
"""One of these moves is enough."""


def suppressed(table: Table, minimum: int, *, zero_is_sensitive: bool = False) -> CellSet | None:
    """Cells to hide: all small ones, and the fewest further ones that lose the least.

    Where four further cells are not enough, cells are added one at a time, the smallest that helps first. None: no
    cells are enough, a total has to go.
    """
    primary = sensitive_cells(table, minimum, zero_is_sensitive=zero_is_sensitive)
    sets = fewest_further(table, primary)
    least = min(sets, key=lambda cells: information(table, cells), default=None)
    further = cheap_further(table, primary) if least is None else least
    return None if further is None else frozenset((*primary, *further))


def information(table: Table, cells: Collection[Cell]) -> int:
    """How many are counted in the cells."""
    return sum(table.count(cell) for cell in cells)


def fewest_further(
    table: Table, primary: Sequence[Cell], *, reach: int | None = None, largest: int = MOST_FURTHER
) -> tuple[tuple[Cell, ...], ...]:
    """All smallest sets of further cells that leave more than one possible number for each primary cell.

    `reach`: each primary cell could also be this large. Empty: no set of up to `largest` cells does it. Sets and their
    cells are in the order of the table, row by row.

    A set grows only by cells of which every solution beyond it holds one, so that none is passed over.
    """
    needs = [_needed(table, cell, reach) for cell in primary]
    sets: set[CellSet] = {frozenset()}
    done: list[tuple[Cell, ...]] = []
    while sets and not done:
        helpful = {cells: _helpful(table, cells.union(primary), needs) for cells in sets}
        done = [tuple(sorted(cells)) for cells, more in helpful.items() if more is None]
        helpful = {cells: more for cells, more in helpful.items() if len(cells) < largest}
        sets = {cells | {cell} for cells, more in helpful.items() for cell in more or ()}
    return tuple(sorted(done))


def cheap_further(table: Table, primary: Sequence[Cell], unseen: Collection[Cell] = ()) -> CellSet | None:
    """Cells to hide in place of the smallest set: one at a time, always the smallest count of those that can help,
    and those that turn out needless are left.

    `unseen`: cells that are not published in any case. None: no cells are enough.
    """
    needs = [_needed(table, cell, None) for cell in primary]
    before = frozenset((*primary, *unseen))
    hidden = before
    while (more := _helpful(table, hidden, needs)) is not None:
        if not more:
            return None
        hidden |= {min(more, key=lambda cell: (table.count(cell), cell))}
    for cell in sorted(hidden - before, key=lambda cell: (-table.count(cell), cell)):
        if _helpful(table, hidden - {cell}, needs) is None:
            hidden -= {cell}
    return hidden - before


def _needed(table: Table, cell: Cell, reach: int | None) -> Need:
    tail, head = table.ends(cell)
    count = table.count(cell)
    if reach is not None and reach > count:
        return (Move(cell, head, tail, reach - count),)
    fall = (Move(cell, tail, head, 1),) if count else ()
    return (Move(cell, head, tail, 1), *fall)


def _helpful(table: Table, hidden: CellSet, needs: Sequence[Need]) -> CellSet | None:
    """Cells of which one at least has to be hidden too; empty if nothing can help. None: all needs are met."""
    lone = _beside_lone(table, hidden, needs)
    if lone is not None:
        return lone
    found: CellSet | None = None
    for need in needs:
        cells = _helps_one(table, hidden, need)
        if cells is not None and (found is None or len(cells) < len(found)):
            found = cells
    return found


def _beside_lone(table: Table, hidden: CellSet, needs: Sequence[Need]) -> CellSet | None:
    """The rest of a row or column in which only a primary cell is hidden: quicker to find than by flows."""
    unknown = hidden | table.unpublished
    for move, *_ in needs:
        for axis in (0, 1):
            line = move.cell[axis]
            if sum(cell[axis] == line for cell in unknown) == 1:
                return frozenset(cell for cell in table.cells if cell[axis] == line) - {move.cell}
    return None


def _helps_one(table: Table, hidden: CellSet, need: Need) -> CellSet | None:
    """A flow that is too small grows only by new room out of the start's side of its smallest cut."""
    helps: CellSet = frozenset()
    for move in need:
        moved, side = most(room_beside(table, hidden, move.cell), move.start, move.end, move.amount)
        if moved == move.amount:
            return None
        helps |= {cell for cell in table.cells if cell not in hidden and _leads_out(table, cell, side)}
    return helps


def _leads_out(table: Table, cell: Cell, side: frozenset[int]) -> bool:
    tail, head = table.ends(cell)
    if (tail in side) == (head in side):
        return False
    return tail in side or table.count(cell) > 0
