"""The one rule that hides small groups, and those who try to get behind it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.equity.cells import Interval, interval, table_of
from aimwell.domain.equity.hidden_groups import group_reasons
from aimwell.domain.equity.hiding import extreme_cells, hide
from aimwell.domain.equity.presets import FLOOR, OFFERED, PRESETS, USUAL, SmallGroups, offered

MINIMUM = USUAL.minimum


def tables(most=40, groups=5, periods=6):
    return st.integers(1, groups).flatmap(
        lambda rows: st.integers(1, periods).flatmap(
            lambda columns: st.tuples(
                st.lists(
                    st.lists(st.integers(0, most), min_size=columns, max_size=columns), min_size=rows, max_size=rows
                ),
                st.lists(st.integers(0, 1), min_size=columns, max_size=columns),
            )
        )
    )


def floats(*rows):
    return np.array(rows, dtype=float)


# Whole groups


def test_a_small_group_takes_the_next_smallest_with_it():
    found = hide(floats([23, 24, 22], [49, 48, 50], [7, 6, 7], [13, 13, 12]))
    assert found.reasons == ("", "", "small", "by_subtraction")
    assert found.groups == (0, 1)
    assert found.shown.tolist() == [[True] * 3, [True] * 3, [False] * 3, [False] * 3]
    assert found.everyone.all()


@pytest.mark.parametrize(
    ("sizes", "reasons"),
    [
        ((40, 12), ("", "")),
        ((40, 8, 13, 20), ("", "small", "by_subtraction", "")),
        ((40, 8, 7), ("", "small", "small")),
        ((3, 4, 30, 40), ("small", "small", "by_subtraction", "")),
        ((6, 7, 30, 40), ("small", "small", "", "")),
        ((40, 0), ("", "empty")),
        ((40, 0, 30), ("", "empty", "")),
    ],
)
def test_groups_of_one_period(sizes, reasons):
    assert hide(floats(*([size] for size in sizes))).reasons == reasons


@pytest.mark.parametrize(
    ("sizes", "reasons"),
    [
        ((40, 50, 9, 9), ("by_subtraction", "", "small", "small")),
        ((40, 50, 1, 10, 12), ("", "", "small", "by_subtraction", "by_subtraction")),
    ],
)
def test_one_who_takes_the_reasons_at_their_word_does_not_get_the_number(sizes, reasons):
    """9 + 9 is the most that two small groups can be, and 1 + 10 the least that a small one and another can be."""
    assert hide(floats(*([size] for size in sizes))).reasons == reasons


@pytest.mark.parametrize("sizes", [(9, 75), (1, 10), (9, 9), (5,), (8, 0, 30)])
def test_where_no_group_is_left_it_is_not_said_which_is_small(sizes):
    found = hide(floats(*([size] for size in sizes)))
    assert set(found.reasons) <= {"all", "empty"}
    assert not found.shown.any()


def test_no_groups():
    assert hide(np.empty((0, 3))).reasons == ()


def test_other_rules():
    assert hide(floats([9], [75]), rule=PRESETS["new_york"]).groups == (0, 1)
    assert hide(floats([12], [75]), rule=PRESETS["delaware"]).groups == ()


# Single periods


def test_one_small_week_goes_with_another_of_the_same_group():
    """The hidden groups together are known by subtraction, so that they make the other corner of the square."""
    found = hide(floats([23, 24, 22, 9, 23], [49, 48, 50, 49, 47], [7, 6, 7, 7, 8], [13, 13, 13, 14, 13]))
    assert found.shown[0].tolist() == [True, True, False, False, True]
    assert found.shown[1].all()


def test_one_small_week_without_hidden_groups_makes_a_square():
    found = hide(floats([23, 24, 9], [30, 31, 32]))
    assert found.shown.tolist() == [[False, True, False], [False, True, False]]


def test_phases_are_tables_of_their_own():
    found = hide(floats([23, 24, 9, 30, 20], [30, 31, 32, 33, 34]), phase=[0, 0, 1, 1, 1])
    assert found.shown[:, :2].all()
    assert (~found.shown[:, 2:]).sum() == 4


def test_a_group_with_a_small_week_in_a_phase_of_one_goes_as_a_whole():
    """The phase's total is the week."""
    found = hide(floats([23, 24, 9], [30, 31, 32], [40, 41, 42]), phase=[0, 0, 1])
    assert found.reasons == ("small", "by_subtraction", "")
    assert found.groups == (2,)


def test_hidden_groups_that_are_few_in_a_phase_of_one_take_a_larger_one():
    found = hide(floats([7, 6, 5], [14, 13, 0], [30, 31, 32], [40, 41, 42]), phase=[0, 0, 1])
    assert found.reasons == ("small", "", "by_subtraction", "")


def test_students_counted_more_than_once_are_added_but_not_many():
    """Three students counted five times are three; what adds up to all together is fifteen."""
    sizes, added = floats([3], [40], [50]), floats([15], [200], [250])
    assert hide(sizes, added=added).reasons == ("small", "by_subtraction", "")
    assert hide(floats([23, 24, 9], [30, 31, 32]), added=floats([50, 50, 15], [60, 60, 60])).shown.tolist() == [
        [False, True, False], [False, True, False],
    ]  # fmt: skip


def test_a_week_in_which_all_together_are_few_is_not_shown_at_all():
    found = hide(floats([23, 4, 22, 25], [30, 3, 32, 35]))
    assert found.everyone.tolist() == [False, False, True, True]
    assert hide(floats([4, 0])).everyone.tolist() == [False, False]
    assert hide(floats([4])).everyone.tolist() == [False]


def test_extreme_shares():
    rule = PRESETS["delaware"]
    top, whole = floats([1, 20, 49, 0], [25, 2, 48, 0]), floats([50, 50, 50, 0], [50, 40, 50, 0])
    found = extreme_cells(top, whole, rule)
    assert found.tolist() == [[True, False, True, False], [False, False, True, False]]
    assert not extreme_cells(top, whole, USUAL).any()
    assert not hide(whole, extreme=found, rule=rule).shown[found].any()


# Whoever knows all that is shown


def attack(sizes, found, phases):
    """Every whole table that fits what is shown, phase by phase, as an interval of each hidden small cell.

    Known are shown cells, all together by period where they are shown, each shown group's total of a phase, and the
    total of all of a phase with more than one period.
    """
    for one in sorted(set(phases)):
        columns = [j for j, phase in enumerate(phases) if phase == one]
        rows = [[sizes[i][j] for j in columns] for i in range(len(sizes))]
        secret = {(i, len(columns)) for i, reason in enumerate(found.reasons) if reason}
        secret |= {(len(rows), k) for k, j in enumerate(columns) if not found.everyone[j]}
        if len(columns) == 1 and not found.everyone[columns[0]]:
            secret.add((len(rows), 1))
        table = table_of(rows, unpublished=secret)
        unseen = {(i, k) for i in range(len(rows)) for k, j in enumerate(columns) if not found.shown[i][j]}
        for cell in unseen | {cell for cell in secret if cell[0] == len(rows) and cell[1] < len(columns)}:
            yield table.count(cell), interval(table, unseen, cell)


@settings(max_examples=250, deadline=None)
@given(tables())
def test_no_small_number_can_be_worked_out(given):
    sizes, phases = given
    found = hide(np.array(sizes, dtype=float), phase=phases)
    for count, known in attack(sizes, found, phases):
        assert not (0 < count < MINIMUM and known.recovered), (sizes, phases, found)


@settings(max_examples=100, deadline=None)
@given(tables())
def test_every_small_number_is_hidden_and_so_are_all_together_where_they_are_few(given):
    sizes, phases = given
    n = np.array(sizes, dtype=float)
    found = hide(n, phase=phases)
    assert not found.shown[(n > 0) & (n < MINIMUM)].any()
    total = n.sum(axis=0)
    assert not found.everyone[(total > 0) & (total < MINIMUM)].any()
    assert [bool(reason) for reason in found.reasons] == [not row.any() for row in found.shown]


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from(sorted(OFFERED)))
def test_a_stricter_rule_hides_the_small_numbers_of_the_usual_one(given, name):
    sizes, phases = given
    n = np.array(sizes, dtype=float)
    assert not hide(n, phase=phases, rule=offered(name)).shown[(n > 0) & (n < FLOOR)].any()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.sampled_from([2, 3, 5]))
def test_no_small_group_follows_from_the_reasons(sizes, minimum):
    """By counting every list of whole numbers that has the same sum and fits the reasons."""
    reasons = group_reasons(np.array(sizes, dtype=float)[:, None], {}, SmallGroups("", minimum, ""))
    small = [n for n, reason in zip(sizes, reasons, strict=True) if reason == "small"]
    larger = [n for n, reason in zip(sizes, reasons, strict=True) if reason == "by_subtraction"]
    if "all" in reasons or not small:
        assert "" not in reasons or not any(0 < n < minimum for n in sizes)
        return
    most = min(n for n, reason in zip(sizes, reasons, strict=True) if not reason)
    lists = [[]]
    for choice in [range(1, minimum)] * len(small) + [range(minimum, most + 1)] * len(larger):
        lists = [[*one, n] for one in lists for n in choice]
    fitting = [one for one in lists if sum(one) == sum(small) + sum(larger)]
    assert all(len({one[k] for one in fitting}) > 1 for k in range(len(small)))


def test_the_attack_finds_a_number_that_is_not_covered():
    """So that the proofs above are worth something."""
    sizes = [[23, 9], [30, 31]]
    found = hide(floats(*sizes), rule=SmallGroups("", 1, ""))
    found.shown[0, 1] = False
    assert list(attack(sizes, found, [0, 0])) == [(9, Interval(9, 9))]


def test_presets():
    assert {name: rule.minimum for name, rule in PRESETS.items()} == {
        "usual": 10, "delaware": 16, "new_york": 5, "wisconsin": 6, "reporting_20": 20, "largest": 30,
    }  # fmt: skip
    assert list(OFFERED) == ["usual", "delaware", "reporting_20", "largest"]


@pytest.mark.parametrize("name", ["new_york", "wisconsin", "", "none"])
def test_no_rule_is_weaker_than_the_floor(name):
    assert offered(name) is USUAL
    assert USUAL.minimum == FLOOR
