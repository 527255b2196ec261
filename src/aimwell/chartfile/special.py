"""Charts without time: funnel, Pareto, histogram, scatter; and the CUSUM, which counts cases one by one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, BinaryIO

from aimwell.chartfile.asked import comma_of
from aimwell.chartfile.charts import Cell, Chart, Draw
from aimwell.chartfile.columns import NONE, find_column
from aimwell.chartfile.points import CellErrors, number_reader
from aimwell.chartfile.settings import target_of
from aimwell.chartfile.table import FileRow, FileTable, read_table
from aimwell.chartfile.words import TABLE, refuse
from aimwell.domain.render.cusum_svg import cusum_svg
from aimwell.domain.render.cusum_words import cusum_table, cusum_words
from aimwell.domain.render.funnel_svg import funnel_svg
from aimwell.domain.render.funnel_words import funnel_table, funnel_words
from aimwell.domain.render.histogram_svg import histogram_svg
from aimwell.domain.render.histogram_words import histogram_table, histogram_words
from aimwell.domain.render.pareto_svg import pareto_svg
from aimwell.domain.render.pareto_words import pareto_table, pareto_words
from aimwell.domain.render.scatter_svg import scatter_svg
from aimwell.domain.render.scatter_words import scatter_table, scatter_words
from aimwell.domain.render.special_words import PlainTable, SpecialWords
from aimwell.domain.render.table import harmless
from aimwell.domain.spc.bernoulli_cusum import bernoulli_cusum
from aimwell.domain.spc.funnel import GroupCount, funnel
from aimwell.domain.spc.histogram import histogram
from aimwell.domain.spc.pareto import pareto, pareto_of_counts
from aimwell.domain.spc.scatter import scatter

NEWEST = 12
"""Rows of the table under the words."""


def special_charts(asked: Namespace, *, standard_input: BinaryIO, say: Callable[[str], None]) -> list[Chart]:
    """One chart, or one for each group. ChartFileError: what is wrong and what to do."""
    table = read_table(asked.file, sheet=asked.sheet, lang=asked.lang, standard_input=standard_input)
    maker = _MAKERS[asked.chart]
    if asked.chart == "funnel" or asked.group in ("", NONE):
        return [_made(maker, _Source(table, asked, say), "")]
    group = find_column(table, asked.group, asked.lang)
    names = dict.fromkeys(table.cells(group))
    parts = {name: replace(table, rows=tuple(row for row in table.rows if row.cell(group) == name)) for name in names}
    nameless = TABLE.say("no_group", asked.lang)
    return [_made(maker, _Source(part, asked, say), name or nameless) for name, part in parts.items()]


@dataclass(frozen=True, slots=True)
class _Source:
    """A table and what was asked of it."""

    table: FileTable
    asked: Namespace
    say: Callable[[str], None]

    def column(self, option: str) -> int:
        name: str = getattr(self.asked, option)
        if not name:
            raise refuse("needs_column", self.asked.lang, chart=self.asked.chart, option=f"--{option}")
        return find_column(self.table, name, self.asked.lang)

    def heading(self, option: str) -> str:
        return self.table.headings[self.column(option)]

    def numbers(self, option: str) -> list[float | None]:
        errors = CellErrors(self.table, self.asked.lang)
        read = number_reader(self.table, self.column(option), errors, comma=comma_of(self.asked), say=self.say)
        found = [read(row) for row in self.table.rows]
        errors.check()
        return found

    @property
    def unit(self) -> str:
        return self.asked.unit or ""


@dataclass(frozen=True, slots=True)
class _Found:
    title: str
    draw: Draw
    words: SpecialWords
    table: PlainTable
    records: Sequence[dict[str, Any]]
    found: Any


def _made(maker: Callable[[_Source], _Found], source: _Source, name: str) -> Chart:
    try:
        made = maker(source)
    except ValueError:
        raise refuse(f"cannot_{source.asked.chart}", source.asked.lang) from None
    words = made.words
    return Chart(
        name=name,
        title=source.asked.title or made.title,
        draw=made.draw,
        lead=words.one_line,
        sentences=tuple(text for text in (*words.sentences, *words.notes) if text and text != words.one_line),
        table=made.table,
        newest=PlainTable(made.table.headers, made.table.rows[:NEWEST]),
        records=_records(made.records),
        data={**asdict(made.found), "words": asdict(words)},
    )


def _records(rows: Sequence[dict[str, Any]]) -> tuple[tuple[Cell, ...], ...]:
    """Header and rows; values that hold values themselves take one column each."""
    flat = [_flat(row) for row in rows]
    header = tuple(flat[0]) if flat else ()
    return (header, *(tuple(row.values()) for row in flat))


def _flat(row: dict[str, Any]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            cells |= {f"{key}_{inner}": one for inner, one in value.items()}
        else:
            cells[key] = harmless(value) if isinstance(value, str) else value
    return cells


def _funnel(source: _Source) -> _Found:
    asked, names = source.asked, source.table.cells(source.column("group"))
    pairs = zip(names, source.numbers("y"), source.numbers("n"), strict=True)
    groups = [GroupCount(name, top, size) for name, top, size in pairs if top is not None and size is not None]
    within = all(group.numerator <= group.denominator for group in groups)
    unit = asked.unit if asked.unit is not None else "%" if within and asked.multiply is None else ""
    multiplier = asked.multiply if asked.multiply is not None else 100.0 if unit == "%" else 1.0
    found = funnel(groups, kind="PR" if within else "RC", multiplier=multiplier)
    title = source.heading("y")
    return _Found(
        title,
        lambda size, prefix: funnel_svg(
            found, lang=asked.lang, unit=unit, name=title, direction=asked.direction, size=size, id_prefix=prefix
        ),
        funnel_words(found, asked.lang, unit=unit),
        funnel_table(found, asked.lang, unit=unit),
        [asdict(point) for point in found.points],
        found,
    )


def _pareto(source: _Source) -> _Found:
    asked, names = source.asked, source.table.cells(source.column("x"))
    if asked.y:
        counts: dict[str | None, int] = {}
        for name, count in zip(names, source.numbers("y"), strict=True):
            counts[name or None] = counts.get(name or None, 0) + round(count or 0)
        found = pareto_of_counts(counts)
    else:
        found = pareto(names)
    return _Found(
        source.heading("x"),
        lambda size, prefix: pareto_svg(found, lang=asked.lang, size=size, id_prefix=prefix),
        pareto_words(found, asked.lang),
        pareto_table(found, asked.lang),
        [asdict(bar) for bar in found.bars],
        found,
    )


def _histogram(source: _Source) -> _Found:
    asked, values, title = source.asked, source.numbers("y"), source.heading("y")
    found = histogram(values)
    return _Found(
        title,
        lambda size, prefix: histogram_svg(
            found, lang=asked.lang, unit=source.unit, name=title, size=size, id_prefix=prefix
        ),
        histogram_words(found, asked.lang, unit=source.unit),
        histogram_table(found, asked.lang, unit=source.unit),
        [asdict(one) for one in found.bins],
        found,
    )


def _scatter(source: _Source) -> _Found:
    asked, x_name, y_name = source.asked, source.heading("x"), source.heading("y")
    found = scatter(source.numbers("x"), source.numbers("y"))
    return _Found(
        f"{y_name}, {x_name}",
        lambda size, prefix: scatter_svg(
            found, lang=asked.lang, x_name=x_name, y_name=y_name, y_unit=source.unit, size=size, id_prefix=prefix
        ),
        scatter_words(found, asked.lang, x_name=x_name, y_name=y_name),
        scatter_table(found, asked.lang, x_name=x_name, y_name=y_name),
        [asdict(pair) for pair in found.pairs],
        found,
    )


def _cusum(source: _Source) -> _Found:
    asked = source.asked
    usual, first = target_of(asked.target, asked.lang), asked.freeze[0] if asked.freeze else None
    if first is not None and not first.isdecimal():
        raise refuse("bad_first", asked.lang, text=first)
    found = bernoulli_cusum(
        _outcomes(source),
        target=usual.value if usual is not None else None,
        from_first=int(first) if first is not None else None,
    )
    case_rows = enumerate(zip(found.up, found.down, strict=True), start=1)
    return _Found(
        source.heading("y"),
        lambda size, prefix: cusum_svg(found, lang=asked.lang, direction=asked.direction, size=size, id_prefix=prefix),
        cusum_words(found, asked.lang),
        cusum_table(found, asked.lang),
        [{"case": k, "up": up, "down": down} for k, (up, down) in case_rows],
        found,
    )


def _outcomes(source: _Source) -> list[int | None]:
    column, errors = source.column("y"), CellErrors(source.table, source.asked.lang)
    read = number_reader(source.table, column, errors)
    found = [_outcome(row, column, read(row), errors) for row in source.table.rows]
    errors.check()
    return found


def _outcome(row: FileRow, column: int, number: float | None, errors: CellErrors) -> int | None:
    if number is not None and number not in (0, 1):
        errors.add(row, column, "not_0_or_1", text=row.cell(column))
    return None if number is None else int(number)


_MAKERS: dict[str, Callable[[_Source], _Found]] = {
    "funnel": _funnel,
    "pareto": _pareto,
    "histogram": _histogram,
    "scatter": _scatter,
    "cusum": _cusum,
}
