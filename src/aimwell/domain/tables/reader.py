"""Cells of the columns in use, read row by row. Each different text is read once and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from aimwell.domain.tables.cells import clean, is_formula
from aimwell.domain.tables.choices import LONGEST_NAME, Accepted, Choices, Rejected
from aimwell.domain.tables.columns import Role
from aimwell.domain.tables.dates import date_column, read_date
from aimwell.domain.tables.values import Odd, ValueReader

EARLIEST = date(1950, 1, 1)


class TableReader:
    """One table with its column-wide decisions. The cells in use are held; all others are let go at once."""

    def __init__(self, rows: Iterable[Sequence[str]], choices: Choices, *, first: int, today: date) -> None:
        self.choices, self.today = choices, today
        self.used = tuple(role for role in dict.fromkeys(choices.roles) if role != "out")
        self.numbers, self.cells = self._take(rows, first)
        self.dates = date_column(dict.fromkeys(self.cells["date"])) if "date" in self.used else None
        self.values = ValueReader(self.cells, choices)
        self._days: dict[str, date | Odd] = {}
        self._names: dict[str, str | Odd] = {"": ""}

    def _take(self, rows: Iterable[Sequence[str]], first: int) -> tuple[list[int], dict[Role, list[str]]]:
        """Row numbers and the cells of each column in use; equal texts are kept once."""
        columns: dict[Role, list[str]] = {role: [] for role in self.used}
        targets = [(self.choices.roles.index(role), column.append) for role, column in columns.items()]
        numbers: list[int] = []
        known: dict[str, str] = {}
        for number, row in enumerate(rows, start=1):
            if number <= first or not any(row):
                continue
            numbers.append(number)
            width = len(row)
            for index, append in targets:
                cell = row[index].strip() if index < width else ""
                append(known.setdefault(cell, cell))
        return numbers, columns

    def read(self) -> tuple[list[Accepted], list[Rejected]]:
        accepted: list[Accepted] = []
        rejected: list[Rejected] = []
        count = len(self.numbers)
        names = map(self._name, self.cells["series"]) if "series" in self.used else [""] * count
        days = map(self._day, self.cells["date"]) if "date" in self.used else self._made_days(count)
        for number, name, day, value in zip(self.numbers, names, days, self.values.read(count), strict=True):
            odd = next((one for one in (day, value, name) if isinstance(one, Odd)), None)
            if odd is not None:
                rejected.append(Rejected(number, self._index(odd.role), odd.value, odd.code, odd.data))
            else:
                accepted.append(Accepted(number, name, day, *value))  # type: ignore[arg-type, misc]
        return accepted, rejected

    def _index(self, role: Role) -> int:
        found = self.choices.at(role)
        return -1 if found is None else found

    def _day(self, text: str) -> date | Odd:
        found = self._days.get(text)
        if found is None:
            found = self._days[text] = self._read_day(text)
        return found

    def _read_day(self, text: str) -> date | Odd:
        assert self.dates is not None
        day = read_date(text, self.dates)
        if day is None:
            code = "formula_cell" if is_formula(text) else "bad_date" if text else "no_date"
            return Odd("date", text, code, {"value": clean(text)[:60]})
        if day > self.today:
            return Odd("date", text, "future_date", {"value": day.isoformat()})
        return day if day >= EARLIEST else Odd("date", text, "bad_date", {"value": clean(text)[:60]})

    def _name(self, text: str) -> str | Odd:
        found = self._names.get(text)
        if found is None:
            found = self._names[text] = self._read_name(text)
        return found

    def _read_name(self, text: str) -> str | Odd:
        name = clean(text)
        if is_formula(name):
            return Odd("series", text, "formula_cell", {"value": name[:60]})
        if len(name) > LONGEST_NAME:
            return Odd("series", text, "long_name", {"value": name[:40], "limit": LONGEST_NAME})
        return name

    def _made_days(self, count: int) -> list[date | Odd]:
        """Dates for a table without any: the first row on `starts`, then one a step. A count by day skips weekends."""
        start = self.choices.starts or self.today
        made: list[date | Odd] = []
        day = start
        for index in range(count):
            if self.choices.step == "month":
                day = _months_later(start, index)
            elif index:
                day += timedelta(days=7 if self.choices.step == "week" else 3 if day.weekday() == 4 else 1)
            made.append(day if day <= self.today else Odd("date", "", "future_date", {"value": day.isoformat()}))
        return made


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in (start.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise ValueError(start)
