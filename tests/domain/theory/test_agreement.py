"""How far two ways of grouping came out alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.agreement import Unsaid, agreement

# Jacob Cohen (1968), Weighted kappa, Psychological Bulletin 70, 213-220, Table 1: 200 cases, two judges, three
# diagnoses. He reports 70 % agreement and an unweighted kappa of .492, by the formula of Cohen (1960).
COHEN = ((88, 10, 2), (14, 40, 6), (18, 10, 12))


def pairs_of(table):
    return [(one, other) for one, row in enumerate(table) for other, count in enumerate(row) for _time in range(count)]


@pytest.mark.ac("N-8")
@pytest.mark.ac("S3 R-57")
def test_kappa_equals_cohens_own_example():
    found = agreement(pairs_of(COHEN), (0, 1, 2))
    assert found.table == COHEN
    assert (found.first, found.second) == ((100, 60, 40), (120, 60, 20))
    assert (found.alike, found.both) == (140, 200)
    assert found.kappa == 58 / 118
    assert round(found.kappa, 3) == 0.492
    assert found.unsaid is None


@pytest.mark.parametrize(
    ("table", "kappa"),
    [(((20, 5), (10, 15)), 0.4), (((45, 15), (25, 15)), 3 / 23), (((25, 35), (5, 35)), 7 / 27)],
)
def test_kappa_of_two_groups_by_hand(table, kappa):
    """50 and 100 things: (35/50 - 1/2) / (1 - 1/2); (60/100 - 54/100) / (46/100); (60/100 - 46/100) / (54/100)."""
    assert agreement(pairs_of(table), (0, 1)).kappa == pytest.approx(kappa, abs=1e-15)


def test_nothing_grouped_by_both_says_so():
    found = agreement([], ("a", "b"))
    assert (found.both, found.kappa, found.unsaid) == (0, None, Unsaid.NOTHING)


def test_one_and_the_same_group_for_all_says_so():
    found = agreement([("a", "a")] * 5, ("a", "b"))
    assert (found.alike, found.kappa, found.unsaid) == (5, None, Unsaid.ONE_GROUP)


def test_each_their_own_single_group_is_no_agreement():
    assert agreement([("a", "b")] * 5, ("a", "b")).kappa == 0


PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=60)


@given(PAIRS)
def test_kappa_lies_between_minus_one_and_one_and_is_one_only_when_all_are_alike(pairs):
    found = agreement(pairs, range(4))
    assert found.both == len(pairs)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1
        assert (found.kappa == 1) == (found.alike == found.both)


@given(PAIRS, st.permutations(range(4)))
def test_neither_the_order_of_the_people_nor_that_of_the_groups_matters(pairs, order):
    kappa = agreement(pairs, range(4)).kappa
    assert agreement([(other, one) for one, other in pairs], range(4)).kappa == kappa
    assert agreement(pairs, order).kappa == kappa
