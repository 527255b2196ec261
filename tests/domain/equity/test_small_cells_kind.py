"""Our side of the reference tables, on small tables of our own."""

from __future__ import annotations

from aimwell.conformance.kinds import small_cells

REACHING = small_cells.REACHING
CASE = {
    "rows": ["EL", "not EL"],
    "columns": ["Yes", "No"],
    "counts": [[30, 4], [61, 14]],
    "row_totals": [34, 75],
    "column_totals": [91, 18],
    "grand_total": 109,
    "minimum_cell": 10,
    "zero_is_sensitive": False,
}


def test_one_small_cell():
    assert small_cells.answer(CASE, []) == {
        "primary": [["EL", "No"]],
        "primary_only_intervals": [{"cell": ["EL", "No"], "low": 4, "high": 4, "recovered": True}],
        "fewest_complementary_cells": 3,
        "optimal_sets": [[["EL", "Yes"], ["not EL", "Yes"], ["not EL", "No"]]],
        "optimal_sets_total": 1,
        "least_information_lost": 105,
        REACHING: 3,
    }


def test_no_small_cell_needs_nothing():
    found = small_cells.answer({**CASE, "minimum_cell": 4}, [])
    assert (found["primary"], found["optimal_sets"], found["least_information_lost"]) == ([], [[]], 0)
    assert (found["fewest_complementary_cells"], found[REACHING]) == (0, 0)


def test_no_set_is_enough():
    case = {**CASE, "rows": ["all"], "counts": [[7, 40]], "row_totals": [47], "column_totals": [7, 40]}
    found = small_cells.answer(case, [])
    assert (found["fewest_complementary_cells"], found["optimal_sets"], found["optimal_sets_total"]) == (None, [], 0)
    assert (found["least_information_lost"], found[REACHING]) == (None, None)


def test_totals_left_out_are_not_published():
    found = small_cells.answer({**CASE, "row_totals": None, "column_totals": None, "grand_total": None}, [])
    assert found["primary_only_intervals"] == [{"cell": ["EL", "No"], "low": 0, "high": None, "recovered": False}]
    assert found["fewest_complementary_cells"] == 0


def test_single_totals_left_out():
    found = small_cells.answer({**CASE, "row_totals": [None, 75], "column_totals": [91, None], "grand_total": 109}, [])
    assert found["primary_only_intervals"][0]["recovered"] is True
