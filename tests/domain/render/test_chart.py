from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.chart_frame import LAYOUTS, Annotation, Band
from aimwell.domain.render.chart_places import apart
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Phase, Target
from domain.render.samples import CYCLES, POINTS, START, sample, weeks

NS = "{http://www.w3.org/2000/svg}"
SIZES = ["desktop", "phone", "print"]
any_value = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-5, 105).map(float),
    st.just(float("nan")),
)


def tree(svg):
    return ElementTree.fromstring(svg)


def texts(svg):
    return ["".join(one.itertext()) for one in tree(svg).iter(f"{NS}text")]


def classes(svg, name):
    return sum(name in one.get("class", "").split() for one in tree(svg).iter())


def ends(one):
    """Left and right end of a text, as estimated from the font's widths."""
    x, size = float(one.get("x", 0)), float(one.get("font-size"))
    wide = width_of("".join(one.itertext()), size)
    start = {"start": x, "middle": x - wide / 2, "end": x - wide}[one.get("text-anchor", "start")]
    return start, start + wide


@settings(max_examples=60, deadline=None)
@given(
    st.lists(any_value, max_size=40),
    st.sampled_from(SIZES),
    st.sampled_from(["%", "", "minutes a week"]),
    st.text(max_size=40),
    st.integers(1, 40),
)
def test_any_data_makes_a_picture_that_can_be_read(values, size, unit, label, step):
    points = [Point(START + timedelta(days=step * k), value, note=label) for k, value in enumerate(values)]
    reading = chart_reading(
        points,
        unit=unit,
        direction="up",
        target=Target(3.0, date(2027, 5, 28)),
        phases=[Phase(START + timedelta(days=step * 7), label + " x")],
    )
    notes = [Annotation(START, START + timedelta(days=9), "cycle", label), Annotation(START, None, "event", label)]
    bands = [Band(START, START + timedelta(days=3), label)]
    svg = chart_svg(reading, lang="es", size=size, annotations=notes, bands=bands, title=label)
    root = tree(svg)
    assert not re.search(r'="-?(nan|inf)', svg)
    assert "style=" not in svg
    width = float(root.get("viewBox").split()[2])
    height = float(root.get("viewBox").split()[3])
    for one in root.iter(f"{NS}text"):
        if one.get("transform"):
            continue
        start, end = ends(one)
        assert start >= -2, "".join(one.itertext())
        assert end <= width + 6, "".join(one.itertext())
        assert 0 < float(one.get("y")) <= height
        assert float(one.get("font-size")) >= 13


def test_the_sample_shows_what_the_reading_holds():
    svg = chart_svg(sample(), lang="en", annotations=CYCLES)
    assert classes(svg, "c-open") == 8
    assert classes(svg, "c-toward") == 10
    assert classes(svg, "c-point") == 18
    assert classes(svg, "c-band") == 2
    assert [classes(svg, name) for name in ("c-middle", "c-before", "c-ghost", "c-aim", "c-cycle")] == [1, 1, 1, 1, 3]
    written = texts(svg)
    for words in (
        "54\u00a0%", "39 of 72", "Aim 65\u00a0%", "by May 28", "Middle 46\u00a0%", "since Nov 9",
        "Earlier middle 34\u00a0%",
        "Nov 9 Sentence starters in all three rooms", "Thanksgiving", "Cycle 3", "70\u00a0%",
    ):  # fmt: skip
        assert words in written


def test_breaks_lift_the_pen():
    path = tree(chart_svg(sample(), lang="en")).find(f"{NS}path")
    assert path.get("d").count("M") == 3


def test_a_missing_value_is_never_joined():
    path = tree(chart_svg(weeks([1, 2, None, 3, 4]), lang="en")).find(f"{NS}path")
    assert path.get("d").count("M") == 2


def test_away_from_good_is_a_triangle():
    svg = chart_svg(weeks([9.0] * 10 + [1.0] * 10, direction="up"), lang="en")
    assert (classes(svg, "c-away"), classes(svg, "c-toward")) == (10, 0)
    marks = [one for one in tree(svg).iter() if "c-away" in one.get("class", "").split()]
    assert {one.tag for one in marks} == {f"{NS}path"}


def test_a_point_carries_its_words():
    group = list(tree(chart_svg(sample(), lang="en")).iter(f"{NS}g"))[-1]
    found = {key.removeprefix("data-"): value for key, value in group.attrib.items()}
    assert (found["when"], found["value"], found["of"], found["phase"], found["signal"], found["date"]) == (
        "Week of Feb 1", "54\u00a0%", "39 of 72", "2", "part of a lasting shift", "2027-02-01",
    )  # fmt: skip


def test_names_and_ids_for_screen_readers():
    svg = chart_svg(sample(), lang="en", title="Students <explain>", id_prefix="m7")
    root = tree(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "m7-title m7-desc")
    assert [root.find(f"{NS}title").text, root.find(f"{NS}title").get("id")] == ["Students <explain>", "m7-title"]
    assert root.find(f"{NS}desc").text.startswith("Run chart of 18 weeks")
    assert root.get("font-family") == "Source Sans 3"


@pytest.mark.parametrize("size", SIZES)
def test_no_numbers_is_one_sentence(size):
    assert texts(chart_svg(chart_reading([]), lang="en", size=size)) == [
        "No numbers yet. The first one starts the line."
    ]


def test_three_points_leave_room_for_nine_more():
    svg = chart_svg(chart_reading(POINTS[:3], unit="%", period="week"), lang="en")
    assert (classes(svg, "c-open"), classes(svg, "c-future"), classes(svg, "c-middle")) == (3, 9, 0)


def test_a_middle_on_trial_is_dashed_and_says_so():
    svg = chart_svg(weeks([1, 2, 3, 4, 5, 6, 7]), lang="en")
    assert (classes(svg, "c-trial"), classes(svg, "c-middle")) == (1, 0)
    assert "Middle so far 4" in texts(svg)


def test_many_points_lose_their_hollow_marks():
    many = chart_reading([Point(START + timedelta(days=k), (k * 37) % 11) for k in range(250)])
    assert classes(chart_svg(many, lang="en", size="phone"), "c-open") == 1
    assert classes(chart_svg(many, lang="en", size="desktop"), "c-point") == 250


def test_print_is_black():
    svg = chart_svg(sample(), lang="en", size="print")
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) == {"#000000", "#FFFFFF", "#D0D0D0", "#EFEFEF"}


def test_a_line_set_by_hand_says_so():
    written = texts(chart_svg(weeks([1.0, 9.0] * 7, centre=4), lang="en"))
    assert {"Line 4", "set by hand"} <= set(written)


def test_a_long_unit_is_said_once():
    svg = chart_svg(weeks([1.5, 9.5] * 7, unit="minutes", target=15), lang="en")
    assert [words for words in texts(svg) if "minutes" in words] == ["minutes"]
    assert {"Aim 15", "Middle 5.50", "9.50"} <= set(texts(svg))


def test_uprights_do_not_cross_the_words_of_another():
    phases = [Phase(START + timedelta(weeks=week), "A long reason that needs its room") for week in (4, 6, 12)]
    svg = chart_svg(weeks([1.0, 9.0] * 10, phases=phases), lang="en")
    uprights = [one for one in tree(svg).iter() if one.get("class") == "c-phase"]
    labels = [one for one in tree(svg).iter(f"{NS}text") if "".join(one.itertext()).startswith(("Oct", "Dec"))]
    heads = [one for one in labels if float(one.get("y")) < 60]
    assert (len(uprights), len(heads)) == (3, 3)
    for head in heads:
        start, end = ends(head)
        base = float(head.get("y"))
        assert [u for u in uprights if start < float(u.get("x1")) < end - 6 and float(u.get("y1")) < base] == []


def test_left_out_points_are_drawn_apart():
    assert classes(chart_svg(sample(exclude=[POINTS[2].on]), lang="en"), "c-out") == 1


@given(
    st.lists(st.tuples(st.floats(0, 200), st.floats(5, 30)), max_size=5),
)
def test_labels_pushed_apart_do_not_touch(blocks):
    tops, heights = [top for top, _ in blocks], [height for _, height in blocks]
    placed = apart(tops, heights, 0, 260)
    spans = sorted((top, top + height) for top, height in zip(placed, heights, strict=True))
    assert all(one[1] <= two[0] + 1e-6 for one, two in pairwise(spans))


def test_text_is_cut_to_its_room():
    assert fitted("Sentence starters", 13, 400) == "Sentence starters"
    assert fitted("Sentence starters", 13, 66) == "Sentence…"
    assert fitted("Sentence starters", 13, 5) == ""


def test_small_charts_share_their_scale():
    readings = [sample(), weeks([30.0, 40.0, 50.0], unit="%", target=65)]
    assert common_range(readings) == (30.0, 65)
    assert common_range([]) == (0.0, 1.0)
    low, high = common_range(readings)
    aims = []
    for reading in readings:
        svg = small_chart_svg(reading, lang="en", y_range=(low, high), dates=(START, START + timedelta(days=140)))
        aims += [one.get("y1") for one in tree(svg).iter() if one.get("class") == "c-aim"]
    assert aims[0] == aims[1]
    assert texts(small_chart_svg(sample(), lang="en", y_range=(low, high)))[-1] == "54"


@settings(max_examples=40, deadline=None)
@given(st.lists(any_value, max_size=60), st.tuples(st.floats(-9, 9), st.floats(-9, 9)))
def test_any_data_makes_a_small_chart(values, y_range):
    svg = small_chart_svg(weeks(values, target=3.0, direction="down"), lang="en", y_range=y_range, width=163)
    tree(svg)
    assert not re.search(r'="-?(nan|inf)', svg)


def test_layouts_keep_text_readable():
    assert min(min(one.tick, one.note, one.value) for one in LAYOUTS.values()) == 13
