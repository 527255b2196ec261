"""Measures of gaps between groups: worked by hand, and beside twins that follow the definitions word for word."""

from math import exp, isclose, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.gap_measures import MEASURES, gap_measures
from aimwell.domain.equity.gradient import ranks
from aimwell.domain.equity.groups import groups_of
from aimwell.domain.equity.measure import GapMeasure, z_of

FOUR = {"estimate": [40, 60, 80, 20], "error": [3, 4, 3, 4], "population": [10, 20, 30, 40]}
shares = st.lists(st.floats(1, 99), min_size=3, max_size=8)


def of(name, **options):
    return MEASURES[name](groups_of(**{**FOUR, **options}))


def test_by_hand():
    """Mean 48; distances 8, 12, 32, 28."""
    found = {one.measure: one.estimate for one in gap_measures(groups_of(**FOUR))}
    assert found["d"] == 60
    assert found["r"] == 4
    assert isclose(found["bgv"], 0.1 * 64 + 0.2 * 144 + 0.3 * 1024 + 0.4 * 784)
    assert isclose(found["bgsd"], sqrt(found["bgv"]))
    assert isclose(found["covar"], 100 * sqrt(found["bgv"]) / 48)
    assert isclose(found["idisu"], 100 * 20 / 48)
    assert isclose(found["idisw"], 100 * 24 / 48)
    assert isclose(found["mdmu"], 20)
    assert isclose(found["mdmw"], 24)
    assert isclose(found["mdbu"], (40 + 20 + 0 + 60) / 4)
    assert isclose(found["mdbw"], 4 + 4 + 24)
    assert isclose(found["paf"], 100 * 32 / 48)
    assert isclose(found["parisk"], 32)
    assert "mdru" not in found
    assert "aci" not in found


def test_intervals_of_difference_and_ratio():
    half = 1.959963984540054 * 5
    assert of("d") == GapMeasure("d", 60, 5, 60 - half, 60 + half)
    found = of("r", confidence=0.9)
    assert isclose(found.error, sqrt((3 / 80) ** 2 + (4 / 20) ** 2))
    assert isclose(found.lower, exp(log(4) - 1.6448536269514722 * found.error))
    assert isclose(found.upper, 16 / found.lower)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({}, 60),
        ({"favourable": False}, 60),
        ({"reference": 1}, 40),
        ({"reference": 1, "favourable": False}, 20),
        ({"order": [1, 2, 3, 4]}, -20),
        ({"order": [1, 2, 3, 4], "favourable": False}, 20),
    ],
)
def test_which_groups_are_compared(options, wanted):
    assert of("d", **options).estimate == wanted


def test_reference_group():
    found = {one.measure: one.estimate for one in gap_measures(groups_of(**FOUR, reference=0))}
    assert isclose(found["mdru"], (0 + 20 + 40 + 20) / 4)
    assert isclose(found["mdrw"], 4 + 12 + 8)


def test_less_is_better():
    assert of("parisk", favourable=False).estimate == 20 - 48
    assert of("mdbu", favourable=False).estimate == (20 + 40 + 60 + 0) / 4


def test_no_gain_where_the_most_advantaged_do_worse_than_the_mean():
    ordered = {"order": [3, 2, 1, 4]}
    assert of("parisk", **ordered).estimate == 0
    assert of("paf", **ordered).estimate == 0
    assert of("parisk", **ordered, favourable=False).estimate == 20 - 48


def test_entropy():
    weight, share = [0.1, 0.2, 0.3, 0.4], [40 / 48, 60 / 48, 80 / 48, 20 / 48]
    parts = list(zip(weight, share, strict=True))
    assert isclose(of("mld").estimate, -1000 * sum(w * log(s) for w, s in parts))
    assert isclose(of("ti").estimate, 1000 * sum(w * s * log(s) for w, s in parts))
    nobody = {"estimate": [0, 60, 80, 20]}
    assert of("mld", **nobody).estimate is None
    assert of("ti", **nobody).estimate > of("ti").estimate


def test_variance_has_the_error_of_many_drawn_estimates():
    chance = np.random.default_rng(7)
    groups = groups_of(**FOUR)
    drawn = groups.estimate + groups.error * chance.standard_normal((40_000, 4))
    values = ((drawn - (drawn @ groups.weight)[:, None]) ** 2) @ groups.weight
    assert isclose(values.std(), of("bgv").error, rel_tol=0.02)


def test_concentration_by_hand():
    """Ranks 0.05, 0.2, 0.45, 0.8."""
    ordered = groups_of(**FOUR, order=[1, 2, 3, 4])
    assert np.allclose(ranks(ordered), [0.05, 0.2, 0.45, 0.8])
    by_hand = 0.1 * -0.9 * 40 + 0.2 * -0.6 * 60 + 0.3 * -0.1 * 80 + 0.4 * 0.6 * 20
    found = {one.measure: one for one in gap_measures(ordered)}
    assert list(found) == ["d", "r", "paf", "parisk", "aci", "rci", "sii", "rii"]
    assert isclose(found["aci"].estimate, by_hand)
    assert isclose(found["rci"].estimate, by_hand / 48)
    assert isclose(found["rci"].error, found["aci"].error / 48)


def test_error_of_concentration_is_that_of_a_weighted_regression():
    groups = groups_of(**FOUR, order=[1, 2, 3, 4])
    weight, rank = groups.weight, ranks(groups)
    spread = weight @ (rank - weight @ rank) ** 2
    columns = np.column_stack((np.ones(4), rank))
    inverse = np.linalg.inv(columns.T @ (weight[:, None] * columns))
    outcome = 2 * spread * groups.estimate
    fitted = inverse @ columns.T @ (weight * outcome)
    left = weight @ (outcome - columns @ fitted) ** 2 / 2
    found = MEASURES["aci"](groups)
    assert isclose(found.estimate, fitted[1], rel_tol=1e-9)
    assert isclose(found.error, sqrt(left * inverse[1, 1]), rel_tol=1e-9)


def test_two_groups_have_no_error_of_concentration():
    found = MEASURES["aci"](groups_of([10, 20], population=[5, 5], order=[1, 2]))
    assert found == GapMeasure("aci", 2.5)


def test_slope_follows_a_logistic_curve_exactly():
    rank = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
    share = 1 / (1 + np.exp(1 - 3 * rank))
    groups = groups_of(list(100 * share), population=[2] * 5, order=[1, 2, 3, 4, 5])
    low, high = 100 / (1 + exp(1)), 100 / (1 + exp(-2))
    assert isclose(MEASURES["sii"](groups).estimate, high - low, rel_tol=1e-9)
    assert isclose(MEASURES["rii"](groups).estimate, high / low, rel_tol=1e-9)


def test_slope_is_straight_beyond_the_scale():
    groups = groups_of([110, 120, 130], population=[1, 1, 1], order=[1, 2, 3])
    assert isclose(MEASURES["sii"](groups).estimate, 30)
    assert isclose(MEASURES["rii"](groups).estimate, 135 / 105)
    level = groups_of([-120, 0, 120], population=[1, 1, 1], order=[1, 2, 3])
    assert MEASURES["rii"](level).estimate == pytest.approx(-1)


def test_slope_of_groups_at_0_and_1_ends():
    groups = groups_of([0, 0, 100, 100], population=[1] * 4, order=[1, 2, 3, 4])
    assert 99 < MEASURES["sii"](groups).estimate <= 100


def test_groups_without_an_estimate_are_left_out():
    found = groups_of([None, 40, None, 60], reference=3)
    assert list(found.estimate) == [40, 60]
    assert found.reference == 1
    assert groups_of([None, 40], reference=0).reference is None
    with pytest.raises(ValueError, match="no group"):
        groups_of([None, None])


def test_what_is_not_known_has_no_interval():
    assert of("d", error=None) == GapMeasure("d", 60)
    assert of("r", error=None) == GapMeasure("r", 4)
    assert of("bgv", error=None).lower is None
    assert of("r", estimate=[0, 60, 80, 20]) == GapMeasure("r", None)
    assert of("r", estimate=[-20, 60, 80, 20]) == GapMeasure("r", -4)
    nothing = {one.measure: one.estimate for one in gap_measures(groups_of(**{**FOUR, "estimate": [0, 0, 0, 0]}))}
    assert {name for name, value in nothing.items() if value is None} == {
        "r",
        "covar",
        "idisu",
        "idisw",
        "paf",
        "mld",
        "ti",
    }
    ordered = groups_of(**{**FOUR, "estimate": [0, 0, 0, 0]}, order=[1, 2, 3, 4])
    assert MEASURES["rci"](ordered).estimate is None


@given(shares, st.floats(0.1, 0.9))
def test_relative_measures_do_not_know_the_unit(values, factor):
    people = list(range(5, 5 + len(values)))
    one, other = (groups_of(v, population=people) for v in (values, [factor * v for v in values]))
    for name in ("r", "covar", "idisu", "idisw", "mld", "ti", "paf"):
        assert MEASURES[name](one).estimate == pytest.approx(MEASURES[name](other).estimate, rel=1e-6, abs=1e-6)


@given(shares, st.randoms(use_true_random=False))
def test_order_of_the_groups_does_not_matter(values, chance):
    mixed = list(range(len(values)))
    chance.shuffle(mixed)
    people = [10 + 3 * k for k in range(len(values))]
    one = groups_of(values, population=people)
    other = groups_of([values[k] for k in mixed], population=[people[k] for k in mixed])
    for mine, theirs in zip(gap_measures(one), gap_measures(other), strict=True):
        assert mine.estimate == pytest.approx(theirs.estimate, rel=1e-9, abs=1e-9)


def test_z():
    assert z_of(0.95) == pytest.approx(1.959963984540054, rel=1e-14)
