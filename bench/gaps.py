"""A page of 9 groups x 12 measures over 36 weeks from 100,000 rows of single students, small groups hidden.

`python -m bench.gaps` prints JSON. The sums are compared with a plain twin, and what is shown with the rule for small
groups, before anything is timed. Times are CPU seconds, the median of five rounds.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from datetime import date, timedelta

import numpy as np

from aimwell.domain.calendar.periods import Dated
from aimwell.domain.equity.panels import GroupPanels, group_panels
from aimwell.domain.equity.presets import USUAL
from aimwell.domain.equity.whom import ForWhom, GroupLine, for_whom
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.reading import Phase, Reading
from bench.timing import seconds

ROWS, GROUPS, MEASURES, PERIODS = 100_000, 9, 12, 36
SHARES = (0.30, 0.24, 0.18, 0.12, 0.08, 0.05, 0.02, 0.007, 0.003)
WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(PERIODS)]
PHASE = [0] * 18 + [1] * 18
NAMES = [f"Group {letter}" for letter in "ABCDEFGHI"]
Rows = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def rows() -> Rows:
    """Codes of group, measure and period, and a yes or no out of one for each student; 2 % of answers missing."""
    chance = np.random.default_rng(20260914)
    group = chance.choice(GROUPS, ROWS, p=SHARES)
    measure, period = chance.integers(0, MEASURES, ROWS), chance.integers(0, PERIODS, ROWS)
    yes = (chance.random(ROWS) < 0.4 + 0.02 * group).astype(float)
    yes[chance.random(ROWS) < 0.02] = np.nan
    return group, measure, period, yes, np.ones(ROWS)


def panels(given: Rows) -> GroupPanels:
    return group_panels(*given, shape=(GROUPS, MEASURES, PERIODS), phase=PHASE)


def plain_sums(given: Rows) -> dict[tuple[int, int, int], tuple[float, float]]:
    """Numerator and denominator by measure, group and period, one row after the other."""
    found: dict[tuple[int, int, int], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for group, measure, period, yes, one in zip(*(part.tolist() for part in given), strict=True):
        if yes == yes:
            top, size = found[measure, group, period]
            found[measure, group, period] = (top + yes, size + one)
    return dict(found)


def check(given: Rows) -> int:
    """How many cells were compared: a shown one holds the plain sums and enough students, the rest is missing."""
    found, wanted = panels(given), plain_sums(given)
    shown = 0
    for place in np.ndindex(MEASURES, GROUPS, PERIODS):
        pair = (float(found.numerator[place]), float(found.denominator[place]))
        if np.isnan(pair[1]):
            continue
        if pair != wanted[place] or pair[1] < USUAL.minimum:
            raise AssertionError(f"cell {place}: {pair} {wanted.get(place)}")
        shown += 1
    if not 0 < shown < MEASURES * GROUPS * PERIODS:
        raise AssertionError("nothing is hidden, or everything")
    return MEASURES * GROUPS * PERIODS


def page(given: Rows) -> tuple[list[str], list[ForWhom | None]]:
    """The small charts of the shown groups on one scale a measure, and a verdict for each measure."""
    found = panels(given)
    drawn: list[str] = []
    verdicts = []
    for measure, hiding in enumerate(found.hidings):
        readings = {group: reading(found, measure, group) for group in hiding.groups}
        scale = common_range(list(readings.values()))
        drawn += [
            small_chart_svg(one, lang="en", y_range=scale, title=NAMES[group], id_prefix=f"small-{measure}-{group}")
            for group, one in readings.items()
        ]
        lines = [
            GroupLine(NAMES[group], found.numerator[measure, group], found.denominator[measure, group])
            for group in hiding.groups
        ]
        verdicts.append(for_whom(lines, PHASE, pair=(lines[0].name, lines[-1].name)))
    return drawn, verdicts


def reading(found: GroupPanels, measure: int, group: int) -> Reading:
    tops, sizes = found.numerator[measure, group].tolist(), found.denominator[measure, group].tolist()
    points = [
        Dated(on) if size != size else Dated(on, None, top, size)
        for on, top, size in zip(WEEKS, tops, sizes, strict=True)
    ]
    return chart_reading(points, unit="%", period="week", phases=[Phase(WEEKS[18], "new")])


def main() -> dict[str, float | int]:
    given = rows()
    checked = check(given)
    drawn, verdicts = page(given)
    plain = seconds(lambda: plain_sums(given), time.process_time)
    grouped = seconds(lambda: panels(given), time.process_time)
    return {
        "rows": ROWS,
        "checked_cells": checked,
        "charts": len(drawn),
        "verdicts": len([one for one in verdicts if one]),
        "group_and_hide_s": round(grouped, 4),
        "group_and_hide_to_plain_sums": round(grouped / plain, 3),
        "page_s": round(seconds(lambda: page(given), time.process_time), 4),
    }


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
