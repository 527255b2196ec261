"""Rows into dated points, group by group. A cell that cannot be read is named by its row and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.chartfile.columns import Chosen
from aimwell.chartfile.days import Step, column_of, made_days, read_days_of, read_two_ways
from aimwell.chartfile.table import FileRow, FileTable
from aimwell.chartfile.words import TABLE, ChartFileError
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.tables.cells import is_formula
from aimwell.domain.tables.dates import Order
from aimwell.domain.tables.missing import proposed
from aimwell.domain.tables.numbers import decimal_comma, read_number, read_pair

SHOWN = 5
COUNTS = frozenset({"c", "u", "up", "p", "pp", "g", "t"})
PARTS = frozenset({"p", "pp"})
_THREE_AFTER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}$")


@dataclass(frozen=True, slots=True)
class Group:
    """The points of one group; `phases` is the phase column's text beside each."""

    name: str
    points: tuple[Dated, ...]
    phases: tuple[str, ...]


class CellErrors:
    """Collects cells that cannot be read, so that a person sees several at once."""

    def __init__(self, table: FileTable, lang: str) -> None:
        self.table, self.lang = table, lang
        self.lines: list[str] = []

    def add(self, row: FileRow, column: int, key: str, **facts: object) -> None:
        why = TABLE.say(key, self.lang, **facts)
        self.lines.append(TABLE.say("cell", self.lang, row=row.number, column=self.table.headings[column], why=why))

    def check(self) -> None:
        """ChartFileError when there are any."""
        if self.lines:
            more = len(self.lines) - SHOWN
            last = [TABLE.say("more_cells", self.lang, n=more)] if more > 0 else []
            raise ChartFileError([*self.lines[:SHOWN], *last])


def number_reader(
    table: FileTable, column: int, errors: CellErrors, *, comma: bool | None = None, say: Callable[[str], None] = print
) -> Callable[[FileRow], float | None]:
    """Reads one column; None where a cell is empty or says that the value is missing.

    `comma`: whether one stands before the decimals, as a person said; None = as the numbers need it.
    """
    texts = dict.fromkeys(table.cells(column))
    decimals = decimal_comma(texts) if comma is None else comma
    if comma is None and not decimals and (unsure := _thousands_or_decimals(texts, table.delimiter)):
        say(TABLE.say("unsure_decimals", errors.lang, column=table.headings[column], text=unsure))
    known = {text: None if not text or proposed(text) else read_number(text, comma=decimals) for text in texts}

    def read(row: FileRow) -> float | None:
        text = row.cell(column)
        if not text or proposed(text):
            return None
        number = known[text]
        if number is None:
            errors.add(row, column, "formula" if is_formula(text) else "bad_number", text=text[:60])
        return number

    return read


def read_days(
    table: FileTable,
    chosen: Chosen,
    errors: CellErrors,
    *,
    starts: date | None,
    step: Step,
    order: Order | None,
    say: Callable[[str], None],
) -> list[date]:
    """One date a row: from the date column, else made from `starts` on in the order of the file, group by group."""
    if starts is not None:
        return _days_by_order(table, chosen, starts, step)
    assert chosen.x is not None
    cells, whole = table.cells(chosen.x), table.whole(chosen.x)
    texts = [whole(text) for text in cells]
    column = column_of(texts, order)
    if order is None and column.forced and column.order == "day_first":
        say(TABLE.say("day_first", errors.lang, forced=column.forced))
    elif order is None and not column.forced and (unsure := read_two_ways(cells)):
        say(TABLE.say("two_ways", errors.lang, text=unsure))
    days = []
    for row, text, day in zip(table.rows, cells, read_days_of(texts, column), strict=True):
        if day is None:
            errors.add(row, chosen.x, "bad_date" if text else "no_date", text=text[:60])
        days.append(day or date.min)
    return days


def _days_by_order(table: FileTable, chosen: Chosen, starts: date, step: Step) -> list[date]:
    """Rows with equal texts in x, if there is such a column, are of one date."""
    names = [row.cell(chosen.group) if chosen.group is not None else "" for row in table.rows]
    keys: list[object] = [row.cell(chosen.x) if chosen.x is not None else row.number for row in table.rows]
    days: list[date] = [starts] * len(keys)
    for name in dict.fromkeys(names):
        places = [k for k, one in enumerate(names) if one == name]
        for place, day in zip(places, made_days([keys[k] for k in places], starts=starts, step=step), strict=True):
            days[place] = day
    return days


def read_points(
    table: FileTable,
    chosen: Chosen,
    days: Sequence[date],
    errors: CellErrors,
    *,
    chart: str,
    comma: bool | None,
    say: Callable[[str], None],
) -> list[Dated]:
    """One point a row; with totals, a numerator and its denominator."""
    top = number_reader(table, chosen.y, errors, comma=comma, say=say)
    bottom = number_reader(table, chosen.n, errors, comma=comma, say=say) if chosen.n is not None else None
    return [
        _single(row, day, chosen, errors, chart, top)
        if bottom is None or chosen.n is None
        else _pair(row, day, chosen, errors, chart, top(row), bottom(row))
        for row, day in zip(table.rows, days, strict=True)
    ]


def _single(
    row: FileRow, day: date, chosen: Chosen, errors: CellErrors, chart: str, read: Callable[[FileRow], float | None]
) -> Dated:
    if pair := read_pair(row.cell(chosen.y)):
        return _pair(row, day, chosen, errors, chart, *pair)
    value = read(row)
    if value is None:
        return Dated(day, missing=row.cell(chosen.y))
    if value < 0 and chart in COUNTS:
        errors.add(row, chosen.y, "negative", text=row.cell(chosen.y), chart=chart)
    if chosen.share and "%" not in row.cell(chosen.y):
        value = round(value * 100, 10)
    return Dated(day, value)


def _pair(
    row: FileRow,
    day: date,
    chosen: Chosen,
    errors: CellErrors,
    chart: str,
    top: float | None,
    bottom: float | None,
) -> Dated:
    total = chosen.n if chosen.n is not None else chosen.y
    if top is None:
        return Dated(day, missing=row.cell(chosen.y))
    if bottom is None:
        errors.add(row, total, "no_total")
        return Dated(day)
    if chart in COUNTS and (top < 0 or bottom < 0):
        where, number = (chosen.y, top) if top < 0 else (total, bottom)
        errors.add(row, where, "negative", text=f"{number:g}", chart=chart)
    if chart in PARTS and top > bottom:
        errors.add(row, chosen.y, "over_total", text=f"{top:g} / {bottom:g}", chart=chart)
    return Dated(day, numerator=top, denominator=bottom)


def _thousands_or_decimals(texts: Iterable[str], delimiter: str) -> str:
    """The first number, when each could be read two ways: 4.719 as nearly five, or as some thousands."""
    numbers = [text for text in texts if text and not proposed(text)]
    signs = ".," if delimiter == ";" else "."
    for sign in signs:
        if numbers and all(_THREE_AFTER.match(text) and sign in text for text in numbers):
            return numbers[0]
    return ""


def by_group(
    table: FileTable, points: Sequence[Dated], *, group: int | None, phase: int | None, nameless: str
) -> tuple[Group, ...]:
    """Groups in order of appearance; without a group column one group without a name."""
    found: dict[str, tuple[list[Dated], list[str]]] = {}
    for row, point in zip(table.rows, points, strict=True):
        name = "" if group is None else row.cell(group) or nameless
        own, phases = found.setdefault(name, ([], []))
        own.append(point)
        phases.append("" if phase is None else row.cell(phase))
    return tuple(Group(name, tuple(own), tuple(phases)) for name, (own, phases) in found.items())
