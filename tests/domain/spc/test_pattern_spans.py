from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.pattern_spans import Pattern, monotone, patterns_of
from aimwell.domain.spc.rulesets import RULE_SET_NAMES, broken_rules
from domain.spc import plain_rules
from domain.spc.test_rulesets import SIGMA, any_series, array, smooth


def spans(values, rule_set, rule=None):
    numbers = array(values)
    broken = broken_rules(numbers[None, :], np.zeros(1), rule_set=rule_set, sigma=np.full(1, SIGMA))
    found = patterns_of(numbers, np.float64(0), broken, rule_set=rule_set)
    return [one for one in found if rule in (None, one.rule)]


@given(any_series)
def test_shifts_are_those_of_the_plain_twin(values):
    found = [list(one.points) for one in spans(values, "improvement", "shift_6")]
    assert found == plain_rules.shift(values, 0, 6)


@given(st.one_of(smooth, any_series))
def test_trends_are_those_of_the_plain_twin(values):
    found = [list(one.points) for one in spans(values, "improvement", "trend_5")]
    assert found == plain_rules.trend(values, 5)


@given(any_series, st.sampled_from(RULE_SET_NAMES))
def test_patterns_hold_every_flagged_point(values, rule_set):
    numbers = array(values)
    broken = broken_rules(numbers[None, :], np.zeros(1), rule_set=rule_set, sigma=np.full(1, SIGMA))
    found = patterns_of(numbers, np.zeros(len(values)), broken, rule_set=rule_set)
    for rule in broken.rules:
        flagged = set(np.flatnonzero(broken.points[rule.name][0]).tolist())
        told = {k for one in found if one.rule == rule.name for k in one.points}
        assert flagged <= told
        assert bool(flagged) == bool(told)


def test_a_completed_pattern_reaches_back_to_its_first_point():
    (run,) = spans([None, *[1.0] * 9, 0.0, -1.0], "western_electric", "one_side_8")
    assert (run.first, run.last, run.side) == (1, 9, "above")
    (pair,) = spans([0.0, -5.0, 0.0, -5.0], "western_electric", "two_of_three")
    assert pair == Pattern("two_of_three", (1, 2, 3), "below")


def test_every_point_outside_is_told_alone():
    found = spans([7.0, 7.0, 0.0, -9.0], "anhoej", "outside")
    assert [(one.points, one.side) for one in found] == [((0,), "above"), ((1,), "above"), ((3,), "below")]


def test_patterns_without_a_side_have_none():
    (found,) = spans([1.0, -1.0] * 7, "nelson", "alternating_14")
    assert (found.first, found.last, found.side) == (0, 13, None)


def test_a_turning_point_belongs_to_both_trends():
    values = [1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 4.0, 3.0, 2.0, 1.0]
    assert list(monotone(values, 5, skip_equal=True)) == [(1, (0, 1, 2, 3, 4)), (-1, (4, 6, 7, 8, 9))]
    assert list(monotone(values, 5, skip_equal=False)) == [(1, (0, 1, 2, 3, 4)), (-1, (5, 6, 7, 8, 9))]
