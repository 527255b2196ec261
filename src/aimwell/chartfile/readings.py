"""From the words on the command line to one reading a group."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from aimwell.chartfile.asked import comma_of, order_of
from aimwell.chartfile.columns import Chosen, Named, choose_columns, find_column
from aimwell.chartfile.points import CellErrors, Group, by_group, read_days, read_points
from aimwell.chartfile.sessions import closures_of, column_chart, over_sessions
from aimwell.chartfile.settings import days_said, is_column, phases_by_column, phases_of, target_of
from aimwell.chartfile.table import FileTable, read_table
from aimwell.chartfile.words import TABLE, refuse
from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.periods import Dated, month_of, week_of
from aimwell.domain.calendar.years import LEAST_MATCHED
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.reading import Phase, Reading

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class GroupReading:
    """`name` is empty where there are no groups. `title` is the measure, for headings."""

    name: str
    title: str
    reading: Reading


def group_readings(asked: Namespace, *, standard_input: BinaryIO, say: Say) -> tuple[GroupReading, ...]:
    """One reading a group. ChartFileError: what is wrong with the file, a column, a cell or an option."""
    table = read_table(asked.file, sheet=asked.sheet, lang=asked.lang, standard_input=standard_input)
    named = Named(x=asked.x, y=asked.y, n=asked.n, group=asked.group)
    chosen = choose_columns(
        table, named, chart=column_chart(asked), dated=asked.starts is None, lang=asked.lang, say=say
    )
    groups = _groups(table, chosen, asked, say)
    if asked.per_session:
        groups = over_sessions(groups, asked)
    unit = asked.unit if asked.unit is not None else _unit(groups, chosen, asked, say)
    _check_excluded(groups, asked)
    _check_within(groups, asked)
    title = asked.title or table.headings[chosen.y]
    return tuple(GroupReading(group.name, title, _reading(group, asked, unit)) for group in groups)


def _groups(table: FileTable, chosen: Chosen, asked: Namespace, say: Say) -> tuple[Group, ...]:
    errors = CellErrors(table, asked.lang)
    column = next((text for text in asked.phase if is_column(text)), "")
    phase = find_column(table, column, asked.lang) if column else None
    days = read_days(table, chosen, errors, starts=asked.starts, step=asked.step, order=order_of(asked), say=say)
    days = [_gathered(day, asked.by) for day in days]
    points = read_points(table, chosen, days, errors, chart=column_chart(asked), comma=comma_of(asked), say=say)
    errors.check()
    nameless = TABLE.say("no_group", asked.lang)
    return by_group(table, points, group=chosen.group, phase=phase, nameless=nameless)


def _gathered(day: date, by: str | None) -> date:
    return week_of(day) if by == "week" else month_of(day) if by == "month" else day


def _unit(groups: Sequence[Group], chosen: Chosen, asked: Namespace, say: Say) -> str:
    """A percentage for parts of a whole, unless a chart of rates or a multiplier was asked for."""
    if chosen.share:
        return "%"
    pairs = [p for group in groups for p in group.points if p.numerator is not None]
    if not pairs or asked.per_session or asked.multiply is not None or asked.chart in ("u", "up", "ip"):
        return ""
    if all(_within(point) for point in pairs):
        say(TABLE.say("guessed_percent", asked.lang))
        return "%"
    return ""


def _within(point: Dated) -> bool:
    return (point.numerator or 0) <= (point.denominator or 0)


def _check_excluded(groups: Sequence[Group], asked: Namespace) -> None:
    """A date to leave out must be somewhere."""
    known = {point.on for group in groups for point in group.points}
    for group in groups:
        for day in days_said(asked.exclude, _days(group), option="--exclude", lang=asked.lang):
            if day not in known:
                raise refuse("no_such_day", asked.lang, option="--exclude", text=day.isoformat())


def _check_within(groups: Sequence[Group], asked: Namespace) -> None:
    """Some group has points where a phase begins, and some up to the end of a baseline."""
    spans = [(days[0], days[-1], days) for group in groups if (days := _days(group))]
    said = [text for text in asked.phase if not is_column(text)]
    begins = [[phase.starts for phase in phases_of(said, days, asked.lang)] for _, _, days in spans]
    for starts in zip(*begins, strict=True):
        if not any(first <= day <= last for day, (first, last, _) in zip(starts, spans, strict=True)):
            raise refuse("no_phase_there", asked.lang, text=starts[0].isoformat())
    for text in asked.freeze:
        ends = [days_said([text], days, option="--freeze", lang=asked.lang) for _, _, days in spans]
        for day in {one for found in ends for one in found}:
            if all(day < first for first, _, _ in spans):
                raise refuse("no_baseline_there", asked.lang, text=day.isoformat())


def _days(group: Group) -> list[date]:
    return sorted({point.on for point in group.points})


def _reading(group: Group, asked: Namespace, unit: str) -> Reading:
    days = _days(group)
    reading = chart_reading(
        group.points,
        chart=asked.chart,
        rules=asked.rules,
        phases=_phases(group, asked, days),
        freeze=days_said(asked.freeze, days, option="--freeze", lang=asked.lang),
        exclude=days_said(asked.exclude, days, option="--exclude", lang=asked.lang),
        centre=asked.centre,
        centre_source=asked.centre_source,
        last_year=asked.baseline == "last-year",
        per_session=asked.per_session,
        closures=closures_of(asked.closed, asked.lang),
        target=target_of(asked.target, asked.lang),
        direction=asked.direction,
        unit=unit,
        period=asked.by,
        how=_how(asked),
        multiply=asked.multiply,
        screen=not asked.no_screening,
    )
    if asked.baseline == "last-year" and asked.centre is None and reading.method.last_year is None:
        raise refuse("no_last_year", asked.lang, least=LEAST_MATCHED)
    return reading


def _phases(group: Group, asked: Namespace, days: Sequence[date]) -> tuple[Phase, ...]:
    said = phases_of([text for text in asked.phase if not is_column(text)], days, asked.lang)
    return (*said, *phases_by_column(group))


def _how(asked: Namespace) -> Aggregate:
    how: Aggregate = asked.how or ("sum" if asked.chart == "c" else "mean")
    return how
