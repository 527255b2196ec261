"""Points at which each Western Electric and Nelson rule completes, under the names that a case asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from aimwell.domain.spc.rulesets import RuleSetName, broken_rules
from aimwell.domain.spc.shewhart import Shewhart

Numbered = dict[RuleSetName, list[list[int]]]
NUMBERED: tuple[RuleSetName, ...] = ("western_electric", "nelson")
"""Sets whose rules go by number."""
PLAIN = frozenset({"error", "warnings", "statistics", "new_statistics", "sizes", "center", "std_dev", "lcl", "ucl"})
PLAIN |= {"nsigmas", "beyond_limits", "violating_runs_of_7"}


def asked_rules(
    wanted: Mapping[str, Any], options: Mapping[str, Any], chart: Shewhart, *, sigmas: float
) -> dict[str, Any]:
    """Rules by number, in the shape of the keys asked for; which set a key without a name means, the options say.

    `sigmas`: where the limits lie. The inner lines of qcc 3.0 are one and two thirds of the way to them.
    """
    asked = {key: value for key, value in wanted.items() if key not in PLAIN}
    if not asked:
        return {}
    usual = _set_named(" ".join(str(value) for value in options.values())) or "western_electric"
    return _under(asked, usual, {name: _completed(chart, name, sigmas / 3) for name in NUMBERED})


def _completed(chart: Shewhart, rule_set: RuleSetName, third: float) -> list[list[int]]:
    """Point numbers from 1, new data counted on, of each rule of the set in order."""
    broken = broken_rules(
        chart.statistics[None, :], chart.centre[None, :], rule_set=rule_set, sigma=third * chart.error[None, :]
    )
    return [(np.flatnonzero(broken.points[rule.name][0]) + 1).tolist() for rule in broken.rules]


def _under(asked: Mapping[str, Any], rule_set: RuleSetName, found: Numbered) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    for key, value in asked.items():
        mine = _set_named(key) or rule_set
        number = re.search(r"\d+", key)
        if isinstance(value, Mapping):
            answer[key] = _under(value, mine, found)
        elif number and 1 <= int(number[0]) <= len(found[mine]):
            answer[key] = found[mine][int(number[0]) - 1]
        elif _set_named(key):
            answer[key] = found[mine]
    return answer


def _set_named(text: str) -> RuleSetName | None:
    low = text.lower()
    if re.search(r"(?:^|[^a-z])n(?:el|_?\d)", low):
        return "nelson"
    return "western_electric" if re.search(r"(?:^|[^a-z])w(?:e(?:r|s|[^a-z]|$)|_?\d)", low) else None
