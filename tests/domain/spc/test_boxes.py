"""Best box and cut box (Anhoej, Wentzel-Larsen 2020, PLoS ONE 15(6) e0233920)."""

from __future__ import annotations

from itertools import groupby, product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.boxes import (
    LONGEST,
    SHIFTED,
    SHORTEST,
    SILENT,
    Box,
    best_box,
    box_limits,
    cell_chances,
    cut_box,
)
from aimwell.domain.spc.rules import crossings_min, longest_run_max
from aimwell.domain.spc.rulesets import broken_rules
from aimwell.domain.spc.shifts import ordinary_run


def tossed(n, chance_above):
    """`cell_chances` from every order of n points."""
    cells = np.zeros((n, n + 1))
    for sides in product((0, 1), repeat=n):
        runs = [len(list(run)) for _, run in groupby(sides)]
        above = sum(sides)
        cells[len(runs) - 1, max(runs)] += chance_above**above * (1 - chance_above) ** (n - above)
    return cells


@pytest.mark.parametrize("chance_above", [0.5, SHIFTED, 0.9])
@pytest.mark.parametrize("n", [1, 2, 7, 10])
def test_chances_are_those_of_every_order_of_points(n, chance_above):
    assert cell_chances(n, chance_above) == pytest.approx(tossed(n, chance_above), abs=1e-15)


@pytest.mark.parametrize("n", [24, 60, 100])
def test_crossings_of_ordinary_points_are_those_of_a_fair_coin(n):
    crossings = cell_chances(n, 0.5).sum(axis=1)
    assert crossings == pytest.approx([comb(n - 1, k) / 2 ** (n - 1) for k in range(n)], rel=1e-12)


def test_the_worked_example_of_the_paper():
    """11 points: signal below 3 crossings, above a run of 7, and at 3 crossings with a run of 7."""
    assert best_box(11) == Box(3, 7, 3, 7)
    assert cut_box(11) == Box(3, 7, 4, 6)


@pytest.mark.parametrize(
    ("n", "best", "cut"),
    [
        (10, (2, 6), (3, 5)),
        (12, (3, 6), None),
        (19, (5, 7), (6, 5)),
        (26, (9, 9), (10, 7)),
        (31, (11, 9), (14, 8)),
        (79, (33, 13), (37, 11)),
        (100, (41, 10), (42, 9)),
    ],
)
def test_limits_of_the_published_table(n, best, cut):
    """Table 1: C and L of the best box, Cbord and Lbord of the cut box. All 91 rows were compared once."""
    assert best_box(n) == Box(*best, *best)
    assert cut_box(n) == Box(*best, *(cut or best))


def silent(n, box, chance_above):
    cells = cell_chances(n, chance_above)
    limits = box_limits(np.array([n]), lambda _: box)
    crossings, longest = np.indices(cells.shape)
    return cells[~limits.left(crossings.ravel(), longest.ravel()).reshape(cells.shape)].sum()


@pytest.mark.parametrize("n", [SHORTEST, 17, 26, 40, 75, LONGEST])
def test_a_cut_keeps_the_share_of_silent_charts_and_notices_more(n):
    best, cut = best_box(n), cut_box(n)
    assert SILENT <= silent(n, cut, 0.5) <= silent(n, best, 0.5)
    assert silent(n, cut, SHIFTED) <= silent(n, best, SHIFTED)
    wider, longer = Box(best.crossings_min - 1, best.longest_run_max, 0, 99), best.longest_run_max + 1
    assert silent(n, wider, SHIFTED) > silent(n, best, SHIFTED)
    assert silent(n, Box(best.crossings_min, longer, 0, 99), SHIFTED) > silent(n, best, SHIFTED)


@pytest.mark.parametrize("n", [0, 1, 9, 101, 500])
def test_other_lengths_have_the_limits_of_anhoej(n):
    limits = (crossings_min(n), longest_run_max(n))
    assert best_box(n) == cut_box(n) == Box(*limits, *limits)


def test_a_series_without_a_useful_point_is_silent():
    none = np.zeros(2, dtype=np.int64)
    assert not box_limits(none, cut_box).left(none, none).any()
    assert box_limits(none[:0], cut_box).left(none[:0], none[:0]).size == 0


def test_only_the_corner_tells_the_two_sets_apart():
    """11 points, a run of 7 and 3 crossings."""
    values = np.array([[1.0] * 7 + [-1.0, 1.0, -1.0, -1.0]])
    best = broken_rules(values, np.zeros(1), rule_set="best_box")
    cut = broken_rules(values, np.zeros(1), rule_set="cut_box")
    assert {name: bool(found[0]) for name, found in best.series.items()} == {"box_run": False, "box_crossings": False}
    assert {name: bool(found[0]) for name, found in cut.series.items()} == {
        "box_run": False,
        "box_crossings": False,
        "box_corner": True,
    }
    assert not cut.points["box_corner"].any()


@given(st.lists(st.sampled_from([-1.0, 1.0]), min_size=1, max_size=40))
def test_rules_agree_with_the_box_itself(values):
    runs = [len(list(run)) for _, run in groupby(values)]
    for rule_set, box in (("best_box", best_box(len(values))), ("cut_box", cut_box(len(values)))):
        series = broken_rules(np.array([values]), np.zeros(1), rule_set=rule_set).series
        assert bool(series["box_run"][0]) == (max(runs) > box.longest_run_max)
        assert bool(series["box_crossings"][0]) == (len(runs) - 1 < box.crossings_min)
        limits = box_limits(np.array([len(values)]), lambda _, box=box: box)
        left = limits.left(np.array([len(runs) - 1]), np.array([max(runs)]))
        assert bool(left[0]) == any(bool(one[0]) for one in series.values())


def test_the_run_of_a_shift_is_that_of_the_box():
    assert ordinary_run("best_box", 11) == ordinary_run("cut_box", 11) == 7
