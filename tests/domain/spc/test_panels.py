from __future__ import annotations

from statistics import mean, median, stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.moving_ranges import compacted, mean_range, ranges_of
from aimwell.domain.spc.panels import Row, group_rows, stack

rows = st.lists(
    st.builds(
        Row, st.integers(1, 6), st.one_of(st.none(), st.integers(0, 30)), st.one_of(st.none(), st.integers(0, 9))
    ),
    max_size=25,
)


def plain(values):
    return [None if np.isnan(value) else value for value in values]


@given(rows, st.sampled_from(["mean", "median", "sum", "sd"]))
def test_rows_of_one_x_become_one_point(some, how):
    series = group_rows(some, how=how)
    assert series.x == tuple(sorted({row.x for row in some}))
    for k, x in enumerate(series.x):
        known = [row.y for row in some if row.x == x and row.y is not None]
        wanted = None
        if len(known) > (how == "sd"):
            wanted = {"mean": mean, "median": median, "sum": sum, "sd": stdev}[how](known)
        assert plain(series.values)[k] == (None if wanted is None else pytest.approx(wanted, abs=1e-12))
        assert (series.sizes[k], series.numerators[k]) == (len(known), sum(known))
    assert np.isnan(series.denominators).all()


@given(rows)
def test_shares_are_sums_over_sums_of_the_rows_that_have_both(some):
    series = group_rows(some, with_denominators=True)
    for k, x in enumerate(series.x):
        both = [row for row in some if row.x == x and row.y is not None and row.n is not None]
        top, bottom = sum(row.y for row in both), sum(row.n for row in both)
        assert plain(series.values)[k] == (pytest.approx(top / bottom) if bottom else None)
        assert (series.numerators[k], series.denominators[k], series.sizes[k]) == (top, bottom, len(both))


@given(st.floats(-1e6, 1e6), st.integers(2, 7))
def test_equal_values_do_not_differ(value, n):
    series = group_rows([Row(1, value)] * n)
    assert (series.means[0], series.sds[0]) == (value, 0.0)


def test_categories_keep_their_order():
    assert group_rows([Row("b", 1.0), Row("a", 2.0)], order=["b", "a"]).x == ("b", "a")


def test_series_of_unequal_length_are_stacked():
    panel = stack([np.array([1.0]), np.array([1.0, 2.0])])
    assert plain(panel[0]) == [1.0, None]
    assert stack([]).shape == (0, 0)


def test_neighbours_of_a_left_out_point_come_side_by_side_and_a_gap_stays():
    values = np.array([[1.0, 9.0, 3.0, np.nan, 4.0]])
    kept = np.array([[True, False, True, True, True]])
    assert plain(compacted(values, kept)[0]) == [1.0, 3.0, None, 4.0, None]
    assert plain(ranges_of(compacted(values, kept))[0]) == [2.0, None, None, None]


def test_the_largest_ranges_are_dropped_once():
    ranges = np.array([[1.0] * 9 + [40.0, np.nan], [0.0] * 11])
    with np.errstate(invalid="ignore"):
        mean_, dropped = mean_range(ranges, screen_at=3.267)
    assert (mean_[0, 0], dropped.tolist()) == (1.0, [1, 11])
    kept, none = mean_range(ranges, screen_at=None)
    assert (kept[0, 0], none.tolist()) == (4.9, [0, 0])
