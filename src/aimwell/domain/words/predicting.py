"""A table of counts by groups in words: who is lowest, where the loss sits, what is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimwell.domain.theory.count_tables import WEEKDAY
from aimwell.domain.theory.predicting import Cut, ends_of, where_lost
from aimwell.domain.words.numbers import number_text, value_text
from aimwell.domain.words.tables import Table

TABLE = Table(
    "predicting",
    {
        "and": {"en": "{first} and {second}", "es": "{first} y {second}"},
        "nothing_said": {"en": "not said", "es": "sin dato"},
        "weekday:1": {"en": "Monday", "es": "lunes"},
        "weekday:2": {"en": "Tuesday", "es": "martes"},
        "weekday:3": {"en": "Wednesday", "es": "miércoles"},
        "weekday:4": {"en": "Thursday", "es": "jueves"},
        "weekday:5": {"en": "Friday", "es": "viernes"},
        "weekday:6": {"en": "Saturday", "es": "sábado"},
        "weekday:7": {"en": "Sunday", "es": "domingo"},
        "ends": {
            "en": "Lowest: {low_name}, {low}. Highest: {high_name}, {high}. They are {gap} points apart.",
            "es": "Lo más bajo: {low_name}, {low}. Lo más alto: {high_name}, {high}. La diferencia es de {gap} puntos.",
        },
        "same": {
            "en": "The groups are less than one point apart: {gap}.",
            "es": "Entre los grupos hay menos de un punto: {gap}.",
        },
        "loss": {
            "en": "{row} falls short most: {total} fewer than the others’ rate would give. {part} of these {total} "
            "({share}) are in {column}.",
            "es": "{row} es donde más falta: {total} menos de lo que daría el porcentaje de los demás. {part} de esos "
            "{total} ({share}) están en {column}.",
        },
        "loss_of_lost": {
            "en": "{row} stands out most: {total} more than the others’ rate would give. {part} of these {total} "
            "({share}) are in {column}.",
            "es": "{row} es donde más hay: {total} más de lo que daría el porcentaje de los demás. {part} de esos "
            "{total} ({share}) están en {column}.",
        },
        "even": {
            "en": "What can be shown here has no group that falls short of the others.",
            "es": "En lo que se puede mostrar aquí, ningún grupo queda por debajo de los demás.",
        },
        "hidden": {
            "en": (
                "One count is hidden, so that no student can be picked out. It is in: {names}.",
                "{n} counts are hidden, so that no student can be picked out. They are in: {names}.",
            ),
            "es": (
                "Una cuenta se oculta para que no se reconozca a nadie. Está en: {names}.",
                "{n} cuentas se ocultan para que no se reconozca a nadie. Están en: {names}.",
            ),
        },
        "cell_hidden": {"en": "hidden (small)", "es": "oculto (pocos)"},
        "of": {"en": "{count} of {whole}", "es": "{count} de {whole}"},
        "all": {"en": "All together", "es": "Todos juntos"},
        "each_row": {"en": "rows", "es": "filas"},
        "share_of": {"en": "“{count}” out of “{whole}”", "es": "“{count}” de “{whole}”"},
    },
)


@dataclass(frozen=True, slots=True)
class CellWords:
    """`rate` such as 88.1 %; empty where nobody is counted, and words where it is hidden."""

    rate: str
    count: str = ""
    whole: str = ""
    hidden: bool = False
    counts: str = ""
    """ "5,285 of 6,000"."""


@dataclass(frozen=True, slots=True)
class CutWords:
    """`sentence`: what the table shows. `heads`: of the columns, none for one attribute. `rows`: name and cells."""

    title: str
    what: str
    sentence: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CellWords, ...]], ...]
    hidden: str


def cut_words(cut: Cut, names: Sequence[str], *, count: str, whole: str, lang: str) -> CutWords:
    order = _in_order(cut.rows)
    across = _in_order(cut.columns)
    heads = tuple(group_name(cut.columns[k], lang) for k in across) if len(names) > 1 else ()
    rows = tuple((group_name(cut.rows[r], lang), tuple(_cell(cut, r, c, lang) for c in across)) for r in order)
    told = [group_name(name, lang) for name in cut.hidden_names]
    return CutWords(
        title=place_name(names, lang),
        what=TABLE.say("share_of", lang, count=count, whole=whole or TABLE.say("each_row", lang)),
        sentence=_pair(cut, lang) if len(names) > 1 else _single(cut, lang),
        heads=heads,
        rows=rows,
        hidden=TABLE.say("hidden", lang, n=cut.hidden, names=", ".join(told)) if cut.hidden else "",
    )


def place_name(names: Sequence[str], lang: str) -> str:
    """What a table cuts by: "day", or "day and distance"."""
    if len(names) == 1:
        return names[0]
    return TABLE.say("and", lang, first=names[0], second=names[1])


def group_name(value: str, lang: str) -> str:
    if value.startswith(WEEKDAY):
        return TABLE.say(value, lang)
    return value or TABLE.say("nothing_said", lang)


def _in_order(names: Sequence[str]) -> list[int]:
    """Days of the week in their order, numbers by size; all others as they came."""
    if all(name.startswith(WEEKDAY) or not name for name in names):
        return sorted(range(len(names)), key=lambda k: names[k] or "~")
    if all(name.isascii() and name.isdigit() for name in names):
        return sorted(range(len(names)), key=lambda k: int(names[k]))
    return list(range(len(names)))


def _cell(cut: Cut, row: int, column: int, lang: str) -> CellWords:
    if not cut.shown[row, column]:
        return CellWords(TABLE.say("cell_hidden", lang), hidden=True)
    rate = cut.rate(row, column)
    if rate is None:
        return CellWords("")
    count, whole = number_text(cut.counts[row, column]), number_text(cut.wholes[row, column])
    both = TABLE.say("of", lang, count=count, whole=whole)
    return CellWords(value_text(100 * rate, "%", 1), count, whole, counts=both)


def _single(cut: Cut, lang: str) -> str:
    ends = ends_of(cut)
    if ends is None:
        return TABLE.say("even", lang)
    gap = number_text(100 * ends.gap, 1)
    if ends.gap < 0.01:
        return TABLE.say("same", lang, gap=gap)
    return TABLE.say(
        "ends", lang, gap=gap,
        low_name=group_name(cut.rows[ends.lowest], lang), low=value_text(100 * ends.low, "%", 1),
        high_name=group_name(cut.rows[ends.highest], lang), high=value_text(100 * ends.high, "%", 1),
    )  # fmt: skip


def _pair(cut: Cut, lang: str) -> str:
    loss = where_lost(cut)
    if loss is None:
        return TABLE.say("even", lang)
    return TABLE.say(
        "loss_of_lost" if cut.lost else "loss", lang,
        row=group_name(cut.rows[loss.row], lang), column=group_name(cut.columns[loss.most], lang),
        total=number_text(loss.total), part=number_text(max(loss.parts)), share=value_text(100 * loss.share, "%"),
    )  # fmt: skip
