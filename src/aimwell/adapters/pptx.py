"""A slide with a native chart that PowerPoint can edit, its one-line reading, and the method in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from aimwell.domain.render.chart_export import drawn_lines, method_rows, number_format, phase_lines, signal_lines
from aimwell.domain.render.chart_frame import axis_ticks
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.readings import reading_words
from aimwell.domain.render.scale import Ticks
from aimwell.domain.spc.reading import Reading, ReadingPoint

FONT = "Source Sans 3"
INK, BLUE, GREY, GRID, PAPER, ORANGE = (
    RGBColor.from_string(colour) for colour in ("1B2230", "1D4F91", "666B76", "E8E2D5", "FFFFFF", "C4600F")
)
LOOKS: dict[str, tuple[Any, float, Any]] = {
    "value": (INK, 1.5, None),
    "centre": (BLUE, 1.75, None),
    "lower": (GREY, 1.25, None),
    "upper": (GREY, 1.25, None),
    "target": (INK, 1.5, MSO_LINE.ROUND_DOT),
}
SHAPES: dict[str, tuple[Any, Any]] = {
    "toward": (XL_MARKER_STYLE.CIRCLE, BLUE),
    "away": (XL_MARKER_STYLE.TRIANGLE, ORANGE),
    "neutral": (XL_MARKER_STYLE.CIRCLE, INK),
}
"""Signals have the shapes and colours of the page."""
MOST_DATES = 12
"""Dates under the chart; more would stand aslant."""
BLANK_WITH_TITLE = 5
WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)


def chart_pptx(reading: Reading, *, lang: str, title: str) -> bytes:
    """A presentation of one slide, 16 to 9. A missing value is a gap in the line, never a zero."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK_WITH_TITLE])
    words = reading_words(reading, lang)
    _title(slide, title)
    _sentence(slide, words.one_line, Inches(1.1), 16)
    if len(reading.phases) > 1:
        _sentence(slide, " ".join(phase_lines(reading, lang)), Inches(1.7), 12)
    if reading.points:
        _chart(slide, reading, lang, words.alt)
    notes = slide.notes_slide.notes_text_frame
    notes.text = "\n".join(f"{name}: {text}" for name, text in method_rows(reading, lang))
    deck.core_properties.title = title
    deck.core_properties.author = "Aimwell"
    deck.core_properties.language = lang
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _title(slide: Any, title: str) -> None:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = EDGE, Inches(0.35), Emu(WIDE - 2 * EDGE), Inches(0.8)
    shape.text_frame.text = title
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _font(shape.text_frame.paragraphs[0].font, 28, bold=True)


def _sentence(slide: Any, words: str, top: Any, size: float) -> None:
    box = slide.shapes.add_textbox(EDGE, top, Emu(WIDE - 2 * EDGE), Inches(0.6))
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    _font(box.text_frame.paragraphs[0].font, size)


def _font(font: Any, size: float, *, bold: bool = False) -> None:
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = INK


def _chart(slide: Any, reading: Reading, lang: str, alt: str) -> None:
    lines, signals = drawn_lines(reading, lang), signal_lines(reading, lang)
    voice, ticks = voice_for(reading, lang), axis_ticks(reading)
    data = CategoryChartData()
    data.categories = [voice.date(point.on) for point in reading.points]
    for one in (*lines, *signals):
        data.add_series(one.listed or one.name, one.values)
    room = (EDGE, Inches(2.2), Emu(WIDE - 2 * EDGE), Emu(HIGH - Inches(2.5)))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *room, data)
    frame._element._nvXxPr.cNvPr.set("descr", alt)
    chart = frame.chart
    _dress(chart, ticks)
    _thin_dates(chart.category_axis._element, len(reading.points))
    drawn = list(chart.plots[0].series)
    for one, series in zip(lines, drawn, strict=False):
        _line(series, one.key)
        if one.key == "centre":
            label = series.points[one.last].data_label
            _say_value(label, max(ticks.decimals, voice.centre_decimals), clear_of=reading.points[one.last])
    for one, series in zip(signals, drawn[len(lines) :], strict=True):
        _signal(series, one.key)
    _list_once(chart, [k for k, one in enumerate(lines) if not one.listed])


def _dress(chart: Any, ticks: Ticks) -> None:
    """The scale of the page. Empty cells stay empty; without `gap` an editor may join across them."""
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _font(chart.font, 12)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = ticks.values[0], ticks.values[-1]
    axis.major_unit = ticks.values[1] - ticks.values[0]
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format(ticks.decimals), False
    axis.major_gridlines.format.line.color.rgb = GRID
    axis.format.line.fill.background()
    for blanks in chart._chartSpace.xpath("c:chart/c:dispBlanksAs"):
        blanks.set("val", "gap")


def _thin_dates(axis: Any, count: int) -> None:
    """Every second, third, ... date, so that they stand level."""
    (before,) = axis.xpath("c:noMultiLvlLbl")
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = axis.makeelement(qn(f"c:{name}"), {"val": str(-(-count // MOST_DATES))})
        before.addprevious(skip)


def _list_once(chart: Any, places: Sequence[int]) -> None:
    """Lines of earlier phases are not listed again in the legend."""
    legend = chart.legend._element
    (after,) = legend.xpath("c:legendPos")
    for place in reversed(places):
        entry = legend.makeelement(qn("c:legendEntry"))
        for name, value in (("c:idx", str(place)), ("c:delete", "1")):
            entry.append(entry.makeelement(qn(name), {"val": value}))
        after.addnext(entry)


def _line(series: Any, key: str) -> None:
    colour, width, dash = LOOKS[key]
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour, Pt(width)
    if dash is not None:
        series.format.line.dash_style = dash
    series.marker.style = XL_MARKER_STYLE.CIRCLE if key == "value" else XL_MARKER_STYLE.NONE
    if key == "value":
        series.marker.size = 7
        _fill(series.marker, PAPER)


def _say_value(label: Any, decimals: int, *, clear_of: ReadingPoint) -> None:
    """The value of the line at its end; it follows when someone edits the number."""
    over = clear_of.value is not None and clear_of.centre is not None and clear_of.value > clear_of.centre
    label.position = XL_LABEL_POSITION.BELOW if over else XL_LABEL_POSITION.ABOVE
    _font(label.font, 12, bold=True)
    label.font.color.rgb = BLUE
    (before,) = label._dLbl.xpath("c:spPr|c:txPr")[:1]
    before.addprevious(before.makeelement(qn("c:numFmt"), {"formatCode": number_format(decimals), "sourceLinked": "0"}))


def _signal(series: Any, key: str) -> None:
    """Shapes over the line of values, without a line of their own."""
    series.smooth = False
    series.format.line.fill.background()
    series.marker.style, colour = SHAPES[key]
    series.marker.size = 10
    _fill(series.marker, colour)


def _fill(marker: Any, colour: Any) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour
    marker.format.line.color.rgb = INK if colour == PAPER else colour
