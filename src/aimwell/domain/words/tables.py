"""Sentences in two languages, kept together so that none is missing in one of them.

A module of this package that holds sentences makes one `Table` named like the module. An entry has an
English and a
Spanish text; a text is a string with named fields, or a pair (one, other) chosen by the parameter `n`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from string import Formatter
from typing import Literal, get_args

import aimwell.domain.words as package
from aimwell.domain.words.speech import in_local_words

Lang = Literal["en", "es"]
LANGS: tuple[Lang, ...] = get_args(Lang)
Text = str | tuple[str, str]
Entry = Mapping[str, Text]


class Table:
    """Named entries. `say` raises KeyError for an unknown key or a missing parameter."""

    def __init__(self, name: str, entries: Mapping[str, Entry]) -> None:
        self.name = name
        self.entries = entries

    def say(self, key: str, lang: str, **params: object) -> str:
        """In the words of the moment; what is filled in stays as it is."""
        entry = self.entries[key]
        text, source = entry["es" if lang.startswith("es") else "en"], entry["en"]
        if isinstance(text, tuple):
            text = text[0] if params["n"] == 1 else text[1]
        return in_local_words(text, lang, source if isinstance(source, str) else source[0]).format_map(params)


def say(key: str, lang: str, **params: object) -> str:
    """`say("readings.aim", "es", value="65 %")`: the entry `aim` of the table `readings`."""
    table, _, entry = key.partition(".")
    found: Table = import_module(f"{package.__name__}.{table}").TABLE
    return found.say(entry, lang, **params)


def all_tables() -> Iterator[Table]:
    """Every table of this package, for tests that walk them."""
    for module in pkgutil.iter_modules(package.__path__):
        table = getattr(import_module(f"{package.__name__}.{module.name}"), "TABLE", None)
        if isinstance(table, Table):
            yield table


def fields(text: Text) -> set[str]:
    """Names of the parameters of a text; of a pair, those of both together with `n`."""
    if isinstance(text, tuple):
        return fields(text[0]) | fields(text[1]) | {"n"}
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def gaps(table: Table) -> list[str]:
    """What is wrong with a table: a language missing or empty, or other parameters in one language."""
    found = []
    for key, entry in table.entries.items():
        missing = [lang for lang in LANGS if not entry.get(lang)]
        found += [f"{table.name}.{key}: no {lang}" for lang in missing]
        if not missing and fields(entry["en"]) | {"n"} != fields(entry["es"]) | {"n"}:
            found.append(f"{table.name}.{key}: parameters differ")
    return found
