"""Workbooks (XLSX, XLS, ODS) into rows of text with python-calamine. Formulas are never run; stored values are read."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from aimwell.domain.errors import Refused

STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
LARGEST_UNPACKED = 400_000_000
SMALL_UNPACKED, MOST_TIMES = 20_000_000, 100
"""Bytes, and how many times its size a file may unpack to beyond them: no table that a school made does so."""


def is_workbook(head: bytes) -> bool:
    return head.startswith(STARTS)


class Workbook:
    """`sheets`: names in order. Raises Refused("unreadable_workbook") for a locked, cut-off or other file."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            _check_size(file)
            self._book = CalamineWorkbook.from_filelike(file)
            self.sheets: list[str] = list(self._book.sheet_names)
        except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as problem:
            raise Refused("unreadable_workbook") from problem
        except BaseException as problem:
            if type(problem).__name__ == "PanicException":
                raise Refused("unreadable_workbook") from problem
            raise

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Cells of one sheet as text, from its first row on; dates in ISO form."""
        try:
            found = self._book.get_sheet_by_name(sheet)
            above = found.start[0] if found.start else 0
            yield from ([] for _ in range(above))
            for row in found.iter_rows():
                yield [_text(cell) for cell in row]
        except CalamineError as problem:
            raise Refused("unreadable_workbook") from problem


def _check_size(file: BinaryIO) -> None:
    if not zipfile.is_zipfile(file):
        file.seek(0)
        return
    file.seek(0)
    with zipfile.ZipFile(file) as packed:
        entries = packed.infolist()
    unpacked, size = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if unpacked > min(LARGEST_UNPACKED, max(SMALL_UNPACKED, MOST_TIMES * size)):
        raise Refused("unreadable_workbook")
    file.seek(0)


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return str(cell)
