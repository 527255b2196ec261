"""Run charts give the numbers of qicharts2 0.8.1, to 1e-9."""

from __future__ import annotations

import math

import numpy as np
import pytest

from aimwell.domain.spc.reading import Phase
from aimwell.domain.spc.run_reading import Point, run_reading
from conformance import qic

CASES = dict(qic.run_cases())


def close(ours: float, theirs: float | None) -> bool:
    if theirs is None:
        return math.isnan(ours)
    return math.isclose(ours, theirs, rel_tol=1e-9)


def key_of(table: dict, k: int) -> tuple:
    return (str(table.get("facet1", [1] * 9999)[k]), str(table.get("facet2", [1] * 9999)[k]))


def points_of(expected: dict) -> dict[tuple, list[int]]:
    """Rows of the expected table by facet, in the order of x."""
    table = expected["points"]
    order = range(len(table["y"]))
    if "xx" in table:
        order = sorted(order, key=lambda k: qic.x_of(table["xx"][k], None))
    found: dict[tuple, list[int]] = {}
    for k in order:
        found.setdefault(key_of(table, k), []).append(k)
    return found


def text_key(key: tuple) -> tuple:
    return tuple(str(part) for part in key)


@pytest.mark.parametrize("name", sorted(CASES))
def test_points_equal_the_reference(name):
    case = CASES[name]
    expected = points_of(case["expected"])
    table = case["expected"]["points"]
    seen = 0
    for key, rows in qic.facets(qic.rows_of(case), case["options"].get("facet_columns")).items():
        _, values, parts = qic.chart(case, rows)
        theirs = expected[text_key(key)]
        assert len(theirs) == values.size
        centre = np.concatenate([np.full(p.part.stop - p.part.first, p.centre[0]) for p in parts])
        part = np.concatenate([np.full(p.part.stop - p.part.first, k + 1) for k, p in enumerate(parts)])
        for ours, k in enumerate(theirs):
            assert close(values[ours], table["y"][k]), (name, key, ours)
            assert close(centre[ours], table["cl"][k]), (name, key, ours)
            assert part[ours] == table["part"][k]
            seen += 1
    assert seen == len(table["y"])


@pytest.mark.parametrize("name", sorted(CASES))
def test_summaries_equal_the_reference(name):
    case = CASES[name]
    summary = {
        (str(row.get("facet1", 1)), str(row.get("facet2", 1)), row["part"]): row for row in case["expected"]["summary"]
    }
    for key, rows in qic.facets(qic.rows_of(case), case["options"].get("facet_columns")).items():
        for k, panel in enumerate(qic.chart(case, rows)[2]):
            theirs = summary.pop((*text_key(key), k + 1))
            ours = {
                "n_useful": panel.runs.n_useful[0],
                "longest_run": panel.runs.longest_run[0],
                "longest_run_max": panel.longest_run_max[0],
                "n_crossings": panel.runs.crossings[0],
                "n_crossings_min": panel.crossings_min[0],
                "runs_signal": panel.runs_signal[0],
            }
            assert ours == {column: theirs[column] for column in ours}, (name, key)
            assert panel.n[0] == theirs.get("n_obs", panel.n[0])
            assert "CL" not in theirs or close(panel.centre[0], theirs["CL"])
    assert summary == {}


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_reading_says_the_same_as_the_panel(name):
    case = CASES[name]
    if case["options"].get("facet_columns"):
        rows = next(iter(qic.facets(qic.rows_of(case), case["options"]["facet_columns"]).values()))
    else:
        rows = qic.rows_of(case)
    _, values, parts = qic.chart(case, rows)
    days = qic.as_dates(values.size)
    options = case["options"]
    given = options.get("cl")
    reading = run_reading(
        [Point(day, None if np.isnan(v) else float(v)) for day, v in zip(days, values, strict=True)],
        phases=[Phase(days[p.part.first], "cut") for p in parts[1:]],
        freeze=days[options["freeze"] - 1] if options.get("freeze") else (),
        exclude=[days[row - 1] for row in options.get("exclude") or []],
        centre=None if given is None else given * (options.get("multiply") or 1),
        freeze_within_phases=False,
    )
    assert [(p.centre, p.n, p.n_useful, p.longest_run, p.crossings, p.runs_signal) for p in reading.phases] == [
        (p.centre[0], p.n[0], p.runs.n_useful[0], p.runs.longest_run[0], p.runs.crossings[0], p.runs_signal[0])
        for p in parts
    ]
    useful = np.concatenate([p.signs[0] != 0 for p in parts])
    assert [point.useful for point in reading.points] == useful.tolist()
