from __future__ import annotations

from math import isnan, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc import shewhart
from aimwell.domain.spc.constants import c4, d2, d3
from aimwell.domain.spc.estimators import (
    PRINTED_D3,
    Subgroups,
    range_deviation,
    range_mean,
    sigma_single,
    sigma_within,
)
from aimwell.domain.spc.shewhart import Choices, Data, subgroups

NAN = np.nan
RAGGED = np.array([[1, 3, NAN], [2, 4, 9], [5, NAN, NAN], [0, 1, 2]])
METHODS = ("UWAVE-R", "UWAVE-SD", "MVLUE-R", "MVLUE-SD", "RMSDF")


def test_subgroups_of_unequal_size():
    groups = subgroups(RAGGED)
    assert groups.sizes.tolist() == [2, 3, 1, 3]
    assert groups.means.tolist() == [2, 5, 5, 1]
    assert groups.ranges.tolist()[:2] == [2, 7]
    assert groups.sds.tolist()[0] == pytest.approx(sqrt(2))
    assert np.isnan([groups.ranges[2], groups.sds[2]]).all()


def test_each_estimator_by_hand():
    groups = subgroups(RAGGED)
    sds = [sqrt(2), sqrt(13), 1.0]
    ranges = [(2, 2), (7, 3), (2, 3)]
    assert sigma_within(groups, method="UWAVE-R") == pytest.approx(sum(r / d2(n) for r, n in ranges) / 3)
    weights = [(d2(n) / d3(n)) ** 2 for _, n in ranges]
    own = [r / d2(n) for r, n in ranges]
    by_ranges = sum(w * e for w, e in zip(weights, own, strict=True)) / sum(weights)
    assert sigma_within(groups, method="MVLUE-R") == pytest.approx(by_ranges)
    sizes = (2, 3, 3)
    own = [s / c4(n) for s, n in zip(sds, sizes, strict=True)]
    assert sigma_within(groups, method="UWAVE-SD") == pytest.approx(sum(own) / 3)
    weights = [c4(n) ** 2 / (1 - c4(n) ** 2) for n in sizes]
    by_sds = sum(w * e for w, e in zip(weights, own, strict=True)) / sum(weights)
    assert sigma_within(groups, method="MVLUE-SD") == pytest.approx(by_sds)
    pooled = sqrt((2 + 2 * 13 + 2 * 1) / 5) / c4(6)
    assert sigma_within(groups, method="RMSDF") == pytest.approx(pooled)


@pytest.mark.parametrize("method", METHODS)
def test_subgroups_of_one_tell_nothing(method):
    assert isnan(sigma_within(subgroups(np.array([[1.0], [2.0]])), method=method))


@given(st.lists(st.lists(st.integers(0, 50), min_size=4, max_size=4), min_size=2, max_size=12))
def test_with_equal_sizes_weights_change_nothing(rows):
    groups = subgroups(np.array(rows, dtype=float))
    for spread in ("R", "SD"):
        one, other = (sigma_within(groups, method=f"{kind}-{spread}") for kind in ("UWAVE", "MVLUE"))
        assert one == pytest.approx(other, rel=1e-12)


def test_single_values():
    values = np.array([1.0, NAN, 3.0, 2.0, 6.0])
    assert sigma_single(values) == pytest.approx((2 + 1 + 4) / 3 * sqrt(pi) / 2)
    assert sigma_single(values, window=3) == pytest.approx((2 + 4) / 2 / d2(3))
    assert sigma_single(values, method="SD") == pytest.approx(np.std([1, 3, 2, 6], ddof=1) / c4(4))
    assert isnan(sigma_single(values[:1]))


def test_printed_constants_are_near_the_exact_ones():
    for n in range(2, len(PRINTED_D3) + 2):
        assert range_mean(n, "printed") == pytest.approx(d2(n), abs=5.1e-4)
        assert range_deviation(n, "printed") == pytest.approx(d3(n), abs=3e-5)
    assert (range_mean(26, "printed"), range_deviation(26, "printed")) == (d2(26), d3(26))
    assert isnan(range_deviation(1, "printed"))


def test_means_ranges_and_deviations():
    data = Data(np.array([[1.0, 3, 5], [2, 4, 9], [0, 1, 2], [9, 9, 9]]), np.full(4, 3.0), 3)
    means = shewhart.means_chart(data, Choices())
    assert means.centre.tolist() == [3.0] * 4
    sigma = (4 + 7 + 2) / 3 / d2(3)
    assert means.upper[3] == pytest.approx(3 + 3 * sigma / sqrt(3))
    ranges = shewhart.ranges_chart(data, Choices(estimator="MVLUE-R"))
    assert (ranges.statistics.tolist(), ranges.lower.tolist()) == ([4, 7, 2, 0], [0.0] * 4)
    assert ranges.upper[0] == pytest.approx(13 / 3 + 3 * sigma * d3(3))
    deviations = shewhart.deviations_chart(data, Choices(sigma=2.0, centre=1.5, sigmas=1.0))
    assert deviations.upper[0] == pytest.approx(1.5 + 2 * sqrt(1 - c4(3) ** 2))


def test_large_subgroups_take_the_pooled_deviation():
    values = np.random.default_rng(3).normal(size=(4, 30))
    found = shewhart.means_chart(Data(values, np.full(4, 30.0), 4), Choices())
    assert found.sigma[0] == sigma_within(subgroups(values), method="RMSDF")


def test_single_values_counts_and_rates():
    single = shewhart.individuals_chart(Data(np.array([1.0, 3, 2]), np.ones(3), 3), Choices())
    assert single.upper[0] == pytest.approx(2 + 3 * 1.5 / d2(2))
    assert shewhart.individuals_chart(Data(np.array([1.0, 3]), np.ones(2), 2), Choices(sigma=1.0)).upper[0] == 5
    data = Data(np.array([2.0, 4, 9]), np.array([10.0, 20, 10]), 2)
    shares = shewhart.shares_chart(data, Choices())
    assert (shares.centre[0], shares.statistics[2], shares.upper[0]) == (
        0.2,
        0.9,
        pytest.approx(0.2 + 3 * 0.4 / sqrt(10)),
    )
    assert shewhart.shares_chart(data, Choices(centre=0.5)).sigma[0] == 0.5
    numbers = shewhart.numbers_chart(data, Choices())
    assert (numbers.centre.tolist(), numbers.sigma.tolist()) == ([2, 4, 2], [sqrt(1.6), sqrt(3.2)])
    known = shewhart.numbers_chart(data, Choices(centre=2.0, sigma=1.0))
    assert (known.centre.tolist(), known.sigma.tolist()) == ([2, 2, 2], [1.0])
    counts = shewhart.counts_chart(data, Choices())
    assert (float(counts.centre[0]), float(counts.lower[0]), float(counts.upper[0])) == (
        3,
        0,
        pytest.approx(3 + 3 * sqrt(3)),
    )
    rates = shewhart.rates_chart(data, Choices(sigma=1.0))
    assert (rates.centre[0], rates.upper[1], rates.sigma[0]) == (0.2, pytest.approx(0.2 + 3 * 0.1), 1.0)
    assert shewhart.rates_chart(data, Choices(centre=0.4)).upper[0] == pytest.approx(0.4 + 3 * 0.2)
    between = shewhart.between_chart(data, Choices())
    assert (between.centre[0], between.upper[0]) == (3, pytest.approx(3 + 3 * sqrt(12)))
    assert shewhart.between_chart(data, Choices(centre=1.0, sigma=2.0)).upper[0] == 7


def test_subgroups_need_nothing_but_numbers():
    groups = Subgroups(np.array([2.0]), np.array([1.0]), np.array([2.0]), np.array([sqrt(2)]))
    assert sigma_within(groups, method="UWAVE-R", constants="printed") == 2 / 1.128
