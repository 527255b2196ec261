from __future__ import annotations

import numpy as np
import pytest

from aimwell.domain.spc.assurance import assurance
from aimwell.domain.spc.making_data_count import plot_the_dots


def dots(values, **options):
    return plot_the_dots(np.array(values, dtype=float), **options)


def test_limits_are_2_66_mean_moving_ranges_away():
    found = dots([1, 3, 2, 4])
    assert found.panel.centre[0, 0] == 2.5
    assert found.panel.upper[0, 0] == pytest.approx(2.5 + 2.66 * 5 / 3, rel=1e-12)
    assert found.panel.lower[0, 0] == pytest.approx(2.5 - 2.66 * 5 / 3, rel=1e-12)


def test_a_point_is_named_for_the_first_rule_in_order():
    found = dots([0, 3] * 4 + [2, 4, 6, 8, 10, 12, 14, 40])
    assert found.rule == ["outside", "one_side_7"] * 4 + ["trend_7"] * 6 + ["outside"] * 2
    assert found.way == [-1] * 8 + [1] * 8
    assert np.flatnonzero(found.near).tolist() == [8, 13]


def test_a_trend_points_where_it_goes_even_from_the_other_side():
    found = dots([*range(12), *range(10, -1, -1)], screen=False)
    assert [name for name in found.rule if name == "trend_7"]
    for k, name in enumerate(found.rule):
        if name == "trend_7":
            assert found.way[k] == (1 if k < 11 else -1)


def test_points_near_a_limit_are_named_and_the_third_on_their_side_is_not():
    values = [0, 1, 0, 1, 0, 1, 0, 3.5, 1, 3.5, 0, 1, 0, 1, 0, 1, 0, 1, 0]
    found = dots(values)
    near = [k for k, name in enumerate(found.rule) if name == "two_of_three_near"]
    assert near == [k for k in (7, 9) if found.near[k]] == [7, 9]
    assert [found.way[k] for k in near] == [1, 1]


def test_a_flat_series_has_no_limits_when_screened_and_breaks_no_rule():
    screened, plain = dots([5] * 15), dots([0.1] * 15, screen=False)
    assert np.isnan(screened.panel.upper).all()
    assert set(screened.rule) == set(plain.rule) == {""}
    assert not plain.outside.any()


def test_limits_start_anew_and_are_fixed_in_each_part():
    values = [1, 3, 1, 3, 9, 9, 11, 13, 11, 13, 99, 99]
    found = dots(values, after=[6], fix_after=4)
    assert found.panel.centre[0].tolist() == [2.0] * 6 + [12.0] * 6
    assert found.outside.tolist() == [False] * 4 + [True] * 2 + [False] * 4 + [True] * 2


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (5, "up", "reached"),
        (5, "down", "not_reached"),
        (25, "up", "not_reached"),
        (25, "down", "reached"),
        (15, "up", "sometimes"),
        (10, "down", "sometimes"),
        (15, "", None),
        (None, "up", None),
    ],
)
def test_what_the_limits_say_about_a_target(target, direction, expected):
    assert assurance(target, lower=10, upper=20, direction=direction) == expected


def test_without_limits_nothing_is_assured():
    assert assurance(5, lower=float("nan"), upper=20, direction="up") is None
    assert assurance(5, lower=0, upper=float("nan"), direction="up") is None
