"""The conformance runner: what it finds in a folder, how it compares, and how it ends."""

import json
import math
import sys
import types
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from aimwell.conformance import __main__ as runner
from aimwell.conformance import report
from aimwell.conformance.compare import compare, same
from aimwell.conformance.folder import open_folder
from aimwell.conformance.score import score

KINDS = "aimwell.conformance.kinds"


@pytest.fixture
def kind(monkeypatch):
    """Puts in a kind of our own: `kind("sums", answer, cases=...)`."""

    def put(name: str, answer: Any, **more: Any) -> None:
        module = types.ModuleType(f"{KINDS}.{name}")
        module.answer = answer
        for key, value in more.items():
            setattr(module, key, value)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return put


def total(case, rows):
    """The sum of the column named in the options."""
    return {"total": sum(float(row[case["options"]["column"]] or 0) for row in rows), "rows": len(rows)}


def folder_of(tmp_path: Path, **files: Any) -> Path:
    """Files by path with __ for / and the rest as in `a__b.json`; texts as they are, the rest as JSON."""
    for name, content in files.items():
        path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return tmp_path


def a_case(**changes: Any) -> dict[str, Any]:
    case = {
        "kind": "sums",
        "input": {"file": "inputs/a.csv", "filter": {"school": ["Alder", "Birch"]}},
        "options": {"column": "n"},
        "expected": {"total": 6, "rows": 2},
    }
    return case | changes


TABLE = "school,n\nAlder,2\nBirch,4\nCedar,9\n"


def manifest(*cases: dict[str, Any]) -> dict[str, Any]:
    return {"cases": list(cases)}


def test_a_listed_case_reads_its_input_after_the_filter(tmp_path, kind):
    kind("sums", total)
    entry = {"id": "one", "family": "sums", "expected": "expected/one.json", "tags": []}
    root = folder_of(
        tmp_path, manifest_dot_json=manifest(entry), expected__one_dot_json=a_case(), inputs__a_dot_csv=TABLE
    )
    (family,) = score(open_folder(root))
    assert (family.name, family.full, family.values, family.values_matched) == ("sums", 1, 2, 2)


def test_files_are_found_by_walking_when_paths_differ(tmp_path, kind):
    kind("sums", total)
    entry = {"id": "one", "family": "sums", "expected": "elsewhere/one.json"}
    root = folder_of(
        tmp_path,
        deep__manifest_dot_json=manifest(entry),
        moved__expected__one_dot_json=a_case(),
        moved__other__a_dot_csv="school,n\nAlder,50\n",
        moved__inputs__a_dot_csv=TABLE,
    )
    (family,) = score(open_folder(root))
    assert family.full == 1


def test_a_case_a_line_with_its_data_inline(tmp_path, kind):
    seen = []

    def answer(case, rows):
        seen.append(rows)
        return {"total": 3.5}

    kind("sums", answer)
    line = {"family": "sums", "data": {"n": [1, 2.5, None], "on": [True, False, ""]}, "expected": {"total": 3.5}}
    (family,) = score(open_folder(folder_of(tmp_path, lines_dot_jsonl=json.dumps(line) + "\n\n")))
    assert family.full == 1
    assert seen == [[{"n": "1", "on": "1"}, {"n": "2.5", "on": "0"}, {"n": None, "on": None}]]


def test_the_family_of_a_line_comes_from_its_chart_when_nothing_else_says_it(tmp_path, kind):
    kind("qic", lambda case, rows: {"cl": 1})
    line = {"data": {"y": [1]}, "options": {"chart": "run"}, "expected": {"cl": 1}}
    (family,) = score(open_folder(folder_of(tmp_path, lines_dot_jsonl=json.dumps(line))))
    assert (family.name, family.full) == ("qic-run", 1)


def test_a_line_of_a_strange_family_is_answered_as_a_chart_over_time(tmp_path, kind):
    kind("qic", lambda case, rows: {"cl": 1})
    line = {"family": "fuzz", "data": {"y": [1]}, "options": {"chart": "run"}, "expected": {"cl": 1}}
    (family,) = score(open_folder(folder_of(tmp_path, lines_dot_jsonl=json.dumps(line))))
    assert (family.name, family.full) == ("fuzz", 1)


def test_a_file_of_several_cases_is_split_and_each_gets_what_stands_beside_them(tmp_path, kind):
    kind("twice", lambda case, rows: {"twice": case["value"] * case["factor"]})
    document = {
        "kind": "twice",
        "factor": 2,
        "cases": [{"id": "a", "value": 2, "expected": {"twice": 4}}, {"value": 3, "expected": {"twice": 7}}],
    }
    (family,) = score(open_folder(folder_of(tmp_path, some__where_dot_json=document)))
    assert [(result.name, result.matches) for result in family.results] == [("a", True), ("where", False)]


def test_a_kind_may_split_its_file_itself(tmp_path, kind):
    def cases(document):
        return [{"given": one, "expected": {"double": two}} for one, two in document["pairs"].items()]

    kind("pairs", lambda case, rows: {"double": int(case["given"]) * 2}, cases=cases)
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json={"kind": "pairs", "pairs": {"1": 2, "2": 5}})))
    assert (len(family.results), family.full) == (2, 1)


def test_without_an_answer_set_apart_all_is_expected_that_the_kind_does_not_count_as_given(tmp_path, kind):
    seen = []

    def answer(case, rows):
        seen.append(case)
        return {"primary": [case["counts"][0]]}

    kind("cells", answer, GIVEN=("counts",))
    document = {"kind": "cells", "note": "n", "cases": [{"id": "x", "counts": [2, 9], "primary": [2]}]}
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json=document)))
    assert (family.full, family.values) == (1, 1)
    assert seen == [{"kind": "cells", "note": "n", "counts": [2, 9]}]


def test_a_listed_file_of_several_cases_counts_once(tmp_path, kind):
    kind("ones", lambda case, rows: {"one": 1})
    document = {"kind": "ones", "cases": [{"expected": {"one": 1}}] * 2}
    entry = {"id": "all", "family": "ones", "expected": "a.json"}
    root = folder_of(tmp_path, manifest_dot_json=manifest(entry, entry), a_dot_json=document)
    (family,) = score(open_folder(root))
    assert len(family.results) == 2


def test_no_kind_is_told_the_name_of_a_case_or_more_of_its_answer_than_the_names_in_it(tmp_path, kind):
    seen = {}

    def answer(case, rows):
        seen.update(case)
        return {}

    kind("sums", answer)
    line = {"id": "i", "title": "t", "family": "sums", "tags": ["x"], "data": {}, "expected": {"a": 1, "b": {"c": [2]}}}
    score(open_folder(folder_of(tmp_path, a_dot_jsonl=json.dumps(line))))
    assert seen == {"data": {}, "wanted": {"a": None, "b": {"c": None}}}


def test_an_unknown_kind_is_tried_and_missed_with_the_reason(tmp_path):
    document = {"kind": "tea_leaves", "cases": [{"expected": {"a": 1, "b": [2, 3]}}, {"expected": {"a": 1}}]}
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json=document)))
    assert [result.reason for result in family.results] == ["no module answers cases of the kind tea_leaves"] * 2
    assert (family.full, family.values, family.values_matched) == (0, 4, 0)


def test_an_exception_inside_a_kind_is_a_miss_with_its_text(tmp_path, kind):
    def answer(case, rows):
        raise ZeroDivisionError("by hand")

    kind("sums", answer)
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json=a_case(input=None))))
    assert [result.reason for result in family.results] == ["ZeroDivisionError: by hand"]


def test_an_input_that_is_not_there_is_a_miss_with_its_name(tmp_path, kind):
    kind("sums", total)
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json=a_case())))
    assert family.results[0].reason.startswith("FileNotFoundError: no file inputs/a.csv")


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"a_dot_json": "{"}, "a.json"),
        ({"a_dot_jsonl": "[1]"}, "a.jsonl:1"),
        ({"manifest_dot_json": manifest({"id": "gone", "expected": "none.json"})}, "gone"),
        ({"manifest_dot_json": manifest({"id": "list", "expected": "a.json"}), "a_dot_json": "[]"}, "list"),
    ],
)
def test_a_case_that_cannot_be_read_is_tried_and_missed(tmp_path, files, name):
    (family,) = score(open_folder(folder_of(tmp_path, **files)))
    assert [(r.name, r.matches, bool(r.reason)) for r in family.results] == [(name, False, True)]


@pytest.mark.parametrize(
    ("theirs", "ours", "equal"),
    [
        (1.0, 1.0 + 5e-10, True),
        (1.0, 1.0 + 5e-9, False),
        (1e12, 1e12 + 500, True),
        (0.0, 1e-13, True),
        (0.0, 1e-9, False),
        (17, 17.0, True),
        (17, 18, False),
        (17, 17.5, False),
        (True, True, True),
        (True, 1, False),
        (0, False, False),
        (None, math.nan, True),
        (None, math.inf, True),
        (None, 0, False),
        (0, None, False),
        ("above", "above", True),
        ("above", "below", False),
        ("1", 1, False),
    ],
)
def test_one_value_against_another(theirs, ours, equal):
    assert same(theirs, ours) is equal


def test_every_leaf_counts_and_each_difference_has_its_path():
    theirs = {"points": {"y": [1, 2, None], "ok": [True]}, "rows": [{"a": 1}], "gone": {"b": [1, 2]}}
    ours = {"points": {"y": np.array([1.0, 2.5, np.nan]), "ok": (True,)}, "rows": [{"a": np.int64(1)}], "more": 1}
    found = compare(theirs, ours)
    assert (found.values, found.matched) == (7, 4)
    assert [(d.path, d.ours, d.theirs) for d in found.differences] == [
        ("points.y[1]", 2.5, 2),
        ("gone", None, {"b": [1, 2]}),
    ]


def test_lists_of_other_lengths_differ_by_what_is_too_few_or_too_many():
    few, many = compare({"at": [1, 2, 3]}, {"at": [1]}), compare({"at": [1]}, {"at": [1, 2, 3]})
    assert (few.values, few.matched) == (3, 1)
    assert (many.values, many.matched) == (3, 1)
    assert [d.path for d in few.differences] == [d.path for d in many.differences] == ["at[1]", "at[2]"]


@pytest.mark.parametrize(("theirs", "ours"), [([1, 2], 3), ({"a": 1}, [1]), ({}, {"a": 1})])
def test_another_shape_is_a_difference(theirs, ours):
    assert compare({"it": theirs}, {"it": ours}).matched == 0


def test_rows_are_matched_by_facet_and_place_when_both_have_them():
    theirs = {"points": {"facet1": ["a", "a", "b"], "facet2": [1, 1, 1], "xx": [2, 10, 1], "y": [5, 6, 7]}}
    ours = {"points": {"facet1": ["b", "a", "a"], "facet2": [1, 1, 1], "xx": [1, 10, 2], "y": [7, 6, 5]}}
    assert compare(theirs, ours).differences == ()


def test_the_order_counts_where_rows_have_no_place():
    assert compare({"y": [1, 2]}, {"y": [2, 1]}).matched == 0


@pytest.mark.parametrize(
    ("ours", "kept"),
    [
        ({"error": "Zero is not a time between events."}, True),
        ({"error": None, "points": {"y": [0, 1], "lcl": [None, math.nan], "ucl_95": [None, None]}}, True),
        ({"error": None, "points": {"y": [0, 1], "lcl": [0.5, 0.5]}}, False),
        ([], False),
    ],
)
def test_a_refusal_is_met_by_refusing_or_by_drawing_no_limits(ours, kept):
    assert (compare({"error": "must be over zero", "points": None}, ours).differences == ()) is kept


def test_words_of_warning_are_not_compared():
    assert compare({"warnings": ["n < 12"], "a": 1}, {"a": 1}) == compare({"a": 1}, {"a": 1})


def run(capsys, *words: str) -> tuple[int, str, str]:
    ended = runner.main(words)
    said = capsys.readouterr()
    return ended, said.out, said.err


def test_a_listed_file_of_lines_counts_each_line(tmp_path, kind):
    kind("sums", lambda case, rows: {"rows": len(rows)})
    line = json.dumps({"family": "sums", "data": {"n": [1, 2]}, "expected": {"rows": 2}})
    entry = {"id": "lines", "family": "sums", "expected": "lines.jsonl"}
    root = folder_of(tmp_path, manifest_dot_json=manifest(entry), lines_dot_jsonl=f"{line}\n{line}\n")
    (family,) = score(open_folder(root))
    assert (len(family.results), family.full) == (2, 2)


def test_a_case_written_into_the_manifest_itself(tmp_path, kind):
    kind("sums", lambda case, rows: {"rows": len(rows)})
    entry = {"id": "here", "kind": "sums", "data": {"n": [1]}, "expected": {"rows": 1}}
    (family,) = score(open_folder(folder_of(tmp_path, manifest_dot_json=manifest(entry))))
    assert (family.name, family.full) == ("sums", 1)


def test_a_kind_whose_own_imports_are_missing_is_a_miss(tmp_path, monkeypatch):
    def broken(name):
        raise ModuleNotFoundError("No module named 'tea'", name="tea")

    monkeypatch.setattr("aimwell.conformance.score.importlib.import_module", broken)
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json=a_case())))
    assert family.results[0].reason == "ModuleNotFoundError: No module named 'tea'"


def test_a_file_without_cases_or_expected_is_one_case(tmp_path, kind):
    kind("plain", lambda case, rows: {"total": 3})
    (family,) = score(open_folder(folder_of(tmp_path, a_dot_json={"kind": "plain", "total": 3})))
    assert (family.full, family.values) == (1, 1)


def test_a_strange_answer_is_shown_as_text_in_the_data(tmp_path, kind):
    kind("sums", lambda case, rows: {"total": object, "long": "x" * 500})
    case = {"kind": "sums", "data": {}, "expected": {"total": 1, "long": 2}}
    missed = report.data(score(open_folder(folder_of(tmp_path, a_dot_json=case))))["families"][0]["missed"]
    assert [found["ours"] for found in missed[0]["differences"]] == ["<class 'object'>", f"'{'x' * 58}…"]


def test_the_report_names_families_shares_and_first_differences(tmp_path, kind, capsys):
    kind("sums", total)
    wrong = a_case(expected={"total": 7, "rows": 2, "list": [None, 1]})
    root = folder_of(tmp_path, inputs__a_dot_csv=TABLE, right_dot_json=a_case(), wrong_dot_json=wrong)
    ended, out, _ = run(capsys, str(root))
    assert ended == 1
    assert out.splitlines() == [
        "family  tried  full   values  that match  share",
        "sums      2     1        6           3 0.5000",
        "    wrong: 3 of 4 values differ",
        "        total: ours 6.0, theirs 7",
        "        list: ours missing, theirs [None, 1]",
        "",
        "all       2     1        6           3 0.5000",
        "1 case that is not contested misses.",
    ]


def test_a_contested_miss_is_shown_and_not_required(tmp_path, kind, capsys):
    kind("sums", total)
    entry = {"id": "odd", "family": "sums", "expected": "odd.json", "tags": ["contested"]}
    root = folder_of(
        tmp_path, manifest_dot_json=manifest(entry), inputs__a_dot_csv=TABLE, odd_dot_json=a_case(expected={"total": 1})
    )
    ended, out, _ = run(capsys, str(root))
    assert (ended, "(1 contested)" in out) == (0, True)
    assert out.splitlines()[-1] == "Every case that is not contested matches in full."


def test_the_same_as_data(tmp_path, kind, capsys):
    kind("sums", lambda case, rows: {"total": math.nan})
    root = folder_of(tmp_path, inputs__a_dot_csv=TABLE, one_dot_json=a_case(expected={"total": 6}))
    ended, out, _ = run(capsys, str(root), "--json")
    counts = {"tried": 1, "full": 0, "contested_misses": 0, "values": 1, "values_matched": 0, "share": 0.0}
    missed = {
        "id": "one",
        "contested": False,
        "reason": "",
        "values": 1,
        "values_matched": 0,
        "differences": [{"path": "total", "ours": "nan", "theirs": 6}],
    }
    assert ended == 1
    assert json.loads(out) == {"all": counts, "families": [{"family": "sums", **counts, "missed": [missed]}]}


def test_only_the_first_misses_of_a_family_are_shown(tmp_path, kind):
    kind("sums", lambda case, rows: {"at": ["x" * 99]})
    lines = "\n".join(json.dumps({"family": "sums", "data": {}, "expected": {"at": [k]}}) for k in range(7))
    said = report.text(score(open_folder(folder_of(tmp_path, a_dot_jsonl=lines)))).splitlines()
    assert said[12] == "    and 2 more"
    assert said[3] == f"        at[0]: ours '{'x' * 58}…, theirs 0"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no cases"),
        ({"manifest_dot_json": "{"}, "cannot be read"),
        ({"manifest_dot_json": {"cases": 3}}, "needs `cases`"),
        ({"notes_dot_json": {"by": "hand"}, "list_dot_json": "[1]"}, "holds no cases"),
    ],
)
def test_a_folder_that_cannot_be_scored_ends_with_2(tmp_path, capsys, files, said):
    ended, out, err = run(capsys, str(folder_of(tmp_path, **files)))
    assert (ended, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_no_folder_ends_with_2(tmp_path, capsys):
    ended, _, err = run(capsys, str(tmp_path / "none"))
    assert (ended, "is not a folder" in err) == (2, True)
