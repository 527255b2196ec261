"""Dates of a column, months and weeks too; and dates for rows that have none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from aimwell.domain.tables.dates import DateColumn, Order, date_column, read_date

Step = Literal["day", "week", "month"]
Whole = Callable[[str], str]
"""A month, week, quarter or year as its first day; any other text as it is."""
_YEAR_MONTH = re.compile(r"(\d{4})-(0?[1-9]|1[0-2])$")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,10})\.?[ -](?:de )?(\d{4}|\d\d)$")
_QUARTER = re.compile(r"(?:(\d{4})[- ]?[QT]([1-4])|[QT]([1-4])[- ](\d{4}))$", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d) ?[-/–] ?(?:20)?(\d\d)$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_HEADING = re.compile(r"\b(year|yr|sy|año|ciclo)\b", re.IGNORECASE)
SCHOOL_YEAR_BEGINS = "07-01"
_AMBIGUOUS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})$", re.IGNORECASE)


def whole_for(heading: str, texts: Iterable[str]) -> Whole:
    """How texts become dates. 2009-10 is a school year where each text is one; 2009 a year by its heading."""
    filled = [text for text in texts if text]
    if filled and all(map(_is_school_year, filled)):
        return lambda text: f"{text[:4]}-{SCHOOL_YEAR_BEGINS}" if _is_school_year(text) else text
    if filled and _YEAR_HEADING.search(heading.replace("_", " ")) and all(map(_YEAR.match, filled)):
        return lambda text: f"{text}-01-01" if _YEAR.match(text) else text
    return whole_date


def _is_school_year(text: str) -> bool:
    found = _SCHOOL_YEAR.match(text)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def whole_date(text: str) -> str:
    """A month or quarter by its first day, a week by its Monday; any other text as it is."""
    if found := _YEAR_MONTH.match(text):
        return f"{found[1]}-{int(found[2]):02d}-01"
    if found := _MONTH_YEAR.match(text):
        return f"1 {found[1]} {found[2]}"
    if found := _QUARTER.match(text):
        return f"{found[1] or found[4]}-{int(found[2] or found[3]) * 3 - 2:02d}-01"
    if found := _WEEK.match(text):
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
        except ValueError:
            return text
    return text


def column_of(texts: Iterable[str], order: Order | None = None) -> DateColumn:
    """`order`: as a person said, else as the dates need it."""
    found = date_column(dict.fromkeys(texts))
    return found if order is None else DateColumn(found.kind, order)


def read_two_ways(texts: Iterable[str]) -> str:
    """A date whose day could be its month, such as 7/9/2026; empty when there is none."""
    for text in texts:
        if (found := _AMBIGUOUS.match(text)) and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12:
            return text
    return ""


def read_days_of(texts: Sequence[str], column: DateColumn) -> list[date | None]:
    """One date a text; equal texts are read once."""
    known = {text: read_date(text, column) for text in dict.fromkeys(texts)}
    return [known[text] for text in texts]


def made_days(keys: Sequence[object], *, starts: date, step: Step) -> list[date]:
    """One date for each different key, in order of appearance; equal keys share theirs."""
    order = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    return [_later(starts, order[key], step) for key in keys]


def _later(start: date, steps: int, step: Step) -> date:
    if step != "month":
        return start + timedelta(days=steps * (7 if step == "week" else 1))
    year, month = divmod(start.year * 12 + start.month - 1 + steps, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=start.day - 1), following - timedelta(days=1))
