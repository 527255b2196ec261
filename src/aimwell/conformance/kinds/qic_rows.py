"""Input rows of a chart into facets: grouped points in the order of part and x."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.periods import month_of, week_of
from aimwell.domain.spc.panels import Floats, Row, Series, group_rows

X = float | str
Rows = Sequence[dict[str, str | None]]
MISSING = frozenset({"NA", "null"})
"""A number that is not there, where a table writes it out."""


@dataclass(frozen=True, slots=True)
class Facet:
    """`names`: of the two facets, 1 where there is none; `place`: for the order of the summary.

    `after`: row numbers after which a part ends; `parts`: the number of each. `numbers`: of the points in the order
    of x. `centres`, `targets`: from a column.
    """

    names: tuple[X, X]
    place: tuple[int, int]
    series: Series
    after: list[int]
    parts: list[int]
    numbers: list[int]
    ordered: bool
    with_denominators: bool
    parted: bool
    centres: Floats | None
    targets: Floats | None


def facets_of(case: dict[str, Any], rows: Rows) -> list[Facet]:
    """In the order of the second facet, then of the first, as qicharts2 lists them. Rows without a facet drop out."""
    options, levels = case["options"], (case.get("input") or {}).get("x_levels")
    columns = options.get("facet_columns") or []
    columns = [columns] if isinstance(columns, str) else columns
    rows = [row for row in rows if all(row[column] is not None for column in columns)]
    first, second = ([_facet_names(rows, column) for column in columns] + [[1] * len(rows)] * 2)[:2]
    xs = _xs(rows, options, levels)
    labels = _part_labels(rows, options)
    found = []
    for place_2, name_2 in enumerate(sorted(set(second), key=_order)):
        for place_1, name_1 in enumerate(sorted(set(first), key=_order)):
            mine = [k for k in range(len(rows)) if (first[k], second[k]) == (name_1, name_2) and xs[k] is not None]
            if mine:
                found.append(_facet(options, rows, xs, labels, mine, (name_1, name_2), (place_1, place_2), levels))
    return found


def _facet(
    options: dict[str, Any],
    rows: Rows,
    xs: Sequence[X | None],
    labels: Sequence[int],
    mine: Sequence[int],
    names: tuple[X, X],
    place: tuple[int, int],
    levels: Sequence[str] | None,
) -> Facet:
    constant, size = options.get("n_constant"), options.get("n")
    given = [
        Row(xs[k], _number(rows[k][options["y"]]), float(constant) if constant is not None else _cell(rows[k], size))
        for k in mine
    ]
    shared = bool(size) or constant is not None
    levels_here: Sequence[Any] = levels or sorted({row.x for row in given}, key=_order)
    how: Aggregate = options.get("agg_fun") or "mean"
    series = group_rows(given, how=how, with_denominators=shared, order=levels_here)
    series = _summed_as_reference(series, given, filled=how == "sum" and not shared)
    label_of: dict[Any, int] = {xs[k]: labels[k] for k in reversed(mine)}
    part_of = [label_of[x] for x in series.x]
    order = sorted(range(len(part_of)), key=lambda k: part_of[k])
    by_part = [part_of[k] for k in order]
    cuts = [k for k in range(1, len(order)) if by_part[k] != by_part[k - 1]]
    parts = [by_part[k] for k in [0, *cuts]]
    if not options.get("part_column"):
        cuts = sorted({row for row in _list(options.get("part")) if 0 < row < len(order)})
        parts = list(range(1, len(cuts) + 2))
    return Facet(
        names=names,
        place=place,
        series=_reordered(series, order),
        after=cuts,
        parts=parts,
        numbers=[k + 1 for k in order],
        ordered=levels is None and not any(isinstance(x, str) and _date(x) is None for x in series.x),
        with_denominators=shared,
        parted=options.get("part") not in (None, []) or bool(options.get("part_column")),
        centres=_column(options.get("cl_column"), rows, xs, mine, series, order),
        targets=_column(options.get("target_column"), rows, xs, mine, series, order),
    )


def _summed_as_reference(series: Series, rows: Sequence[Row], *, filled: bool) -> Series:
    """Without a known value the sum of several rows is 0 and that of one row is missing; `filled`: its value is 0."""
    alone = {x for x, count in Counter(row.x for row in rows).items() if count == 1}
    empty = series.sizes == 0
    single = np.array([x in alone for x in series.x], dtype=np.bool_)
    return replace(
        series,
        numerators=np.where(empty & single, np.nan, series.numerators),
        values=np.where(empty, 0.0, series.values) if filled else series.values,
    )


def _xs(rows: Rows, options: dict[str, Any], levels: Sequence[str] | None) -> list[X | None]:
    """Dates as texts, which sort as dates; numbers, unless a value is none or x is a category."""
    column = options.get("x")
    if not column:
        return [float(k + 1) for k in range(len(rows))]
    texts = [None if row[column] is None else str(row[column]) for row in rows]
    if levels is not None:
        return [text if text in levels else None for text in texts]
    dates = [_date(text) for text in texts if text is not None]
    if all(day is not None for day in dates):
        return [None if text is None else _cut(date.fromisoformat(text), options.get("x_period")) for text in texts]
    try:
        return [None if text is None else float(text) for text in texts]
    except ValueError:
        return list(texts)


def _cut(day: date, period: str | None) -> str:
    if period == "month":
        day = month_of(day)
    elif period == "week":
        day = week_of(day)
    return day.isoformat()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _facet_names(rows: Rows, column: str) -> list[X]:
    texts = [str(row[column]) for row in rows]
    try:
        return [_whole(float(text)) for text in texts]
    except ValueError:
        return list(texts)


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _order(name: Any) -> tuple[str, X]:
    return (str(name).casefold() if isinstance(name, str) else "", name)


def _part_labels(rows: Rows, options: dict[str, Any]) -> list[int]:
    """The number of each row's part, in the order in which the values appear."""
    column = options.get("part_column")
    if not column:
        return [1] * len(rows)
    numbers: dict[str | None, int] = {}
    return [numbers.setdefault(row[column], len(numbers) + 1) for row in rows]


def _column(
    column: str | None,
    rows: Rows,
    xs: Sequence[X | None],
    mine: Sequence[int],
    series: Series,
    order: Sequence[int],
) -> Floats | None:
    """A number for each point, of its first row."""
    if not column:
        return None
    first: dict[Any, float | None] = {xs[k]: _number(rows[k][column]) for k in reversed(mine)}
    found = np.array([first[x] for x in series.x], dtype=np.float64)
    return found[list(order)]


def _reordered(series: Series, order: list[int]) -> Series:
    arrays = [getattr(series, field.name)[order] for field in fields(Series)[1:]]
    return Series(tuple(series.x[k] for k in order), *arrays)


def _cell(row: dict[str, str | None], column: str | None) -> float | None:
    return _number(row[column]) if column else None


def _number(text: str | None) -> float | None:
    return None if text is None or text in MISSING else float(text)


def _list(given: int | Sequence[int] | None) -> list[int]:
    return [] if given is None else [given] if isinstance(given, int) else [int(row) for row in given]
