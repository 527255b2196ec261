"""How often a rule set signals where nothing changed, and what that means for a page of charts.

Anhoej's rules on a run chart are counted exactly (`rates`); the rest is measured on simulated values (`bench.rates`),
each chart under the condition that `CONDITIONS` names for it.

What the rates do not cover. Line and limits come from the same points that are read. With a baseline kept from
earlier points the rates are higher, the more so the shorter it is: on an I chart of 24 points read with Western
Electric's rules 0.18 from its own points, 0.21 from the first 20 of them, 0.34 from the first 12. Known lines, missing
points, ties and ragged sizes are not covered either. Shares far from one half, and counts with a low mean, lean to one
side and signal more: 60 points of mean 3 on a C chart 0.35 with Anhoej's rules, of mean 15 about 0.22.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import Final, Literal

import numpy as np

from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.measured_rates import LENGTHS, MEASURED
from aimwell.domain.spc.rates import false_run_rate, false_signal_rate
from aimwell.domain.spc.reading import ENOUGH_USEFUL, PhaseReading, Reading
from aimwell.domain.spc.rulesets import RuleSetName
from aimwell.domain.spc.shifts import ordinary_run

Condition = Literal["normal", "subgroups", "shares", "counts", "rates", "cases_between", "time_between"]
"""What was simulated, each point independent: normal values; 5 normal values a point; shares of 40, 0.5 on average;
Poisson counts of mean 15; the same for a size of 20; geometric counts of mean 20; exponential times. Words for pages:
`words.conditions`.
"""

CONDITIONS: Final[dict[ChartKind, Condition]] = {
    "run": "normal",
    "i": "normal",
    "ip": "shares",
    "mr": "normal",
    "xbar": "subgroups",
    "s": "subgroups",
    "p": "shares",
    "pp": "shares",
    "c": "counts",
    "u": "rates",
    "up": "rates",
    "g": "cases_between",
    "t": "time_between",
}


def rate(rule_set: RuleSetName, chart: ChartKind, n_points: int) -> float:
    """Chance that a chart of `n_points` ordinary points signals; its line and limits come from those points.

    Between measured lengths a straight line; beyond the longest its rate; a single point never signals. A chart of
    moving ranges has one rule, a point outside the limits, whatever the set.
    """
    if rule_set == "anhoej" and chart == "run":
        return false_signal_rate(n_points)
    return float(np.interp(n_points, LENGTHS, MEASURED[rule_set, chart], left=0.0))


def reading_rate(rule_set: RuleSetName, reading: Reading) -> float:
    """Expected false signals of one chart with its phases: each beside its own line, and beside the line before it.

    A run chart's baseline and given line are counted exactly with Anhoej's rules.
    """
    chart = reading.method.chart
    expected = 0.0
    for index, phase in enumerate(reading.phases):
        if rule_set == "anhoej" and chart == "run":
            expected += run_rate(reading, phase)
        else:
            expected += rate(rule_set, chart, phase.n_values)
        if index and not phase.last_year:
            expected += _beside_earlier(rule_set, reading.phases[index - 1], phase)
    return expected


def run_rate(reading: Reading, phase: PhaseReading) -> float:
    """Of Anhoej's rules on a phase, beside its own line, a kept one, or one that came from elsewhere."""
    method = reading.method
    if phase.last_year and method.last_year:
        return false_signal_rate(phase.n_useful, baseline=0, apart=method.last_year.matched)
    baseline = 0 if method.centre == "given" else phase.n_baseline if phase.frozen else None
    return false_signal_rate(phase.n_useful, baseline=baseline)


def _beside_earlier(rule_set: RuleSetName, before: PhaseReading, phase: PhaseReading) -> float:
    together = before.n_useful + phase.n_useful
    limit = ordinary_run(rule_set, together)
    if limit is None or together < ENOUGH_USEFUL:
        return 0.0
    return false_run_rate(phase.n_values, baseline=before.n_baseline, longer_than=limit)


def expected_on_page(rates: Iterable[float]) -> float:
    """How many of these charts signal on average where nothing changed."""
    return float(sum(rates))


def chance_of_any(rates: Iterable[float]) -> float:
    """Chance that at least one signals, the charts taken as independent."""
    return 1 - prod(1 - one for one in rates)
