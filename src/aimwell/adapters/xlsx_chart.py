"""A workbook with the numbers of a chart, the method in words, and a native chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from aimwell.domain.render.chart_export import (
    Cell,
    DrawnLine,
    ExactTable,
    drawn_lines,
    exact_table,
    method_rows,
    number_format,
    phase_lines,
    signal_lines,
)
from aimwell.domain.render.chart_frame import axis_ticks
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.methods import TABLE

INK, BLUE, GREY = "#1B2230", "#1D4F91", "#666B76"
EXACT = {"value", "centre", "lower", "upper", "target"}
WORDY = {"broken", "note"}
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
SHAPES = {"toward": ("circle", BLUE), "away": ("triangle", "#C4600F"), "neutral": ("circle", INK)}
"""Signals have the shapes and colours of the page."""
MOST_DATES = 12
"""Dates under the chart; more would stand aslant."""
TEXT_WIDE = 100
"""Letters in a line of the method."""


def chart_xlsx(reading: Reading, *, lang: str, title: str) -> bytes:
    """Sheets: the native chart with its reading, the data, and the method. Texts are never read as formulas or links.

    Numbers have 16 figures, as many as the format keeps, and show a few of them. Without a point there is no chart.
    """
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "author": "Aimwell"})
    front = book.add_worksheet(TABLE.say("chart", lang)) if reading.points else None
    table = exact_table(reading, lang)
    sheet = _sheet(book, TABLE.say("data", lang))
    formats = _Formats(book, axis_ticks(reading).decimals + 2)
    _write(sheet, table, formats)
    if front is not None:
        lines = _placed(sheet, table, [*drawn_lines(reading, lang), *signal_lines(reading, lang)], formats)
        _front(book, front, reading, lang, title)
        _chart(book, front, sheet.name, lines, reading, lang)
    _method(book, reading, lang, title)
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str) -> Any:
    """Prints on the width of one page, lying."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


class _Formats:
    def __init__(self, book: Any, decimals: int) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.exact = book.add_format({"num_format": number_format(decimals)})


def _write(sheet: Any, table: ExactTable, formats: _Formats) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_row(0, 48)
    for column, (key, name) in enumerate(zip(table.keys, table.names, strict=True)):
        sheet.write_string(0, column, name, formats.head)
        sheet.set_column(column, column, 40 if key in WORDY else 13)
    for row, cells in enumerate(table.rows, start=1):
        for column, (key, cell) in enumerate(zip(table.keys, cells, strict=True)):
            _cell(sheet, row, column, cell, formats.day if key == "date" else formats.exact if key in EXACT else None)


def _cell(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell, look)


def _placed(
    sheet: Any, table: ExactTable, lines: Sequence[DrawnLine], formats: _Formats
) -> list[tuple[DrawnLine, int]]:
    """Each line with its column: that of the table, or a further one for a line of one phase and for signals."""
    found = []
    column = len(table.keys)
    for one in lines:
        if not one.phase and one.key in table.keys:
            found.append((one, table.keys.index(one.key)))
            continue
        found.append((one, column))
        sheet.set_column(column, column, 13)
        sheet.write_string(0, column, one.name, formats.head)
        for row, value in enumerate(one.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, formats.exact)
        column += 1
    return found


def _front(book: Any, sheet: Any, reading: Reading, lang: str, title: str) -> None:
    """What a person sees first: the title, the reading in one line, and what each phase is, over the chart."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 18}))
    sheet.write_string(1, 0, reading_words(reading, lang).one_line)
    if len(reading.phases) > 1:
        sheet.write_string(2, 0, " ".join(phase_lines(reading, lang)), book.add_format({"font_color": GREY}))


def _chart(
    book: Any, front: Any, data: str, lines: Sequence[tuple[DrawnLine, int]], reading: Reading, lang: str
) -> None:
    """On the scale of the page; an empty cell is a gap in its line."""
    chart = book.add_chart({"type": "line"})
    last, ticks = len(reading.points), axis_ticks(reading)
    decimals = max(ticks.decimals, voice_for(reading, lang).centre_decimals)
    for one, column in lines:
        chart.add_series(
            {
                "name": one.listed or one.name,
                "categories": [data, 1, 0, last, 0],
                "values": [data, 1, column, last, column],
                **_look(one, decimals, reading),
            }
        )
    chart.set_title({"none": True})
    skip = -(-last // MOST_DATES)
    chart.set_x_axis(
        {
            "text_axis": True,
            "num_format": "yyyy-mm-dd",
            "interval_unit": skip,
            "interval_tick": skip,
            "num_font": {"rotation": -45},
        }
    )
    chart.set_y_axis(
        {
            "min": ticks.values[0],
            "max": ticks.values[-1],
            "major_unit": ticks.values[1] - ticks.values[0],
            "num_format": number_format(ticks.decimals),
            "major_gridlines": {"visible": True, "line": {"color": "#E8E2D5"}},
            "line": {"none": True},
        }
    )
    hidden = [k for k, (one, _) in enumerate(lines) if not one.listed]
    chart.set_legend({"position": "bottom", "delete_series": hidden})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 1080, "height": 480})
    front.insert_chart(4, 0, chart, {"description": reading_words(reading, lang).alt})


def _look(one: DrawnLine, decimals: int, reading: Reading) -> dict[str, Any]:
    """A signal is a shape without a line; a middle line says its value at its end."""
    if one.key in SHAPES:
        shape, colour = SHAPES[one.key]
        marker = {"type": shape, "size": 9, "fill": {"color": colour}, "border": {"color": colour}}
        return {"line": {"none": True}, "marker": marker}
    look = {"marker": {"type": "none"}, **LOOKS[one.key]}
    if one.key == "centre":
        look["data_labels"] = {
            "value": True,
            "position": "below" if _over(reading.points[one.last]) else "above",
            "num_format": number_format(decimals),
            "font": {"color": BLUE, "bold": True},
            "custom": [{"delete": k != one.last} for k in range(len(one.values))],
        }
    return look


def _over(point: ReadingPoint) -> bool:
    return point.value is not None and point.centre is not None and point.value > point.centre


def _method(book: Any, reading: Reading, lang: str, title: str) -> None:
    sheet = _sheet(book, TABLE.say("method", lang))
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, TEXT_WIDE)
    sheet.write_string(0, 0, title, bold)
    for row, (name, text) in enumerate(method_rows(reading, lang), start=1):
        sheet.set_row(row, 16 * (1 + len(text) // (TEXT_WIDE + 10)))
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, wrapped)
