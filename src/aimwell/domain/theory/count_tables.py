"""A pasted table of counts, kept as sums by combinations of groups. No row of a single student is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aimwell.domain.errors import Refused
from aimwell.domain.tables.cells import clean
from aimwell.domain.tables.columns import Column
from aimwell.domain.tables.dates import date_column, kind_of, read_date
from aimwell.domain.tables.numbers import decimal_comma, read_number
from aimwell.domain.theory.predicting import CountRow

MOST_GROUPS, MOST_CODES, MOST_COMBINATIONS = 40, 12, 5_000
WEEKDAY = "weekday:"
"""Before 1 to 7: a date is kept as its day of the week."""
_YES = {"yes", "y", "true", "1", "present", "p", "sí", "si", "s", "presente"}
_NO = {"no", "n", "false", "0", "absent", "a", "ausente"}
_WHOLE = re.compile(
    r"\b(n|of|out of|total|possible|heard|enrolled|enrollment|denominator|asked|students|days"
    r"|de|posibles?|inscritos|todos|denominador|total de)\b"
)
_PART = re.compile(
    r"\b(count|numerator|present|gave|yes|reached|attended|absent|absences|lost|late|tardy|referrals|suspended|met|passed|did|explained"
    r"|presentes?|asistieron|ausentes?|ausencias|perdidos|tarde|cuenta|numerador)\b"
)
_CODE = re.compile(
    r"\b(grade|room|class|period|section|school|site|year|week|month|quarter|level|band|group|team|code"
    r"|grado|sal[oó]n|clase|escuela|año|semana|mes|nivel|grupo|equipo|c[oó]digo)\b"
)
_LOST = re.compile(r"\b(absent|absences|lost|late|tardy|referrals|suspended|ausentes?|ausencias|perdidos|tarde)\b")


@dataclass(frozen=True, slots=True)
class CountTable:
    """`rows`: values by attribute, sums by number, and how many rows of the file stand behind them.

    `count`, `whole`: places among `numbers`; without a whole each row of the file counts one. `skipped`: rows without
    a number. `left_out`: columns that neither cut nor count.
    """

    attributes: tuple[str, ...]
    numbers: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[float, ...], int], ...]
    count: int
    whole: int | None
    lost: bool
    skipped: int
    left_out: tuple[str, ...]


def count_table(columns: Sequence[Column], data: Iterable[Sequence[str]]) -> CountTable:
    """Columns of dates become days of the week; text columns with few different values cut; numbers are summed.

    Raises Refused: empty_file, no_counts, no_groups, too_many_groups.
    """
    rows = [[clean(cell) for cell in row] for row in data if any(row)]
    if not rows:
        raise Refused("empty_file")
    names = _named_apart(columns)
    read = [
        _read(column, name, [row[column.index] if column.index < len(row) else "" for row in rows])
        for column, name in zip(columns, names, strict=True)
    ]
    cuts = [one for one in read if one.groups]
    values = [one for one in read if one.values]
    numbers = [one for one in values if not one.groups or _counts(one.name)] or values
    if not numbers:
        raise Refused("no_counts")
    if not cuts:
        raise Refused("no_groups")
    count, whole = _roles(numbers)
    used = [place for place in (count, whole) if place is not None]
    cuts = [one for one in cuts if one not in [numbers[place] for place in used]]
    if not cuts:
        raise Refused("no_groups")
    summed, skipped = _summed(cuts, numbers, used, len(rows))
    known = [*cuts, *numbers]
    return CountTable(
        tuple(one.name for one in cuts), tuple(one.name for one in numbers), summed, count, whole,
        bool(_LOST.search(numbers[count].name.lower())), skipped,
        tuple(one.name for one in read if one not in known and one.name),
    )  # fmt: skip


def rows_to_cut(table: CountTable) -> list[CountRow]:
    """Each combination with its count and its whole. A combination of which nobody is counted is left out."""
    found = []
    for values, sums, n in table.rows:
        whole = float(n) if table.whole is None else sums[table.whole]
        if whole > 0:
            found.append(CountRow(values, min(sums[table.count], whole), whole))
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    """One column: its `groups` where it can cut, its `values` where it can count."""

    name: str
    groups: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    sums: bool = False


def _named_apart(columns: Sequence[Column]) -> list[str]:
    """Their headings, with a number where two are the same; "|" parts names in an address."""
    names: list[str] = []
    for column in columns:
        name = (column.name or str(column.index + 1)).replace("|", "/")[:60]
        names.append(f"{name} {column.index + 1}" if name in names else name)
    return names


def _read(column: Column, name: str, cells: Sequence[str]) -> _Read:
    filled = [cell for cell in cells if cell]
    if column.students or not filled:
        return _Read(name)
    if all(kind_of(cell) is not None and read_number(cell) is None for cell in filled[:50]):
        dates = date_column(dict.fromkeys(cells))
        days = [read_date(cell, dates) for cell in cells]
        return _Read(name, tuple(f"{WEEKDAY}{day.isoweekday()}" if day else "" for day in days))
    words = {cell.lower() for cell in filled}
    comma = decimal_comma(filled)
    numbers = tuple(_number(cell, comma) for cell in cells)
    if all(value is not None for value, cell in zip(numbers, cells, strict=True) if cell):
        named = bool(_CODE.search(name.lower())) or (words <= {"0", "1"} and not _counts(name))
        codes = named and len(words) <= MOST_CODES and all(float(v or 0).is_integer() for v in numbers)
        return _Read(name, tuple(cells) if codes else (), numbers, not words <= {"0", "1"})
    if words <= _YES | _NO:
        return _Read(name, tuple(cells), tuple(float(cell.lower() in _YES) if cell else None for cell in cells))
    return _Read(name, tuple(cells) if len(words) <= MOST_GROUPS else ())


def _number(cell: str, comma: bool) -> float | None:
    value = read_number(cell, comma=comma) if cell else None
    return value if value is not None and value >= 0 else None


def _counts(name: str) -> bool:
    low = name.lower()
    return bool(_PART.search(low) or _WHOLE.search(low))


def _roles(numbers: Sequence[_Read]) -> tuple[int, int | None]:
    """Which number is the count, and which one the whole: by their names, else the first and a larger one."""
    names = [one.name.lower() for one in numbers]
    count = next((k for k, name in enumerate(names) if _PART.search(name)), None)
    whole = next((k for k, name in enumerate(names) if k != count and _WHOLE.search(name)), None)
    if count is None:
        plain = [k for k, one in enumerate(numbers) if k != whole and one.sums and not one.groups]
        count = next(iter(plain or [k for k in range(len(numbers)) if k != whole]), None)
        if count is None:
            return 0, None
    if whole is None:
        larger = (k for k, one in enumerate(numbers) if k != count and not one.groups and _holds(one, numbers[count]))
        whole = next(larger, None)
    return count, whole


def _holds(whole: _Read, count: _Read) -> bool:
    pairs = zip(whole.values, count.values, strict=True)
    return all(a is None or b is None or a >= b for a, b in pairs)


def _summed(
    cuts: Sequence[_Read], numbers: Sequence[_Read], used: Sequence[int], n: int
) -> tuple[tuple[tuple[tuple[str, ...], tuple[float, ...], int], ...], int]:
    sums: dict[tuple[str, ...], list[float]] = {}
    skipped = 0
    for row in range(n):
        if any(numbers[place].values[row] is None for place in used):
            skipped += 1
            continue
        key = tuple(one.groups[row] for one in cuts)
        held = sums.setdefault(key, [0.0] * (len(numbers) + 1))
        for place, one in enumerate(numbers):
            held[place] += one.values[row] or 0.0
        held[-1] += 1
        if len(sums) > MOST_COMBINATIONS:
            raise Refused("too_many_groups", limit=f"{MOST_COMBINATIONS:,}")
    if not sums:
        raise Refused("no_counts")
    return tuple((key, tuple(held[:-1]), int(held[-1])) for key, held in sums.items()), skipped
