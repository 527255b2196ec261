"""The slide, read back with the library that PowerPoint files are made with."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from aimwell.adapters.pptx import chart_pptx
from aimwell.domain.render.chart_export import phase_lines
from aimwell.domain.render.chart_frame import axis_ticks
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_reading import chart_reading
from domain.render.limit_samples import QUIET, individuals, shares
from domain.render.samples import sample


def slide_of(reading, lang="en"):
    deck = Presentation(BytesIO(chart_pptx(reading, lang=lang, title="Students who explain")))
    (slide,) = deck.slides
    return slide


def chart_of(slide):
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    return frame


def test_the_chart_is_native_and_holds_the_exact_numbers():
    reading = shares(phases=False)
    chart = chart_of(slide_of(reading)).chart
    assert chart.chart_type in (XL_CHART_TYPE.LINE, XL_CHART_TYPE.LINE_MARKERS)
    series = {one.name: list(one.values) for one in chart.plots[0].series}
    assert list(series) == [
        "Value (%)", "Mean", "Lower limit", "Upper limit", "Aim",
        "Signal in the good direction", "Signal the other way",
    ]  # fmt: skip
    assert series["Value (%)"] == [point.value for point in reading.points]
    assert series["Upper limit"] == [point.upper for point in reading.points]
    assert series["Mean"] == [point.centre for point in reading.points]
    assert set(series["Aim"]) == {65}
    assert next(iter(chart.plots[0].categories)) == "Sep 14"


def test_a_line_begins_anew_with_each_phase():
    reading = shares()
    series = {one.name: list(one.values) for one in chart_of(slide_of(reading)).chart.plots[0].series}
    first, second = series["Mean, phase 1"], series["Mean"]
    assert first[:8] == [reading.phases[0].centre] * 8
    assert second[8:] == [reading.phases[1].centre] * 10
    assert set(first[8:]) == set(second[:8]) == {None}


@pytest.mark.parametrize(("direction", "symbol", "name"), [
    ("up", "circle", "Signal in the good direction"),
    ("down", "triangle", "Signal the other way"),
    ("", "circle", "Signal"),
])  # fmt: skip
def test_a_signal_has_its_shape_and_its_name(direction, symbol, name):
    reading = individuals((*QUIET[:9], 99, *QUIET[10:]), direction=direction)
    series = list(chart_of(slide_of(reading)).chart.plots[0].series)[-1]
    assert series.name == name
    assert series._element.find(".//{*}symbol").get("val") == symbol
    assert list(series.values) == [None] * 9 + [99] + [None] * 10


def test_the_legend_names_each_kind_of_line_once():
    chart = chart_of(slide_of(shares())).chart
    hidden = {int(one.get("val")) for one in chart.legend._element.iterfind("{*}legendEntry/{*}idx")}
    assert [one.name for k, one in enumerate(chart.plots[0].series) if k not in hidden] == [
        "Value (%)", "Mean", "Lower limit", "Upper limit", "Aim", "Signal in the good direction",
    ]  # fmt: skip


def test_the_scale_is_that_of_the_page_and_the_dates_have_room():
    reading = shares()
    chart = chart_of(slide_of(reading)).chart
    ticks = axis_ticks(reading).values
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (ticks[0], ticks[-1])
    assert chart.category_axis._element.find("{*}tickLblSkip").get("val") == "2"


@pytest.mark.parametrize(("value", "side"), [(min(QUIET) - 1, "t"), (max(QUIET) + 1, "b")])
def test_the_middle_line_says_its_value_on_the_side_where_no_point_is(value, side):
    reading = individuals((*QUIET[:-1], value))
    mean = chart_of(slide_of(reading)).chart.plots[0].series[1]
    (label,) = mean._element.iterfind("{*}dLbls/{*}dLbl")
    assert label.find("{*}idx").get("val") == str(len(QUIET) - 1)
    assert label.find("{*}dLblPos").get("val") == side


def test_a_missing_value_is_a_gap():
    chart = chart_of(slide_of(individuals((*QUIET[:5], None, *QUIET[6:])))).chart
    assert list(chart.plots[0].series[0].values)[5] is None
    blanks = [one for one in chart._chartSpace.iter() if one.tag.endswith("}dispBlanksAs")]
    assert [one.get("val") for one in blanks] == ["gap"]


def test_a_run_chart_has_no_limits():
    chart = chart_of(slide_of(sample(), "es")).chart
    assert [one.name for one in chart.plots[0].series] == [
        "Valor (%)", "Mediana, fase 1", "Mediana", "Meta", "Parte de un cambio en la buena dirección",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "es"])
def test_words_stand_beside_the_chart_and_the_method_in_the_notes(lang):
    reading = shares()
    slide, words = slide_of(reading, lang), reading_words(reading, lang)
    assert slide.shapes.title.text_frame.text == "Students who explain"
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert said == ["Students who explain", words.one_line, " ".join(phase_lines(reading, lang))]
    assert chart_of(slide)._element._nvXxPr.cNvPr.get("descr") == words.alt
    notes = slide.notes_slide.notes_text_frame.text
    assert words.rule in notes
    assert "√" in notes


def test_nothing_yet_is_a_slide_without_a_chart():
    slide = slide_of(chart_reading([]))
    assert [shape for shape in slide.shapes if shape.has_chart] == []
