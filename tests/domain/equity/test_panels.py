"""Rows of single students into panels, and what is left out of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.equity.cells import interval, table_of
from aimwell.domain.equity.hiding import hide
from aimwell.domain.equity.panels import group_panels
from aimwell.domain.equity.presets import PRESETS

sizes_of = st.integers(2, 5).flatmap(
    lambda groups: st.integers(1, 6).flatmap(
        lambda periods: st.lists(
            st.lists(st.integers(0, 40), min_size=periods, max_size=periods), min_size=groups, max_size=groups
        )
    )
)


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


def test_a_small_group_takes_the_next_smallest_with_it():
    found = hide(np.array([[23, 24, 22], [49, 48, 50], [7, 6, 7], [11, 11, 11]], dtype=float))
    assert found.reasons == ("", "", "small", "subtraction")
    assert found.groups == (0, 1)
    assert found.shown.tolist() == [[True] * 3, [True] * 3, [False] * 3, [False] * 3]


def test_two_small_groups_that_are_small_together_take_a_third():
    assert hide(np.array([[3.0], [4.0], [30.0], [40.0]])).reasons == ("small", "small", "subtraction", "")
    assert hide(np.array([[6.0], [7.0], [30.0], [40.0]])).reasons == ("small", "small", "", "")


def test_two_groups_of_which_one_is_small():
    assert hide(np.array([[9.0], [75.0]])).reasons == ("small", "subtraction")
    assert hide(np.array([[9.0], [0.0]])).reasons == ("small", "empty")


def test_other_rules():
    assert hide(np.array([[9.0], [75.0]]), rule=PRESETS["new_york"]).groups == (0, 1)
    assert hide(np.array([[12.0], [75.0]]), rule=PRESETS["delaware"]).groups == ()


def test_one_small_week_goes_with_another_of_the_same_group():
    """The hidden groups together are known by subtraction, so that they make the other corner of the square."""
    sizes = np.array([[23, 24, 22, 9, 23], [49, 48, 50, 49, 47], [7, 6, 7, 7, 8], [11, 11, 11, 12, 11]], dtype=float)
    found = hide(sizes)
    assert found.shown[0].tolist() == [True, True, False, False, True]
    assert found.shown[1].all()


def test_one_small_week_without_hidden_groups_makes_a_square():
    found = hide(np.array([[23, 24, 9], [30, 31, 32]], dtype=float))
    assert found.shown.tolist() == [[False, True, False], [False, True, False]]


def test_phases_are_tables_of_their_own():
    sizes = np.array([[23, 24, 9, 30, 20], [30, 31, 32, 33, 34]], dtype=float)
    found = hide(sizes, phase=[0, 0, 1, 1, 1])
    assert found.shown[:, :2].all()
    assert (~found.shown[:, 2:]).sum() == 4


def test_a_single_week_cannot_be_hidden_in_a_phase_of_one():
    found = hide(np.array([[23, 24, 9], [30, 31, 32]], dtype=float), phase=[0, 0, 1])
    assert found.groups == ()
    assert found.reasons == ("subtraction", "subtraction")
    assert not found.shown.any()


@settings(max_examples=60)
@given(sizes_of)
def test_no_small_number_can_be_worked_out(rows):
    """The reader knows what is shown, the totals of each period, and those of each shown group."""
    sizes = np.array(rows, dtype=float)
    found = hide(sizes)
    shown = [place for place in range(len(rows)) if found.shown[place].any()]
    rest = [rows[place] for place in range(len(rows)) if place not in shown]
    if not shown:
        assert not found.shown.any()
        return
    together = [sum(column) for column in zip(*rest, strict=True)] if rest else []
    whole = [rows[place] for place in shown] + ([together] if any(together) else [])
    unseen = {(k, j) for k, place in enumerate(shown) for j in range(len(rows[0])) if not found.shown[place, j]}
    unseen |= {(len(shown), j) for j in range(len(rows[0]))} if any(together) else set()
    table = table_of(whole)
    for k, row in enumerate(whole):
        for j, size in enumerate(row):
            if 0 < size < 10:
                assert (k, j) in unseen
                assert not interval(table, unseen, (k, j)).recovered
