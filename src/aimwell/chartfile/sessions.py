"""Days without school, and counts over the school days of their week or month."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from aimwell.chartfile.points import Group
from aimwell.chartfile.words import refuse
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated, Period, rhythm
from aimwell.domain.calendar.session import SchoolDays, counts_per_session

_CLOSED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?(?:\s+(.*))?$", re.DOTALL)
SIZES = ("run", "i", "ip", "mr", "u", "up")
"""Charts of counts that differ in their number of school days."""


def column_chart(asked: Namespace) -> str:
    """The chart whose columns the file has: with --per-session plain counts, and the totals come from the calendar."""
    return "c" if asked.per_session else str(asked.chart)


def closures_of(texts: Sequence[str], lang: str) -> tuple[Closure, ...]:
    """`2026-11-25..2026-11-27 Thanksgiving`, or one day; the name may be left out."""
    return tuple(_closure(text, lang) for text in texts)


def _closure(text: str, lang: str) -> Closure:
    found = _CLOSED.match(text.strip())
    try:
        if found is None:
            raise ValueError
        first = date.fromisoformat(found[1])
        last = date.fromisoformat(found[2] or found[1])
    except ValueError:
        raise refuse("bad_closed", lang, text=text) from None
    if last < first:
        raise refuse("bad_closed", lang, text=text)
    return Closure(first, last, (found[3] or "").strip())


def over_sessions(groups: Sequence[Group], asked: Namespace) -> tuple[Group, ...]:
    """The groups with each count over its school days. ChartFileError: not counts, or neither by week nor by month."""
    if asked.chart not in SIZES:
        raise refuse("sessions_chart", asked.lang, chart=asked.chart, kinds=", ".join(SIZES))
    if any(point.denominator is not None for group in groups for point in group.points):
        raise refuse("sessions_counts", asked.lang)
    school = SchoolDays(closures=closures_of(asked.closed, asked.lang))
    period: Period = asked.by or rhythm([point.on for group in groups for point in group.points])
    if period not in ("week", "month"):
        raise refuse("sessions_period", asked.lang)
    return tuple(_over(group, school, period) for group in groups)


def _over(group: Group, school: SchoolDays, period: Period) -> Group:
    """Each date keeps the first text of its phase column."""
    points = counts_per_session(group.points, school, period)
    starts = [counts_per_session([Dated(point.on, 0.0)], school, period)[0].on for point in group.points]
    texts: dict[date, str] = {}
    for start, text in zip(starts, group.phases, strict=True):
        texts[start] = texts.get(start) or text
    return Group(group.name, points, tuple(texts[point.on] for point in points))
