"""Making Data Count: XmR charts as NHS England reads them, and the one rule that each point is named for.

Limits are 2.66 mean moving ranges from the mean (3 / 1.128, rounded). Source: NHS England, Making Data Count 2019.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.patterns import signs_of
from aimwell.domain.spc.phases import Part
from aimwell.domain.spc.rulesets import RULE_SETS, broken_rules
from aimwell.domain.spc.zones import panel_zones

DIVISOR = 3 / 2.66
SHORT = 13
"""Parts with fewer points have trial limits."""


@dataclass(frozen=True, slots=True)
class Dots:
    """One series. Shapes (points,); `rule`: the first rule in order that a point breaks, "" for none; `way`: 1 up or
    above, -1 down or below, 0 where `rule` is empty. `near`: between two and three sigma. `side`: of the mean.
    """

    panel: ChartPanel
    side: Sequence[int]
    outside: Bools
    near: Bools
    rule: Sequence[str]
    way: Sequence[int]


def plot_the_dots(
    values: Floats, *, after: Collection[int] = (), fix_after: int | None = None, screen: bool = True
) -> Dots:
    """`values` (points,), NaN = missing. `after`: rows (from 1) after which limits start anew. `fix_after`: the first
    so many points of each part make its limits.
    """
    starts = [0, *sorted(after)]
    freeze = [] if fix_after is None else [start + fix_after for start in starts]
    panel = chart_panel(values[None, :], chart="i", after=after, freeze=freeze, screen=screen, divisor=DIVISOR)
    points = np.zeros((4, values.size), dtype=np.bool_)
    for part in panel.parts:
        _flag(points, panel, part.part)
    names = [rule.name for rule in RULE_SETS["making_data_count"].rules]
    rule = [next((name for name, flag in zip(names, column, strict=True) if flag), "") for column in points.T.tolist()]
    side = signs_of(values, panel.centre[0]).tolist()
    return Dots(panel, side, points[0], _near(panel), rule, _ways(values, rule, side, points[1]))


def _flag(points: Bools, panel: ChartPanel, part: Part) -> None:
    """Which rules each point of a part breaks, written into `points` (rule, points)."""
    here = slice(part.first, part.stop)
    centre = panel.centre[:, here]
    zones = panel_zones(panel, here)
    broken = broken_rules(panel.values[:, here], centre, rule_set="making_data_count", zones=zones)
    flags: Mapping[str, Bools] = broken.points
    for row, found in zip(points, flags.values(), strict=True):
        row[here] = found[0]


def _near(panel: ChartPanel) -> Bools:
    values = panel.values[0]
    inside = (signs_of(values, panel.upper[0]) <= 0) & (signs_of(values, panel.lower[0]) >= 0)
    over = (signs_of(values, panel.upper_2[0]) > 0) | (signs_of(values, panel.lower_2[0]) < 0)
    near: Bools = inside & over
    return near


def _ways(values: Floats, rule: Sequence[str], side: Sequence[int], in_trend: Bools) -> list[int]:
    """A trend points where it goes on to, at its end where it came from; the other rules to the side of the mean."""
    moves = [0, *signs_of(values[1:], values[:-1]).tolist(), 0]
    ways = []
    for k, name in enumerate(rule):
        goes_on = bool(k + 1 < len(rule) and in_trend[k + 1])
        ways.append(moves[k + 1 if goes_on else k] if name == "trend_7" else side[k] if name else 0)
    return ways
