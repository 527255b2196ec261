"""From counts to the shift worth telling: which run, on which side, toward good or away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from aimwell.domain.spc.boxes import best_box
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.part_panel import PartPanel
from aimwell.domain.spc.reading import ENOUGH_USEFUL, Direction, Shift, Side, Tone
from aimwell.domain.spc.rules import RunCounts, Signs, longest_run_max, run_counts, sides
from aimwell.domain.spc.rulesets import RULE_SETS, RuleSetName

STILL_GOING = 2
"""So many points on the line may follow a run without ending it."""


@dataclass(frozen=True, slots=True)
class Series:
    """A whole series, all parts. `counted`: has a value and is not left out. Shapes (points,)."""

    dates: Sequence[date]
    values: Floats
    counted: Bools
    direction: Direction
    rules: RuleSetName = "anhoej"


def ordinary_run(rules: RuleSetName, n_useful: int) -> int | None:
    """The longest run that the rule set still takes as ordinary; None when it skips no point on the line."""
    for rule in RULE_SETS[rules].rules:
        if rule.test == "anhoej_run":
            return longest_run_max(n_useful)
        if rule.test == "box_run":
            return best_box(n_useful).longest_run_max
        if rule.test == "shift":
            return int(rule.settings["points"]) - 1
    return None


def own_shift(panel: PartPanel, phase: int, series: Series) -> Shift | None:
    """The run of a phase that is too long beside the phase's own centre.

    None below 10 useful points, or when most points lie on the line: then the runs tell nothing.
    """
    useful = int(panel.runs.n_useful[0])
    here = series.counted[panel.part.first : panel.part.stop]
    limit, centre = ordinary_run(series.rules, useful), float(panel.centre[0])
    if limit is None or int(panel.runs.longest_run[0]) <= limit:
        return None
    if useful < ENOUGH_USEFUL or useful * 2 < np.count_nonzero(here):
        return None
    return _told(panel.runs, panel.signs, panel, phase, series, centre=centre, limit=limit, earlier=False)


def against_earlier(panel: PartPanel, before: PartPanel, phase: int, series: Series) -> Shift | None:
    """The run of a phase's points that is too long beside the centre of the phase before it.

    The limit is that of both phases together, so a short new phase is not held to an easier rule.
    """
    here = slice(panel.part.first, panel.part.stop)
    signs = sides(series.values[None, here], before.centre[:1], series.counted[None, here])
    runs = run_counts(signs)
    together = int(before.runs.n_useful[0] + runs.n_useful[0])
    limit = ordinary_run(series.rules, together)
    if limit is None or together < ENOUGH_USEFUL or int(runs.longest_run[0]) <= limit:
        return None
    centre = float(before.centre[0])
    return _told(runs, signs, panel, phase, series, centre=centre, limit=limit, earlier=True)


def tone_of(side: Side, direction: Direction) -> Tone:
    if not direction:
        return "neutral"
    return "toward" if (side == "above") == (direction == "up") else "away"


def _told(
    runs: RunCounts,
    signs: Signs,
    panel: PartPanel,
    phase: int,
    series: Series,
    *,
    centre: float,
    limit: int,
    earlier: bool,
) -> Shift:
    """The last run when it is too long, else the longest, the later of equals.

    A run that has ended is neutral: what came after it may be the better news.
    """
    lengths, newest = runs.run_length, runs.run_length.size - 1
    which = newest if lengths[newest] > limit else int(newest - np.argmax(lengths[::-1]))
    first, last = int(runs.run_first[which]), int(runs.run_last[which])
    following = np.count_nonzero(series.counted[panel.part.first + last + 1 : panel.part.stop])
    ongoing = which == newest and int(following) <= STILL_GOING
    side: Side = "above" if signs[0, first] > 0 else "below"
    return Shift(
        phase=phase,
        first=series.dates[panel.part.first + first],
        last=series.dates[panel.part.first + last],
        length=int(runs.run_length[which]),
        side=side,
        tone=tone_of(side, series.direction) if ongoing else "neutral",
        ongoing=ongoing,
        centre=centre,
        limit=limit,
        against_earlier=earlier,
    )
