"""Speed and memory of control charts beside a plain numpy floor: limits of I charts and run counts, nothing else.

`python -m bench.charts` prints JSON. Ours also does Anhoej's and the improvement rules, screening and every check of
its input. Outputs are compared before anything is timed. qicharts2 cannot be run everywhere; its 33 ms a chart (table
only, R 4.2.2, the machine of the statistics notes) is the named rival for charts one by one.
"""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel
from aimwell.domain.spc.rulesets import Broken, broken_rules
from bench.timing import seconds

POINTS, ONE_BY_ONE, PANEL = 36, 400, 10_000
QICHARTS2_MS = 33.0
TOLERANCE = 1e-9


def floor_one(values: np.ndarray) -> tuple[float, float, float, int, int]:
    """Centre, limits, longest run and crossings of one I chart without screening."""
    centre = values.mean()
    spread = 3 * np.abs(np.diff(values)).mean() / 1.128
    signs = np.sign(values - centre)
    signs = signs[signs != 0]
    turns = np.flatnonzero(np.diff(signs)) + 1
    lengths = np.diff(np.concatenate(([0], turns, [signs.size])))
    return centre, centre - spread, centre + spread, int(lengths.max(initial=0)), turns.size


def floor_panel(values: np.ndarray) -> tuple[np.ndarray, ...]:
    """The same for a whole panel without ties."""
    centre = values.mean(axis=1)
    spread = 3 * np.abs(np.diff(values, axis=1)).mean(axis=1) / 1.128
    high = values > centre[:, None]
    turns = high[:, 1:] != high[:, :-1]
    starts = np.ones(values.shape, dtype=bool)
    starts[:, 1:] = turns
    firsts = np.flatnonzero(starts)
    lengths = np.diff(np.append(firsts, values.size))
    owners = firsts // values.shape[1]
    longest = np.maximum.reduceat(lengths, np.searchsorted(owners, np.arange(len(values))))
    return centre, centre - spread, centre + spread, longest, turns.sum(axis=1)


def ours(values: np.ndarray) -> tuple[ChartPanel, list[Broken]]:
    """Limits, Anhoej's runs and both rule sets."""
    panel = chart_panel(values, chart="i", screen=False)
    centre = panel.centre[:, 0]
    sigma = (panel.upper[:, 0] - centre) / 3
    sets = ("anhoej", "improvement")
    return panel, [broken_rules(panel.values, centre, rule_set=name, sigma=sigma) for name in sets]


def series(n: int) -> np.ndarray:
    return np.random.default_rng(20260914).normal(50, 9, size=(n, POINTS))


def check(values: np.ndarray) -> int:
    """How many series agreed: floor one by one, floor as a panel, and ours."""
    panel, (anhoej, improvement) = ours(values)
    together = floor_panel(values)
    part = panel.parts[0]
    for row, one in enumerate(values):
        wanted = floor_one(one)
        lines = (panel.centre[row, 0], panel.lower[row, 0], panel.upper[row, 0])
        counts = (int(part.runs.longest_run[row]), int(part.runs.crossings[row]))
        alike = np.allclose([wanted[:3], [part[row] for part in together[:3]]], lines, rtol=TOLERANCE, atol=0)
        if not alike or counts != wanted[3:] or counts != (together[3][row], together[4][row]):
            raise AssertionError(f"series {row}: {wanted} {lines} {counts}")
        if anhoej.series["long_run"][row] != (wanted[3] > part.longest_run_max[row]):
            raise AssertionError(f"series {row}: long run")
        if improvement.series["shift_6"][row] != (wanted[3] >= 6):
            raise AssertionError(f"series {row}: shift of six")
    return len(values)


def peak_mb(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def main() -> dict[str, float | int]:
    """Times in milliseconds and ratios; `checked` series agreed beforehand."""
    few, many = series(ONE_BY_ONE), series(PANEL)
    checked = check(few)
    lowest = seconds(lambda: [floor_one(one) for one in few]) / ONE_BY_ONE * 1000
    limits = seconds(lambda: [chart_panel(one[None, :], chart="i") for one in few]) / ONE_BY_ONE * 1000
    ruled = seconds(lambda: [ours(one[None, :]) for one in few]) / ONE_BY_ONE * 1000
    lowest_panel = seconds(lambda: floor_panel(many)) * 1000
    panel = seconds(lambda: ours(many)) * 1000
    return {
        "points": POINTS,
        "checked": checked,
        "floor_ms": round(lowest, 4),
        "chart_ms": round(limits, 4),
        "chart_to_floor": round(limits / lowest, 2),
        "chart_and_rules_ms": round(ruled, 4),
        "qicharts2_to_chart": round(QICHARTS2_MS / limits),
        "qicharts2_to_chart_and_rules": round(QICHARTS2_MS / ruled),
        "floor_panel_ms": round(lowest_panel, 2),
        "panel_ms": round(panel, 2),
        "panel_to_floor": round(panel / lowest_panel, 2),
        "panel_peak_mb": round(peak_mb(lambda: ours(many)), 1),
    }


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
