"""What each column of a table most likely holds, judged by its heading and its first rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aimwell.domain.tables.cells import clean
from aimwell.domain.tables.dates import kind_of
from aimwell.domain.tables.names import looks_like_students
from aimwell.domain.tables.numbers import decimal_comma, read_number, read_pair

Role = Literal["date", "value", "share", "numerator", "denominator", "series", "out"]
ROLES: tuple[Role, ...] = ("date", "value", "share", "numerator", "denominator", "series", "out")
"""`share`: a part of one, 0.34 for 34 %. `series`: which room, school or group. `out`: left out."""

_DATE = re.compile(r"\b(date|day|week|month|fecha|d[ií]a|semana|mes)\b")
_SERIES = re.compile(
    r"\b(room|class|classroom|school|dbn|group|site|teacher|grade|period|section"
    r"|sal[oó]n|aula|clase|escuela|grupo|grado|plantel)\b"
)
_WHOLE = re.compile(
    r"\b(n|of|total|out of|denominator|heard|enrolled|enrollment|asked|students"
    r"|de|todos|inscritos|denominador)\b"
)
_PART = re.compile(
    r"\b(count|numerator|yes|present|gave|did|met|with|explained|on time"
    r"|numerador|cuenta|s[ií]|presentes)\b"
)
_VALUE = re.compile(
    r"%|\b(value|rate|percent|per cent|pct|share|score|attendance|average|mean"
    r"|valor|tasa|porcentaje|promedio|asistencia)\b"
)
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading (or place), three different values of it, and what it most likely is."""

    index: int
    name: str
    looks: tuple[str, ...]
    role: Role = "out"
    students: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """`first`: rows above the data (headings and titles). `columns` in the order of the file."""

    first: int
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        """The headings, to know the same table again."""
        return "|".join(column.name.lower() for column in self.columns)

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(column.role for column in self.columns)


def layout_of(rows: Sequence[Sequence[str]], *, shares: bool = True) -> Layout:
    """Headings and columns of a table whose first rows are `rows`. `shares`: counts of a whole are expected."""
    heading = _heading_row(rows)
    first = 0 if heading is None else heading + 1
    data = [row for row in rows[first:] if any(cell.strip() for cell in row)]
    width = max((len(row) for row in rows), default=0)
    names = [] if heading is None else [clean(cell) for cell in rows[heading]]
    cells = [[clean(row[index]) if index < len(row) else "" for row in data] for index in range(width)]
    columns = [_column(index, names, cells[index]) for index in range(width)]
    return Layout(first, tuple(_with_roles(columns, cells, shares=shares)))


def _heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The last of the first rows without any number or date, if rows with numbers follow it."""
    width = max((len(row) for row in rows), default=0)
    for index, row in enumerate(rows[:10]):
        filled = [clean(cell) for cell in row if cell.strip()]
        if any(_is_data(cell) for cell in filled):
            return None
        if filled and (len(filled) > 1 or width == 1) and index + 1 < len(rows):
            return index
    return None


def _is_data(text: str) -> bool:
    numbers = (read_number(text), read_number(text, comma=True), read_pair(text), kind_of(text))
    return any(found is not None for found in numbers)


def _column(index: int, names: Sequence[str], cells: Sequence[str]) -> Column:
    name = names[index] if index < len(names) else ""
    students = looks_like_students(name, cells)
    looks = () if students else tuple(list(dict.fromkeys(cell[:40] for cell in cells if cell))[:3])
    return Column(index, name, looks, students=students)


def _with_roles(columns: list[Column], cells: Sequence[Sequence[str]], *, shares: bool) -> list[Column]:
    roles: dict[int, Role] = {}
    free = [column for column in columns if column.looks and not column.students]
    day = _date_column(free, cells)
    if day is not None:
        roles[day] = "date"
    free = [column for column in free if column.index != day]
    numeric = [column for column in free if _numeric(cells[column.index])]
    roles |= _value_roles(numeric, cells, shares=shares)
    dates = cells[day] if day is not None else None
    series = _series_column([column for column in free if column.index not in roles], cells, dates)
    if series is not None:
        roles[series] = "series"
    return [replace(column, role=roles.get(column.index, "out")) for column in columns]


def _date_column(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> int | None:
    found = []
    for column in columns:
        filled = [cell for cell in cells[column.index] if cell]
        kinds = [kind_of(cell) for cell in filled]
        sure = sum(kind is not None and kind != "serial" for kind in kinds)
        named = bool(_DATE.search(column.name.lower()))
        serial = kinds.count("serial") if named else 0
        if sure + serial >= (0.5 if named else _MOSTLY) * len(filled):
            found.append((not named, column.index))
    return min(found)[1] if found else None


def _numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    comma = decimal_comma(filled)
    good = sum(read_number(cell, comma=comma) is not None or read_pair(cell) is not None for cell in filled)
    return good >= 0.5 * len(filled)


def _value_roles(columns: Sequence[Column], cells: Sequence[Sequence[str]], *, shares: bool) -> dict[int, Role]:
    """A count with its whole where two columns fit, else one column of values."""
    varied = [c for c in columns if not _SERIES.search(c.name.lower())]
    whole = next((c for c in varied if _WHOLE.search(c.name.lower()) and not _VALUE.search(c.name.lower())), None)
    if shares and whole is not None:
        others = [c for c in varied if c is not whole and not _VALUE.search(c.name.lower())]
        parts = [c for c in others if _PART.search(c.name.lower())] or others
        part = next((c for c in parts if _mostly_within(cells[c.index], cells[whole.index])), None)
        if part is not None:
            return {part.index: "numerator", whole.index: "denominator"}
    named = [c for c in varied if _VALUE.search(c.name.lower()) or _PART.search(c.name.lower())]
    changing = [c for c in varied if len(c.looks) > 1]
    best = next(iter(named or changing or varied), None)
    if best is None:
        return {}
    return {best.index: "share" if shares and _parts_of_one(cells[best.index]) else "value"}


def _mostly_within(parts: Sequence[str], wholes: Sequence[str]) -> bool:
    pairs = [(read_number(a), read_number(b)) for a, b in zip(parts, wholes, strict=True)]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and sum(a <= b for a, b in known) >= 0.5 * len(known)


def _parts_of_one(cells: Sequence[str]) -> bool:
    if any("%" in cell for cell in cells):
        return False
    values = [value for cell in cells if (value := read_number(cell)) is not None]
    return bool(values) and all(0 <= value <= 1 for value in values) and any(0 < value < 1 for value in values)


def _series_column(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], dates: Sequence[str] | None
) -> int | None:
    """The column that tells rows of one date apart with the fewest names; else one whose heading says so."""
    if dates is None or len(set(dates)) == len(dates):
        return None
    found = []
    for column in columns:
        names = cells[column.index]
        distinct = len(set(names))
        repeats = len(dates) - len(set(zip(names, dates, strict=True)))
        named = bool(_SERIES.search(column.name.lower()))
        if distinct > 1 and (repeats <= 0.1 * len(dates) or named):
            found.append((repeats > 0.1 * len(dates), not named, distinct, column.index))
    return min(found)[3] if found else None
