"""Making Data Count beside NHSRplotthedots 0.2.2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from aimwell.domain.spc.assurance import Assurance, assurance
from aimwell.domain.spc.making_data_count import SHORT, Dots, plot_the_dots
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.reading import Direction

Row = Mapping[str, str | None]

FIRST_DAY = date(2024, 1, 1)
"""Where x is no date, the reference was given consecutive days from here."""
NO_FACET = "no facet"
FEWEST_TO_FIX = 12
DIRECTIONS: dict[str, Direction] = {"increase": "up", "decrease": "down", "neutral": ""}
LABELS = {
    ("", 0): "Common Cause",
    ("outside", 1): "Above UCL",
    ("outside", -1): "Below LCL",
    ("trend_7", 1): "7 Point Trend (Increasing)",
    ("trend_7", -1): "7 Point Trend (Decreasing)",
    ("two_of_three_near", 1): "2 in 3 Above CL",
    ("two_of_three_near", -1): "2 in 3 Below CL",
    ("one_side_7", 1): "7 Points Above CL",
    ("one_side_7", -1): "7 Points Below CL",
}
ASSURANCES: dict[Assurance | None, str] = {
    "reached": "consistent_pass",
    "sometimes": "inconsistent",
    "not_reached": "consistent_fail",
    None: "inconsistent",
}
"""A facet without a target or without limits is "inconsistent" too there."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One series in the order of x; `group` counts the re-basings up to each point."""

    name: str
    x: Sequence[str]
    values: Floats
    group: Sequence[int]
    target: float | None
    dots: Dots

    @property
    def limits(self) -> tuple[Floats, Floats, Floats]:
        return self.dots.panel.centre[0], self.dots.panel.lower[0], self.dots.panel.upper[0]


def answer(case: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    options = case.get("options") or {}
    names = _columns(case.get("input"), options)
    refusal = _refusal(options, names["facet"])
    if refusal:
        return {"error": refusal}
    series = _series(names, rows)
    if any(len(set(x)) < len(x) for x, _ in series.values()):
        return {"error": "duplicate rows"}
    facets = [_facet(name, *series[name], options) for name in sorted(series)]
    way = options.get("improvement_direction") or "increase"
    tables = [_points(facet, way) for facet in facets]
    return {
        "error": None,
        "warnings": None,
        "points": {key: [value for table in tables for value in table[key]] for key in tables[0]} if tables else {},
        "summary": [
            line for facet, table in zip(facets, tables, strict=True) for line in _summary(facet, table, options, way)
        ],
    }


def _columns(given: Any, options: Mapping[str, Any]) -> dict[str, str | None]:
    """Named by the input, else by the options (a case with its own data), else the usual names."""
    named = {**options, **(given if isinstance(given, Mapping) else {})}
    return {
        "value": named.get("value") or named.get("y") or "y",
        "date": named.get("date") or named.get("x") or "x",
        "facet": named.get("facet"),
    }


def _refusal(options: Mapping[str, Any], facet: str | None) -> str:
    fix = options.get("fix_after_n_points")
    if fix is not None and fix < FEWEST_TO_FIX:
        return f"fix_after_n_points is {fix}; at least {FEWEST_TO_FIX} are needed"
    if isinstance(options.get("rebase"), Mapping) and facet is None:
        return "re-basing by facet needs a facet column"
    return ""


def _series(names: Mapping[str, str | None], rows: Sequence[Row]) -> dict[str, tuple[list[str], Floats]]:
    """x and values of each facet, in the order of x."""
    days = _days([row.get(names["date"] or "") for row in rows])
    found: dict[str, list[tuple[str, float]]] = {}
    for row, day in zip(rows, days, strict=True):
        text = row[names["value"] or ""]
        facet = row[names["facet"]] or "" if names["facet"] else NO_FACET
        found.setdefault(facet, []).append((day, np.nan if text is None else float(text)))
    ordered = {name: sorted(points, key=lambda point: point[0]) for name, points in found.items()}
    return {name: ([day for day, _ in p], np.array([y for _, y in p])) for name, p in ordered.items()}


def _days(texts: Sequence[str | None]) -> list[str]:
    """Dates as they are; anything else becomes consecutive days, one for each different x in order of appearance."""
    try:
        return [date.fromisoformat((text or "")[:10]).isoformat() for text in texts]
    except ValueError:
        order: dict[str | None, int] = {}
        for text in texts:
            order.setdefault(text, len(order))
        return [(FIRST_DAY + timedelta(days=order[text])).isoformat() for text in texts]


def _facet(name: str, x: list[str], values: Floats, options: Mapping[str, Any]) -> Facet:
    rebase = options.get("rebase")
    starts = _texts(rebase.get(name) if isinstance(rebase, Mapping) else rebase)
    new = [day in starts for day in x]
    target = options.get("target")
    dots = plot_the_dots(
        values,
        after=[row for row, starts_here in enumerate(new) if starts_here and row],
        fix_after=options.get("fix_after_n_points"),
        screen=options.get("screen_outliers") is not False,
    )
    mine = target.get(name) if isinstance(target, Mapping) else target
    return Facet(name, x, values, np.cumsum(new).tolist(), mine, dots)


def _texts(given: str | Iterable[str] | None) -> set[str]:
    texts = [given] if isinstance(given, str) else given or []
    return {text[:10] for text in texts}


def _points(facet: Facet, way: str) -> dict[str, list[Any]]:
    dots, (mean, lower, upper) = facet.dots, facet.limits
    missing = np.isnan(facet.values)
    unknown = missing | np.isnan(upper)
    sizes = [facet.group.count(group) for group in facet.group]
    signals = list(zip(dots.rule, dots.way, strict=True))
    return {
        "x": list(facet.x),
        "y": facet.values.tolist(),
        "facet": [facet.name] * len(facet.x),
        "rebase_group": list(facet.group),
        "mean": mean.tolist(),
        "lower_process_limit": lower.tolist(),
        "upper_process_limit": upper.tolist(),
        "outside_limits": _or_missing(dots.outside, unknown),
        "relative_to_mean": [None if gone else side for side, gone in zip(dots.side, missing, strict=True)],
        "close_to_limits": _or_missing(dots.near, unknown),
        "special_cause_type": [LABELS[signal] for signal in signals],
        "special_cause": [bool(rule) for rule in dots.rule],
        "point_type": [_point_type(going, way) for _, going in signals],
        "short_group_warning": [size < SHORT for size in sizes],
        "target": [facet.target] * len(facet.x),
    }


def _or_missing(flags: Bools, unknown: Bools) -> list[bool | None]:
    return [None if gone else bool(flag) for flag, gone in zip(flags, unknown, strict=True)]


def _point_type(going: int, way: str) -> str:
    if not going:
        return "common_cause"
    if way == "neutral":
        return "special_cause_neutral_high" if going > 0 else "special_cause_neutral_low"
    return "special_cause_improvement" if (going > 0) == (way == "increase") else "special_cause_concern"


def _summary(
    facet: Facet, table: Mapping[str, list[Any]], options: Mapping[str, Any], way: str
) -> Iterable[dict[str, Any]]:
    last_group = facet.group[-1]
    for group in dict.fromkeys(facet.group):
        rows = [row for row, one in enumerate(facet.group) if one == group]
        types = [table["point_type"][row] for row in rows]
        mean, lower, upper = (float(line[rows[0]]) for line in facet.limits)
        shown = group == last_group and options.get("target") is not None and way != "neutral"
        sure = assurance(facet.target, lower=lower, upper=upper, direction=DIRECTIONS[way])
        yield {
            "facet": facet.name,
            "rebase_group": group,
            "mean": mean,
            "lower_process_limit": lower,
            "upper_process_limit": upper,
            "n": len(rows),
            "common_cause": types.count("common_cause"),
            "improvement": types.count("special_cause_improvement"),
            "concern": types.count("special_cause_concern"),
            "neutral": sum(one.startswith("special_cause_neutral") for one in types),
            "last_point_type": types[-1],
            "assurance_type": ASSURANCES[sure] if shown else None,
        }
