"""A file or standard input into headings and numbered rows of text."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from aimwell.chartfile.days import Whole, whole_for
from aimwell.chartfile.words import refuse
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.tables.cells import SAMPLE, clean, delimiter_of, rows_of
from aimwell.domain.tables.columns import Role, layout_of
from aimwell.domain.tables.encoding import encoding_of

STANDARD_INPUT = "-"
LOOKED_AT = 400
"""Rows by which columns are judged."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """`number` counts from 1 in the file, headings included."""

    number: int
    cells: Sequence[str]

    def cell(self, index: int) -> str:
        return clean(self.cells[index]) if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class FileTable:
    """`name` for people. `headings` as written, or a column's number where there is none.

    `delimiter`: what stands between the cells; empty for a workbook.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[FileRow, ...]
    delimiter: str = ""

    def cells(self, index: int) -> list[str]:
        return [row.cell(index) for row in self.rows]

    def whole(self, index: int) -> Whole:
        return whole_for(self.headings[index], [row.cell(index) for row in self.rows[:LOOKED_AT]])

    def roles(self, *, known: Collection[int]) -> tuple[Role, ...]:
        """What each column most likely holds; those `known` already are out of the question."""
        whole = [self.whole(index) for index in range(len(self.headings))]
        judged = [[_words_of(heading) for heading in self.headings]] + [
            ["" if index in known else whole[index](row.cell(index)) for index in range(len(self.headings))]
            for row in self.rows[:LOOKED_AT]
        ]
        return layout_of(judged).roles


def read_table(path: str, *, sheet: str, lang: str, standard_input: BinaryIO) -> FileTable:
    """ChartFileError: no such file, not a table, or a table without rows."""
    name = Path(path).name if path != STANDARD_INPUT else path
    try:
        data = standard_input.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        rows, delimiter = _rows(data, sheet=sheet, name=name, lang=lang)
    except FileNotFoundError:
        raise refuse("no_file", lang, path=path) from None
    except OSError as problem:
        raise refuse("unreadable", lang, path=path, why=problem.strerror or problem) from None
    except Refused as problem:
        raise refuse("unreadable", lang, path=name, why=sentence(problem, lang).rstrip(".")) from None
    layout = layout_of(list(islice(rows, LOOKED_AT)))
    filled = tuple(
        FileRow(number, cells)
        for number, cells in enumerate(rows, start=1)
        if number > layout.first and any(cell.strip() for cell in cells)
    )
    if not filled or (len(filled) == 1 and not any(map(str.isdigit, "".join(filled[0].cells)))):
        raise refuse("no_rows", lang, path=name)
    headings = (column.name or str(column.index + 1) for column in layout.columns)
    return FileTable(name, tuple(headings), filled, delimiter)


def _words_of(heading: str) -> str:
    """A heading that a program wrote, as words; without letters it is no heading to judge by."""
    return heading.replace("_", " ") if any(sign.isalpha() for sign in heading) else "column"


def _rows(data: bytes, *, sheet: str, name: str, lang: str) -> tuple[list[list[str]], str]:
    """Rows of cells, and what stands between the cells; nothing does in a workbook."""
    from aimwell.adapters.xlsx import Workbook, is_workbook

    if is_workbook(data[:4]):
        book = Workbook(io.BytesIO(data))
        if sheet and sheet not in book.sheets:
            raise refuse("no_sheet", lang, name=sheet, path=name, names=", ".join(book.sheets))
        sheets = _sheets(book.rows(one) for one in ([sheet] if sheet else book.sheets))
        return next((rows for rows in sheets if rows), []), ""
    text = data.decode(encoding_of([data]).name, errors="replace")
    sample = list(islice(io.StringIO(text, newline=""), SAMPLE))
    delimiter = delimiter_of(sample)
    return list(rows_of(io.StringIO(text, newline=""), delimiter)), delimiter


def _sheets(sheets: Iterable[Iterable[list[str]]]) -> Iterable[list[list[str]]]:
    return (list(rows) for rows in sheets)
