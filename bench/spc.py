"""Speed of the run-chart engine beside a plain numpy floor that counts only the median and the runs.

`python bench/spc.py` prints JSON. Outputs are compared before anything is timed.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

import numpy as np

from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.chart_reading import Point, chart_reading
from bench.timing import seconds

POINTS = 36
ONE_BY_ONE = 400
PANEL = 10_000


def floor(values: np.ndarray) -> tuple[float, int, int, int]:
    """Median, useful points, longest run, crossings: the least any engine must do."""
    centre = float(np.median(values))
    signs = np.sign(values - centre)
    signs = signs[signs != 0]
    turns = np.flatnonzero(np.diff(signs)) + 1
    lengths = np.diff(np.concatenate(([0], turns, [signs.size])))
    return centre, signs.size, int(lengths.max(initial=0)), turns.size


def series(n: int) -> np.ndarray:
    return np.random.default_rng(20260914).normal(50, 9, size=(n, POINTS))


def points_of(values: np.ndarray) -> list[Point]:
    start = date(2026, 1, 5)
    return [Point(start + timedelta(weeks=k), float(value)) for k, value in enumerate(values)]


def check(values: np.ndarray) -> int:
    """How many series were compared: the floor, one reading and the panel must agree on each."""
    panel = chart_panel(values).parts[0]
    for row, one in enumerate(values):
        wanted = floor(one)
        (phase,) = chart_reading(points_of(one)).phases
        read = (phase.centre, phase.n_useful, phase.longest_run, phase.crossings)
        runs = panel.runs
        batch = (panel.centre[row], runs.n_useful[row], runs.longest_run[row], runs.crossings[row])
        if not wanted == read == batch:
            raise AssertionError(f"series {row}: {wanted} {read} {batch}")
    return len(values)


def main() -> dict[str, float | int]:
    """Times in milliseconds and ratios; `checked` series agreed beforehand."""
    few, many = series(ONE_BY_ONE), series(PANEL)
    checked = check(few[:200])
    given = [points_of(one) for one in few]
    reading = chart_reading(given[0], chart="i", rules="nelson", unit="%", direction="up", target=65)
    lowest = seconds(lambda: [floor(one) for one in few]) / ONE_BY_ONE * 1000
    single = seconds(lambda: [chart_panel(one[None, :]) for one in few]) / ONE_BY_ONE * 1000
    read = seconds(lambda: [chart_reading(points) for points in given]) / ONE_BY_ONE * 1000
    panel = seconds(lambda: chart_panel(many)) * 1000
    drawn = seconds(lambda: [chart_svg(reading, lang="en") for _ in range(100)]) * 10
    said = seconds(lambda: [reading_words(reading, "en") for _ in range(100)]) * 10
    return {
        "points": POINTS,
        "checked": checked,
        "floor_ms": round(lowest, 4),
        "panel_of_one_ms": round(single, 4),
        "reading_ms": round(read, 4),
        "reading_to_floor": round(read / lowest, 1),
        "reading_10000_s": round(read * 10, 2),
        "panel_10000_s": round(panel / 1000, 4),
        "panel_to_floor_one_by_one": round(panel / (lowest * PANEL), 3),
        "chart_svg_ms": round(drawn, 3),
        "reading_words_ms": round(said, 3),
    }


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
