"""Dates as people write them. One order of day and month holds for a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Order = Literal["month_first", "day_first"]
Kind = Literal["iso", "compact", "slash", "named", "serial"]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\.0)?$")
_SLASH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?: .*)?$")
_MONTH_NAMED = re.compile(r"(?:[a-z]{3,9}\.?,? )?([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
_DAY_NAMED = re.compile(r"(\d{1,2})[ -](?:de )?([a-z]{3,10})\.?[ -](?:de )?(\d{4}|\d\d)$")
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?$")
_SPREADSHEET_DAY_0 = date(1899, 12, 30)
_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "setiembre": 9}


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How a column's dates are read. `forced`: a value that only this order can read; empty when none is needed."""

    kind: Kind
    order: Order
    forced: str = ""


def date_column(texts: Iterable[str]) -> DateColumn:
    """Decide once for all values. Month first, unless only day first can read every date with two numbers in front."""
    kinds: dict[Kind, int] = {}
    late_first, late_second = "", ""
    for text in texts:
        kind = kind_of(text)
        if kind is None:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind == "slash" and (found := _SLASH.match(text)):
            first, second = int(found[1]), int(found[2])
            late_first = late_first or (text if first > 12 else "")
            late_second = late_second or (text if second > 12 else "")
    usual = max(kinds, key=lambda kind: kinds[kind]) if kinds else "iso"
    if late_first and not late_second:
        return DateColumn(usual, "day_first", late_first)
    return DateColumn(usual, "month_first", late_second)


def kind_of(text: str) -> Kind | None:
    """The way this one date is written; None when it does not look like a date."""
    if _ISO.match(text):
        return "iso"
    if _COMPACT.match(text):
        return "compact"
    if _SLASH.match(text):
        return "slash"
    lower = text.lower()
    if _MONTH_NAMED.match(lower) or _DAY_NAMED.match(lower):
        return "named"
    return "serial" if _SERIAL.match(text) else None


def read_date(text: str, column: DateColumn) -> date | None:
    """The date, or None when this is not one (or names a day that does not exist)."""
    try:
        return _read(text, column)
    except ValueError:
        return None


def _read(text: str, column: DateColumn) -> date | None:
    if found := _ISO.match(text) or _COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASH.match(text):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if column.order == "month_first" else (second, first)
        return date(_year(found[3]), month, day)
    lower = text.lower()
    if found := _MONTH_NAMED.match(lower):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _DAY_NAMED.match(lower):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if column.kind == "serial" and (found := _SERIAL.match(text)):
        return _SPREADSHEET_DAY_0 + timedelta(days=int(found[1]))
    return None


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 69 else 1900 + year


def _month(name: str) -> int:
    """Raises ValueError for a word that is no month."""
    if name not in _MONTHS:
        raise ValueError(name)
    return _MONTHS[name]
