"""Charts over time give the numbers of qicharts2 0.8.1, to 1e-9: of the open set if present, and of our own cases."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from aimwell.conformance.compare import compare
from aimwell.conformance.folder import open_folder
from aimwell.conformance.kinds.qic import answer
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Phase

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("AIMWELL_CONFORMANCE") or HERE.parents[2] / "shared" / "conformance" / "spc")


def cases():
    found = {}
    for root in (SHARED, HERE):
        if not root.is_dir():
            continue
        folder = open_folder(root)
        for source in folder.sources():
            document = source.document or {}
            if "chart" in (document.get("options") or {}) and document.get("kind", "qic") == "qic":
                found[source.name] = (document, folder.rows(document))
    return found


CASES = cases()


@pytest.mark.parametrize("name", sorted(CASES))
def test_points_and_summaries_equal_the_reference(name):
    document, rows = CASES[name]
    found = compare(document["expected"], answer(document, rows))
    assert found.values > 0
    assert found.differences == ()


def is_read_alike(options, rows):
    """Run charts over time, with Anhoej's rules."""
    over_time = not any(row[options["x"]] and row[options["x"]][0].isalpha() for row in rows if options.get("x"))
    return options["chart"] == "run" and options.get("method") in (None, "anhoej") and over_time


@pytest.mark.parametrize(
    "name", sorted(name for name, (case, rows) in CASES.items() if is_read_alike(case["options"], rows))
)
def test_the_reading_of_a_run_chart_says_the_same(name):
    document, rows = CASES[name]
    options, found = document["options"], answer(document, rows)
    points, summary = found["points"], found["summary"]
    facets = list(zip(points["facet1"], points["facet2"], strict=True))
    here = [k for k, facet in enumerate(facets) if facet == facets[0]]
    days = [date(2001, 1, 1) + timedelta(days=k) for k in range(len(here))]
    parts = [points["part"][k] for k in here]
    cl = options.get("cl")
    reading = chart_reading(
        [Point(day, points["y"][k]) for day, k in zip(days, here, strict=True)],
        phases=[Phase(days[k], "cut") for k in range(1, len(here)) if parts[k] != parts[k - 1]],
        freeze=days[options["freeze"] - 1] if options.get("freeze") else (),
        exclude=[day for day, k in zip(days, here, strict=True) if not points["include"][k]],
        centre=None if cl is None else cl * (options.get("multiply") or 1),
        freeze_within_phases=False,
    )
    first = [row for row in summary if (row["facet1"], row["facet2"]) == facets[0]]
    assert [(p.centre, p.n, p.n_useful, p.longest_run, p.crossings, p.runs_signal) for p in reading.phases] == [
        (
            pytest.approx(row["CL"], rel=1e-12),
            row["n_obs"],
            row["n_useful"],
            row["longest_run"],
            row["n_crossings"],
            row["runs_signal"],
        )
        for row in first
    ]
    assert [point.centre for point in reading.points] == pytest.approx([points["cl"][k] for k in here], rel=1e-12)


def test_nothing_is_learnt_from_names():
    document, rows = CASES["own-shift-twelve"]
    renamed = {**document, "id": "x", "title": "y"}
    assert compare(answer(document, rows), answer(renamed, rows)).differences == ()


def test_dates_are_cut_to_their_month_and_parts_follow_a_column():
    days = np.arange("2026-01-30", "2026-03-02", dtype="datetime64[D]").astype(str)
    rows = [{"x": day, "y": str(k), "p": "before" if day < "2026-03" else "after"} for k, day in enumerate(days)]
    case = {"options": {"chart": "i", "x": "x", "y": "y", "x_period": "month", "part_column": "p"}}
    points = answer(case, rows)["points"]
    assert (points["x"], points["part"]) == (["2026-01-01", "2026-02-01", "2026-03-01"], [1, 1, 2])
    assert points["y"] == [0.5, 15.5, 30]


def table(**columns):
    names = list(columns)
    return [
        {name: None if value is None else str(value) for name, value in zip(names, row, strict=True)}
        for row in zip(*columns.values(), strict=True)
    ]


def asked(rows, chart, **options):
    return answer({"options": {"chart": chart, "x": "x", "y": "y"} | options}, rows)


def test_facets_are_listed_second_first_and_summed_up_first_first():
    rows = table(x=[1, 1, 1, 1], y=[5, 6, 7, 8], a=[10, 9, 10, 9], b=["n", "n", "M", "M"])
    found = asked(rows, "run", facet_columns=["a", "b"])
    points = found["points"]
    assert list(zip(points["facet1"], points["facet2"], points["y"], strict=True)) == [
        (9, "M", 8), (10, "M", 7), (9, "n", 6), (10, "n", 5),
    ]  # fmt: skip
    assert [(row["facet1"], row["facet2"]) for row in found["summary"]] == [(9, "M"), (9, "n"), (10, "M"), (10, "n")]


def test_one_facet_may_be_named_alone_and_be_absent_for_some_pairs():
    rows = table(x=[1, 2, 1], y=[5, 6, 7], a=["p", "p", "q"])
    points = asked(rows, "run", facet_columns="a")["points"]
    assert (points["facet1"], points["facet2"], points["xx"]) == (["p", "p", "q"], [1, 1, 1], [1, 2, 1])
    pairs = asked(table(x=[1, 1], y=[5, 6], a=["p", "q"], b=["r", "s"]), "run", facet_columns=["a", "b"])
    assert len(pairs["summary"]) == 2


def test_weeks_begin_on_monday_and_words_on_x_never_signal():
    points = asked(table(x=["2026-09-15", "2026-09-20", "2026-09-21"], y=[1, 2, 3]), "c", x_period="week")["points"]
    assert (points["x"], points["y"]) == (["2026-09-14", "2026-09-21"], [3, 3])
    words = asked(table(x=["a long word", "Aardvarks.", *"bcdefghijk"], y=[1] * 6 + [9] * 6), "run")
    assert (words["summary"][0]["n_crossings"], words["summary"][0]["runs_signal"]) == (1, False)


def test_a_row_without_x_is_left_out_and_x_may_be_the_row_number():
    assert asked(table(x=[1, None, 3], y=[4, 5, 6]), "run")["points"]["y"] == [4, 6]
    assert asked(table(x=[1, 1], y=[4, 5]), "run", x=None)["points"]["x"] == [1, 2]
    levels = {"options": {"chart": "run", "x": "x", "y": "y"}, "input": {"x_levels": ["b", "a"]}}
    assert answer(levels, table(x=["a", "b", "c"], y=[1, 2, 3]))["points"]["y"] == [2, 1]


def test_known_lines_may_come_as_a_number_a_list_or_a_column():
    rows = table(x=[1, 2, 3], y=[4, 5, 9], line=[1, 2, 3])
    assert asked(rows, "i", cl=5, multiply=2)["points"]["cl"] == [10, 10, 10]
    by_list = asked(rows, "i", cl=[1, 2, 3], target=[7, 8, 9], multiply=2)["points"]
    by_column = asked(rows, "i", cl_column="line", target_column="line", multiply=2)["points"]
    assert by_list["cl"] == by_column["cl"] == [2, 4, 6]
    assert (by_list["target"], by_column["target"]) == ([7, 8, 9], [1, 2, 3])


def test_freeze_gives_way_to_parts_and_a_value_may_come_back_as_its_part():
    rows = table(x=[1, 2, 3, 4, 5], y=[1, 3, 9, 5, 5], p=["a", "a", "b", "a", "b"])
    assert asked(rows, "run", freeze=1)["points"]["cl"] == [1] * 5
    assert asked(rows, "run", freeze=1, part=9)["points"]["cl"] == [5] * 5
    assert asked(rows, "run", freeze=1, part=3)["points"]["cl"] == [3, 3, 3, 5, 5]
    points = asked(rows, "run", part_column="p")["points"]
    assert (points["xx"], points["part"], points["cl"]) == ([1, 2, 4, 3, 5], [1, 1, 1, 2, 2], [3, 3, 3, 7, 7])


def test_without_a_useful_point_nothing_is_counted():
    summary = asked(table(x=[1, 2, 3], y=[4, 4, 4]), "i")["summary"][0]
    assert (summary["n_useful"], summary["longest_run"], summary["n_crossings_min"]) == (0, None, None)
    assert (summary["CL"], summary["aUCL"], summary["runs_signal"]) == (4, None, False)


def test_what_cannot_be_drawn_is_refused():
    assert asked(table(x=[1, 2], y=[0, 3]), "t")["error"]
    assert asked(table(x=[1, 2], y=[1, 3]), "p")["error"]
    assert asked([], "run") == {"error": None, "warnings": None, "points": {}, "summary": []}


def test_lower_limits_are_cut_at_zero_when_no_facet_holds_a_negative_value():
    rows = table(x=[1, 2, 3, 1, 2, 3], y=[1, 9, 2, 1, 9, 2], a=list("pppqqq"))
    assert asked(rows, "i", facet_columns=["a"], y_neg=False)["points"]["lcl"] == [0] * 6
    rows[0]["y"] = "-1"
    assert max(asked(rows, "i", facet_columns=["a"], y_neg=False)["points"]["lcl"]) < 0


def test_rows_without_a_facet_drop_out_and_a_missing_number_may_be_written_out():
    rows = table(x=[1, 2, 3], y=["NA", 6, 8], a=["p", "p", None])
    assert asked(rows, "run", facet_columns="a")["points"]["y"] == [None, 6]


def test_without_rows_or_sizes_nothing_is_drawn():
    assert asked([], "p", n="n")["points"] == {}
    assert asked(table(x=[1], y=[2]), "u") == {"error": "this chart needs denominators"}
