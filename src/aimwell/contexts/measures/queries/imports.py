"""A file on its way in, as its page shows it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import DataImport, Missing, Unit
from aimwell.contexts.measures.queries.checks import column_note
from aimwell.contexts.measures.services.looking import starts_of
from aimwell.domain.words.dates import long_date, short_date
from aimwell.domain.words.files import TABLE, row_sentence
from aimwell.domain.words.numbers import number_text, value_text

TO_CHOOSE = ("duplicate_date", "numerator_above_denominator")


@dataclass(frozen=True)
class ColumnRow:
    """One column of the file: where it goes, what it looks like, what was checked."""

    index: int
    name: str
    role: str
    looks: str
    note: str
    students: bool


@dataclass(frozen=True)
class OddRow:
    """One row kept aside and why."""

    row: int
    value: str
    why: str


@dataclass(frozen=True)
class WordRow:
    """A word where a number would stand, how often, and what it was taken for."""

    index: int
    word: str
    times: int
    reason: str


@dataclass(frozen=True)
class ChangeRow:
    when: str
    series: str
    now: str
    after: str


@dataclass(frozen=True)
class ImportView:
    """Everything the page of one import says. `report` is what looking at the rows found."""

    data_import: DataImport
    lang: str

    @cached_property
    def report(self) -> dict[str, Any]:
        return dict(self.data_import.preview.get("report", {}))

    @property
    def sheet(self) -> dict[str, Any]:
        return dict(self.data_import.preview["sheets"][self.data_import.mapping["sheet"]])

    @property
    def sheets(self) -> list[str]:
        return [sheet["name"] for sheet in self.data_import.preview["sheets"]]

    @cached_property
    def columns(self) -> list[ColumnRow]:
        roles = self.data_import.mapping["roles"]
        return [
            ColumnRow(
                index=column["index"],
                name=column["name"] or _("Column %(number)s") % {"number": column["index"] + 1},
                role=roles[column["index"]],
                looks=_("hidden") if column["students"] else ", ".join(column["looks"]),
                note=column_note(column, roles[column["index"]], self.report, self.lang),
                students=column["students"],
            )
            for column in self.sheet["columns"]
        ]

    @cached_property
    def words(self) -> list[WordRow]:
        chosen = self.data_import.mapping["missing"]
        found = self.report.get("words", {})
        return [WordRow(i, word, n, chosen.get(word, "")) for i, (word, n) in enumerate(found.items())]

    def odd(self, code: str) -> list[OddRow]:
        return [
            OddRow(row, value, row_sentence(code, data, self.lang))
            for row, value, found, data in self.report.get("rejected", [])
            if found == code
        ]

    @property
    def doubled(self) -> list[OddRow]:
        return self.odd("duplicate_date")

    @property
    def above(self) -> list[OddRow]:
        return self.odd("numerator_above_denominator")

    @property
    def others(self) -> list[OddRow]:
        codes = [code for code in self.report.get("codes", {}) if code not in TO_CHOOSE]
        return sorted((row for code in codes for row in self.odd(code)), key=lambda row: row.row)

    @property
    def to_choose(self) -> int:
        return sum(self.report.get("codes", {}).get(code, 0) for code in TO_CHOOSE)

    @property
    def other_count(self) -> int:
        return self.report.get("left_out", 0) - self.to_choose

    @property
    def going_in(self) -> int:
        """Rows that change something."""
        return int(self.report.get("new", 0))

    @property
    def can_go_in(self) -> bool:
        return not self.report.get("problem") and bool(self.report.get("ready"))

    @property
    def span(self) -> tuple[str, str] | None:
        first, last = self.report.get("first_on"), self.report.get("last_on")
        if not first:
            return None
        return self._day(first), self._day(last)

    def _day(self, text: str) -> str:
        return long_date(datetime.date.fromisoformat(text), self.lang)

    @property
    def dated(self) -> bool:
        return "date" in self.data_import.mapping["roles"]

    @property
    def starts(self) -> str:
        return starts_of(self.data_import).isoformat()

    @property
    def guessed(self) -> str:
        return TABLE.say("old_letters", self.lang) if self.sheet["guessed"] else ""

    @cached_property
    def changes(self) -> list[ChangeRow]:
        return [
            ChangeRow(
                when=short_date(datetime.date.fromisoformat(one["on"]), self.lang, year=True),
                series=one["series"],
                now="" if one["now"] is None else self._value(*one["now"]),
                after=self._value(*one["after"]),
            )
            for one in self.report.get("changes", [])
        ]

    def _value(self, value: float | None, top: float | None, bottom: float | None, missing: str) -> str:
        if value is None:
            return str(Missing(missing).label)
        if top is not None and bottom is not None:
            return _("%(top)s of %(bottom)s") % {"top": _plain(top), "bottom": _plain(bottom)}
        measure = self.data_import.measure
        unit = "%" if measure.unit == Unit.PERCENT else measure.unit_name
        return value_text(value, unit, _decimals(value))


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 2


def _plain(value: float) -> str:
    return number_text(value, _decimals(value))


def import_view(data_import: DataImport, *, lang: str = "") -> ImportView:
    return ImportView(data_import, lang or get_language() or "en")
