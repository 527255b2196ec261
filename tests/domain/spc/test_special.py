"""Pareto, Bernoulli CUSUM, automatic medians."""

from __future__ import annotations

from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.bernoulli_cusum import bernoulli_cusum
from aimwell.domain.spc.pareto import pareto, pareto_of_counts
from aimwell.domain.spc.rebase import Rebased, rebased


def test_pareto_by_falling_count_then_by_the_alphabet():
    found = pareto(["late", "ill", "bus", "ill", None, "", "bus", "ill"])
    assert [(bar.category, bar.count, bar.cumulative_count) for bar in found.bars] == [
        ("ill", 3, 3), ("bus", 2, 5), ("late", 1, 6),
    ]  # fmt: skip
    assert (found.total, found.missing) == (6, 2)
    assert [bar.cumulative_share for bar in found.bars] == [0.5, 5 / 6, 1.0]


def test_missing_kinds_are_ranked_by_their_count_after_equals():
    found = pareto(["b", "a", None, None, "b", "Z"], count_missing=True)
    assert [bar.category for bar in found.bars] == ["b", None, "a", "Z"]


@pytest.mark.parametrize(("share", "few"), [(0.5, 1), (0.8, 2), (1.0, 3)])
def test_the_vital_few(share, few):
    assert pareto_of_counts({"a": 6, "b": 3, "c": 1, "d": 0}).vital_few(share) == few


def test_no_cases():
    assert (pareto([]).bars, pareto([]).vital_few(), pareto([None]).missing) == ((), 0, 1)


def test_the_sums_by_hand():
    found = bernoulli_cusum([1, 0, None, 1], target=0.2, odds_ratio=2)
    p1 = (2 * 0.25) / (1 + 2 * 0.25)
    hit, miss = log(p1 / 0.2), log((1 - p1) / 0.8)
    assert found.p_up == pytest.approx(p1)
    assert found.up == pytest.approx((hit, hit + miss, None, hit + miss + hit))
    assert found.down[0] == 0.0
    assert found.down[1] < 0
    assert (found.down[2], found.events, found.from_first) == (None, 2, None)


def test_a_sum_begins_anew_at_the_limit():
    found = bernoulli_cusum([1] * 12, target=0.1, limit=2)
    assert found.signals_up == (4, 8, 12)
    assert [found.up[k - 1] for k in found.signals_up] == [0.0, 0.0, 0.0]
    assert bernoulli_cusum([0] * 200, target=0.2, limit=2).signals_down[0] == 19


def test_the_usual_chance_from_the_first_cases():
    found = bernoulli_cusum([1, 0, None, 0, 0, 1, 1], from_first=5)
    assert (found.p0, found.from_first) == (0.25, 5)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"target": 0.2, "from_first": 3},
        {"target": 0.0},
        {"target": 1.0},
        {"from_first": 2},
        {"from_first": 0},
        {"target": 0.2, "odds_ratio": 1},
        {"target": 0.2, "limit": 0},
    ],
)
def test_what_gives_no_sum_is_refused(options):
    with pytest.raises(ValueError):
        bernoulli_cusum([0, 0, 1], **options)


def test_medians_follow_runs():
    values = [5, 5, 5, 9, 9, 5, 8, 9, 1, 2, 3]
    assert rebased(values, baseline=3, run_length=3) == (
        Rebased(5, 0, 2, 3, baseline=True),
        Rebased(9, 3, 6, 8, baseline=False),
        Rebased(2, 8, 10, 10, baseline=False),
    )


@pytest.mark.parametrize(("direction", "medians"), [("above", [5, 9]), ("below", [5, 2]), ("both", [5, 9, 2])])
def test_only_the_wanted_side_counts(direction, medians):
    values = [5, 5, 5, 9, 9, 9, 1, 2, 3]
    assert [one.median for one in rebased(values, baseline=3, run_length=3, direction=direction)] == medians


def test_missing_values_are_skipped():
    values = [None, 5, 5, None, 9, None, 9, float("nan")]
    assert rebased(values, baseline=2, run_length=2) == (
        Rebased(5, 1, 2, 4, baseline=True),
        Rebased(9, 4, 6, 6, baseline=False),
    )
    assert rebased([None], baseline=2, run_length=2) == ()


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.integers(1, 12), st.integers(2, 9))
def test_medians_cover_the_series_without_gaps(values, baseline, run_length):
    found = rebased(values, baseline=baseline, run_length=run_length)
    assert found[0].baseline
    assert all(a.until == b.first and a.last < b.first for a, b in pairwise(found))
    assert found[-1].until == len(values) - 1
