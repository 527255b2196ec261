"""Rows of single students into panels."""

import numpy as np
import pytest

from aimwell.domain.equity.panels import group_panels
from aimwell.domain.equity.presets import PRESETS


def test_sums():
    found = group_panels(
        [0, 0, 1, 1, 1], [0, 0, 0, 1, 0], [0, 0, 0, 1, 1], [1, 0, 12, 5, np.nan], [10, 10, 30, 20, 10], shape=(2, 2, 2)
    )
    assert found.denominator[0, 0, 0] == 20
    assert found.rate[0, 0, 0] == 0.05
    assert found.everyone_numerator.tolist() == [[13, 0], [0, 5]]
    assert found.everyone_denominator.tolist() == [[50, 0], [0, 20]]
    assert np.isnan(found.numerator[0, 0, 1])


@pytest.mark.parametrize("code", [-1, 2])
def test_a_code_outside(code):
    with pytest.raises(ValueError, match="outside"):
        group_panels([code], [0], [0], [1], [1], shape=(2, 1, 1))


def test_no_rows():
    assert np.isnan(group_panels([], [], [], [], [], shape=(2, 1, 3)).rate).all()


def test_everyone_is_hidden_where_all_together_are_a_small_group():
    rows = [(group, period) for period, sizes in enumerate(((40, 30), (3, 2), (41, 28))) for group in (0, 1)
            for _ in range(sizes[group])]  # fmt: skip
    group, period = zip(*rows, strict=True)
    ones = np.ones(len(rows))
    found = group_panels(group, 0 * ones, period, ones, ones, shape=(2, 1, 3))
    assert found.everyone_denominator[0].tolist()[0] == 70
    assert np.isnan(found.everyone_denominator[0]).tolist() == [False, True, True]
    assert np.isnan(found.everyone_numerator[0]).tolist() == [False, True, True]


def test_shares_near_all_or_nobody_are_left_out_where_the_rule_says_so():
    group, period = np.repeat([0, 0, 1, 1], 50), np.repeat([0, 1, 0, 1], 50)
    yes = np.concatenate([np.arange(50) < top for top in (1, 20, 25, 26)]).astype(float)
    given = (group, 0 * group, period, yes, np.ones(200))
    assert not np.isnan(group_panels(*given, shape=(2, 1, 2)).rate).any()
    assert np.isnan(group_panels(*given, shape=(2, 1, 2), rule=PRESETS["delaware"]).rate).all()
