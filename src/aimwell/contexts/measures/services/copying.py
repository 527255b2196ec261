"""A file as it comes, turned into clean copies: one CSV for each sheet, without the columns that name students."""

from __future__ import annotations

import csv
import io
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, islice
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from aimwell.adapters.xlsx import Workbook, is_workbook
from aimwell.domain.errors import Refused
from aimwell.domain.tables.cells import SAMPLE, delimiter_of, rows_of
from aimwell.domain.tables.columns import Layout, layout_of
from aimwell.domain.tables.encoding import encoding_of
from aimwell.domain.tables.numbers import read_number

ROWS_TO_JUDGE = 2_000
MOST_SHEETS = 12
KEPT_IN_MEMORY = 2_000_000


def clean_copies(file: BinaryIO, *, shares: bool) -> list[dict[str, Any]]:
    """Store a copy of each sheet that holds rows; return what each looks like (see `_copied`).

    Raises Refused: empty_file, not_text, unreadable_workbook, one_column, too_many_rows. Then nothing stays stored.
    """
    stored: list[dict[str, Any]] = []
    try:
        for name, rows, guessed in _sheets(file):
            found = _copied(name, rows, shares=shares, guessed=guessed)
            if found is not None:
                stored.append(found)
    except BaseException:
        forget_copies(stored)
        raise
    if not stored:
        raise Refused("empty_file")
    return stored


def forget_copies(sheets: Iterable[dict[str, Any]]) -> None:
    for sheet in sheets:
        default_storage.delete(sheet["stored"])


def copied_rows(stored: str) -> Iterator[list[str]]:
    with default_storage.open(stored, "rb") as raw:
        yield from csv.reader(io.TextIOWrapper(raw, encoding="utf-8", newline=""))


def _sheets(file: BinaryIO) -> Iterator[tuple[str, Iterator[list[str]], bool]]:
    head = file.read(8)
    file.seek(0)
    if is_workbook(head):
        book = Workbook(file)
        yield from ((name, book.rows(name), False) for name in book.sheets[:MOST_SHEETS])
        return
    encoding = encoding_of(iter(lambda: file.read(1 << 20), b""))
    file.seek(0)
    lines = io.TextIOWrapper(file, encoding=encoding.name, errors="replace", newline="")
    first = list(islice(lines, SAMPLE))
    yield "", rows_of(chain(first, lines), delimiter_of([line for line in first if line.strip()])), encoding.guessed
    lines.detach()


def _copied(name: str, rows: Iterator[list[str]], *, shares: bool, guessed: bool) -> dict[str, Any] | None:
    """`name` of the sheet, `stored` name of the copy, `rows` in it, `guessed` letters, and its layout."""
    head = list(islice(rows, ROWS_TO_JUDGE))
    if not any(cell.strip() for row in head for cell in row):
        return None
    layout = layout_of(head, shares=shares)
    _require_cells(head, layout)
    secret = [column.index for column in layout.columns if column.students]
    with tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as packed:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="", write_through=True)
        count = _write(csv.writer(text), chain(head, rows), layout.first, secret)
        text.detach()
        packed.seek(0)
        stored = default_storage.save(f"imports/{secrets.token_hex(16)}.csv", File(packed))
    columns = [asdict(column) for column in layout.columns]
    return {
        "name": name, "stored": stored, "rows": count, "guessed": guessed, "first": layout.first, "columns": columns,
        "signature": layout.signature,
    }  # fmt: skip


def _write(writer: Any, rows: Iterable[list[str]], first: int, secret: list[int]) -> int:
    limit = settings.UPLOAD_LIMIT_ROWS
    count = 0
    for number, row in enumerate(rows):
        if number >= first and any(row):
            count += 1
            if count > limit:
                raise Refused("too_many_rows", limit=f"{limit:,}")
            for index in secret:
                if index < len(row):
                    row[index] = ""
        writer.writerow(row)
    return count


def _require_cells(head: list[list[str]], layout: Layout) -> None:
    """One column is fine when it holds numbers; else the cells were not told apart."""
    if len(layout.columns) > 1 or any(column.role != "out" for column in layout.columns):
        return
    cells = [row[0] for row in head if row and row[0].strip()]
    if sum(read_number(cell) is not None for cell in cells) < len(cells) / 2:
        raise Refused("one_column")
