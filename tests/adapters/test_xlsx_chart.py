"""The workbook, read back with another library; its chart from the file's own XML."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from aimwell.adapters.xlsx_chart import chart_xlsx
from aimwell.domain.render.chart_export import exact_table, method_rows, phase_lines
from aimwell.domain.render.chart_frame import axis_ticks
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_reading import chart_reading
from domain.render.limit_samples import QUIET, individuals, shares
from domain.render.samples import sample


def sheets(reading, lang="en"):
    book = CalamineWorkbook.from_filelike(BytesIO(chart_xlsx(reading, lang=lang, title="Students who explain")))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def chart_xml(reading):
    with zipfile.ZipFile(BytesIO(chart_xlsx(reading, lang="en", title="Students"))) as packed:
        drawing = packed.read("xl/drawings/drawing1.xml").decode()
        return packed.read("xl/charts/chart1.xml").decode(), drawing


def test_the_data_sheet_has_every_exact_number():
    reading = shares(phases=False)
    data = sheets(reading)["Data"]
    table = exact_table(reading, "en")
    assert data[0] == [
        "Date", "Value (%)", "Count", "Of", "Mean", "Lower limit", "Upper limit", "Aim", "Rules broken",
        "Signal in the good direction", "Signal the other way",
    ]  # fmt: skip
    assert [row[0] for row in data[1:]] == table.column("date")
    for at, key in enumerate(table.keys):
        if key in ("value", "centre", "lower", "upper"):
            assert [row[at] for row in data[1:]] == pytest.approx(table.column(key), rel=1e-15)


def test_a_missing_value_is_an_empty_cell_and_a_gap():
    reading = individuals((*QUIET[:5], None, *QUIET[6:]))
    assert sheets(reading)["Data"][6][1] == ""
    chart, drawing = chart_xml(reading)
    assert '<c:dispBlanksAs val="gap"/>' in chart or "dispBlanksAs" not in chart
    assert 'descr="I chart (XmR) of 19 weeks' in drawing


def test_the_chart_is_native_with_a_series_for_each_line():
    chart, _ = chart_xml(shares(phases=False))
    columns = re.findall(r"<c:val><c:numRef><c:f>Data!\$(\w)\$2:\$\w\$19</c:f>", chart)
    assert columns == ["B", "E", "F", "G", "H", "J", "K"]
    assert chart.count("<c:lineChart>") == 1


def test_lines_of_a_phase_have_columns_of_their_own():
    reading = shares()
    data = sheets(reading)["Data"]
    at = data[0].index("Mean, phase 2")
    assert [row[at] for row in data[1:9]] == [""] * 8
    assert [row[at] for row in data[9:]] == pytest.approx([reading.phases[1].centre] * 10, rel=1e-15)
    chart, _ = chart_xml(reading)
    assert chart.count("<c:ser>") == 9


def test_the_legend_names_each_kind_of_line_once():
    chart, _ = chart_xml(shares())
    names = re.findall(r"<c:tx><c:v>([^<]+)</c:v></c:tx>", chart)
    hidden = {int(place) for place in re.findall(r'<c:legendEntry><c:idx val="(\d+)"/><c:delete val="1"/>', chart)}
    assert [name for k, name in enumerate(names) if k not in hidden] == [
        "Value (%)", "Mean", "Lower limit", "Upper limit", "Aim", "Signal in the good direction",
    ]  # fmt: skip


@pytest.mark.parametrize(("direction", "shape", "colour"), [("up", "circle", "1D4F91"), ("down", "triangle", "C4600F")])
def test_a_signal_has_its_shape_and_colour_in_the_chart(direction, shape, colour):
    reading = individuals((*QUIET[:9], 99, *QUIET[10:]), direction=direction)
    chart, _ = chart_xml(reading)
    signal = chart.split("<c:ser>")[-1]
    assert f'<c:symbol val="{shape}"/>' in signal
    assert f'<a:srgbClr val="{colour}"/>' in signal
    assert [row[-1] for row in sheets(reading)["Data"][1:]] == [""] * 9 + [99] + [""] * 10


def test_the_chart_stands_first_on_the_scale_of_the_page():
    reading = shares()
    found = sheets(reading)
    assert list(found) == ["Chart", "Data", "Method"]
    assert [row[0] for row in found["Chart"]] == [
        "Students who explain", reading_words(reading, "en").one_line, " ".join(phase_lines(reading, "en")),
    ]  # fmt: skip
    chart, _ = chart_xml(reading)
    ticks = axis_ticks(reading).values
    assert f'<c:max val="{ticks[-1]}"/><c:min val="{ticks[0]}"/>' in chart


def test_the_middle_line_says_its_value_on_the_side_where_no_point_is():
    low = individuals((*QUIET[:-1], min(QUIET) - 1))
    high = individuals((*QUIET[:-1], max(QUIET) + 1))
    for reading, side in ((low, "t"), (high, "b")):
        label = chart_xml(reading)[0].split("<c:dLbls>")[1].split("</c:dLbls>")[0]
        assert label.count('<c:delete val="1"/>') == len(reading.points) - 1
        assert f'<c:dLblPos val="{side}"/>' in label


def test_the_method_sheet_says_what_was_done():
    reading = shares()
    rows = sheets(reading, "es")["Método"]
    assert rows[0][0] == "Students who explain"
    assert [tuple(row) for row in rows[1:]] == method_rows(reading, "es")


def test_no_text_acts_as_a_formula():
    reading = sample()
    noted = replace(reading, points=(replace(reading.points[0], note="=1+1"), *reading.points[1:]))
    assert "=1+1" in sheets(noted)["Data"][1]
    with zipfile.ZipFile(BytesIO(chart_xlsx(noted, lang="en", title="x"))) as packed:
        for number in (1, 2, 3):
            assert "<f>" not in packed.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_nothing_yet_is_a_sheet_with_its_header():
    found = sheets(chart_reading([]))
    assert found["Data"] == [["Date", "Value"]]
