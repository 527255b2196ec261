"""Run charts of improvement science: shifts, trends and numbers of runs, labelled by hand from the published rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.pattern_spans import Pattern, patterns_of
from aimwell.domain.spc.rules import run_counts, sides
from aimwell.domain.spc.rulesets import RULES, broken_rules
from aimwell.domain.spc.runs_test import runs_limits

GIVEN = ("kind", "rules", "produced", "values", "median_given", "median_from_first")


def answer(case: dict[str, Any], rows: Sequence[Mapping[str, str | None]]) -> dict[str, Any]:
    values = np.array([np.nan if value is None else float(value) for value in case["values"]])
    centre = _centre(case, values)
    line = np.array([centre])
    broken = broken_rules(values[None, :], line, rule_set="improvement")
    found = patterns_of(values, line[0], broken, rule_set="improvement")
    return {
        "shifts": [{"points": _rows(one), "side": one.side} for one in found if one.rule == "shift_6"],
        "trends": [{"points": _rows(one), **_going(one)} for one in found if one.rule == "trend_5"],
        "median": centre,
        **_runs(values, centre),
    }


def _centre(case: Mapping[str, Any], values: Floats) -> float:
    if case.get("median_given") is not None:
        return float(case["median_given"])
    first = values[: case.get("median_from_first")]
    known = first[~np.isnan(first)]
    return float(np.median(known)) if known.size else np.nan


def _rows(pattern: Pattern) -> list[int]:
    """Counted from 1."""
    return [column + 1 for column in pattern.points]


def _going(pattern: Pattern) -> dict[str, str]:
    rising = pattern.side == "above"
    way = "up" if rising else "down"
    return {"direction": way, "side": way}


def _runs(values: Floats, centre: float) -> dict[str, Any]:
    """Runs and their exact limits; none below 10 useful points."""
    signs = sides(values[None, :], np.array([centre]), np.ones((1, values.size), dtype=np.bool_))
    useful, above = int(np.count_nonzero(signs)), int(np.count_nonzero(signs > 0))
    runs = int(run_counts(signs).crossings[0]) + (useful > 0)
    judged = useful >= RULES["too_few_runs"].settings["points"]
    fewest, most = runs_limits(above, useful - above) if judged else (None, None)
    few, many = fewest is not None and runs < fewest, most is not None and runs > most
    verdict = "too_few" if few else "too_many" if many else "expected" if judged else None
    limits = [fewest, most] if judged else None
    exact = {"lower": fewest, "upper": most, "too_few": few, "too_many": many, "signal": verdict}
    return {
        "useful": useful,
        "above": above,
        "below": useful - above,
        "runs": runs,
        "runs_limits": limits,
        "runs_exact": exact,
        "runs_signal": verdict,
        "too_few": few,
        "too_many": many,
    }
