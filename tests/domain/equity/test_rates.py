"""Rates side by side and risk ratios, worked by hand."""

from math import isnan

import pytest

from aimwell.conformance.kinds import equity, gaps
from aimwell.domain.equity.rates import Counted, pooled, rate_gaps
from aimwell.domain.equity.risk import Minimum, risks

THREE = [Counted("a", 10, 40), Counted("b", 20, 40), Counted("c", 30, 120)]


def test_gaps():
    found = rate_gaps(THREE)
    assert found.overall == 0.3
    assert found.by_group == {"a": 0.25, "b": 0.5, "c": 0.25}
    assert (found.group_min, found.group_max, found.difference_between_groups) == (0.25, 0.5, 0.25)
    assert found.difference_to_overall == pytest.approx(0.2)
    assert (found.ratio_between_groups, found.ratio_to_overall) == (0.5, 0.3 / 0.5)


def test_an_empty_group_takes_no_part():
    found = rate_gaps([*THREE, Counted("d", 0, 0)])
    assert isnan(found.by_group["d"])
    assert found.group_min == 0.25
    assert isnan(rate_gaps([Counted("d", 0, 0)]).group_max)


def test_no_events_at_all():
    found = rate_gaps([Counted("a", 0, 5), Counted("b", 0, 9)])
    assert (found.difference_between_groups, found.difference_to_overall) == (0, 0)
    assert isnan(found.ratio_between_groups)
    assert isnan(found.ratio_to_overall)


def test_risk_ratio():
    a, b, _ = risks(THREE)
    assert (a.others_rate, a.ratio) == (50 / 160, 0.25 / (50 / 160))
    assert (a.share_of_events, a.share_of_students) == (10 / 60, 0.2)
    assert a.share_ratio == pytest.approx(10 / 60 / 0.2)
    assert (a.meets_minimum, a.comparison_meets_minimum, a.reportable) == (True, True, "risk ratio")
    assert b.ratio == 0.5 / (40 / 160)
    assert isnan(a.alternate_ratio)


def test_alternate_risk_ratio_uses_the_state():
    state = [Counted("a", 500, 1000), Counted("b", 100, 1000), Counted("c", 100, 1000)]
    found = risks([Counted("a", 20, 50), Counted("b", 2, 20)], state=state)
    assert [one.reportable for one in found] == ["alternate risk ratio", "not calculated"]
    assert found[0].alternate_ratio == pytest.approx(0.4 / 0.1)


def test_minimum():
    assert Minimum(5, 30).met_by(Counted("a", 5, 30))
    assert not Minimum(5, 30).met_by(Counted("a", 4, 30))
    assert not Minimum(5, 30).met_by(Counted("a", 5, 29))
    assert pooled([]).size == 0


ROWS = [
    {"marking_period": "1", "group": one.group, "failing": str(int(one.events)), "students": str(int(one.size))}
    for one in THREE
]


def test_kind_gaps():
    document = {
        "input": "x.csv",
        "fairlearn": {"cases": [{"id": "one", "marking_period": 1, "groups": ["a", "b"], "overall": 0.375}]},
        "risk_ratio": {"minimum_cell": 10, "minimum_n": 30, "cases": {"1": [{"group": "b"}, {"group": "a"}]}},
    }
    rates, risk = gaps.cases(document)
    assert (rates["expected"], rates["id"]) == ({"overall": 0.375}, "one")
    found = gaps.answer({key: value for key, value in rates.items() if key != "expected"}, ROWS)
    assert (found["overall"], found["n"], found["group_max"]) == (0.375, {"a": 40, "b": 40}, 0.5)
    first, second = gaps.answer(risk, ROWS)
    assert (first["group"], first["events"], first["reportable"]) == ("b", 20, "risk ratio")
    assert second["risk_ratio"] == 0.5
    assert gaps.cases({"input": "x.csv"}) == []


GROUPS = {"name": ["a", "b", "c"], "estimate": [10, 20, 60], "se": [1, 1, 1], "population": [1, 1, 1], "order": None}
OPTIONS = {"favourable": 1, "ordered": False, "reference": None, "confidence": 0.95, "scale": 100}


@pytest.mark.parametrize("reference", ["b", 2, [0, 1, 0], "ref"])
def test_kind_equity_knows_a_reference_by_name_place_or_mark(reference):
    rows = [{"ref": mark} for mark in ("0", "1", "0")]
    found = equity.answer({"groups": GROUPS, "options": {**OPTIONS, "reference": reference}}, rows)
    by_name = {row["measure"]: row for row in found}
    assert by_name["d"]["estimate"] == 10
    assert by_name["mdru"] == {"measure": "mdru", "estimate": (10 + 0 + 40) / 3}


def test_kind_equity_from_the_columns_of_the_input():
    rows = [
        {"subgroup": name, "y": y, "k": k, "n": "5"}
        for name, y, k in (("a", "10", "1"), ("b", None, "2"), ("c", "40", "3"))
    ]
    where = {"estimate": "y", "standard_error": None, "population": "n", "order": "k"}
    found = equity.answer({"input": where, "options": {**OPTIONS, "ordered": True}}, rows)
    assert [row["measure"] for row in found] == ["d", "r", "paf", "parisk", "aci", "rci"]
    assert found[0] == {"measure": "d", "estimate": 30, "se": None, "lower": None, "upper": None}
