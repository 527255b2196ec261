from __future__ import annotations

from math import isnan, pi, sqrt

import pytest

from aimwell.domain.spc.constants import a3, b3, b4, c4, d2, d3

# n: c4, d2, d3, A3, B3, B4, as the tables of the field print them (Montgomery, appendix VI).
PRINTED = {
    2: (0.7979, 1.128, 0.853, 2.659, 0, 3.267),
    3: (0.8862, 1.693, 0.888, 1.954, 0, 2.568),
    5: (0.9400, 2.326, 0.864, 1.427, 0, 2.089),
    6: (0.9515, 2.534, 0.848, 1.287, 0.030, 1.970),
    10: (0.9727, 3.078, 0.797, 0.975, 0.284, 1.716),
    25: (0.9896, 3.931, 0.708, 0.606, 0.565, 1.435),
}


@pytest.mark.parametrize("n", PRINTED)
def test_constants_equal_the_printed_tables(n):
    found = (c4(n), d2(n), d3(n), a3(n), b3(n), b4(n))
    places = (5e-5, 5.1e-4, 5.1e-4, 5.1e-4, 5.1e-4, 6e-4)
    for ours, printed, within in zip(found, PRINTED[n], places, strict=True):
        assert ours == pytest.approx(printed, abs=within)


def test_two_values_in_closed_form():
    assert c4(2) == pytest.approx(sqrt(2 / pi), rel=1e-14)
    assert d2(2) == pytest.approx(2 / sqrt(pi), rel=1e-13)
    assert d3(2) == pytest.approx(sqrt(2 - 4 / pi), rel=1e-12)


def test_large_subgroups_come_near_their_sigma():
    assert c4(10_000) == pytest.approx(1 - 1 / (4 * 10_000), rel=1e-8)


@pytest.mark.parametrize("n", [0, 1])
def test_a_subgroup_of_one_has_no_spread(n):
    assert all(isnan(constant(n)) for constant in (c4, d2, d3, a3, b3, b4))
