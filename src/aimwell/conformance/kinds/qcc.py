"""Charts of subgroups and counts beside qcc 2.7 and 3.0."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from aimwell.conformance.kinds.qcc_input import chart_data
from aimwell.conformance.kinds.qcc_rules import asked_rules
from aimwell.domain.spc import shewhart
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.patterns import run_lengths, signs_of
from aimwell.domain.spc.shewhart import Choices, Data, Shewhart

RUN = 7
"""Points in a run that qcc 2.7 calls violating."""
CHARTS: dict[str, Callable[[Data, Choices], Shewhart]] = {
    "xbar": shewhart.means_chart,
    "R": shewhart.ranges_chart,
    "S": shewhart.deviations_chart,
    "xbar.one": shewhart.individuals_chart,
    "p": shewhart.shares_chart,
    "np": shewhart.numbers_chart,
    "c": shewhart.counts_chart,
    "u": shewhart.rates_chart,
    "g": shewhart.between_chart,
}


def answer(case: dict[str, Any], rows: Sequence[Mapping[str, str | None]]) -> dict[str, Any]:
    options = case.get("options") or {}
    kind = options["type"]
    choices = _choices(options)
    where = case.get("input")
    data = chart_data(kind, where if isinstance(where, Mapping) else {}, rows)
    chart = CHARTS[kind](data, choices)
    return {
        "error": None,
        "warnings": None,
        **_numbers(kind, chart, choices),
        **_violations(chart, int(options.get("run.length") or RUN)),
        **asked_rules(case.get("wanted") or {}, options, chart, sigmas=choices.sigmas),
    }


def _choices(options: Mapping[str, Any]) -> Choices:
    """qcc takes the constants of ranges from printed tables."""
    given = options.get("std.dev") or options.get("std_dev")
    method = given if isinstance(given, str) else None
    return Choices(
        sigmas=float(options.get("nsigmas") or 3),
        centre=options.get("center"),
        sigma=None if method or given is None else float(given),
        estimator=None if method in (None, "MR", "SD") else method,  # type: ignore[arg-type]
        single="SD" if method == "SD" else "MR",
        window=int(options.get("k") or options.get("r") or 2),
        constants="printed",
    )


def _numbers(kind: str, chart: Shewhart, choices: Choices) -> dict[str, Any]:
    """A p chart gives its limits for each point, the others once where no size differs."""
    first = chart.first
    level = kind != "p" and len(set(chart.error.tolist())) == 1
    shown = slice(1) if level else slice(None)
    found: dict[str, Any] = {
        "statistics": chart.statistics[:first].tolist(),
        "sizes": chart.sizes[:first].tolist(),
        "center": _once(chart.centre[:first]),
        "std_dev": chart.sigma.tolist(),
        "lcl": chart.lower[shown].tolist(),
        "ucl": chart.upper[shown].tolist(),
        "nsigmas": choices.sigmas,
    }
    if first < chart.statistics.size:
        found["new_statistics"] = chart.statistics[first:].tolist()
    return found


def _once(line: Floats) -> list[float]:
    """One number where the line is level."""
    numbers: list[float] = line.tolist()
    return numbers[:1] if len(set(numbers)) == 1 else numbers


def _violations(chart: Shewhart, run: int) -> dict[str, list[int]]:
    """Point numbers from 1, new data counted on; a run is counted over both."""
    values = chart.statistics
    outside = (signs_of(values, chart.upper) > 0) | (signs_of(values, chart.lower) < 0)
    long = run_lengths(signs_of(values, chart.centre)[:, None])[:, 0] >= run
    return {
        "beyond_limits": (np.flatnonzero(outside) + 1).tolist(),
        "violating_runs_of_7": (np.flatnonzero(long) + 1).tolist(),
    }
