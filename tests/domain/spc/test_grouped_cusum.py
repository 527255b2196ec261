"""CUSUM of several cases at a time."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.bernoulli_cusum import bernoulli_cusum
from aimwell.domain.spc.grouped_cusum import grouped_cusum

OUTCOMES = st.lists(st.sampled_from([0, 1, None]), min_size=3, max_size=60)


@given(OUTCOMES)
def test_with_one_case_a_count_it_is_the_bernoulli_cusum(rest):
    outcomes = [1, 0, *rest]
    counts = [None if one is None else (one, 1) for one in outcomes]
    assert grouped_cusum(counts, from_first=2) == bernoulli_cusum(outcomes, from_first=2)


def test_the_evidence_of_a_count_is_that_of_its_cases():
    found = grouped_cusum([(1, 4), (1, 4), (2, 4), None, (4, 4)], from_first=2, odds_ratio=3, limit=50)
    assert (found.p0, found.p_up, found.p_down) == pytest.approx((0.25, 0.5, 0.1))
    with_event, without = log(0.5 / 0.25), log(0.5 / 0.75)
    third = 2 * with_event + 2 * without
    assert found.up == pytest.approx((0, 0, third, None, third + 4 * with_event))
    assert found.down == (0, 0, 0, None, 0)
    assert (found.events, found.from_first, found.signals_up, found.signals_down) == (8, 2, (), ())


def test_a_sum_begins_anew_after_its_signal():
    found = grouped_cusum([(3, 12), (3, 12), *[(9, 12)] * 4], from_first=2)
    assert found.signals_up == (3, 4, 5, 6)
    assert found.up[2:] == (0, 0, 0, 0)
    assert grouped_cusum([(6, 12), (6, 12), *[(0, 12)] * 4], from_first=2).signals_down == (4, 6)


@pytest.mark.parametrize(
    ("counts", "options"),
    [
        ([(0, 4), (0, 4)], {}),
        ([(4, 4), (4, 4)], {}),
        ([None, None], {}),
        ([(5, 4), (1, 4)], {}),
        ([(-1, 4), (1, 4)], {}),
        ([(1, 4), (1, 4)], {"odds_ratio": 1}),
        ([(1, 4), (1, 4)], {"limit": 0}),
    ],
)
def test_what_makes_no_sums_is_refused(counts, options):
    with pytest.raises(ValueError, match=r"give 0 to n events|the usual chance"):
        grouped_cusum(counts, from_first=2, **options)
