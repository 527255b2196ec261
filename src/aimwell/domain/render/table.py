"""The numbers of a reading as a table, and as rows of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aimwell.domain.render.numbers import Voice, plain, voice_for
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.charts import TABLE as WORDS

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


@dataclass(frozen=True, slots=True)
class DataTable:
    """`columns` in the order of the row's texts. `counted` off: no point has a denominator, leave those two out."""

    columns: tuple[str, str, str, str, str, str]
    rows: tuple[TableRow, ...]
    counted: bool


def data_table(reading: Reading, lang: str, *, newest_first: bool = True) -> DataTable:
    """Every point, missing ones too, with the middle it is held against."""
    voice = voice_for(reading, lang)
    rows = [_row(point, reading, voice) for point in reading.points]
    names = (reading.period, "numerator", "denominator", "share" if reading.unit == "%" else "value")
    first, second, third, fourth = (WORDS.say(f"col.{name}", lang) for name in names)
    return DataTable(
        columns=(first, second, third, fourth, WORDS.say("col.middle", lang), WORDS.say("col.note", lang)),
        rows=tuple(reversed(rows) if newest_first else rows),
        counted=any(point.denominator is not None for point in reading.points),
    )


def _row(point: ReadingPoint, reading: Reading, voice: Voice) -> TableRow:
    said = [point.missing or WORDS.say("missing", voice.lang)] if point.value is None else []
    if point.excluded:
        said.append(WORDS.say("excluded", voice.lang))
    if point.note:
        said.append(point.note)
    phase = reading.phases[point.phase]
    if phase.index and point is next(p for p in reading.points if p.phase == point.phase):
        said.append(phase.reason)
    return TableRow(
        label=voice.date(point.on),
        numerator="" if point.numerator is None else plain(point.numerator),
        denominator="" if point.denominator is None else plain(point.denominator),
        value="" if point.value is None else voice.value(point.value),
        middle="" if point.centre is None else voice.centre(point.centre),
        note="; ".join(said),
        in_shift=point.shift is not None,
    )


def csv_rows(reading: Reading) -> Iterator[list[str | float | int | None]]:
    """Header and one row a point, oldest first, with exact values; None = empty cell. Texts can't act as formulas."""
    yield [
        *("date", "value", "unit", "numerator", "denominator", "middle", "phase", "phase_reason"),
        *("excluded", "on_the_middle", "in_shift", "missing", "note"),
    ]
    for point in reading.points:
        yield [
            point.on.isoformat(),
            point.value,
            harmless(reading.unit),
            point.numerator,
            point.denominator,
            point.centre,
            point.phase + 1,
            harmless(reading.phases[point.phase].reason),
            int(point.excluded),
            int(point.on_line),
            int(point.shift is not None),
            harmless(point.missing),
            harmless(point.note),
        ]


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe in front where it could begin a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else text
