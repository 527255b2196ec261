"""The numbers of a row: a value, a count with its whole, or a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aimwell.domain.tables.cells import clean, is_formula
from aimwell.domain.tables.choices import Choices
from aimwell.domain.tables.columns import Role
from aimwell.domain.tables.missing import words_found
from aimwell.domain.tables.numbers import decimal_comma, read_number, read_pair

Value = tuple[float | None, float | None, float | None, str]
"""Value, count, whole, and why it is missing."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that cannot be used, and why."""

    role: Role
    value: str
    code: str
    data: Mapping[str, Any] = field(default_factory=dict)


class ValueReader:
    """Reads the number columns of one table. `swapped` counts the pairs turned round on request."""

    def __init__(self, cells: Mapping[Role, Sequence[str]], choices: Choices) -> None:
        self.choices = choices
        self.roles: list[Role] = [role for role in ("value", "share", "numerator", "denominator") if role in cells]
        self.columns = {role: cells[role] for role in self.roles}
        different = {role: dict.fromkeys(column) for role, column in self.columns.items()}
        self.comma = any(decimal_comma(texts) for texts in different.values())
        self.words = self._words()
        self.swapped = 0

    def _words(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for column in self.columns.values():
            for word, count in words_found(column, comma=self.comma).items():
                found[word] = found.get(word, 0) + count
        return found

    def read(self, count: int) -> Iterator[Value | Odd]:
        """One for each row, in order."""
        if "denominator" in self.columns and ("numerator" in self.columns or "value" in self.columns):
            tops = self.columns["numerator" if "numerator" in self.columns else "value"]
            return self._remembered(zip(tops, self.columns["denominator"], strict=True), self._pair)
        role = next((role for role in ("value", "share", "numerator") if role in self.columns), None)
        if role is None:
            return iter([Odd("value", "", "no_number")] * count)
        return self._remembered(self.columns[role], self._share if role == "share" else self._single)

    def _remembered(self, texts: Iterable[Any], read: Any) -> Iterator[Value | Odd]:
        known: dict[Any, Value | Odd] = {}
        turned: set[Any] = set()
        for text in texts:
            found = known.get(text)
            if found is None:
                before = self.swapped
                found = known[text] = read(text)
                if self.swapped > before:
                    turned.add(text)
            elif text in turned:
                self.swapped += 1
            yield found

    def _pair(self, texts: tuple[str, str]) -> Value | Odd:
        top, bottom = texts
        if (reason := self._missing(top)) or (not top and (reason := self._missing(bottom))):
            return None, None, None, reason
        count = self._number(top, self.roles[0])
        if isinstance(count, Odd):
            return count
        if not bottom:
            return Odd("denominator", "", "missing_denominator")
        whole = self._number(bottom, "denominator")
        return whole if isinstance(whole, Odd) else self._of(count, whole, f"{top} / {bottom}")

    def _single(self, text: str) -> Value | Odd:
        if reason := self._missing(text):
            return None, None, None, reason
        if pair := read_pair(text, comma=self.comma):
            return self._of(*pair, text)
        number = self._number(text, self.roles[0])
        if isinstance(number, Odd):
            return number
        if number < 0 and not self.choices.signed:
            return Odd("value", text, "negative_count", {"value": text[:60]})
        return number, None, None, ""

    def _share(self, text: str) -> Value | Odd:
        found = self._single(text)
        if isinstance(found, Odd) or found[0] is None or found[2] is not None or "%" in text:
            return found
        return round(found[0] * 100, 10), None, None, ""

    def _missing(self, text: str) -> str:
        return self.choices.missing.get(text, "")

    def _number(self, text: str, role: Role) -> float | Odd:
        number = read_number(text, comma=self.comma)
        if number is not None:
            return number
        code = "formula_cell" if is_formula(text) else "bad_number" if text else "no_number"
        return Odd(role, text, code, {"value": clean(text)[:60]})

    def _of(self, top: float, bottom: float, text: str) -> Value | Odd:
        if top < 0 or bottom < 0:
            return Odd("numerator", text, "negative_count", {"value": text[:60]})
        if bottom == 0:
            return Odd("denominator", text, "zero_denominator")
        if top > bottom and self.choices.percent:
            if not self.choices.swap:
                data = {"numerator": _plain(top), "denominator": _plain(bottom)}
                return Odd("numerator", text, "numerator_above_denominator", data)
            self.swapped += 1
            top, bottom = bottom, top
            if bottom == 0:
                return Odd("denominator", text, "zero_denominator")
        return top / bottom * (100 if self.choices.percent else 1), top, bottom, ""


def _plain(value: float) -> str:
    return f"{value:,.6g}"
