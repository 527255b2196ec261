"""What a sheet is made of. Labels and answers to tick come from the forms of the screen, so they cannot drift."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.formats import date_format, localize
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

NO_RULES: Mapping[str, int] = {}
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
PALE = 3 * 0xE6
SHORT = (forms.DateField, forms.IntegerField, forms.FloatField)


@dataclass(frozen=True, slots=True)
class Line:
    """A label with what was written, or with ruled lines; or with boxes to tick."""

    template: ClassVar[str] = "paper/line.html"
    label: str
    help: str = ""
    value: str = ""
    rules: int = 1
    choices: tuple[tuple[str, bool], ...] = ()
    short: bool = False
    """Half a line is enough: a day, a number, one box."""

    @property
    def ruled(self) -> range:
        return range(self.rules)


@dataclass(frozen=True, slots=True)
class Words:
    """A heading inside the sheet, a sentence to read out, or both."""

    template: ClassVar[str] = "paper/words.html"
    head: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `empty` rows more to write in."""

    template: ClassVar[str] = "paper/grid.html"
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    empty: int = 0
    kind: str = ""

    @property
    def blanks(self) -> range:
        return range(self.empty)


@dataclass(frozen=True, slots=True)
class Slips:
    """Strips to cut out, each with the same labels."""

    template: ClassVar[str] = "paper/slips.html"
    labels: tuple[str, ...]
    texts: tuple[str, ...] = ()
    empty: int = 0

    @property
    def blanks(self) -> range:
        return range(self.empty)


@dataclass(frozen=True, slots=True)
class Drawing:
    template: ClassVar[str] = "paper/drawing.html"
    svg: SafeString


@dataclass(frozen=True, slots=True)
class Columns:
    """Boxes in columns under their headings, from left to right."""

    template: ClassVar[str] = "paper/columns.html"
    columns: tuple[tuple[str, int], ...]

    @property
    def boxes(self) -> list[tuple[str, range]]:
        return [(head, range(number)) for head, number in self.columns]


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks that stay together; `fresh` begins a new page."""

    template: ClassVar[str] = "paper/card.html"
    blocks: tuple[Block, ...]
    fresh: bool = False


Block = Line | Words | Grid | Slips | Drawing | Columns | Card


def lines(
    form: type[forms.Form] | forms.Form, thing: object = None, *, only: str = "", rules: Mapping[str, int] = NO_RULES
) -> tuple[Line, ...]:
    """The fields of a form in its order, or those in `only`, with the values of `thing`."""
    fields = form.fields if isinstance(form, forms.Form) else form.base_fields
    return tuple(_line(name, fields[name], thing, rules) for name in only.split() or fields)


def labels(form: type[forms.Form], only: str = "") -> tuple[str, ...]:
    fields = form.base_fields
    return tuple(str(fields[name].label) for name in only.split() or fields)


def drawn(svg: str) -> Drawing:
    """A drawing in black and white: what is nearly white becomes white, all else black."""

    def black_or_white(colour: re.Match[str]) -> str:
        return "#FFFFFF" if sum(bytes.fromhex(colour[0][1:])) >= PALE else "#000000"

    return Drawing(mark_safe(COLOUR.sub(black_or_white, svg)))  # noqa: S308  (the writers escape all text)


def cards(form: type[forms.Form], things: Iterable[object], *, blank: int, **more: Any) -> list[Block]:
    """One card for each thing, or `blank` empty ones where there is none."""
    return [Card(lines(form, thing, **more)) for thing in [*things] or [None] * blank]


def told(value: Any) -> str:
    """A stored value as it is written on paper."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date):
        return str(date_format(value))
    return str(localize(value)) if isinstance(value, int | float) else str(value)


def ticked(choices: Iterable[tuple[Any, str | Promise]], chosen: Any) -> tuple[tuple[str, bool], ...]:
    held = [str(one) for one in (chosen if isinstance(chosen, Sequence) and not isinstance(chosen, str) else [chosen])]
    return tuple((str(words), str(key) in held) for key, words in choices if key)


def _line(name: str, field: Any, thing: object, rules: Mapping[str, int]) -> Line:
    value = getattr(thing, name, None)
    label, help_text = str(field.label), str(field.help_text)
    if isinstance(field, forms.BooleanField):
        return Line("", help_text, choices=((label, bool(value)),), short=True)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        boxes = ticked(field.choices, value)
        if boxes:
            return Line(label, help_text, choices=boxes)
    usual = 2 if isinstance(field.widget, forms.Textarea) else 1
    short = isinstance(field, SHORT) and not help_text
    return Line(label, help_text, told(value), rules.get(name, usual), short=short)
