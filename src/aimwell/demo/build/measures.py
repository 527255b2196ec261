from __future__ import annotations

import datetime as dt
from random import Random

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.demo.clock import Calendar, as_if, break_name
from aimwell.demo.numbers import BREAKS, Counts, counts_of, weeks_of
from aimwell.demo.worlds import shapes

PASTED = 8
"""Weeks that a team brings along from its spreadsheet; later ones it puts in week by week."""


def define_measures(
    specs: tuple[shapes.Measure, ...], *, by: User, team: Team, calendar: Calendar
) -> dict[str, Measure]:
    made = {}
    for spec in specs:
        with as_if(calendar.at(_defined(spec), "16:05")):
            made[spec.key] = services.create_measure(
                by=by, team=team, name=spec.name, kind=spec.kind, definition=spec.definition, unit=spec.unit,
                unit_name=spec.unit_name, direction=spec.direction, collector=spec.collector, minutes=spec.minutes,
                target=spec.target, target_by=calendar.day(spec.target_by) if spec.target_by else None,
            )  # fmt: skip
    return made


def _defined(spec: shapes.Measure) -> dt.date:
    weeks = weeks_of(spec)
    return (weeks[0] if weeks else dt.date(2026, 9, 14)) - dt.timedelta(days=4)


def fill_measure(spec: shapes.Measure, measure: Measure, *, by: User, calendar: Calendar, chance: Random) -> None:
    """The numbers: the first weeks as a paste from a spreadsheet, the rest one by one; then the marks on the chart."""
    weeks = weeks_of(spec)
    lines = {line.series: (line, counts_of(line, chance)[: len(weeks)]) for line in spec.weekly}
    if weeks:
        counts = {name: count for name, (_, count) in lines.items()}
        _paste(measure, weeks, counts, by=by, calendar=calendar)
    for name, (line, counted) in lines.items():
        for number, (week, count) in list(enumerate(zip(weeks, counted, strict=True)))[PASTED:]:
            _put(measure, name, week, count, line.notes.get(number, ""), by=by, calendar=calendar)
    _mark(spec, measure, weeks, by=by, calendar=calendar)
    if weeks and (spec.chart, spec.rules) != (measure.chart, measure.rules):
        with as_if(calendar.at(weeks[-1] + dt.timedelta(days=4), "15:40")):
            services.choose_chart(by=by, measure=measure, chart=spec.chart, rules=spec.rules)


def _paste(
    measure: Measure, weeks: tuple[dt.date, ...], lines: dict[str, Counts], *, by: User, calendar: Calendar
) -> None:
    """As a spreadsheet would be copied: a heading, then a row for each week and room."""
    whole = next(iter(lines.values()))[0][1] is not None
    heading = ["Date", *(["Room"] if len(lines) > 1 else []), *(["Count", "Out of"] if whole else ["Value"])]
    rows = ["\t".join(heading)]
    for number, week in enumerate(weeks[:PASTED]):
        for name, counts in lines.items():
            top, bottom = counts[number]
            cells = [calendar.day(week).isoformat(), *([name] if len(lines) > 1 else []), f"{top:g}"]
            rows.append("\t".join([*cells, *([f"{bottom:g}"] if bottom is not None else [])]))
    with as_if(calendar.at(weeks[min(PASTED, len(weeks)) - 1] + dt.timedelta(days=4), "15:15")):
        taken = services.start_import(by=by, measure=measure, text="\n".join(rows))
        services.apply_import(by=by, data_import=taken)


def _put(
    measure: Measure,
    name: str,
    week: dt.date,
    count: tuple[float, float | None],
    note: str,
    *,
    by: User,
    calendar: Calendar,
) -> None:
    top, bottom = count
    with as_if(calendar.at(week + dt.timedelta(days=3), "15:35")):
        services.put_value(
            by=by, measure=measure, on=calendar.day(week), series=name, note=note,
            value=top if bottom is None else None, numerator=None if bottom is None else top, denominator=bottom,
        )  # fmt: skip


def _mark(spec: shapes.Measure, measure: Measure, weeks: tuple[dt.date, ...], *, by: User, calendar: Calendar) -> None:
    if not weeks:
        return
    for starts, ends in spec.breaks or tuple(pause for pause in BREAKS if weeks[0] < pause[0] < weeks[-1]):
        first, last = calendar.day(starts), calendar.day(ends)
        with as_if(calendar.at(starts, "08:00")):
            services.annotate(
                by=by, measure=measure, kind="break", label=break_name(first, last), starts_on=first, ends_on=last
            )
    if spec.phase:
        starts, reason = spec.phase
        with as_if(calendar.at(starts + dt.timedelta(days=22), "15:30")):
            services.annotate(
                by=by, measure=measure, kind="phase", label=reason, starts_on=calendar.day(starts),
                evidence=spec.evidence,
            )  # fmt: skip
    if spec.left_out:
        monday, why = spec.left_out
        with as_if(calendar.at(monday + dt.timedelta(days=4), "15:30")):
            first = calendar.day(monday)
            services.annotate(
                by=by, measure=measure, kind="left_out", label=why, starts_on=first,
                ends_on=first + dt.timedelta(days=6),
            )  # fmt: skip
    for day, label in spec.events:
        with as_if(calendar.at(day, "15:30")):
            services.annotate(by=by, measure=measure, kind="event", label=label, starts_on=calendar.day(day))
