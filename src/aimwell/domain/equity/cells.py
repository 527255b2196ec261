"""A two-way table of counts, and what somebody can work out about its hidden cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

Cell = tuple[int, int]
"""Row and column, from 0. One past the last row or column stands for the totals."""
Counts = tuple[tuple[int, ...], ...]
Room = dict[int, dict[int, int]]
"""How much can move from one row or column to another."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All that is known about a hidden cell: it lies between these whole numbers, both possible. None = no bound."""

    low: int
    high: int | None

    @property
    def recovered(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Table:
    """Counts, and the totals that are not published."""

    counts: Counts
    unpublished: frozenset[Cell] = frozenset()

    @property
    def rows(self) -> int:
        return len(self.counts)

    @property
    def columns(self) -> int:
        return len(self.counts[0])

    @property
    def cells(self) -> Iterator[Cell]:
        """Row by row, without totals."""
        return ((i, j) for i in range(self.rows) for j in range(self.columns))

    def count(self, cell: Cell) -> int:
        i, j = cell
        if i < self.rows and j < self.columns:
            return self.counts[i][j]
        rows = self.counts if i == self.rows else (self.counts[i],)
        return sum(sum(row) if j == self.columns else row[j] for row in rows)

    def ends(self, cell: Cell) -> tuple[int, int]:
        """A count runs from its row to its column, and totals run back: what enters a row or column leaves it."""
        i, j = cell
        row, column = 2 * i, 2 * j + 1
        back = (i == self.rows) != (j == self.columns)
        return (column, row) if back else (row, column)


def table_of(rows: Sequence[Sequence[int]], *, unpublished: Collection[Cell] = ()) -> Table:
    """ValueError: no cell, rows of unequal length, or a count below 0."""
    counts = tuple(tuple(int(count) for count in row) for row in rows)
    if not counts or not counts[0]:
        raise ValueError("a table needs a cell")
    if len({len(row) for row in counts}) > 1:
        raise ValueError("rows of unequal length")
    if any(count < 0 for row in counts for count in row):
        raise ValueError("a count is below 0")
    return Table(counts, frozenset(unpublished))


def sensitive_cells(table: Table, minimum: int, *, zero_is_sensitive: bool = False) -> tuple[Cell, ...]:
    """Cells under the minimum, row by row."""
    lowest = 0 if zero_is_sensitive else 1
    return tuple(cell for cell in table.cells if lowest <= table.count(cell) < minimum)


def interval(table: Table, hidden: Collection[Cell], cell: Cell) -> Interval:
    """Exact bounds of a hidden cell for one who knows all else that is published, and that counts are whole and >= 0.

    Hidden cells move along cycles of the graph of rows and columns, so that the bounds are flows; they are whole
    because the totals are (Cox 1995).
    """
    count, plenty = table.count(cell), _plenty(table)
    tail, head = table.ends(cell)
    room = room_beside(table, hidden, cell)
    up = most(room, head, tail, plenty)[0]
    down = most(room, tail, head, count)[0]
    return Interval(count - down, None if up == plenty else count + up)


def room_beside(table: Table, hidden: Collection[Cell], cell: Cell) -> Room:
    """Room in hidden cells other than one: along its way a cell grows without bound, against it it falls to 0."""
    tail, head = table.ends(cell)
    room: Room = {tail: {}, head: {}}
    plenty = _plenty(table)
    for other in {*hidden, *table.unpublished} - {cell}:
        tail, head = table.ends(other)
        room.setdefault(tail, {})[head] = plenty
        room.setdefault(head, {})[tail] = table.count(other)
    return room


def most(room: Room, start: int, end: int, enough: int) -> tuple[int, frozenset[int]]:
    """The largest flow, at most `enough` (Ford and Fulkerson 1956), and the start's side of the cut if it is less."""
    left = {node: dict(out) for node, out in room.items()}
    moved = 0
    while moved < enough:
        came = _reached(left, start, end)
        if end not in came:
            return moved, frozenset(came)
        path = _steps(came, end)
        amount = min(enough - moved, *(left[a][b] for a, b in path))
        for a, b in path:
            left[a][b] -= amount
            left[b][a] += amount
        moved += amount
    return moved, frozenset()


def _plenty(table: Table) -> int:
    """More than all counts and totals together: only what has no bound can move as much."""
    return 1 + 4 * sum(map(sum, table.counts))


def _reached(room: Room, start: int, end: int) -> dict[int, int]:
    """Where one can get, each with the node before it; shortest ways, up to the end."""
    came = {start: start}
    queue = [start]
    for node in queue:
        for after, amount in room[node].items():
            if amount > 0 and after not in came:
                came[after] = node
                queue.append(after)
        if end in came:
            break
    return came


def _steps(came: dict[int, int], end: int) -> list[tuple[int, int]]:
    steps = []
    while came[end] != end:
        steps.append((came[end], end))
        end = came[end]
    return steps
