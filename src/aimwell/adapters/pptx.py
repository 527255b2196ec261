"""A slide with a native chart that PowerPoint can edit, its one-line reading, and the method in the notes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Emu, Inches, Pt

from aimwell.domain.render.chart_export import drawn_lines, method_rows
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading

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
BLANK_WITH_TITLE = 5
WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)


def chart_pptx(reading: Reading, *, lang: str, title: str) -> bytes:
    """A presentation of one slide, 16 to 9. A missing value is a gap in the line, never a zero."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK_WITH_TITLE])
    words = reading_words(reading, lang)
    _title(slide, title)
    _sentence(slide, words.one_line)
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
    _font(shape.text_frame.paragraphs[0].font, 28, bold=True)


def _sentence(slide: Any, words: str) -> None:
    box = slide.shapes.add_textbox(EDGE, Inches(1.15), Emu(WIDE - 2 * EDGE), Inches(0.9))
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    _font(box.text_frame.paragraphs[0].font, 16)


def _font(font: Any, size: float, *, bold: bool = False) -> None:
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = INK


def _chart(slide: Any, reading: Reading, lang: str, alt: str) -> None:
    lines = drawn_lines(reading, lang)
    voice = voice_for(reading, lang)
    data = CategoryChartData()
    data.categories = [voice.date(point.on) for point in reading.points]
    for one in lines:
        data.add_series(one.name, one.values)
    room = (EDGE, Inches(2.1), Emu(WIDE - 2 * EDGE), Emu(HIGH - Inches(2.4)))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *room, data)
    frame._element._nvXxPr.cNvPr.set("descr", alt)
    chart = frame.chart
    _dress(chart)
    for one, series in zip(lines, chart.plots[0].series, strict=True):
        _line(series, one.key)
    _signals(chart.plots[0].series[0], reading)


def _dress(chart: Any) -> None:
    """Empty cells stay empty; without `gap` an editor may join across them."""
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _font(chart.font, 12)
    chart.value_axis.major_gridlines.format.line.color.rgb = GRID
    for blanks in chart._chartSpace.xpath("c:chart/c:dispBlanksAs"):
        blanks.set("val", "gap")


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


def _signals(series: Any, reading: Reading) -> None:
    """The same shapes and colours as on the page."""
    for k, point in enumerate(reading.points):
        tone = tone_of(point, reading)
        if tone is None:
            continue
        marker = series.points[k].marker
        marker.style = XL_MARKER_STYLE.TRIANGLE if tone == "away" else XL_MARKER_STYLE.CIRCLE
        marker.size = 9
        _fill(marker, {"away": ORANGE, "toward": BLUE, "neutral": INK}[tone])


def _fill(marker: Any, colour: Any) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour
    marker.format.line.color.rgb = INK if colour == PAPER else colour
