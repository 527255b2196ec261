"""Which other ways to look the numbers of a measure allow, and what each of the others would need."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Unit
from aimwell.contexts.measures.queries.looks_cases import FEWEST_COUNTS, MOST_CASES, usual_cases, usual_chance_known
from aimwell.contexts.measures.queries.looks_lines import FEWEST_LINES, days_of_lines
from aimwell.contexts.measures.queries.looks_shapes import LookName, Source, in_line


def needs_of(look: LookName, source: Source) -> str:
    """One sentence on what is missing; empty where the chart can be made."""
    return _NEEDS[look](source)


def _histogram(source: Source) -> str:
    if sum(point.value is not None for point in in_line(source.reading)) > 1:
        return ""
    return _("A histogram needs two numbers or more.")


def _scatter(source: Source) -> str:
    if source.others and source.reading.values:
        return ""
    return _("A scatter plot needs a second measure of your team with numbers from the same weeks.")


def _funnel(source: Source) -> str:
    shares = source.measure.unit == Unit.PERCENT and all(
        point.value is None or bool(point.denominator) for line in source.lines for point in line.points
    )
    if not shares:
        return _("A funnel chart needs shares with both numbers, such as 9 of 24, for two groups or more.")
    if len(source.lines) < FEWEST_LINES or not days_of_lines(source.lines):
        return _too_few_lines(source) or _("A funnel chart needs two groups or more, counted in the same week.")
    if not any(point.numerator for line in source.lines for point in line.points):
        return _("A funnel chart needs at least one “yes” in all groups together.")
    return ""


def _pareto(source: Source) -> str:
    values = [point.value for line in source.lines for point in line.points if point.value is not None]
    if source.measure.unit != Unit.COUNT or any(value < 0 or not value.is_integer() for value in values):
        return _("A Pareto chart needs a count with a line for each kind, such as the reasons for being late.")
    if len(source.lines) < FEWEST_LINES:
        return _too_few_lines(source) or _("A Pareto chart needs a line for each kind, and two kinds or more.")
    return "" if any(values) else _("A Pareto chart needs at least one case.")


def _too_few_lines(source: Source) -> str:
    """Where lines are hidden and too few are left."""
    return _("Outside your team all but one of the lines stay hidden, or all.") if source.hidden else ""


def _cusum(source: Source) -> str:
    cases = usual_cases(source)
    if not cases:
        return _("A CUSUM chart needs counts of cases with and without an event, such as 3 of 12.")
    if cases > MOST_CASES:
        return _("Each count here looks at many cases, so the chart over time shows a change just as soon.")
    if not usual_chance_known(source):
        return _("A CUSUM chart needs %(n)s counts or more, and both a yes and a no among the early ones.") % {
            "n": FEWEST_COUNTS
        }
    return ""


_NEEDS: dict[LookName, Callable[[Source], str]] = {
    "histogram": _histogram,
    "scatter": _scatter,
    "funnel": _funnel,
    "pareto": _pareto,
    "cusum": _cusum,
}
