"""Charts as words, pictures, tables and data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import isfinite
from typing import Any

from aimwell.chartfile.charts import Cell, Chart
from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.special_words import PlainTable
from aimwell.domain.render.table import harmless


def as_words(charts: Sequence[Chart]) -> str:
    """What each chart shows, and its newest numbers."""
    return "\n\n".join(_said(chart) for chart in charts) + "\n"


def _said(chart: Chart) -> str:
    return "\n".join([chart.heading, chart.lead, *chart.sentences, "", *_columns(chart.newest)])


def _columns(table: PlainTable) -> list[str]:
    """Rows of text with each column as wide as its widest cell."""
    rows = [table.headers, *table.rows]
    wide = [max(len(row[k]) for row in rows) for k in range(len(table.headers))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip() for row in rows]


def as_svg(chart: Chart, size: Size) -> str:
    return chart.draw(size, "chart") + "\n"


def as_png(chart: Chart, size: Size, width: int) -> bytes:
    from aimwell.adapters.png import svg_to_png

    return svg_to_png(chart.draw(size, "chart"), width=width)


def as_pptx(chart: Chart, lang: str) -> bytes:
    """A slide with a native chart; of a chart over time."""
    from aimwell.adapters.pptx import chart_pptx

    assert chart.reading is not None
    return chart_pptx(chart.reading, lang=lang, title=chart.heading)


def as_xlsx(chart: Chart, lang: str) -> bytes:
    """A workbook with the numbers, the method and a native chart; of a chart over time."""
    from aimwell.adapters.xlsx_chart import chart_xlsx

    assert chart.reading is not None
    return chart_xlsx(chart.reading, lang=lang, title=chart.heading)


def as_csv(charts: Sequence[Chart]) -> str:
    """Header and one row a point; a first column names the group where there are groups."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table_rows(charts))
    return text.getvalue()


def table_rows(charts: Sequence[Chart]) -> Iterator[tuple[Cell, ...]]:
    """The header once, then the rows of all charts."""
    grouped = any(chart.name for chart in charts)
    for place, chart in enumerate(charts):
        header, *rows = chart.records
        if not place:
            yield ("group", *header) if grouped else header
        yield from ((harmless(chart.name), *row) if grouped else row for row in rows)


def as_json(charts: Sequence[Chart]) -> str:
    """All that was found, with exact values and the words: always a list under `charts`."""
    listed = [{"group": chart.name, "title": chart.title, **chart.data} for chart in charts]
    return json.dumps({"charts": _plain(listed)}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    """The same for JSON: dates in ISO form, arrays as lists, null for a number that is none."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    tolist: Callable[[], Any] | None = getattr(value, "tolist", None)
    return value if tolist is None else _plain(tolist())
