"""Histograms, dot plots and pairs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.histogram import Bin, dots, histogram
from aimwell.domain.spc.scatter import correlation, scatter


def test_few_whole_numbers_get_a_bin_each():
    found = histogram([3, 1, 2, 2, None, math.inf, 5])
    assert found.bins == (Bin(0.5, 1.5, 1), Bin(1.5, 2.5, 2), Bin(2.5, 3.5, 1), Bin(3.5, 4.5, 0), Bin(4.5, 5.5, 1))
    assert (found.rule, found.n, found.missing, found.median) == ("whole", 5, 2, 2.0)
    assert found.fullest == Bin(1.5, 2.5, 2)


def test_widths_are_round():
    """Quartiles 25 apart, 101 values: 2 x 25 / 101^(1/3) = 10.7."""
    found = histogram([k / 2 for k in range(101)])
    assert (found.width, found.rule, found.quartiles) == (10.0, "freedman_diaconis", (12.5, 37.5))
    assert [one.low for one in found.bins] == [0, 10, 20, 30, 40]
    assert found.bins[-1] == Bin(40, 50, 21)


def test_equal_quartiles_fall_back_on_sturges():
    found = histogram([0.5] * 30 + [0.7, 0.1])
    assert (found.rule, found.width) == ("sturges", 0.1)
    assert sum(one.count for one in found.bins) == 32


@pytest.mark.parametrize(("value", "width"), [(7.5, 1.0), (0.0, 1.0), (0.25, 0.025)])
def test_one_value_has_one_bin(value, width):
    found = histogram([value, value])
    assert len(found.bins) == 1
    assert found.width == width
    assert found.bins[0].low <= value <= found.bins[0].high


def test_many_whole_numbers_get_whole_widths():
    found = histogram([*range(0, 1000, 7), 3])
    assert found.width == 200.0 or found.width == int(found.width)
    assert histogram([0, 1, 1, 2, 30]).width >= 1


@pytest.mark.parametrize("width", [0, -1, math.nan, 0.0001])
def test_a_width_out_of_reach_is_refused(width):
    with pytest.raises(ValueError, match="width"):
        histogram([1.5, 2.5], width=width)


def test_a_given_width_and_no_values():
    assert [one.count for one in histogram([0.1, 0.6, 1.4], width=0.5).bins] == [1, 1, 1]
    assert histogram([1.0, 1.0, 1.0], width=0.5).rule == "sturges"
    with pytest.raises(ValueError, match="at least one value"):
        histogram([None, math.nan])


def test_dots_pile_up():
    values = [2, 1, 2, None]
    assert [(dot.value, dot.at, dot.height) for dot in dots(values, histogram(values))] == [
        (1, 1.0, 1), (2, 2.0, 1), (2, 2.0, 2),
    ]  # fmt: skip


finite = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))


@given(st.lists(finite, min_size=1, max_size=80))
def test_every_value_is_in_one_bin(values):
    found = histogram(values)
    assert sum(one.count for one in found.bins) == len(values) == len(dots(values, found))
    assert found.bins[0].low <= min(values) + 1e-6 * found.width
    assert found.bins[-1].high >= max(values) - 1e-6 * found.width
    assert len(found.bins) <= 90


def test_pairs_by_hand():
    found = scatter(range(1, 11), [2, 1, 4, 3, 6, 5, 8, 7, 10, 9])
    assert found.pearson == pytest.approx(1 - 6 * 10 / 990)
    assert found.spearman == pytest.approx(found.pearson)
    assert found.clear
    low, high = found.interval
    assert (math.atanh(low) + math.atanh(high)) / 2 == pytest.approx(math.atanh(found.pearson))
    assert math.atanh(high) - math.atanh(low) == pytest.approx(2 * 1.959963984540054 / 7**0.5)


def test_missing_halves_are_left_out():
    found = scatter([1, None, 3, math.nan], [1, 2, None, 4], ["a", "b", "c", "d"])
    assert [pair.label for pair in found.pairs] == ["a"]
    assert (found.left_out, found.pearson, found.clear) == (3, None, False)
    with pytest.raises(ValueError):
        scatter([1], [1, 2])


def test_a_straight_line_and_a_flat_one():
    assert scatter(range(8), [-k for k in range(8)]).interval == (-1.0, -1.0)
    flat = scatter(range(8), [0.1 + 0.2] * 8)
    assert (flat.pearson, flat.spearman, flat.interval) == (None, None, None)
    assert not scatter(range(8), [1, 2, 1, 2, 1, 2, 1, 2]).clear


@given(st.lists(st.tuples(finite, finite), min_size=8, max_size=30))
def test_correlation_agrees_with_numpy(pairs):
    x, y = (np.array(one) for one in zip(*pairs, strict=True))
    found = correlation(x, y)
    if found is not None and x.std() > 1e-3 and y.std() > 1e-3:
        assert found == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-6)
        assert -1 <= found <= 1
