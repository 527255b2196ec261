"""Our side of the references about rules, on small cases of our own."""

from __future__ import annotations

import pytest

from aimwell.conformance.kinds import ihi_run_chart, ptd, qcc
from aimwell.conformance.kinds.qcc_input import chart_data


def texts(**columns):
    names = list(columns)
    rows = zip(*columns.values(), strict=True)
    return [{name: None if v is None else str(v) for name, v in zip(names, row, strict=True)} for row in rows]


def dots(values, *, facets=None, x=None, **options):
    x = x or [f"2025-{k // 28 + 1:02}-{k % 28 + 1:02}" for k in range(len(values))]
    columns = {"day": x, "y": values} | ({"school": facets} if facets else {})
    names = {"value": "y", "date": "day", "facet": "school" if facets else None}
    return ptd.answer({"input": names, "options": options}, texts(**columns))


ZIGZAG = [0, 6] * 8


def test_every_kind_of_point_is_named():
    found = dots([0, 3] * 4 + [2, 4, 6, 8, 10, 12, 14, 40], improvement_direction="decrease")
    points = found["points"]
    assert points["special_cause_type"] == (
        ["Below LCL", "7 Points Below CL"] * 4 + ["7 Point Trend (Increasing)"] * 6 + ["Above UCL"] * 2
    )
    assert points["point_type"] == ["special_cause_improvement"] * 8 + ["special_cause_concern"] * 8
    assert (found["summary"][0]["improvement"], found["summary"][0]["concern"]) == (8, 8)
    neutral = dots([0, 3] * 4 + [2, 4, 6, 8, 10, 12, 14, 40], improvement_direction="neutral", target=3)
    assert neutral["points"]["point_type"] == ["special_cause_neutral_low"] * 8 + ["special_cause_neutral_high"] * 8
    assert (neutral["summary"][0]["neutral"], neutral["summary"][0]["assurance_type"]) == (16, None)


def test_a_missing_value_is_missing_in_every_column_and_joins_nothing():
    points = dots([*ZIGZAG[:5], None, *ZIGZAG[6:]])["points"]
    row = {name: column[5] for name, column in points.items()}
    assert [row[name] for name in ("outside_limits", "relative_to_mean", "close_to_limits")] == [None] * 3
    assert (row["special_cause_type"], row["special_cause"]) == ("Common Cause", False)


def test_a_flat_series_has_no_limits():
    points = dots([4] * 14)["points"]
    assert set(points["outside_limits"]) == {None}
    assert set(points["special_cause_type"]) == {"Common Cause"}


def test_facets_have_their_own_target_and_new_limits():
    found = dots(
        [*ZIGZAG, *ZIGZAG[:4]],
        facets=["b"] * 16 + ["a"] * 4,
        x=[f"2025-01-{k + 1:02}" for k in (*range(16), *range(4))],
        rebase={"b": ["2025-01-01", "2025-01-09"]},
        target={"b": 90},
    )
    assert found["points"]["facet"] == ["a"] * 4 + ["b"] * 16
    assert found["points"]["rebase_group"] == [0] * 4 + [1] * 8 + [2] * 8
    assert set(found["points"]["short_group_warning"]) == {True}
    assert [(line["facet"], line["rebase_group"], line["assurance_type"]) for line in found["summary"]] == [
        ("a", 0, "inconsistent"),
        ("b", 1, None),
        ("b", 2, "consistent_fail"),
    ]


def test_x_without_dates_becomes_days():
    points = dots(ZIGZAG, x=list(range(16)), rebase="2024-01-04")["points"]
    assert points["x"][:2] == ["2024-01-01", "2024-01-02"]
    assert points["rebase_group"] == [0] * 3 + [1] * 13


def test_a_case_may_name_its_columns_in_its_options():
    found = ptd.answer({"options": {"x": "x", "y": "y"}}, texts(x=range(4), y=[1, 3, 2, 4]))
    assert found["points"]["mean"] == [2.5] * 4
    assert ptd.answer({"input": "inline"}, [])["points"] == {}


@pytest.mark.parametrize(
    "refused",
    [
        dots(ZIGZAG, fix_after_n_points=8),
        dots(ZIGZAG, rebase={"a": "2025-01-04"}),
        dots(ZIGZAG, x=["2025-01-01"] * 16),
    ],
)
def test_what_the_reference_refuses_is_refused(refused):
    assert list(refused) == ["error"]


def run_chart(values, **given):
    return ihi_run_chart.answer({"values": values, **given}, [])


def test_shifts_trends_and_runs():
    found = run_chart([1, 2, 3, 4, 5, 5, None, 9, 8, 9, 8, 9, 1, 2])
    assert found["trends"] == [{"points": [1, 2, 3, 4, 5, 8], "direction": "up", "side": "up"}]
    assert (found["median"], found["useful"], found["runs"]) == (5, 11, 3)
    few = run_chart([1] * 6 + [9] * 6)
    assert [one["side"] for one in few["shifts"]] == ["below", "above"]
    assert (few["too_few"], few["too_many"], few["runs_limits"], few["runs_signal"]) == (
        True,
        False,
        [4, 10],
        "too_few",
    )
    assert run_chart([1, 9] * 6)["runs_signal"] == "too_many"


def test_the_median_may_be_given_or_made_from_the_first_points():
    assert run_chart([1, 2, 3, 9, 9], median_given=4)["median"] == 4
    assert run_chart([1, 2, 3, 9, 9], median_from_first=3)["median"] == 2
    short = run_chart([1, 9], median_given=None, median_from_first=None)
    assert (short["runs_limits"], short["runs_signal"], short["runs"]) == (None, None, 2)
    assert run_chart([None])["useful"] == 0


def charted(kind, rows, *, how="", wanted=None, **options):
    case = {"input": {"how": how}, "options": {"type": kind, **options}, "wanted": wanted or {}}
    return qcc.answer(case, rows)


def test_each_rule_under_the_name_that_is_asked_for():
    rows = texts(y=[2.5] * 7 + [3.2])
    known = {"center": 0, "std.dev": 1}
    names = dict.fromkeys(("1", "2", "rule_3", "other"))
    asked = {"western_electric": names, "WER4": None, "nelson": None, "rule_9": None}
    found = charted("xbar.one", rows, wanted=asked, **known)
    assert found["western_electric"] == {"1": [8], "2": [3, 4, 5, 6, 7, 8], "rule_3": [5, 6, 7, 8]}
    assert found["WER4"] == [8]
    assert found["nelson"] == [[8], [], [], [], [3, 4, 5, 6, 7, 8], [5, 6, 7, 8], [], []]
    assert "rule_9" not in found
    short = charted("xbar.one", rows, wanted={"rules": {"W4": None, "n_5": None}}, **known)
    assert short["rules"] == {"W4": [8], "n_5": [3, 4, 5, 6, 7, 8]}
    by_option = charted("xbar.one", rows, wanted={"rule_5": None}, rules="nelson", **known)
    assert by_option["rule_5"] == [3, 4, 5, 6, 7, 8]


def test_new_data_is_held_against_the_limits_of_the_first_phase():
    rows = texts(D=[2, 4, 3, 3, 9], size=[10] * 5, trial=[1, 1, 1, 1, 0])
    found = charted("p", rows, how="trial 1 is phase 1, others new data")
    assert (found["center"], found["statistics"], found["new_statistics"]) == ([0.3], [0.2, 0.4, 0.3, 0.3], [0.9])
    assert (len(found["ucl"]), found["beyond_limits"]) == (5, [5])
    alone = charted("np", rows, how="trial 1")
    assert (alone["center"], len(alone["ucl"])) == ([3.0], 1)
    assert "new_statistics" not in alone


def test_subgroups_by_sample_number():
    rows = texts(sample=[10, 10, 9, 9, 11, 11], obs=[1, 3, 5, 9, 0, 9])
    found = charted("R", rows, how="first 2 are phase 1, 3-3 new data", **{"std.dev": "MVLUE-R"})
    assert (found["statistics"], found["new_statistics"], found["sizes"]) == ([4, 2], [9], [2, 2])
    assert found["std_dev"] == [3 / 1.128]
    assert charted("xbar", rows, how="samples 1-2")["statistics"] == [7, 2]
    assert charted("S", rows, how="samples 2 to 3, without 2")["sizes"] == [2]
    assert charted("xbar", rows, how="samples 1-2, 3-3 new")["new_statistics"] == [4.5]
    assert len(charted("xbar", rows, how="first 2")["statistics"]) == 2
    named = texts(group=["b", "a", "b"], v=[1, 2, 3])
    assert charted("xbar", named)["statistics"] == [2, 2]


def test_single_values_take_the_column_that_is_named():
    rows = texts(t1=[1, 2, 3], t2=[9, 5, 7])
    assert charted("xbar.one", rows, how="t2, SD", **{"std.dev": "SD"})["statistics"] == [9, 5, 7]
    assert charted("xbar.one", rows, how="all rows", k=3)["std_dev"] == [2 / 1.693]


def test_a_run_of_seven_is_violated_from_its_seventh_point():
    rows = texts(y=[1] * 8 + [-1] * 8)
    found = charted("xbar.one", rows, center=0, std_dev=1, nsigmas=None)
    assert found["violating_runs_of_7"] == [7, 8, 15, 16]


def test_nothing_to_chart_is_said():
    with pytest.raises(ValueError, match="no rows to chart"):
        chart_data("xbar.one", {"how": "without 1"}, texts(y=[1]))


def test_the_inner_lines_follow_the_limits_where_these_lie_nearer():
    """qcc 3.0, rules: two thirds and one third of `nsigmas`."""
    rows = texts(y=[1.5, 0, 1.5, 0, 2.1])
    known = {"center": 0, "std.dev": 1, "wanted": {"WER1": None, "WER2": None}}
    two, three = charted("xbar.one", rows, nsigmas=2, **known), charted("xbar.one", rows, **known)
    assert (two["WER1"], two["WER2"]) == ([5], [3, 5])
    assert (three["WER1"], three["WER2"]) == ([], [])
