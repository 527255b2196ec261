"""The prediction strip: box, bracket, diamond, circle, triangle, each at its place."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.judging import Result, judge
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend
from aimwell.domain.render.strip import Row, scale_for, strip_svg, strips_svg
from domain.render.drawings import SVG, parsed, texts

P = Prediction


def marks(svg: str) -> list[str]:
    return [
        (one.get("class") or "").removeprefix("m m-")
        for one in parsed(svg).iter(f"{SVG}g")
        if (one.get("class") or "").startswith("m m-")
    ]


@pytest.mark.parametrize(
    ("prediction", "result", "expected"),
    [
        (P.between(30, 36, out_of=50), Result(27, 50), "below"),
        (P.between(30, 36, out_of=50), Result(33, 50), "met"),
        (P.between(30, 36, out_of=50), Result(40, 50), "above"),
        (P.at_least(12, out_of=24), None, "planned"),
        (P.at_least(12, out_of=24), Result(not_collected="drill"), "planned"),
        (P.at_most(6, unit="minutes"), Result(9, unit="minutes"), "above"),
    ],
)
def test_mark_on_the_line(prediction: P, result: Result | None, expected: str) -> None:
    assert marks(strip_svg(prediction, result, lang="en")) == [expected]


def test_range_is_a_box_and_a_bound_is_a_bracket() -> None:
    box = parsed(strip_svg(P.between(30, 36, out_of=50), None, lang="en", labels=False, width=166))
    rect = next(one for one in box.iter(f"{SVG}rect") if one.get("class") == "s-predicted")
    assert (float(rect.get("x") or 0), float(rect.get("width") or 0)) == (98.0, 18.0)
    bracket = parsed(strip_svg(P.at_least(12, out_of=24), None, lang="en", labels=False))
    assert [one.tag for one in bracket.iter() if one.get("class") == "s-predicted"] == [f"{SVG}path"]


def test_labels_and_spoken_words() -> None:
    root = parsed(strip_svg(P.between(30, 36, out_of=50), Result(27, 50), lang="en"))
    assert texts(root) == ["Predicted 30–36", "Result 27 of 50"]
    desc = root.find(f"{SVG}desc")
    assert desc is not None
    assert desc.text == "Lower than predicted: 27 of 50; you predicted 30 to 36."


@pytest.mark.ac("S1 R-30")
def test_several_rooms_share_one_scale() -> None:
    rows = (Row("Both", Result(27, 50), bold=True), Row("Room 12", Result(16, 24)), Row("Room 14", Result(11, 26)))
    svg = strips_svg(P.between(30, 36, out_of=50), rows, lang="en")
    assert marks(svg) == ["below", "met", "below"]
    assert texts(parsed(svg)) == [
        *("Both", "27 of 50", "Room 12", "16 of 24", "Room 14", "11 of 26"),
        *("You predicted 30 to 36 of 50", "0", "50", "100\u00a0%"),
    ]


def test_a_room_without_a_result_says_so_and_has_no_mark() -> None:
    svg = strips_svg(P.at_least(3, out_of=9), (Row("Room 9", Result(not_collected="drill")),), lang="es")
    assert marks(svg) == []
    assert "no se recogió" in texts(parsed(svg))


@pytest.mark.parametrize("prediction", [P(Kind.DIRECTION, trend=Trend.UP), P(Kind.EVENT, event="A bell")])
def test_directions_and_events_have_no_strip(prediction: P) -> None:
    with pytest.raises(ValueError, match="no scale"):
        strip_svg(prediction, None, lang="en")


numbers = st.decimals(-1000, 1000, places=2)


@given(numbers, numbers, numbers)
def test_numbers_without_a_whole_keep_their_order_on_the_line(low, high, value) -> None:
    low, high = sorted((low, high))
    prediction, result = P.between(low, high, unit="points"), Result(value, unit="points")
    scale = scale_for(prediction, [result], left=0, right=100)
    assert 0 <= scale.x(Fraction(low)) <= scale.x(Fraction(high)) <= 100
    assert judge(prediction, result).held == (scale.low <= Fraction(value) and low <= value <= high)
    assert scale.low <= Fraction(value) <= scale.high
    parsed(strip_svg(prediction, result, lang="en"))


@given(st.text(max_size=40))
def test_any_name_is_only_text(name: str) -> None:
    parsed(strips_svg(P.at_least(3, out_of=9), (Row(name, Result(4, 9)),), lang="en"))
