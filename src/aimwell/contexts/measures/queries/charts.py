from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aimwell.contexts.measures.models import Annotation, Measure, Observation, Series
from aimwell.contexts.measures.queries.drawn import DrawnChart
from aimwell.contexts.measures.queries.possible import Numbers
from aimwell.contexts.measures.queries.seen import least_seen, marks_seen, period_seen, values_seen
from aimwell.contexts.measures.queries.values import (
    Gathered,
    bands_of,
    dated_values,
    gather,
    marks_of,
    read,
    read_points,
)
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, eyes_of, visible_to
from aimwell.domain.access.eyes import Eyes
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading


@dataclass(frozen=True)
class ChartView(DrawnChart):
    """The chart of a measure, or of one of its lines."""

    measure: Measure
    series: Series | None
    lines: int
    period: str
    gathered: Gathered

    @property
    def numbers(self) -> Numbers:
        return self.gathered.numbers

    @property
    def name(self) -> str:
        if self.series is not None and self.series.name:
            return f"{self.measure.name}: {self.series.name}"
        return self.measure.name

    @property
    def prefix(self) -> str:
        return f"chart-{self.measure.pk}"


@dataclass(frozen=True)
class SmallView:
    """One of several small charts on a common scale."""

    series: Series
    reading: Reading
    finding: str
    svg: SafeString


def chart_of(
    user: Reader, measure: Measure, series: Series | None = None, *, period: str = "", lang: str = ""
) -> ChartView:
    """The chart of one series, or of all of a measure together: sum / sum where wholes are known, the sum of counts,
    else the mean of the lines. `measure` must come from `visible_to`.

    Single rooms and single days are for the team: other readers get weeks, and NotFound for one series.
    """
    return chart_seen(eyes_of(user, measure), measure, series, period=period, lang=lang)


def chart_seen(
    eyes: Eyes, measure: Measure, series: Series | None = None, *, period: str = "", lang: str = ""
) -> ChartView:
    """The same through these eyes."""
    period = period_seen(eyes, measure, series, period)
    found = values_seen(eyes, dated_values([measure], series=series.pk if series else None))
    marks = marks_seen(eyes, measure.annotations.filter(ended_at=None))
    return chart_from(measure, series, found, marks, period=period, lang=lang, least=least_seen(eyes, measure))


def permitted_period(user: Reader, measure: Measure, series: Series | None, period: str) -> str:
    """The period that this reader may see; see `chart_of`."""
    return period_seen(eyes_of(user, measure), measure, series, period)


def chart_from(
    measure: Measure,
    series: Series | None,
    values: dict[tuple[int, int], list[Dated]],
    annotations: Sequence[Annotation],
    *,
    period: str = "",
    lang: str = "",
    least: int = 0,
) -> ChartView:
    chosen = period or measure.period
    points = [one for (_, line), dated in values.items() for one in dated if series is None or line == series.pk]
    found = gather(measure, points, period=chosen, annotations=annotations, least=least)
    reading = read_points(measure, found, period=chosen, annotations=annotations, together=series is None)
    marks = tuple(marks_of(annotations, reading, period=chosen))
    return ChartView(
        measure=measure, series=series, reading=reading, annotations=marks,
        bands=tuple(bands_of(annotations)), lang=lang or get_language() or "en", lines=len(values), period=chosen,
        gathered=found,
    )  # fmt: skip


def annotations_for(user: Reader, measure: Measure) -> list[Annotation]:
    return marks_seen(eyes_of(user, measure), measure.annotations.filter(ended_at=None))


def small_charts(
    measure: Measure,
    lines: Sequence[Series],
    values: dict[tuple[int, int], list[Dated]],
    annotations: Sequence[Annotation],
    *,
    period: str,
    shown: Sequence[Series] | None = None,
    lang: str = "",
) -> list[SmallView]:
    """Small charts of `shown` (else all), on the one scale that holds all `lines`."""
    language = lang or get_language() or "en"
    readings = {
        line.pk: read(
            measure, values.get((measure.pk, line.pk), []), period=period, annotations=annotations, together=False
        )
        for line in lines
    }
    scale = common_range(list(readings.values()))
    dates = [point.on for reading in readings.values() for point in reading.points]
    span = (min(dates), max(dates)) if dates else None
    drawn = []
    for line in shown if shown is not None else lines:
        reading = readings[line.pk]
        text = small_chart_svg(
            reading, lang=language, y_range=scale, dates=span, title=line.name or measure.name,
            id_prefix=f"small-{line.pk}",
        )  # fmt: skip
        words = reading_words(reading, language)
        drawn.append(SmallView(line, reading, words.finding, mark_safe(text)))  # noqa: S308
    return drawn


def latest_chart(user: Reader, team: Team, *, lang: str = "") -> ChartView | None:
    """The chart of the team's measure that was counted last; None when nothing has been counted."""
    newest = (
        Observation.objects.filter(
            series__measure__in=visible_to(user, Measure, team=team), series__ended_at=None, ended_at=None
        )
        .order_by("-observed_on", "-id")
        .select_related("series__measure__owner_team__org")
        .first()
    )
    return chart_of(user, newest.series.measure, lang=lang) if newest else None
