"""A workbook with the numbers of a chart, the method in words, and a native chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from aimwell.domain.render.chart_export import Cell, DrawnLine, ExactTable, drawn_lines, exact_table, method_rows
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.methods import TABLE

INK, BLUE, GREY = "#1B2230", "#1D4F91", "#666B76"
LOOKS: dict[str, dict[str, Any]] = {
    "value": {
        "line": {"color": INK, "width": 1.5},
        "marker": {"type": "circle", "size": 6, "fill": {"color": "#FFFFFF"}, "border": {"color": INK}},
    },
    "centre": {"line": {"color": BLUE, "width": 1.75}},
    "lower": {"line": {"color": GREY, "width": 1.25}},
    "upper": {"line": {"color": GREY, "width": 1.25}},
    "target": {"line": {"color": INK, "width": 1.5, "dash_type": "round_dot"}},
}
SIGNALS = {"toward": BLUE, "away": "#C4600F", "neutral": INK}
WORDY = {"broken", "note"}


def chart_xlsx(reading: Reading, *, lang: str, title: str) -> bytes:
    """Sheets: the data with a chart beside it, and the method. Texts are never read as formulas or links.

    Numbers have 16 figures, as many as the format keeps.
    """
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "author": "Aimwell"})
    table = exact_table(reading, lang)
    sheet = book.add_worksheet(TABLE.say("data", lang))
    _write(book, sheet, table)
    if reading.points:
        lines = _placed(sheet, table, drawn_lines(reading, lang))
        _chart(book, sheet, lines, reading, title, reading_words(reading, lang).alt)
    _method(book, reading, lang, title)
    book.close()
    return out.getvalue()


def _write(book: Any, sheet: Any, table: ExactTable) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    sheet.freeze_panes(1, 1)
    for column, (key, name) in enumerate(zip(table.keys, table.names, strict=True)):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, 40 if key in WORDY else 13)
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            _cell(sheet, row, column, cell, day)


def _cell(sheet: Any, row: int, column: int, cell: Cell, day: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _placed(sheet: Any, table: ExactTable, lines: Sequence[DrawnLine]) -> list[tuple[DrawnLine, int]]:
    """Each line with its column: that of the table, or a further one for a line of one phase."""
    found = []
    column = len(table.keys)
    for one in lines:
        if not one.phase:
            found.append((one, table.keys.index(one.key)))
            continue
        found.append((one, column))
        sheet.write_string(0, column, one.name)
        for row, value in enumerate(one.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value)
        column += 1
    return found


def _chart(
    book: Any, sheet: Any, lines: Sequence[tuple[DrawnLine, int]], reading: Reading, title: str, alt: str
) -> None:
    """Beside the table; an empty cell is a gap in its line."""
    chart = book.add_chart({"type": "line"})
    last = len(reading.points)
    for one, column in lines:
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, column, last, column],
                "marker": {"type": "none"},
                "points": [_point(point, reading) for point in reading.points] if one.key == "value" else None,
                **LOOKS[one.key],
            }
        )
    chart.set_title({"name": title, "overlay": False})
    chart.set_x_axis({"text_axis": True, "num_format": "yyyy-mm-dd"})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#E8E2D5"}}})
    chart.set_legend({"position": "bottom"})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 960, "height": 420})
    sheet.insert_chart(1, max(column for _, column in lines) + 4, chart, {"description": alt})


def _point(point: ReadingPoint, reading: Reading) -> dict[str, Any] | None:
    """The colour of a signal; a workbook's line chart has one shape for all points."""
    tone = tone_of(point, reading)
    return {"fill": {"color": SIGNALS[tone]}, "border": {"color": SIGNALS[tone]}} if tone else None


def _method(book: Any, reading: Reading, lang: str, title: str) -> None:
    sheet = book.add_worksheet(TABLE.say("method", lang))
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, title, bold)
    for row, (name, text) in enumerate(method_rows(reading, lang), start=1):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, wrapped)
