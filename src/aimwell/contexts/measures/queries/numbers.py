"""The numbers behind a chart, as table and as file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from aimwell.contexts.measures.queries.charts import ChartView
from aimwell.domain.render.chart_export import method_rows
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.render.table import csv_rows
from aimwell.domain.spc.reading import ReadingPoint
from aimwell.domain.tables.cells import harmless
from aimwell.domain.words.numbers import number_text
from aimwell.domain.words.rules import RUNS
from aimwell.domain.words.rules import TABLE as RULES


@dataclass(frozen=True)
class NumberRow:
    """One period, ready to print; `day` stands in the address of its page. `value` empty: missing; `note` says why."""

    day: str
    when: str
    numerator: str
    denominator: str
    value: str
    middle: str
    limits: str
    note: str


def all_numbers(chart: ChartView) -> list[NumberRow]:
    """Newest first."""
    voice = voice_for(chart.reading, chart.lang)
    return [
        NumberRow(
            day=point.on.isoformat(),
            when=voice.date(point.on),
            numerator=_plain(point.numerator),
            denominator=_plain(point.denominator),
            value="" if point.value is None else voice.cell(point.value),
            middle="" if point.centre is None else voice.cell(point.centre, voice.centre_decimals),
            limits=_limits(point, voice),
            note=_note(point, voice),
        )
        for point in reversed(chart.reading.points)
    ]


def _limits(point: ReadingPoint, voice: Voice) -> str:
    if point.lower is None or point.upper is None:
        return ""
    return " – ".join(voice.cell(limit, voice.centre_decimals) for limit in (point.lower, point.upper))


def _note(point: ReadingPoint, voice: Voice) -> str:
    """Why there is no value, that it is left out, every rule that it breaks, and what was written beside it."""
    said = [point.missing if point.value is None else "", _("left out") if point.excluded else ""]
    said += [RULES.say(name, voice.lang) for name in point.broken if name not in RUNS]
    return "; ".join(text for text in (*said, point.note) if text)


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
        [
            *(_("Date"), _("Count"), _("Of"), _("Value"), _("Line"), _("Phase"), _("Missing"), _("Note")),
            *(_("Lower limit"), _("Upper limit"), _("Left out"), _("Rules broken")),
        ]
    )
    for point in chart.reading.points:
        yield writer.writerow(
            [
                point.on.isoformat(), _exact(point.numerator), _exact(point.denominator), _exact(point.value),
                _exact(point.centre), point.phase + 1, harmless(point.missing), harmless(point.note),
                _exact(point.lower), _exact(point.upper), int(point.excluded), " ".join(point.broken),
            ]
        )  # fmt: skip


def numbers_json(chart: ChartView) -> dict[str, Any]:
    """The whole table with exact values, under the names of the command line's CSV, and how it was made."""
    names, *rows = csv_rows(chart.reading)
    return {
        "measure": chart.measure.pk,
        "name": chart.name,
        "chart": chart.reading.method.chart,
        "rules": chart.measure.rules,
        "period": chart.period,
        "method": dict(method_rows(chart.reading, chart.lang)),
        "points": [dict(zip(map(str, names), row, strict=True)) for row in rows],
    }


def _exact(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
