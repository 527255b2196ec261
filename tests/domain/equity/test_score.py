"""Intervals of differences and ratios of shares: coverage by simulation, and what must hold for each of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.score import difference_interval, ratio_interval

SIZES = (5, 7, 10, 15, 20, 30, 45, 60)
SHARES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)
DRAWS = 1_000
ERROR = 4 * np.sqrt(0.95 * 0.05 / DRAWS)
"""Four standard errors of a simulated coverage of 95 %."""
counts = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda pair: (min(pair), pair[1]))


@pytest.fixture(scope="module")
def covered():
    """Share of intervals that hold the truth, (sizes, sizes, shares, shares), for the difference and the ratio."""
    chance = np.random.default_rng(20260914)
    found = np.empty((2, len(SIZES), len(SIZES), len(SHARES), len(SHARES)))
    p1, p2 = np.meshgrid(SHARES, SHARES, indexing="ij")
    for i, n1 in enumerate(SIZES):
        for j, n2 in enumerate(SIZES):
            y1, y2 = np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij")
            x1, x2 = (chance.binomial(n, p, size=(DRAWS, *p.shape)) for n, p in ((n1, p1), (n2, p2)))
            for k, (limits, truth) in enumerate(((difference_interval, p1 - p2), (ratio_interval, p1 / p2))):
                low, high = limits(y1, n1, y2, n2)
                found[k, i, j] = ((low[x1, x2] <= truth + 1e-9) & (truth <= high[x1, x2] + 1e-9)).mean(axis=0)
    return found


@pytest.mark.parametrize("which", [0, 1], ids=["difference", "ratio"])
def test_coverage_holds_for_every_pair_of_small_groups(covered, which):
    assert covered[which].min() >= 0.95 - ERROR
    assert covered[which].mean() >= 0.975


@given(counts, counts)
def test_both_hold_what_was_seen_and_mirror_each_other(one, other):
    low, high = map(float, difference_interval(*one, *other))
    seen = one[0] / one[1] - other[0] / other[1]
    assert -1 <= low <= seen + 1e-12
    assert seen - 1e-12 <= high <= 1
    back = [-float(limit) for limit in difference_interval(*other, *one)]
    assert sorted(back) == pytest.approx([low, high], abs=1e-9)
    ratio_low, ratio_high = map(float, ratio_interval(*one, *other))
    if other[0]:
        assert ratio_low - 1e-9 <= (one[0] / one[1]) / (other[0] / other[1]) <= ratio_high + 1e-9
    turned = [1 / float(limit) if limit else float("inf") for limit in ratio_interval(*other, *one)]
    assert sorted(turned) == pytest.approx([ratio_low, ratio_high], rel=1e-6, abs=1e-9)


@given(counts, counts)
def test_both_agree_on_no_gap_only_if_it_is_possible(one, other):
    """A ratio of 1 and a difference of 0 are the same thing; the two corrections differ by a little."""
    low, high = difference_interval(*one, *other, confidence=0.999)
    ratio_low, ratio_high = ratio_interval(*one, *other, confidence=0.95)
    if ratio_low <= 1 <= ratio_high:
        assert low <= 1e-9
        assert high >= -1e-9


def test_wider_for_more_confidence_and_for_fewer_students():
    few, many = difference_interval(5, 10, 3, 10), difference_interval(500, 1000, 300, 1000)
    sure = difference_interval(5, 10, 3, 10, confidence=0.99)
    assert sure[0] < few[0] < many[0] < 0.2 < many[1] < few[1] < sure[1]


def test_nobody():
    low, high = difference_interval([1, 0], [5, 0], 2, 5)
    assert np.isfinite(low[0])
    assert np.isnan([low[1], high[1], *ratio_interval(0, 0, 2, 5)]).all()


def test_all_or_none():
    low, high = ratio_interval([0, 5, 0], 5, [0, 0, 5], 5)
    assert list(low[[0, 2]]) == [0, 0]
    assert list(np.isinf(high)) == [True, True, False]
    assert difference_interval(5, 5, 0, 5)[1] == 1
    assert difference_interval(0, 5, 5, 5)[0] == -1
