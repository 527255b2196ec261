"""Groups of a list that stay hidden, in one period and in many."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.equity.presets import PRESETS, USUAL
from aimwell.domain.equity.small_cells import (
    Hidden,
    hide_small,
    hide_small_over_time,
    hide_small_panels,
    rate_is_hidden,
)
from aimwell.domain.words import small_cells as words
from aimwell.domain.words.tables import LANGS, gaps

counts = st.lists(st.integers(0, 9), min_size=1, max_size=5)


def named(sizes):
    return {f"g{k}": n for k, n in enumerate(sizes)}


@pytest.mark.parametrize(
    ("groups", "small", "by_subtraction", "total"),
    [
        ({"a": 40, "b": 12}, (), (), False),
        ({"a": 40, "iep": 8, "new": 13, "el": 20}, ("iep",), ("new",), False),
        ({"a": 40, "b": 8, "c": 7}, ("b", "c"), (), False),
        ({"a": 40, "b": 9, "c": 9}, ("b", "c"), ("a",), False),
        ({"a": 40, "b": 1, "c": 10, "d": 12}, ("b",), ("c", "d"), False),
        ({"a": 40, "none": 0}, (), (), False),
        ({"a": 5}, ("a",), (), True),
        ({}, (), (), False),
    ],
)
def test_hide_small(groups, small, by_subtraction, total):
    assert hide_small(groups) == Hidden(small, by_subtraction, total)


def test_an_empty_group_is_hidden_where_zero_is_sensitive():
    found = hide_small({"a": 40, "none": 0, "b": 30}, zero_is_sensitive=True)
    assert (found.small, found.by_subtraction) == (("none",), ("b",))
    assert [found.reason(name) for name in ("none", "b", "a")] == ["small", "by_subtraction", ""]
    assert found.names == {"none", "b"}


@settings(max_examples=150, deadline=None)
@given(counts, st.sampled_from([2, 3, 5]), st.booleans())
def test_no_small_group_follows_from_the_total_and_the_reasons(sizes, minimum, zero):
    groups = named(sizes)
    found = hide_small(groups, minimum, zero_is_sensitive=zero)
    assert set(found.small) == {name for name, n in groups.items() if (0 if zero else 1) <= n < minimum}
    if found.total:
        assert found.names >= {name for name, n in groups.items() if n}
        return
    total = sum(groups[name] for name in found.names)
    highest = min((n for name, n in groups.items() if name not in found.names and n >= minimum), default=total)
    low, high = range(0 if zero else 1, minimum), range(minimum, highest + 1)
    names = [*found.small, *found.by_subtraction]
    fitting = [one for one in product(*(low if name in found.small else high for name in names)) if sum(one) == total]
    assert all(len({one[k] for one in fitting}) > 1 for k in range(len(found.small)))


def test_a_group_hidden_in_one_period_is_hidden_in_all():
    n = np.array([[50, 52], [12, 9], [30, 31], [15, 14]])
    assert hide_small_panels(n).tolist() == [False, True, False, True]


def test_a_group_absent_in_one_period_covers_nothing_there():
    n = np.array([[50.0, 52], [12, 9], [30, 31], [15, np.nan], [0, 0]])
    assert hide_small_panels(n).tolist() == [False, True, True, True, False]


def test_a_period_with_one_group_only_is_its_own_total():
    periods = [{"a": 8, "b": 20}, {"a": 11}]
    assert hide_small_over_time(periods) == Hidden(("a",), ("b",), total=True)
    assert hide_small_over_time([]) == Hidden()


def test_over_time_names_the_reason():
    periods = [{"all day": 40, "iep": 12, "new": 14}, {"all day": 41, "iep": 9, "new": 15}]
    assert hide_small_over_time(periods) == Hidden(("iep",), ("new",))


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda k: st.lists(st.lists(st.integers(0, 20), min_size=k, max_size=k), min_size=1, max_size=5)
    ),
    st.booleans(),
)
def test_in_every_period_two_hidden_groups_cover_each_other_or_no_group_is_left(rows, zero):
    n = np.array(rows)
    hidden = hide_small_panels(n, zero_is_sensitive=zero)
    small = (n < 10) if zero else (n < 10) & (n > 0)
    assert hidden[small.any(axis=1)].all()
    for column in n.T:
        covered = np.count_nonzero(column[hidden]) != 1
        assert covered or not column[~hidden].any()
    if zero and hidden.any():
        assert all(column[hidden].any() or not column[~hidden].any() for column in n.T)


@pytest.mark.parametrize(
    ("numerator", "denominator", "hidden"), [(12, 40, False), (3, 40, True), (0, 8, True), (0, 40, False)]
)
def test_a_rate_goes_with_its_parts(numerator, denominator, hidden):
    assert rate_is_hidden(numerator, denominator) is hidden


def test_presets():
    assert USUAL.minimum == 10
    assert {name: rule.minimum for name, rule in PRESETS.items()} == {
        "usual": 10, "delaware": 16, "new_york": 5, "wisconsin": 6, "reporting_20": 20, "largest": 30,
    }  # fmt: skip


def test_every_reason_has_its_words():
    assert gaps(words.TABLE) == []
    for lang in LANGS:
        assert "10" in words.TABLE.say("small", lang, minimum=10)
        assert words.TABLE.say("by_subtraction", lang) != words.TABLE.say("total", lang)
