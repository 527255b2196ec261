"""Other ways to look at a measure than over time: one chart at a time, each only where the numbers allow it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language

from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.measures.queries.charts import permitted_period
from aimwell.contexts.measures.queries.gap_hiding import ForOthers, for_others, period_for_others, rule_of
from aimwell.contexts.measures.queries.lists import in_order, series_of
from aimwell.contexts.measures.queries.looks_cases import cusum_look
from aimwell.contexts.measures.queries.looks_lines import days_of_lines, funnel_look, pareto_look
from aimwell.contexts.measures.queries.looks_needs import needs_of
from aimwell.contexts.measures.queries.looks_shapes import (
    LOOKS,
    OF_LINES,
    Asked,
    LineReading,
    Look,
    LookName,
    Source,
)
from aimwell.contexts.measures.queries.looks_values import histogram_look, scatter_look
from aimwell.contexts.measures.queries.numbers import Line
from aimwell.contexts.measures.queries.seen import least_seen, marks_seen
from aimwell.contexts.measures.queries.values import dated_values, read, with_choice
from aimwell.contexts.people.queries import Reader, eyes_of, may_edit_team, visible_to
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.errors import NotFound
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.spc.reading import Reading
from aimwell.domain.tables.cells import harmless

_MAKERS: dict[LookName, Callable[[Source], Look]] = {
    "histogram": histogram_look,
    "scatter": scatter_look,
    "funnel": funnel_look,
    "pareto": pareto_look,
    "cusum": cusum_look,
}


@dataclass(frozen=True)
class LooksPage:
    """`needs`: what is missing, empty where a look is offered; only the looks that this reader may know of.

    `drawn`: None where `look` is not offered. `days`: periods to choose from, newest first, with their names.
    """

    source: Source
    member: bool
    period: str
    look: LookName
    needs: Mapping[LookName, str]
    drawn: Look | None
    days: Sequence[tuple[date, str]]

    @property
    def measure(self) -> Measure:
        return self.source.measure

    @property
    def lang(self) -> str:
        return self.source.lang

    @property
    def asked(self) -> Asked:
        return self.source.asked

    @property
    def of_lines(self) -> bool:
        return self.look in OF_LINES


def looks_page(user: Reader, measure: Measure, asked: Asked) -> LooksPage:
    """`measure` must come from `visible_to`. Who may see what is as on the chart page: single lines and single days
    are for the team.

    Raises NotFound for a look that does not exist or not for this reader, another measure that is not the team's or
    not open to this reader, and a period without numbers.
    """
    member = may_edit_team(user, measure.owner_team)
    known = [look for look in LOOKS if member or look not in OF_LINES]
    if asked.look and asked.look not in known:
        raise NotFound
    asked = replace(asked, outside=asked.outside and asked.look in OF_LINES)
    period = period_for_others(measure) if asked.outside else permitted_period(user, measure, None, asked.by)
    source = _source(user, measure, asked, period, member=member)
    needs = {look: needs_of(look, source) for look in known}
    look = _look(asked.look, needs)
    if look == "scatter" and not needs[look]:
        source = replace(source, beside=_beside(user, source.others, asked.other, period))
    voice = voice_for(source.reading, source.lang)
    return LooksPage(
        source=source, member=member, period=period, look=look, needs=needs,
        drawn=None if needs[look] else _MAKERS[look](source),
        days=[(day, voice.when(day)) for day in days_of_lines(source.lines)] if look in OF_LINES else [],
    )  # fmt: skip


def _look(asked: str, needs: Mapping[LookName, str]) -> LookName:
    """The one asked for, else the first that is offered, else the first."""
    offered = (look for look, need in needs.items() if look == asked or not (asked or need))
    return next(offered, next(iter(needs)))


def _source(user: Reader, measure: Measure, asked: Asked, period: str, *, member: bool) -> Source:
    plain = _as_counted(measure)
    eyes = eyes_of(user, measure)
    marks, least = marks_seen(eyes, measure.annotations.filter(ended_at=None)), least_seen(eyes, measure)
    values = {line: dated for (__, line), dated in dated_values([measure]).items()}
    names = in_order(series_of(user, measure)) if member else []
    counts = {line.pk: values[line.pk] for line in names if _counted(values.get(line.pk, []))}
    lang = get_language() or "en"
    seen = ForOthers({}, counts, 0)
    if asked.outside:
        seen = for_others(counts, marks, period=period, rule=rule_of(measure.owner_team), lang=lang)
    return Source(
        measure=measure,
        reading=read(
            plain, [one for dated in values.values() for one in dated], period=period, annotations=marks, least=least
        ),
        lines=[
            LineReading(line, read(plain, seen.values[line.pk], period=period, annotations=marks))
            for line in names
            if line.pk in seen.values
        ],
        hidden=len(seen.reasons), others=_others(user, measure), beside=None, asked=asked, lang=lang,
    )  # fmt: skip


def _as_counted(measure: Measure) -> Measure:
    """Its values themselves, where its chart shows moving ranges or counts per school day."""
    return with_choice(measure, "run", measure.rules, per_session=False)


def _counted(values: Sequence[Dated]) -> bool:
    return any(one.value is not None for one in values)


def _others(user: Reader, measure: Measure) -> list[Measure]:
    """The team's other measures that have numbers, by name."""
    numbers = Observation.objects.filter(
        series__measure=OuterRef("pk"), series__ended_at=None, ended_at=None, value__isnull=False
    )
    found = visible_to(user, Measure, team=measure.owner_team).exclude(pk=measure.pk).filter(Exists(numbers))
    return list(found.select_related("owner_team").order_by("name", "id"))


def _beside(user: Reader, others: Sequence[Measure], pk: int | None, period: str) -> tuple[Measure, Reading]:
    """Raises NotFound for one that is not among `others`."""
    other = next((one for one in others if pk in (None, one.pk)), None)
    if other is None:
        raise NotFound
    values = [one for dated in dated_values([other]).values() for one in dated]
    plain = _as_counted(other)
    eyes = eyes_of(user, other)
    marks = marks_seen(eyes, other.annotations.filter(ended_at=None))
    return other, read(plain, values, period=period, annotations=marks, least=least_seen(eyes, other))


def look_csv(look: Look) -> Iterator[str]:
    """Exact, in the order of the table."""
    writer = csv.writer(Line())
    yield "\ufeff"
    yield writer.writerow(look.rows[0] if look.rows else [])
    for row in look.rows:
        yield writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row.values()])
