"""The numbers of a reading as a table, and as rows of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aimwell.domain.render.numbers import Voice, plain, unit_words, voice_for
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.charts import TABLE as WORDS
from aimwell.domain.words.rules import RUNS
from aimwell.domain.words.rules import TABLE as RULES

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First letters that a spreadsheet may take for a formula."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """Texts of one point; empty where there is nothing to say."""

    label: str
    numerator: str
    denominator: str
    value: str
    middle: str
    note: str
    in_shift: bool
    lower: str = ""
    upper: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """`columns` in the order of the row's texts. `counted` off: no point has a denominator, leave those two out.

    `limit_columns`: names of `lower` and `upper`, which belong after the middle; empty where there are no limits.
    """

    columns: tuple[str, str, str, str, str, str]
    rows: tuple[TableRow, ...]
    counted: bool
    limit_columns: tuple[str, ...] = ()


def data_table(reading: Reading, lang: str, *, newest_first: bool = True) -> DataTable:
    """Every point, missing ones too, with the middle it is held against."""
    voice = voice_for(reading, lang)
    rows = [_row(point, reading, voice) for point in reading.points]
    whole, value = "denominator", "share" if reading.unit == "%" else "value"
    if reading.method.per_session:
        whole, value = "days", "per_day"
    names = (reading.period, "numerator", whole, value)
    first, second, third, fourth = (WORDS.say(f"col.{name}", lang) for name in names)
    line = WORDS.say({"median": "col.middle", "mean": "col.mean"}.get(reading.method.centre, "col.line"), lang)
    limited = any(point.upper is not None for point in reading.points)
    return DataTable(
        columns=(first, second, third, fourth, line, WORDS.say("col.note", lang)),
        rows=tuple(reversed(rows) if newest_first else rows),
        counted=any(point.denominator is not None for point in reading.points),
        limit_columns=(WORDS.say("col.lower", lang), WORDS.say("col.upper", lang)) if limited else (),
    )


def _row(point: ReadingPoint, reading: Reading, voice: Voice) -> TableRow:
    said = [point.missing or WORDS.say("missing", voice.lang)] if point.value is None else []
    if point.excluded:
        said.append(WORDS.say("excluded", voice.lang, line=voice.line))
    said += [RULES.say(name, voice.lang) for name in point.broken if name not in RUNS]
    if point.note:
        said.append(point.note)
    phase = reading.phases[point.phase]
    if phase.index and point is next(p for p in reading.points if p.phase == point.phase):
        said.append(voice.reason(phase))
    return TableRow(
        label=voice.date(point.on),
        numerator="" if point.numerator is None else plain(point.numerator),
        denominator="" if point.denominator is None else plain(point.denominator),
        value="" if point.value is None else voice.cell(point.value),
        middle="" if point.centre is None else voice.cell(point.centre, voice.centre_decimals),
        note="; ".join(said),
        in_shift=point.shift is not None,
        lower="" if point.lower is None else voice.cell(point.lower, voice.centre_decimals),
        upper="" if point.upper is None else voice.cell(point.upper, voice.centre_decimals),
    )


def csv_rows(reading: Reading) -> Iterator[list[str | float | int | None]]:
    """Header and one row a point, oldest first, with exact values; None = empty cell. Texts can't act as formulas."""
    yield [
        *("date", "value", "unit", "numerator", "denominator", "middle", "phase", "phase_reason"),
        *("excluded", "on_the_middle", "in_shift", "lower_limit", "upper_limit", "lower_2_sigma", "upper_2_sigma"),
        *("size", "rules_broken", "missing", "note"),
    ]
    unit = unit_words(reading, "en")
    for point in reading.points:
        yield [
            point.on.isoformat(),
            point.value,
            harmless(unit),
            point.numerator,
            point.denominator,
            point.centre,
            point.phase + 1,
            harmless(reading.phases[point.phase].reason),
            int(point.excluded),
            int(point.on_line),
            int(point.shift is not None),
            point.lower,
            point.upper,
            point.lower_2,
            point.upper_2,
            point.size,
            " ".join(point.broken),
            harmless(point.missing),
            harmless(point.note),
        ]


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe in front where it could begin a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else text
