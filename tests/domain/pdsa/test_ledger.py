"""Forecasts against what came: Brier's number, how many ranges held, and how sure against how often."""

from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.ledger import FEWEST, Forecast, Tenth, brier, calibration, ledger, nearest_tenth
from aimwell.domain.pdsa.predictions import Kind
from aimwell.domain.render.calibration import calibration_svg, tenth_words

TWENTY = (  # kind, chance in percent, whether it held, and by hand: (chance - outcome) squared, in ten-thousandths
    (Kind.AT_LEAST, 90, True, 100),
    (Kind.AT_LEAST, 90, True, 100),
    (Kind.AT_LEAST, 90, False, 8100),
    (Kind.RANGE, 80, True, 400),
    (Kind.RANGE, 80, True, 400),
    (Kind.RANGE, 80, True, 400),
    (Kind.RANGE, 80, False, 6400),
    (Kind.RANGE, 70, True, 900),
    (Kind.RANGE, 70, False, 4900),
    (Kind.NUMBER, 30, False, 900),
    (Kind.NUMBER, 20, False, 400),
    (Kind.AT_MOST, 60, True, 1600),
    (Kind.AT_MOST, 60, False, 3600),
    (Kind.DIRECTION, 95, True, 25),
    (Kind.EVENT, 50, True, 2500),
    (Kind.EVENT, 50, False, 2500),
    (Kind.EVENT, 10, False, 100),
    (Kind.RANGE, None, True, None),  # no chance: counts for the ranges only
    (Kind.RANGE, None, False, None),
    (Kind.RANGE, 70, None, None),  # nothing counted: counts for neither
)
BY_HAND = 100 + 100 + 8100 + 400 + 400 + 400 + 6400 + 900 + 4900 + 900 + 400 + 1600 + 3600 + 25 + 2500 + 2500 + 100
FORECASTS = [Forecast(kind, chance, held) for kind, chance, held, _ in TWENTY]
ANY = st.builds(Forecast, st.sampled_from(Kind), st.none() | st.integers(0, 100), st.none() | st.booleans())


def test_twenty_forecasts_give_the_hand_computed_numbers():
    """Products N-1: 33,325 ten-thousandths over 17 forecasts; of 8 ranges with a count, 5 held."""
    assert (len(TWENTY), BY_HAND) == (20, 33325)
    assert sum(squared for *_, squared in TWENTY if squared is not None) == BY_HAND
    found = ledger(FORECASTS)
    assert found.brier == Fraction(33325, 170000)
    assert f"{float(found.brier):.3f}" == "0.196"
    assert (found.ranges, found.ranges_held) == (8, 5)
    assert (found.all, found.counted, found.with_chance, found.held) == (20, 19, 17, 9)
    # 3 times 90, 4 times 80, 2 times 70, 30, 20, twice 60, 95, twice 50, 10
    assert found.expected == Fraction(270 + 320 + 140 + 30 + 20 + 120 + 95 + 100 + 10, 100)
    assert found.enough
    assert not found.enough_ranges


def test_calibration_by_tenths_of_chance():
    assert ledger(FORECASTS).tenths == (
        Tenth(1, 1, 0), Tenth(2, 1, 0), Tenth(3, 1, 0), Tenth(5, 2, 1), Tenth(6, 2, 1), Tenth(7, 2, 1), Tenth(8, 4, 3),
        Tenth(9, 3, 2), Tenth(10, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize(("chance", "tenth"), [(0, 0), (4, 0), (5, 1), (70, 7), (74, 7), (75, 8), (95, 10), (100, 10)])
def test_a_chance_counts_at_the_nearest_tenth(chance, tenth):
    assert nearest_tenth(chance) == tenth


def test_few_forecasts_give_no_picture_yet():
    assert brier([]) is None
    assert brier([Forecast(Kind.EVENT, None, True), Forecast(Kind.EVENT, 50)]) is None
    assert not ledger([Forecast(Kind.EVENT, 50, True)] * (FEWEST - 1)).enough
    assert ledger([Forecast(Kind.EVENT, 50, True)] * FEWEST).enough


@given(st.lists(ANY, max_size=60))
def test_what_holds_for_any_forecasts(forecasts):
    found = ledger(forecasts)
    assert found.brier is None if not found.with_chance else 0 <= found.brier <= 1
    assert sum(tenth.count for tenth in found.tenths) == found.with_chance <= found.counted <= found.all
    assert sum(tenth.held for tenth in found.tenths) == found.held <= found.with_chance
    assert found.ranges_held <= found.ranges
    assert ledger(list(reversed(forecasts))) == found


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_being_sure_and_right_is_nought_and_halves_are_a_quarter(outcomes):
    assert brier([Forecast(Kind.EVENT, 100 if held else 0, held) for held in outcomes]) == 0
    assert brier([Forecast(Kind.EVENT, 50, held) for held in outcomes]) == Fraction(1, 4)


@given(st.lists(ANY, min_size=1, max_size=40), st.sampled_from(["en", "es"]))
def test_the_picture_shows_each_tenth_once_and_stays_inside(forecasts, lang):
    tenths = calibration(forecasts)
    picture = ElementTree.fromstring(calibration_svg(tenths, lang=lang))
    dots = picture.findall(".//{*}circle")
    assert len(dots) == len(tenths)
    width, height = (float(picture.attrib[name]) for name in ("width", "height"))
    for dot in dots:
        x, y, radius = (float(dot.attrib[name]) for name in ("cx", "cy", "r"))
        assert radius <= x <= width - radius
        assert radius <= y <= height - radius
    told = picture.find("{*}desc")
    assert told is not None
    assert told.text is not None
    assert all(tenth_words(tenth, lang) in told.text for tenth in tenths)
