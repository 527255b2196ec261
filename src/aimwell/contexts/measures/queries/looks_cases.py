"""Events among cases in the order of their dates, as a CUSUM: for counts that look at few cases at a time."""

from __future__ import annotations

from statistics import median

from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Unit
from aimwell.contexts.measures.queries.looks_shapes import Look, Source, in_line, unbroken
from aimwell.contexts.measures.queries.values import direction_of
from aimwell.domain.render.cusum_svg import cusum_svg
from aimwell.domain.render.cusum_words import cusum_table, cusum_words
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.special_words import PlainTable
from aimwell.domain.spc.grouped_cusum import Count, grouped_cusum
from aimwell.domain.spc.reading import ReadingPoint

MOST_CASES = 30
"""Cases in the usual count: where there are more, the chart over time shows a change as soon."""
FEWEST_COUNTS = 8


def counts_of(source: Source) -> list[tuple[ReadingPoint, Count]]:
    """Every period of the chart, oldest first; None where nothing was counted. Empty where some count is no share of
    whole cases.
    """
    points = in_line(source.reading)
    if source.measure.unit != Unit.PERCENT:
        return []
    found = [(point, _count(point)) for point in points]
    whole = all(count is not None or point.value is None for point, count in found)
    return found if whole and any(count for __, count in found) else []


def _count(point: ReadingPoint) -> Count:
    top, cases = point.numerator, point.denominator
    if point.value is None or top is None or cases is None or not (top.is_integer() and cases.is_integer()):
        return None
    return (top, cases) if 0 <= top <= cases else None


def usual_cases(source: Source) -> float:
    """How many cases the usual count looks at; 0 where no count says."""
    return median([count[1] for __, count in counts_of(source) if count] or [0])


def usual_chance_known(source: Source) -> bool:
    """Enough counts, with and without the event in the earlier half."""
    kept = [count for __, count in counts_of(source) if count]
    first = [count for __, count in counts_of(source)[: _first(source)] if count]
    tops, cases = sum(k for k, _ in first), sum(n for _, n in first)
    return len(kept) >= FEWEST_COUNTS and 0 < tops < cases


def _first(source: Source) -> int:
    """How many counts say what is usual: the baseline that the team has set, else the earlier half."""
    counts, until = counts_of(source), source.measure.baseline_until
    in_baseline = sum(until is not None and point.on <= until for point, __ in counts)
    return in_baseline or len(counts) // 2


def cusum_look(source: Source) -> Look:
    lang, direction = source.lang, direction_of(source.measure)
    counted = counts_of(source)
    found = grouped_cusum([count for __, count in counted], from_first=_first(source))
    by_count = any(count is not None and count[1] > 1 for __, count in counted)
    signals = {*found.signals_up, *found.signals_down}
    voice = voice_for(source.reading, lang)
    table = cusum_table(found, lang, by_count=by_count)
    dates = [(unbroken(voice.date(point.on)), *row) for (point, __), row in zip(counted, table.rows, strict=True)]
    return Look(
        look="cusum",
        title=source.measure.name,
        lang=lang,
        words_in=lambda spoken: cusum_words(found, spoken, by_count=by_count),
        table=PlainTable((_("Date"), *table.headers), tuple(dates)),
        rows=[
            {
                "number": number, "on": point.on.isoformat(), "events": count[0] if count else None,
                "cases": count[1] if count else None, "up": up, "down": down, "signal": int(number in signals),
            }
            for number, ((point, count), up, down) in enumerate(zip(counted, found.up, found.down, strict=True), 1)
        ],
        draw=lambda size, prefix: cusum_svg(
            found, lang=lang, direction=direction, by_count=by_count, size=size, title=source.measure.name,
            id_prefix=prefix,
        ),
        facts={
            "p0": found.p0, "p_up": found.p_up, "p_down": found.p_down, "limit": found.limit,
            "from_first": found.from_first, "by_count": by_count, "events": found.events,
            "signals_up": list(found.signals_up), "signals_down": list(found.signals_down),
        },
    )  # fmt: skip
