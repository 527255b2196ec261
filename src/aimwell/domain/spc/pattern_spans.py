"""Broken rules of one series as patterns: from which point to which, on which side. For words and summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.patterns import signs_of
from aimwell.domain.spc.reading import Side
from aimwell.domain.spc.rulesets import RULE_SETS, Broken, Rule, RuleSetName

USEFUL = ("anhoej_run", "box_run", "shift")
TRENDS = ("trend", "steady_trend")
SIDED = ("one_side", "beyond_share", "near_limits")


@dataclass(frozen=True, slots=True)
class Pattern:
    """`points`: columns in order. `side`: of the centre; of a trend where it goes, up (above) or down; None: both."""

    rule: str
    points: tuple[int, ...]
    side: Side | None

    @property
    def first(self) -> int:
        return self.points[0]

    @property
    def last(self) -> int:
        return self.points[-1]


def patterns_of(
    values: Floats, centre: Floats, broken: Broken, *, rule_set: RuleSetName, row: int = 0
) -> tuple[Pattern, ...]:
    """The patterns of series `row` of a panel, rule by rule, in time. `values`: of that series, NaN where left out.

    `centre`: a number or one for each point, shape () or (points,). Rules about the whole series have no pattern.
    """
    signs = [int(sign) for sign in signs_of(values, np.broadcast_to(centre, values.shape))]
    whole = RULE_SETS[rule_set].flags == "pattern"
    found = (
        pattern
        for rule in broken.rules
        for pattern in _patterns(rule, values, signs, broken.points[rule.name][row], whole)
    )
    return tuple(found)


def monotone(values: Sequence[float], points: int, *, skip_equal: bool) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Direction and columns of each row of at least so many points that all rise or all fall.

    `skip_equal`: repeated and missing values are skipped; else they end the row.
    """
    row: list[int] = []
    going = 0
    for column, value in enumerate(values):
        move = int(signs_of(np.array(value), np.array(values[row[-1]] if row else np.nan)))
        if skip_equal and not move and (row or value != value):
            continue
        if move != going or not move:
            yield from _long(going, row, points)
            row = row[-1:] if move else []
        row.append(column)
        going = move
    yield from _long(going, row, points)


def _long(going: int, row: Sequence[int], points: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    if going and len(row) >= points:
        yield going, tuple(row)


def _patterns(rule: Rule, values: Floats, signs: Sequence[int], flags: Bools, whole: bool) -> Iterator[Pattern]:
    if not flags.any():
        return
    if rule.test in TRENDS:
        points, skip = int(rule.settings["points"]), rule.test == "trend"
        for going, columns in monotone(values.tolist(), points, skip_equal=skip):
            yield Pattern(rule.name, columns, _side(going))
        return
    reach = 0 if whole or rule.test == "outside" else int(rule.settings.get("of", rule.settings["points"])) - 1
    for side, columns in _groups(rule, signs, flags.tolist()):
        first = max(0, columns[0] - reach)
        yield Pattern(rule.name, (*range(first, columns[0]), *columns), _side(side))


def _groups(rule: Rule, signs: Sequence[int], flags: Sequence[bool]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Flagged columns that belong together, with their side; points on the line do not part those of useful runs."""
    if rule.test == "outside":
        yield from ((signs[column], (column,)) for column, flag in enumerate(flags) if flag)
        return
    useful = rule.test in USEFUL
    columns = [column for column, sign in enumerate(signs) if sign or not useful]
    sided = useful or rule.test in SIDED
    for (flag, side), together in groupby(columns, key=lambda c: (flags[c], signs[c] if sided else 0)):
        if flag:
            yield side, tuple(together)


def _side(sign: int) -> Side | None:
    return None if sign == 0 else "above" if sign > 0 else "below"
