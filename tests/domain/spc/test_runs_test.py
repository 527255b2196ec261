from __future__ import annotations

from itertools import groupby, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.runs_test import runs_limits, runs_verdicts


def every_order(above, below):
    return set(permutations([1] * above + [0] * below))


@pytest.mark.parametrize(("above", "below"), [(1, 1), (2, 5), (3, 3), (4, 4), (4, 3), (1, 7)])
def test_limits_cut_at_most_a_fortieth_from_each_end(above, below):
    counts = [len(list(groupby(order))) for order in every_order(above, below)]
    fewest, most = runs_limits(above, below)
    for beyond, next_in in ((lambda n: n < fewest, lambda n: n <= fewest), (lambda n: n > most, lambda n: n >= most)):
        assert sum(map(beyond, counts)) * 40 <= len(counts)
        assert sum(map(next_in, counts)) * 40 > len(counts)


@given(st.integers(0, 60), st.integers(0, 60))
def test_above_and_below_are_alike(above, below):
    fewest, most = runs_limits(above, below)
    assert (fewest, most) == runs_limits(below, above)
    assert fewest <= most


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [(5, 5, (3, 9)), (10, 10, (7, 15)), (12, 12, (8, 18)), (0, 9, (1, 1)), (0, 0, (0, 0))],
)
def test_known_limits(above, below, expected):
    """Swed and Eisenhart 1943: at most 2, 6, 7 and at least 10, 16, 19 runs are critical."""
    assert runs_limits(above, below) == expected


def test_verdicts_of_many_series():
    runs, above, below = np.array([2, 10, 5, 2]), np.array([5, 5, 5, 4]), np.array([5, 5, 5, 5])
    few, many = runs_verdicts(runs, above, below, at_least=10)
    assert (few.tolist(), many.tolist()) == ([True, False, False, False], [False, True, False, False])


def test_no_series_no_verdict():
    none = np.zeros(0, dtype=np.int64)
    assert [one.tolist() for one in runs_verdicts(none, none, none, at_least=10)] == [[], []]
