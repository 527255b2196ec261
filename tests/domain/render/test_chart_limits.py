"""Charts with limits: what is drawn where, and that no words are written over others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.chart_frame import Annotation
from aimwell.domain.render.chart_places import least_taken
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.kinds import CHART_KINDS, KINDS
from aimwell.domain.spc.reading import Phase, Signal, Target
from aimwell.domain.spc.rulesets import RULE_SET_NAMES
from domain.render.boxes import NS, overlaps
from domain.render.limit_samples import QUIET, individuals, shares
from domain.render.samples import START

SIZES = ["desktop", "phone", "print"]
WEEK = timedelta(weeks=1)


def marks(svg, name):
    return [one for one in ElementTree.fromstring(svg).iter() if name in one.get("class", "").split()]


def texts(svg):
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{NS}text")]


def heights(svg, name):
    return [float(one.get("y1")) for one in marks(svg, name)]


@st.composite
def readings(draw):
    """Any kind of chart, read with any rules, of any numbers that suit it."""
    chart = draw(st.sampled_from(CHART_KINDS))
    rules = draw(st.sampled_from(RULE_SET_NAMES))
    needs = KINDS[chart].needs
    whole, size = st.integers(0, 60).map(float), st.integers(0, 90).map(float)
    value = {"value": st.floats(0.1, 1e6), "count": whole, "subgroup": st.floats(-50, 50), "share": whole}[needs]
    n = draw(st.integers(0, 40))
    points = []
    for k in range(n):
        day = START + WEEK * (k // 3 if needs == "subgroup" else k)
        if needs == "share":
            points.append(Point(day, None, draw(value), draw(size)))
        else:
            points.append(Point(day, draw(st.one_of(st.none(), value))))
    weeks = draw(st.lists(st.integers(0, 40), max_size=3))
    return chart_reading(
        points,
        chart=chart,
        rules=rules,
        period="week",
        unit=draw(st.sampled_from(["", "%", "minutes"])),
        direction=draw(st.sampled_from(["up", "down", ""])),
        target=draw(st.sampled_from([None, Target(30.0, date(2027, 5, 28)), Target(5.5)])),
        phases=[Phase(START + WEEK * week, "A reason with some length") for week in weeks],
        exclude=[START + WEEK * week for week in draw(st.lists(st.integers(0, 40), max_size=3))],
    )


@settings(max_examples=60, deadline=None)
@given(readings(), st.sampled_from(SIZES), st.sampled_from(["en", "es"]), st.lists(st.integers(0, 40), max_size=3))
def test_no_words_are_written_over_others(reading, size, lang, weeks):
    notes = [Annotation(START + WEEK * week, None, "event", "A storm") for week in weeks]
    svg = chart_svg(reading, lang=lang, size=size, annotations=notes)
    assert overlaps(svg) == []
    assert not re.search(r"(=\"|[MHVL])-?(nan|inf)", svg)
    assert "style=" not in svg


def test_limits_are_two_level_lines_around_the_mean():
    svg = chart_svg(individuals(), lang="en")
    lower, upper = heights(svg, "c-limit")
    (mean,) = heights(svg, "c-middle")
    assert lower > mean > upper
    assert mean == pytest.approx((lower + upper) / 2, abs=0.11)
    assert {"Upper limit 68.6", "Mean 50.5", "Lower limit 32.4"} <= set(texts(svg))


def test_limits_that_differ_are_steps_half_way_between_points():
    reading = shares(phases=False)
    drawn = marks(chart_svg(reading, lang="en", zones=False), "c-limit")
    lower = re.findall(r"[MHV][^MHV]+", drawn[0].get("d"))
    assert len(drawn) == 2
    assert [one[0] for one in lower[:4]] == ["M", "H", "V", "H"]
    assert len([one for one in lower if one[0] == "H"]) == len(reading.points)


def test_a_limit_that_is_not_known_leaves_a_gap():
    reading = chart_reading(
        [Point(START + WEEK * k, None, 5.0 + k % 3, 0.0 if k == 6 else 20.0 + k) for k in range(14)], chart="p"
    )
    assert marks(chart_svg(reading, lang="en"), "c-limit")[0].get("d").count("M") == 2


def test_two_sigma_lines_come_with_rules_that_ask_for_them():
    assert len(marks(chart_svg(individuals(rule="nelson"), lang="en"), "c-limit-2")) == 2
    assert len(marks(chart_svg(individuals(rule="anhoej"), lang="en"), "c-limit-2")) == 0
    assert len(marks(chart_svg(individuals(rule="anhoej"), lang="en", zones=True), "c-limit-2")) == 2


def test_old_limits_go_on_as_ghosts_and_new_ones_are_on_trial():
    values = [*QUIET[:14], *(value + 14 for value in QUIET[:9])]
    reading = individuals(values, phases=[Phase(START + WEEK * 14, "New seating plan")])
    svg = chart_svg(reading, lang="en")
    assert heights(svg, "c-limit-ghost") == heights(svg, "c-limit")
    assert len(marks(svg, "c-limit-trial")) == 2
    assert "trial: 9 points" in texts(svg)
    assert "de prueba: 9 puntos" in texts(chart_svg(reading, lang="es"))
    assert "Earlier mean 50.6" in texts(svg)


def test_steps_have_no_ghost():
    assert marks(chart_svg(shares(), lang="en"), "c-limit-ghost") == []


@pytest.mark.parametrize(
    ("direction", "name", "tag"),
    [("up", "c-toward", "circle"), ("down", "c-away", "path"), ("", "c-neutral", "circle")],
)
def test_a_point_outside_has_a_shape_and_a_colour(direction, name, tag):
    reading = individuals((*QUIET[:9], 99, *QUIET[10:]), direction=direction)
    (mark,) = marks(chart_svg(reading, lang="en"), name)
    assert mark.tag == NS + tag
    small = small_chart_svg(reading, lang="en", y_range=common_range([reading]))
    assert len(marks(small, name)) == 1


def test_spread_has_no_good_direction():
    reading = chart_reading(
        [Point(START + WEEK * k, 9.0 if k == 12 else 1.0 + k % 2 / 9) for k in range(24)], chart="mr", direction="down"
    )
    svg = chart_svg(reading, lang="en")
    assert len(marks(svg, "c-neutral")) == 2
    assert "down is good" not in texts(svg)


def test_the_tone_of_a_pattern_is_that_of_its_side():
    reading = individuals(direction="up")
    phase, point = reading.phases[0], reading.points[3]
    below = Signal("two_of_three", point.on, point.on, 1, "below")
    object.__setattr__(point, "broken", ("two_of_three",))
    object.__setattr__(phase, "signals", (below,))
    assert tone_of(point, reading) == "away"
    object.__setattr__(phase, "signals", ())
    assert tone_of(point, reading) == "away"
    object.__setattr__(point, "centre", 0.0)
    assert tone_of(point, reading) == "toward"
    object.__setattr__(point, "on_line", True)
    assert tone_of(point, reading) == "neutral"


def test_a_point_left_out_is_crossed_and_passed_by():
    out = individuals(exclude=[START + WEEK * 4], direction="up")
    svg = chart_svg(out, lang="en")
    (mark,) = marks(svg, "c-out")
    assert mark.get("d").count("M") == 2
    (line,) = marks(svg, "c-line")
    assert (line.get("d").count("M"), line.get("d").count("L")) == (1, len(QUIET) - 2)
    assert len(marks(small_chart_svg(out, lang="en", y_range=common_range([out])), "c-out")) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("direction", "words"), [("up", "up is good"), ("down", "down is good")])
def test_which_way_is_good_is_said(size, direction, words):
    svg = chart_svg(individuals(direction=direction), lang="en", size=size)
    assert words in texts(svg)
    assert len(marks(svg, "c-good")) == 1


def test_small_charts_share_a_scale_that_holds_their_limits():
    readings = [individuals(), shares()]
    low, high = common_range(readings)
    assert low == min(point.lower for reading in readings for point in reading.points)
    assert high == max(point.value for point in readings[1].points)
    svg = small_chart_svg(readings[1], lang="en", y_range=(low, high))
    assert len(marks(svg, "c-limit-trial")) == 4
    assert len(marks(svg, "c-axis")) == 2


def test_gaps_are_told_to_those_who_listen():
    values = (*QUIET[:5], None, None, *QUIET[7:])
    groups = marks(chart_svg(individuals(values), lang="en"), "c-point")
    assert [one.get("data-gap") for one in groups] == [None] * 5 + ["2"] + [None] * 12


def test_the_point_says_which_rules_it_breaks():
    groups = marks(chart_svg(individuals((*QUIET[:9], 99, *QUIET[10:])), lang="en"), "c-point")
    assert [one.get("data-signal") for one in groups if one.get("data-signal")] == ["a point outside the limits"]


def test_print_with_limits_is_black_and_grey():
    svg = chart_svg(shares(), lang="en", size="print")
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) == {"#000000", "#FFFFFF", "#D0D0D0", "#EFEFEF"}


def test_a_label_without_a_free_place_is_known():
    assert least_taken([(0.0, 0.0), (50.0, 0.0)], 10, 10, [(0, 0, 9, 9)], [(50, 0, 59, 9)]) == ((50.0, 0.0), True)
    assert least_taken([(0.0, 0.0)], 10, 10, [(0, 0, 9, 9)], []) == ((0.0, 0.0), False)
