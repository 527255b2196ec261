"""Which rows of a table can go in, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.domain.tables.choices import Accepted, Choices, Duplicates, Rejected
from aimwell.domain.tables.dates import DateColumn
from aimwell.domain.tables.reader import TableReader


@dataclass(frozen=True, slots=True)
class Checked:
    """`words`: each text that stands where a number would, with how often. `swapped`: pairs turned round."""

    accepted: list[Accepted]
    rejected: list[Rejected]
    dates: DateColumn | None
    comma: bool
    words: dict[str, int]
    rows: int
    swapped: int


def check(rows: Iterable[Sequence[str]], choices: Choices, *, first: int, today: date) -> Checked:
    """Read every row from `first` on. Empty rows are passed over. The result is in the order of the file."""
    reader = TableReader(rows, choices, first=first, today=today)
    accepted, rejected = reader.read()
    accepted, doubled = settle_duplicates(accepted, choices.duplicates, percent=choices.percent)
    column = choices.at("date")
    for one in doubled:
        day = one.on.isoformat()
        named = f"{one.series}, {day}" if one.series else day
        data = {"value": named}
        rejected.append(Rejected(one.row, -1 if column is None else column, day, "duplicate_date", data))
    rejected.sort(key=lambda one: one.row)
    values = reader.values
    return Checked(accepted, rejected, reader.dates, values.comma, values.words, len(reader.numbers), values.swapped)


def settle_duplicates(
    rows: list[Accepted], choice: Duplicates, *, percent: bool = True
) -> tuple[list[Accepted], list[Accepted]]:
    """Rows with one for each series and date, and those left aside. Adding up needs values on all of them."""
    groups: dict[tuple[str, date], list[Accepted]] = {}
    for one in rows:
        groups.setdefault((one.series, one.on), []).append(one)
    if len(groups) == len(rows):
        return rows, []
    kept, aside = [], []
    for group in groups.values():
        if len(group) == 1:
            kept.append(group[0])
        elif choice == "add" and all(one.value is not None for one in group):
            kept.append(_added(group, 100 if percent else 1))
        elif choice in ("first", "last"):
            kept.append(group[0 if choice == "first" else -1])
        else:
            aside += group
    return kept, aside


def _added(group: list[Accepted], factor: int) -> Accepted:
    if all(one.denominator is not None for one in group):
        top = sum(one.numerator or 0 for one in group)
        bottom = sum(one.denominator or 0 for one in group)
        return group[0]._replace(value=top / bottom * factor, numerator=top, denominator=bottom)
    return group[0]._replace(value=sum(one.value or 0 for one in group), numerator=None, denominator=None)
