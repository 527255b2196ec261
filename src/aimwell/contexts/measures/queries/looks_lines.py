"""The lines of a measure at one period, or all periods together: a funnel of groups, a Pareto chart of kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from aimwell.contexts.measures.queries.looks_shapes import ALL, LineReading, Look, Source
from aimwell.contexts.measures.queries.values import direction_of
from aimwell.domain.errors import NotFound
from aimwell.domain.render.funnel_svg import funnel_svg
from aimwell.domain.render.funnel_words import funnel_table, funnel_words
from aimwell.domain.render.pareto_svg import pareto_svg
from aimwell.domain.render.pareto_words import pareto_table, pareto_words
from aimwell.domain.spc.funnel import Funnel, GroupCount, funnel
from aimwell.domain.spc.pareto import pareto_of_counts
from aimwell.domain.spc.reading import ReadingPoint

FEWEST_LINES = 2
PER_CENT = 100.0


def days_of_lines(lines: Sequence[LineReading]) -> list[date]:
    """Periods in which two lines or more have a value, newest first."""
    held: dict[date, int] = {}
    for point in (point for line in lines for point in line.points if point.value is not None):
        held[point.on] = held.get(point.on, 0) + 1
    return sorted((day for day, count in held.items() if count >= FEWEST_LINES), reverse=True)


def chosen_day(source: Source, usual: str) -> date | None:
    """The period to show; None for all together. `usual`: "all", or "" for the latest. Raises NotFound."""
    days, asked = days_of_lines(source.lines), source.asked.on or usual
    if asked == ALL:
        return None
    found = next((day for day in days if not asked or day.isoformat() == asked), None)
    if found is None:
        raise NotFound
    return found


def funnel_look(source: Source) -> Look:
    """Groups by their size, never by their value."""
    lang, direction, on = source.lang, direction_of(source.measure), chosen_day(source, "")
    found = _by_size(funnel(_groups(source, on), multiplier=PER_CENT, adjust=source.asked.wider))
    return Look(
        look="funnel",
        title=source.measure.name,
        lang=lang,
        words_in=lambda spoken: funnel_words(found, spoken, unit="%"),
        table=funnel_table(found, lang, unit="%"),
        rows=[
            {
                "group": point.name, "count": point.numerator, "of": point.denominator, "value": point.value,
                "lower": found.limits_of(point)[0], "upper": found.limits_of(point)[1], "beyond": point.beyond or "",
            }
            for point in found.points
        ],
        draw=lambda size, prefix: funnel_svg(
            found, lang=lang, unit="%", name=source.measure.name, direction=direction, size=size,
            title=source.measure.name, id_prefix=prefix,
        ),
        facts={
            "on": on, "target": found.target, "limit": found.limit, "adjusted": found.adjusted,
            "phi": found.dispersion.phi if source.asked.wider else None, "hidden": source.hidden,
        },
    )  # fmt: skip


def _by_size(found: Funnel) -> Funnel:
    return replace(found, points=tuple(sorted(found.points, key=lambda point: point.denominator)))


def _groups(source: Source, on: date | None) -> list[GroupCount]:
    return [
        GroupCount(line.name, point.numerator, point.denominator)
        for line in source.lines
        for point in _shown(line, on)
        if point.numerator is not None and point.denominator is not None
    ]


def pareto_look(source: Source) -> Look:
    """Cases by kind, the most frequent first: it asks where most of them are."""
    lang, on = source.lang, chosen_day(source, ALL)
    counts: dict[str | None, int] = {}
    for line in source.lines:
        counts[line.name] = counts.get(line.name, 0) + round(sum(point.value or 0 for point in _shown(line, on)))
    found = pareto_of_counts(counts)
    return Look(
        look="pareto",
        title=source.measure.name,
        lang=lang,
        words_in=lambda spoken: pareto_words(found, spoken),
        table=pareto_table(found, lang),
        rows=[
            {"kind": bar.category, "count": bar.count, "share": bar.share, "share_so_far": bar.cumulative_share}
            for bar in found.bars
        ],
        draw=lambda size, prefix: pareto_svg(
            found, lang=lang, size=size, title=source.measure.name, id_prefix=prefix
        ),
        facts={"on": on, "total": found.total, "few": found.vital_few(), "hidden": source.hidden},
    )  # fmt: skip


def _shown(line: LineReading, on: date | None) -> list[ReadingPoint]:
    return [point for point in line.points if on is None or point.on == on]
