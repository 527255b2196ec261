"""Bounds and smallest sets beside brute force on small tables."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.equity.cells import Interval, interval, sensitive_cells, table_of
from aimwell.domain.equity.suppression import cheap_further, fewest_further, information, suppressed

SMALL = [[4, 31, 30], [25, 22, 18], [19, 27, 33]]


def lists(rows, columns, most):
    row = st.lists(st.integers(0, most), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


tiny = st.sampled_from([(1, 3), (2, 2), (2, 3), (3, 3)]).flatmap(lambda shape: lists(*shape, 3))


def fits(rows, hidden):
    """Every table with the same shown cells and the same totals of rows and columns, as lists of hidden values."""
    hidden = sorted(hidden)
    left = [sum(rows[i][j] for j in range(len(rows[0])) if (i, j) in hidden) for i in range(len(rows))]
    below = [sum(rows[i][j] for i in range(len(rows)) if (i, j) in hidden) for j in range(len(rows[0]))]

    def fill(place):
        if place == len(hidden):
            if not any(left) and not any(below):
                yield []
            return
        i, j = hidden[place]
        for value in range(min(left[i], below[j]) + 1):
            left[i] -= value
            below[j] -= value
            yield from ([value, *rest] for rest in fill(place + 1))
            left[i] += value
            below[j] += value

    return [dict(zip(hidden, values, strict=True)) for values in fill(0)]


def safe(rows, hidden, primary, reach):
    found = fits(rows, hidden)
    values = [{one[cell] for one in found} for cell in primary]
    return all(len(known) > 1 and max(known) >= (reach or 0) for known in values)


def smallest(rows, primary, reach):
    others = [(i, j) for i in range(len(rows)) for j in range(len(rows[0])) if (i, j) not in primary]
    for size in range(5):
        found = [cells for cells in combinations(others, size) if safe(rows, {*primary, *cells}, primary, reach)]
        if found:
            return tuple(found)
    return ()


@settings(max_examples=60, deadline=None)
@given(tiny, st.data())
def test_bounds_are_those_of_all_tables_that_fit(rows, data):
    table = table_of(rows)
    hidden = data.draw(st.sets(st.sampled_from(list(table.cells)), min_size=1, max_size=6))
    found = fits(rows, hidden)
    for cell in hidden:
        values = {one[cell] for one in found}
        assert interval(table, hidden, cell) == Interval(min(values), max(values))


@settings(max_examples=40, deadline=None)
@given(tiny, st.sampled_from([2, 3]), st.booleans(), st.sampled_from([None, 2, 4]))
def test_smallest_sets_are_those_of_all_sets(rows, minimum, zero, reach):
    table = table_of(rows)
    primary = sensitive_cells(table, minimum, zero_is_sensitive=zero)
    assert fewest_further(table, primary, reach=reach) == smallest(rows, primary, reach)


@settings(max_examples=60, deadline=None)
@given(tiny, st.booleans())
def test_after_hiding_no_small_cell_is_a_single_number(rows, zero):
    table = table_of(rows)
    hidden = suppressed(table, 3, zero_is_sensitive=zero)
    primary = sensitive_cells(table, 3, zero_is_sensitive=zero)
    if hidden is None:
        assert not safe(rows, set(table.cells), primary, None)
    else:
        assert hidden.issuperset(primary)
        assert safe(rows, hidden, primary, None)


@settings(max_examples=30, deadline=None)
@given(lists(4, 5, 40))
def test_a_larger_table_leaves_every_small_cell_open(rows):
    table = table_of(rows)
    hidden = suppressed(table, 10)
    primary = sensitive_cells(table, 10)
    assert hidden is None or not any(interval(table, hidden, cell).recovered for cell in primary)


def test_the_set_that_loses_least_is_taken():
    table = table_of(SMALL)
    sets = fewest_further(table, [(0, 0)])
    assert [information(table, cells) for cells in sets] == [78, 77, 73, 82]
    assert suppressed(table, 10) == {(0, 0), (0, 2), (1, 0), (1, 2)}
    assert fewest_further(table, [(0, 0)], largest=2) == ()
    assert fewest_further(table, [(0, 0)], reach=24) == (sets[0], sets[2])
    assert fewest_further(table, [(0, 0)], reach=30) == ()


def test_cells_that_are_unseen_in_any_case_cover_too():
    table = table_of(SMALL)
    assert cheap_further(table, [(0, 0)], unseen=[(0, 1), (1, 0), (1, 1)]) == frozenset()
    assert cheap_further(table, [(0, 0)], unseen=[(0, 1), (1, 0)]) == {(1, 1)}


def test_many_small_cells_alone_in_their_lines():
    size = 12
    table = table_of([[1 if i == j and j % 2 == 0 else 50 + i + j for j in range(size)] for i in range(size)])
    primary = sensitive_cells(table, 10)
    assert fewest_further(table, primary) == ()
    hidden = suppressed(table, 10)
    assert len(hidden) > len(primary) + 4
    assert not any(interval(table, hidden, cell).recovered for cell in primary)


def test_a_single_row_under_its_column_totals_cannot_be_hidden():
    assert suppressed(table_of([[4, 30, 40]]), 10) is None


def test_totals_that_are_not_published_tell_nothing():
    rows = [[4, 30, 40]]
    column_totals = [(1, 0), (1, 1), (1, 2)]
    table = table_of(rows, unpublished=column_totals)
    assert fewest_further(table, [(0, 0)]) == (((0, 1),), ((0, 2),))
    assert interval(table, [(0, 0)], (0, 0)) == Interval(4, 4)
    assert interval(table, [(0, 0), (0, 1)], (0, 1)) == Interval(0, 34)


@pytest.mark.parametrize(
    ("unpublished", "expected"),
    [
        ([(2, 2)], Interval(7, 7)),
        ([(0, 2)], Interval(7, 7)),
        ([(0, 2), (2, 0)], Interval(7, 7)),
        ([(0, 2), (1, 2), (2, 0)], Interval(7, 7)),
        ([(0, 2), (2, 0), (2, 2)], Interval(0, None)),
    ],
)
def test_a_total_that_follows_from_others_is_known(unpublished, expected):
    table = table_of([[7, 2], [61, 14]], unpublished=unpublished)
    assert interval(table, [(0, 0)], (0, 0)) == expected


@pytest.mark.parametrize("rows", [[], [[]], [[1, 2], [3]], [[1, -1]]])
def test_a_table_that_is_none(rows):
    with pytest.raises(ValueError, match=r"cell|length|below"):
        table_of(rows)
