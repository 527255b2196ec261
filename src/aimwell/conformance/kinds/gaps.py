"""Rates of groups beside fairlearn 0.15.0, and risk ratios with minimum cell and number of students."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from aimwell.domain.equity.rates import Counted, rate_gaps
from aimwell.domain.equity.risk import Minimum, Risk, risks

Rows = Sequence[dict[str, str | None]]
REPORTED = {
    "risk ratio": "risk ratio",
    "alternate risk ratio": "alternate risk ratio",
    "not calculated": "not calculated: below the minimum cell or n",
}


def cases(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One case for each of fairlearn's, and one for each marking period of the risk ratios."""
    return [*_rate_cases(document), *_risk_cases(document)]


def answer(case: dict[str, Any], rows: Rows) -> Any:
    counted = _counted(rows, str(case["marking_period"]), case["groups"])
    if case["asked"] == "risk":
        minimum = Minimum(case["minimum_cell"], case["minimum_n"])
        return [_risk_row(one) for one in risks(counted, minimum=minimum)]
    found = asdict(rate_gaps(counted))
    return found | {"n": {one.group: int(one.size) for one in counted}}


def _rate_cases(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for one in document.get("fairlearn", {}).get("cases", ()):
        given = {key: one[key] for key in ("id", "marking_period", "groups")}
        expected = {key: value for key, value in one.items() if key not in given}
        yield {"input": document["input"], "asked": "rates", **given, "expected": expected}


def _risk_cases(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    part = document.get("risk_ratio", {})
    for period, expected in part.get("cases", {}).items():
        yield {
            "id": f"risk-ratio-{period}",
            "input": document["input"],
            "asked": "risk",
            "marking_period": period,
            "groups": [row["group"] for row in expected],
            "minimum_cell": part["minimum_cell"],
            "minimum_n": part["minimum_n"],
            "expected": expected,
        }


def _counted(rows: Rows, period: str, groups: Sequence[str]) -> list[Counted]:
    found = {row["group"]: row for row in rows if row["marking_period"] == period}
    return [Counted(group, _number(found[group], "failing"), _number(found[group], "students")) for group in groups]


def _number(row: Mapping[str, str | None], column: str) -> float:
    return float(row[column] or "nan")


def _risk_row(found: Risk) -> dict[str, Any]:
    return {
        "group": found.counted.group,
        "events": int(found.counted.events),
        "students": int(found.counted.size),
        "rate": found.counted.rate,
        "others_rate": found.others_rate,
        "risk_ratio": found.ratio,
        "composition_share_of_events": found.share_of_events,
        "share_of_students": found.share_of_students,
        "disparity_index_share_ratio": found.share_ratio,
        "meets_minimum": found.meets_minimum,
        "comparison_meets_minimum": found.comparison_meets_minimum,
        "reportable": REPORTED[found.reportable],
    }
