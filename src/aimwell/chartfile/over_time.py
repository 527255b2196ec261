"""A reading as a chart for output."""

from __future__ import annotations

from dataclasses import asdict

from aimwell.chartfile.charts import Chart
from aimwell.chartfile.readings import GroupReading
from aimwell.chartfile.words import TABLE
from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.readings import ReadingWords, reading_words
from aimwell.domain.render.special_words import PlainTable
from aimwell.domain.render.table import csv_rows, data_table
from aimwell.domain.spc.reading import Reading

LATEST = 8
"""Rows of the small table under the words."""


def chart_over_time(group: GroupReading, lang: str) -> Chart:
    reading, words = group.reading, reading_words(group.reading, lang)
    title = f"{group.title}: {group.name}" if group.name else group.title
    return Chart(
        name=group.name,
        title=group.title,
        draw=lambda size, prefix: chart_svg(reading, lang=lang, size=size, title=title, id_prefix=prefix),
        lead=words.finding,
        sentences=_sentences(reading, words, lang),
        table=_table(reading, lang),
        newest=_newest(reading, lang),
        records=tuple(tuple(row) for row in csv_rows(reading)),
        data={**asdict(reading), "words": asdict(words)},
        reading=reading,
    )


def _sentences(reading: Reading, words: ReadingWords, lang: str) -> tuple[str, ...]:
    texts = [*words.sentences, words.rule, words.how_we_can_tell, words.what_it_does_not_say, *words.notes]
    return tuple(text for text in dict.fromkeys(texts) if text and text != words.finding)


def _table(reading: Reading, lang: str) -> PlainTable:
    """All points, the newest first; counts only where there are any, limits likewise."""
    table, voice = data_table(reading, lang), voice_for(reading, lang)
    limits = [(point.lower, point.upper) for point in reversed(reading.points)]
    with_limits = any(limit is not None for pair in limits for limit in pair)
    date, top, bottom, value, middle, note = table.columns
    counts = (top, bottom) if table.counted else ()
    ends = (TABLE.say("lower", lang), TABLE.say("upper", lang)) if with_limits else ()
    rows = []
    for row, pair in zip(table.rows, limits, strict=True):
        said = tuple("" if limit is None else voice.cell(limit) for limit in pair)
        counted = (row.numerator, row.denominator) if table.counted else ()
        rows.append((row.label, *counted, row.value, row.middle, *(said if with_limits else ()), row.note))
    return PlainTable((date, *counts, value, middle, *ends, note), tuple(rows))


def _newest(reading: Reading, lang: str) -> PlainTable:
    table = _table(reading, lang)
    return PlainTable(table.headers, table.rows[:LATEST])
