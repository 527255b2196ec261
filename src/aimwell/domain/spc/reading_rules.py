"""The rules that one phase of a chart breaks: by point and as patterns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.part_panel import PartPanel
from aimwell.domain.spc.pattern_spans import Pattern, patterns_of
from aimwell.domain.spc.rulesets import RuleSetName, broken_rules
from aimwell.domain.spc.zones import panel_zones


@dataclass(frozen=True, slots=True)
class PhaseRules:
    """`by_point`: every rule each point of the phase breaks, in the order of the set; `patterns`: columns from the
    phase's first. `whole`: rules that the phase breaks as a whole.
    """

    by_point: tuple[tuple[str, ...], ...]
    patterns: tuple[Pattern, ...]
    whole: tuple[str, ...]


def read_rules(panel: ChartPanel, part: PartPanel, rules: RuleSetName) -> PhaseRules:
    """Of the first series of `panel`."""
    here = slice(part.part.first, part.part.stop)
    kind = KINDS[panel.chart]
    values, centre, kept = panel.values[:1, here], panel.centre[:1, here], panel.included[:1, here]
    zones = panel_zones(panel, here)
    found = broken_rules(
        values,
        centre,
        rule_set=rules,
        zones=zones if kind.with_limits else None,
        included=kept,
        runs=kind.runs,
    )
    flags = [(rule.name, found.points[rule.name][0].tolist()) for rule in found.rules]
    by_point = tuple(tuple(name for name, row in flags if row[k]) for k in range(values.shape[1]))
    patterns = patterns_of(np.where(kept[0], values[0], np.nan), centre[0], found, rule_set=rules)
    whole = tuple(name for name, row in flags if found.series[name][0] and not any(row))
    return PhaseRules(by_point, patterns, whole)
