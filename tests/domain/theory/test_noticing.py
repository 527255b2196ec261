"""The order of the log, what is unmatched, and counts put together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.noticing import Noticed, Unmatched, by_weight, unmatched
from aimwell.domain.theory.problem import Count, by_day

D1, D2, D3 = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


@pytest.mark.ac("S0 R-41")
def test_what_came_back_most_stands_first_then_evidence_then_the_last_day() -> None:
    once, late, proved, thrice = (
        Noticed(1, (D1,)), Noticed(2, (D3,)), Noticed(3, (D1,), 1), Noticed(4, (D1, D2, D3)),
    )  # fmt: skip
    assert by_weight([once, late, proved, thrice]) == [thrice, proved, late, once]


NOTICED = st.builds(
    Noticed,
    key=st.integers(1, 50),
    days=st.lists(st.dates(D1, D3), max_size=5).map(tuple),
    evidence=st.integers(0, 5),
)


@given(st.lists(NOTICED, unique_by=lambda one: one.key, max_size=12))
def test_the_order_does_not_depend_on_where_it_began(noticed: list[Noticed]) -> None:
    found = by_weight(noticed)
    assert found == by_weight(reversed(noticed))
    assert sorted(one.key for one in found) == sorted(one.key for one in noticed)
    assert [one.times for one in found] == sorted((one.times for one in noticed), reverse=True)


@pytest.mark.ac("S0 R-38")
def test_unmatched_stands_on_both_sides() -> None:
    assert unmatched({(1, 7), (2, 7)}, [1, 2, 3], [7, 8]) == Unmatched((3,), (8,))
    assert unmatched(set(), [], []) == Unmatched((), ())


def test_counts_of_several_rooms_are_put_together_from_above_and_below() -> None:
    rooms = [Count(D1, 25.0, 6, 24), Count(D1, 50.0, 13, 26), Count(D2, 3.0)]
    assert by_day(rooms) == {D1: Count(D1, 38.0, 19, 50), D2: Count(D2, 3.0)}


def test_numbers_that_cannot_be_put_together_are_left_out() -> None:
    assert by_day([Count(D1, 4.0), Count(D1, 6.0, 3, 50), Count(D2, 1.0, 0, None)]) == {D2: Count(D2, 1.0, 0, None)}
