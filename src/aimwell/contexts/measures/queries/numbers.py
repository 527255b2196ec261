"""The numbers behind a chart, as table and as file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from aimwell.contexts.measures.queries.charts import ChartView
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.spc.reading import ReadingPoint
from aimwell.domain.tables.cells import harmless
from aimwell.domain.words.numbers import number_text


@dataclass(frozen=True)
class NumberRow:
    """One period, ready to print. `value` empty means missing; then `note` says why."""

    when: str
    numerator: str
    denominator: str
    value: str
    middle: str
    note: str


def all_numbers(chart: ChartView) -> list[NumberRow]:
    """Newest first."""
    voice = voice_for(chart.reading, chart.lang)
    return [
        NumberRow(
            when=voice.date(point.on),
            numerator=_plain(point.numerator),
            denominator=_plain(point.denominator),
            value="" if point.value is None else voice.value(point.value),
            middle="" if point.centre is None else voice.centre(point.centre),
            note=_note(point),
        )
        for point in reversed(chart.reading.points)
    ]


def _note(point: ReadingPoint) -> str:
    return "; ".join(text for text in (point.missing if point.value is None else "", point.note) if text)


def _plain(value: float | None) -> str:
    return "" if value is None else number_text(value, 0 if value.is_integer() else 1)


class Line:
    """A file to write one line into."""

    def write(self, text: str) -> str:
        return text


def numbers_csv(chart: ChartView) -> Iterator[str]:
    """Exact values, oldest first; UTF-8 with a mark that spreadsheets know."""
    writer = csv.writer(Line())
    yield "\ufeff"
    yield writer.writerow(
        [_("Date"), _("Count"), _("Of"), _("Value"), _("Middle (median)"), _("Phase"), _("Missing"), _("Note")]
    )
    for point in chart.reading.points:
        yield writer.writerow(
            [
                point.on.isoformat(), _exact(point.numerator), _exact(point.denominator), _exact(point.value),
                _exact(point.centre), point.phase + 1, harmless(point.missing), harmless(point.note),
            ]
        )  # fmt: skip


def _exact(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
