"""What of a measure's numbers and marks goes beyond its team: the one place that takes anything away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure, Period, Series
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.equity.presets import offered
from aimwell.domain.errors import NotFound

EVENTS = (AnnotationKind.EVENT, AnnotationKind.CYCLE)


def period_seen(eyes: Eyes, measure: Measure, series: Series | None, period: str) -> str:
    """`period`, else as the measure is counted. Single lines and single days stay with the team: others get weeks, and
    NotFound for one line.
    """
    chosen = period if period in Period.values else measure.period
    if eyes.sees(Detail.ROOMS):
        return chosen
    if series is not None:
        raise NotFound
    return Period.WEEK.value if chosen == Period.DAY else chosen


def measure_seen(eyes: Eyes, measure: Measure) -> Measure:
    """The measure, or a copy that does not say who counts."""
    if eyes.sees(Detail.PEOPLE):
        return measure
    shown = copy(measure)
    shown.collector = ""
    return shown


def values_seen(eyes: Eyes, values: Mapping[tuple[int, int], list[Dated]]) -> dict[tuple[int, int], list[Dated]]:
    """The values, without what was written beside them where that is not for these eyes."""
    if eyes.sees(Detail.NOTES):
        return dict(values)
    return {line: [replace(one, note="") for one in dated] for line, dated in values.items()}


def marks_seen(eyes: Eyes, marks: Iterable[Annotation]) -> list[Annotation]:
    """The marks of a chart; phases and breaks make its line, so they stay, without who wrote them and how they know."""
    found = list(marks)
    if eyes.sees(Detail.BESIDE):
        return found
    kept = [one for one in found if one.kind not in EVENTS]
    for one in kept:
        one.created_by, one.evidence = None, ""
    return kept


def least_seen(eyes: Eyes, measure: Measure) -> int:
    """Points of fewer students than this are hidden; 0 where none is."""
    return 0 if eyes.sees(Detail.FEW) else offered(measure.owner_team.small_groups).minimum
