"""Slope and relative index of inequality: their errors, and intervals that hold their coverage for small groups."""

from math import log

import numpy as np
import pytest

from aimwell.domain.equity.gradient import ranks, relative_index, slope_index
from aimwell.domain.equity.groups import groups_of, share_errors
from aimwell.domain.equity.measure import around_log, around_within

SIZES = ([10, 10, 10], [15, 30, 60], [60, 20, 8], [20] * 5)
ENDS = ((0.5, 0.5), (0.2, 0.6), (0.05, 0.2), (0.7, 0.97))
DRAWS = 250
ERROR = 4 * np.sqrt(0.95 * 0.05 / DRAWS)
"""Four standard errors of a simulated coverage of 95 %."""


def counted(counts, sizes):
    shares, errors = 100 * np.asarray(counts) / sizes, 100 * share_errors(counts, sizes)
    order = list(range(1, len(sizes) + 1))
    return groups_of(list(shares), error=list(errors), population=list(sizes), order=order)


def covered(sizes, low, high):
    """Share of intervals that hold the truth, for both indices; one that cannot be said holds everything."""
    chance, n = np.random.default_rng(20260914), np.array(sizes)
    shares = np.linspace(low, high, len(sizes))
    held = []
    for which in (slope_index, relative_index):
        truth = which(counted(n * shares, n)).estimate
        found = [which(counted(counts, n)) for counts in chance.binomial(n, shares, (DRAWS, n.size))]
        held.append(np.mean([(one.lower or -np.inf) <= truth <= (one.upper or np.inf) for one in found]))
    return held


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_coverage_holds_for_small_groups(sizes):
    found = np.array([covered(sizes, *ends) for ends in ENDS])
    assert found.min() >= 0.95 - ERROR
    assert found.mean() >= 0.95


@pytest.mark.parametrize("shares", [[0.3, 0.4, 0.8], [1.1, 1.2, 1.6]], ids=["logistic", "straight"])
def test_the_error_is_that_of_small_steps_of_each_estimate(shares):
    """Delta method, by hand."""
    given = {"population": [5, 3, 2], "order": [1, 2, 3], "scale": 1.0}
    errors, step = np.array([0.02, 0.05, 0.03]), 1e-6
    for which, scale in ((slope_index, float), (relative_index, log)):
        moved = [
            (scale(which(groups_of(list(np.array(shares) + step * row), **given)).estimate)
             - scale(which(groups_of(list(np.array(shares) - step * row), **given)).estimate)) / (2 * step)
            for row in np.eye(3)
        ]  # fmt: skip
        wanted = np.sqrt(np.sum((np.array(moved) * errors) ** 2))
        found = which(groups_of(shares, error=list(errors), **given))
        assert found.error == pytest.approx(wanted, rel=1e-5)
        assert found.lower < found.estimate < found.upper


def test_limits_stay_within_the_scale():
    found = slope_index(counted([1, 5, 9], [10, 10, 10]))
    assert -100 < found.lower < found.estimate < found.upper < 100


@pytest.mark.parametrize("which", [slope_index, relative_index])
def test_without_errors_there_is_no_interval(which):
    found = which(groups_of([20, 40, 60], population=[1, 1, 1], order=[1, 2, 3]))
    assert found.estimate > 0
    assert (found.error, found.lower, found.upper) == (None, None, None)


def test_everyone_against_nobody_has_no_interval():
    found = around_within("sii", 100, 5, 0.95, most=100)
    assert (found.estimate, found.lower, found.upper) == (100, None, None)


def test_a_limit_too_large_for_a_number_is_none():
    found = around_log("rii", 2.0, 1000, 0.95)
    assert (found.lower, found.upper) == (0.0, None)


def test_error_of_a_share_is_never_0():
    found = share_errors([0, 5, 10, 1], [10, 10, 10, 1])
    edge = np.sqrt(2 / 14 * 12 / 14 / 9)
    assert found[:3] == pytest.approx([edge, np.sqrt(0.25 / 9), edge])
    assert np.isnan(found[3])


def test_ranks_are_middles_of_shares():
    assert ranks(counted([1, 1], [10, 30])).tolist() == [0.125, 0.625]
