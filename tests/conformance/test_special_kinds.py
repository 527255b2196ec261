"""Answers to small cases of the kinds that are not charts over time, in the shape of the reference's."""

from __future__ import annotations

import pytest

from aimwell.conformance.kinds import bernoulli_cusum, funnel, pareto, runcharter

ROWS = [{"who": f"g{k:02d}", "top": str(10 + 5 * (k % 3)), "of": "100"} for k in range(12)]
FUNNEL = {
    "input": {"group": "who", "numerator": "top", "denominator": "of"},
    "options": {
        "data_type": "PR",
        "sr_method": None,
        "trim_by": 0.1,
        "outlier_limit": 0.95,
        "multiplier": 100,
        "overdispersion_adjusted": False,
        "expected_rounded_to_2_decimals": False,
    },
}


def test_funnel():
    found = funnel.answer(FUNNEL, [*ROWS, {"who": None, "top": None, "of": "5"}])
    assert (found["target"], found["n_used"], found["phi"], found["adjusted_used"]) == (0.15, 12, 0.0, False)
    points = found["points"]
    assert (points["group"][:2], points["value"][:2]) == (["g00", "g01"], [0.1, 0.15])
    assert points["l95"] == points["od_l95"]
    assert 8 < points["l95"][0] < 15 < points["u95"][0] < 23
    sample = found["limit_curve_sample"]
    assert {len(values) for values in sample.values()} == {25}
    assert (sample["number_seq"][0], sample["number_seq"][-1]) == (3.0, 100.0)
    assert set(sample) == {
        f"{prefix}{side}{limit}" for prefix in ("od", "") for side in ("ll", "ul") for limit in ("95", "998")
    } | {"number_seq"}


def test_funnel_of_ratios_with_missing_scores():
    case = {
        "input": FUNNEL["input"],
        "options": {"data_type": "SR", "sr_method": "SHMI", "expected_rounded_to_2_decimals": True},
    }
    found = funnel.answer(case, [{"who": "zero", "top": "0", "of": "9.123"}, *ROWS])
    assert found["points"]["group"][-1] == "zero"
    assert (found["points"]["z_unadjusted"][-1], found["points"]["denominator"][-1]) == (None, 9.12)
    assert found["points"]["z_winsorised_or_truncated"][-1] is None


@pytest.mark.parametrize(("missing", "categories"), [(False, ["a", "b"]), (True, ["a", None, "b"])])
def test_pareto(missing, categories):
    case = {"input": {"column": "kind"}, "options": {"count_missing": missing}}
    found = pareto.answer(case, [{"kind": kind} for kind in ("b", "a", None, "a", "a", None)])
    assert found["category"] == categories
    assert found["cumulative_count"][-1] == sum(found["count"])


def test_bernoulli_cusum():
    case = {"input": {"column": "y"}, "options": {"target": 10, "odds_ratio": 2, "limit": 3.5}}
    rows = [{"y": "1" if k % 10 == 0 or 30 < k < 40 else "0"} for k in range(120)]
    found = bernoulli_cusum.answer(case, rows)
    assert found["p0"] == 0.1
    signal = found["signals_up"][0]
    shown = found["sampled_cases"]["case"]
    assert {*range(1, 26), 50, 100, 120, signal, signal - 1} == set(shown) - {
        *found["signals_down"],
        *(k - 1 for k in found["signals_down"]),
    }
    assert found["sampled_cases"]["cusum_up"][shown.index(signal)] == 0.0


def test_a_target_that_gives_no_sum_is_an_error():
    case = {"input": {"column": "y"}, "options": {"target": 2}}
    assert "between 0 and 1" in bernoulli_cusum.answer(case, [{"y": "0"}, {"y": None}])["error"]


def test_runcharter_lists_all_groups_round_by_round():
    case = {
        "input": {"date": "on", "group": "who", "value": "y"},
        "options": {"baseline_points": 2, "run_length": 2, "direction": "both"},
    }
    rows = [
        {"on": f"2026-01-{day:02d}", "who": who, "y": y}
        for who, ys in (("b", ["1", "1", "3", "3"]), ("a", ["1", None, "1", "1", "5", "5"]))
        for day, y in enumerate(ys, 1)
    ]
    found = runcharter.answer(case, list(reversed(rows)))
    assert found["error"] is None
    assert [(line["grp"], line["median"], line["run_type"]) for line in found["medians"]] == [
        ("a", 1.0, "baseline"), ("b", 1.0, "baseline"), ("a", 5.0, "sustained"), ("b", 3.0, "sustained"),
    ]  # fmt: skip
    assert found["medians"][2] == {
        "grp": "a",
        "median": 5.0,
        "start_date": "2026-01-05",
        "end_date": "2026-01-06",
        "extend_to": "2026-01-06",
        "run_type": "sustained",
    }
    assert found["medians"][0]["extend_to"] == "2026-01-05"
