"""How the values of a measure spread, and how they go together with those of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aimwell.contexts.measures.queries.looks_shapes import Look, Source, in_line, unbroken
from aimwell.domain.errors import NotFound
from aimwell.domain.render.histogram_svg import histogram_svg
from aimwell.domain.render.histogram_words import histogram_table, histogram_words
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.scatter_svg import scatter_svg
from aimwell.domain.render.scatter_words import scatter_table, scatter_words
from aimwell.domain.spc.histogram import histogram
from aimwell.domain.spc.reading import Reading
from aimwell.domain.spc.scatter import scatter


def histogram_look(source: Source) -> Look:
    measure, lang, unit, dots = source.measure, source.lang, source.reading.unit, source.asked.dots
    values = [point.value for point in in_line(source.reading)]
    found = histogram(values)
    return Look(
        look="histogram",
        title=measure.name,
        lang=lang,
        words_in=lambda spoken: histogram_words(found, spoken, unit=unit, dots=dots),
        table=histogram_table(found, lang, unit=unit),
        rows=[
            {"low": one.low, "high": one.high, "count": one.count, "share": one.count / found.n} for one in found.bins
        ],
        draw=lambda size, prefix: histogram_svg(
            found, lang=lang, unit=unit, name=measure.name, values=values if dots else None, size=size,
            title=measure.name, id_prefix=prefix,
        ),
        facts={
            "n": found.n, "missing": found.missing, "mean": found.mean, "median": found.median,
            "quartiles": list(found.quartiles), "lowest": found.lowest, "highest": found.highest,
            "width": found.width, "rule": found.rule, "dots": dots,
        },
    )  # fmt: skip


def scatter_look(source: Source) -> Look:
    """Paired by period: the other measure across, this one up. NotFound: there is no other one."""
    if source.beside is None:
        raise NotFound
    other, beside = source.beside
    lang, unit = source.lang, source.reading.unit
    across, up = _by_day(beside), _by_day(source.reading)
    days = sorted({*across, *up})
    found = scatter([across.get(day) for day in days], [up.get(day) for day in days], [day.isoformat() for day in days])
    voice = voice_for(source.reading, lang)
    spoken_pairs = tuple(
        replace(pair, label=unbroken(voice.date(date.fromisoformat(pair.label)))) for pair in found.pairs
    )
    names = {"x_name": other.name, "y_name": source.measure.name}
    return Look(
        look="scatter",
        title=source.measure.name,
        lang=lang,
        words_in=lambda spoken: scatter_words(found, spoken, **names),
        table=scatter_table(replace(found, pairs=spoken_pairs), lang, **names),
        rows=[{"on": pair.label, "x": pair.x, "y": pair.y} for pair in found.pairs],
        draw=lambda size, prefix: scatter_svg(
            found, lang=lang, **names, x_unit=beside.unit, y_unit=unit, size=size, title=source.measure.name,
            id_prefix=prefix,
        ),
        facts={
            "pairs": len(found.pairs), "left_out": found.left_out, "pearson": found.pearson,
            "spearman": found.spearman, "interval": list(found.interval) if found.interval else None,
        },
    )  # fmt: skip


def _by_day(reading: Reading) -> dict[date, float | None]:
    return {point.on: point.value for point in in_line(reading)}
