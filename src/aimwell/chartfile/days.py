"""Dates of a column, months and weeks too; and dates for rows that have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from aimwell.domain.tables.dates import DateColumn, date_column, read_date

Step = Literal["day", "week", "month"]
_YEAR_MONTH = re.compile(r"(\d{4})-(0?[1-9]|1[0-2])$")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,10})\.?[ -](?:de )?(\d{4}|\d\d)$")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})$", re.IGNORECASE)


def whole_date(text: str) -> str:
    """A month by its first day, a week by its Monday; any other text as it is."""
    if found := _YEAR_MONTH.match(text):
        return f"{found[1]}-{int(found[2]):02d}-01"
    if found := _MONTH_YEAR.match(text):
        return f"1 {found[1]} {found[2]}"
    if found := _WEEK.match(text):
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
        except ValueError:
            return text
    return text


def column_of(texts: Iterable[str]) -> DateColumn:
    return date_column(dict.fromkeys(whole_date(text) for text in texts))


def read_day(text: str, column: DateColumn) -> date | None:
    return read_date(whole_date(text), column)


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
