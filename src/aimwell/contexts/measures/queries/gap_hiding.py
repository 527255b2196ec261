"""What others than a measure's team would see of its groups, where all of them together are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from aimwell.contexts.measures.models import Annotation, Measure, Period
from aimwell.contexts.measures.queries.gap_parts import latest_size
from aimwell.contexts.measures.queries.values import STARTS, phases_of
from aimwell.contexts.orgs.models import Team
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.hiding import Bools, Hiding, extreme_cells, hide
from aimwell.domain.equity.presets import OFFERED, SmallGroups, offered
from aimwell.domain.words.small_cells import TABLE

Hidden = Literal["", "small", "by_subtraction", "all", "unknown"]


@dataclass(frozen=True, slots=True)
class ForOthers:
    """`reasons`: why lines are hidden, by key. `values`: those of the other lines, without what is hidden of them; all
    that is drawn and computed comes from these, so that no total holds more than its parts.

    `left_out`: how many single numbers of shown lines are hidden. `few`: in how many periods not even all together
    should be shown; they stand on the measure's page.
    """

    reasons: dict[int, Hidden]
    values: dict[int, list[Dated]]
    left_out: int = 0
    few: int = 0


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """One of the rules a team can choose, in words: what it is, and what it would hide here."""

    value: str
    label: str
    why: str


def rule_of(team: Team) -> SmallGroups:
    """Groups smaller than its minimum are for their team only."""
    return offered(team.small_groups)


def rule_choices(
    lines: Mapping[int, Sequence[Dated]], marks: Iterable[Annotation], *, period: str, lang: str
) -> list[RuleChoice]:
    """For the team, which sees all of these groups anyway."""
    kept, found = list(marks), []
    for name, rule in OFFERED.items():
        hidden = for_others(lines, kept, period=period, rule=rule, lang=lang).reasons
        students = sum(latest_size(lines[pk]) or 0 for pk in hidden)
        here = TABLE.say(
            "here" if hidden else "here_none", lang, hidden=len(hidden), groups=len(lines), students=students
        )
        why = f"{TABLE.say(f'why.{name}', lang)} {here}"
        found.append(RuleChoice(name, TABLE.say(f"rule.{name}", lang), why))
    return found


def why_hidden(reason: Hidden, rule: SmallGroups, lang: str) -> str:
    return TABLE.say(reason, lang, minimum=rule.minimum) if reason else ""


def period_for_others(measure: Measure) -> str:
    """One for all readers: by week and by month side by side, more would follow than from either. No single days."""
    return Period.WEEK.value if measure.period == Period.DAY else measure.period


def for_others(
    lines: Mapping[int, Sequence[Dated]], marks: Iterable[Annotation], *, period: str, rule: SmallGroups, lang: str
) -> ForOthers:
    """A line of unknown size counts as a small one."""
    known = {pk: [one for one in values if one.value is not None] for pk, values in lines.items()}
    start_of = STARTS.get(period, _itself)
    starts = sorted({start_of(one.on) for values in known.values() for one in values})
    found = _hiding(list(known.values()), starts, marks, period=period, rule=rule)
    reasons: dict[int, Hidden] = {}
    shown: dict[int, list[Dated]] = {}
    cells = 0
    for row, (pk, values) in enumerate(lines.items()):
        reason = found.reasons[row]
        if reason == "empty" or all(one.denominator is None for one in known[pk]):
            reasons[pk] = "unknown"
        elif reason:
            reasons[pk] = reason
        else:
            gone = {start for start, kept in zip(starts, found.shown[row], strict=True) if not kept}
            shown[pk] = _without(values, gone, period=period, words=TABLE.say("cell", lang))
            cells += len(gone & {start_of(one.on) for one in known[pk]})
    return ForOthers(reasons, shown, cells, int((~found.everyone).sum()))


def _hiding(
    lines: Sequence[Sequence[Dated]], starts: Sequence[date], marks: Iterable[Annotation], *, period: str,
    rule: SmallGroups,
) -> Hiding:  # fmt: skip
    sizes, added, extreme = _sizes(lines, starts, period=period, rule=rule)
    phases = [one.starts_on for one in phases_of(marks)]
    return hide(sizes, added=added, extreme=extreme, phase=[bisect_right(phases, on) for on in starts], rule=rule)


def _sizes(
    lines: Sequence[Sequence[Dated]], starts: Sequence[date], *, period: str, rule: SmallGroups
) -> tuple[Floats, Floats, Bools]:
    """Students by (lines, periods): the largest whole of one count, for the same students are counted again; then all
    wholes added up, and the cells with a share that is too near to 0 or 1.
    """
    place = {start: column for column, start in enumerate(starts)}
    start_of = STARTS.get(period, _itself)
    sizes, added, tops = (np.zeros((len(lines), len(starts))) for _ in range(3))
    for row, values in enumerate(lines):
        for one in values:
            column, whole = place[start_of(one.on)], one.denominator or 1
            sizes[row, column] = max(sizes[row, column], whole)
            added[row, column] += whole
            tops[row, column] += whole / 2 if one.numerator is None else one.numerator
    return sizes, added, extreme_cells(tops, added, rule)


def _without(values: Sequence[Dated], gone: set[date], *, period: str, words: str) -> list[Dated]:
    """A hidden period is a gap that says why."""
    start_of = STARTS.get(period, _itself)
    kept = [one for one in values if start_of(one.on) not in gone]
    return sorted([*kept, *(Dated(on, missing=words) for on in gone)], key=lambda one: one.on)


def _itself(day: date) -> date:
    return day
