"""Rows of a CSV file by the names of their columns. Columns we do not know are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from aimwell.domain.errors import Refused
from aimwell.domain.rosters.records import Problem

Rows = Iterable[list[str]]
EVERY = 5_000
Progress = Callable[[int], None]


def cells(
    rows: Rows, *, file: str, wanted: Sequence[str], needed: Sequence[str], problems: list[Problem],
    progress: Progress | None = None,
) -> Iterator[tuple[int, list[str]]]:  # fmt: skip
    """The number of each row (the heading is 1) and its `wanted` cells, trimmed; "" for a column that is not there.

    A row that has cells beyond the heading may have slipped, so it becomes a problem.
    Raises Refused("roster_no_column") for a heading without one of `needed`; an empty file has no rows.
    """
    lines = iter(rows)
    heading = next(lines, None)
    if heading is None:
        return
    places = _places(heading, file=file, wanted=wanted, needed=needed)
    width = len(heading)
    for number, row in enumerate(lines, start=2):
        if progress is not None and number % EVERY == 0:
            progress(EVERY)
        if len(row) > width and any(row[width:]):
            problems.append(Problem(file, number, "", "extra_cells"))
        elif any(row):
            size = len(row)
            yield number, [row[at].strip() if -1 < at < size else "" for at in places]


def _places(heading: list[str], *, file: str, wanted: Sequence[str], needed: Sequence[str]) -> list[int]:
    names = [name.strip().lower() for name in heading]
    missing = next((name for name in needed if name.lower() not in names), None)
    if missing is not None:
        raise Refused("roster_no_column", file=f"{file}.csv", column=missing)
    return [names.index(name.lower()) if name.lower() in names else -1 for name in wanted]


def listed(cell: str) -> list[str]:
    """A cell that holds a list, such as `orgSourcedIds`."""
    return (
        [part for part in (piece.strip() for piece in cell.split(",")) if part] if "," in cell else [cell] * bool(cell)
    )
