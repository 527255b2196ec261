"""The run chart: as facts, in words, and as a file. They come from one reading and cannot disagree."""

import datetime
from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Field, Query, Schema

from aimwell.contexts.measures import queries, views
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.api.shared import READ, Id, media
from aimwell.contexts.people.queries import find
from aimwell.domain.render.readings import reading_words

Line = Annotated[
    Id | None, Query(description="One line of the measure; without it, all together. For members of the team only.")
]
By = Annotated[
    Literal["day", "week", "month"] | None,
    Query(description="Gathered by day, week or month; without it, as the measure is counted."),
]


class TargetOut(Schema):
    value: float
    by: datetime.date | None


class ShiftOut(Schema):
    """A run too long for chance alone."""

    phase: int
    first: datetime.date
    last: datetime.date
    length: int = Field(description="Points.")
    side: str = Field(description="above or below the line it was held against.")
    tone: str = Field(description="toward the good direction, away from it, or neutral.")
    ongoing: bool
    centre: float = Field(description="What it was held against.")
    limit: int = Field(description="The longest run that is still ordinary, in points.")
    against_earlier: bool = Field(description="Held against the middle of the phase before.")


class PointOut(Schema):
    on: datetime.date
    value: float | None = Field(description="Exact; empty where nothing was counted. A percentage is 0 to 100.")
    numerator: float | None
    denominator: float | None
    missing: str = Field(description="Why there is no value.")
    note: str
    centre: float | None = Field(description="The median that holds here.")
    phase: int
    excluded: bool
    on_line: bool
    useful: bool = Field(description="Counts for runs: it has a value that is not on the line.")
    in_shift: bool

    @staticmethod
    def resolve_in_shift(point: Any) -> bool:
        return point.shift is not None


class PhaseOut(Schema):
    index: int
    starts: datetime.date
    ends: datetime.date
    reason: str = Field(description="What changed, as a person wrote it.")
    centre: float | None
    n_values: int
    n_useful: int
    longest_run: int
    longest_run_max: int = Field(description="The longest run that is still ordinary.")
    crossings: int
    crossings_min: int = Field(description="The fewest crossings that are still ordinary.")
    long_run: bool
    few_crossings: bool
    shift: ShiftOut | None
    against_earlier: ShiftOut | None = Field(description="This phase beside the middle of the one before.")


class BreakOut(Schema):
    start: datetime.date
    end: datetime.date
    name: str


class MethodOut(Schema):
    centre: str
    rule: str
    left_out: list[datetime.date]
    missing: int


class WordsOut(Schema):
    finding: str = Field(description="What was found, short enough for a title.")
    one_line: str
    sentences: list[str]
    rule: str
    how_we_can_tell: str
    what_it_does_not_say: str
    alt: str = Field(description="For those who do not see the chart.")


class BothWords(Schema):
    en: WordsOut
    es: WordsOut


class ReadingOut(Schema):
    """A run chart by Anhoej's rules; see docs/reference/statistics.md."""

    measure: int
    series: int | None
    period: str
    unit: str = Field(description="% for percentages from 0 to 100, empty for counts, else the name of the unit.")
    direction: str = Field(description="Which way is good: up, down, or empty.")
    target: TargetOut | None
    points: list[PointOut]
    phases: list[PhaseOut]
    breaks: list[BreakOut]
    shift: ShiftOut | None = Field(description="The shift to speak of.")
    points_wanted: int = Field(description="How many more values until the rules may speak.")
    method: MethodOut
    words: BothWords


@router.get("/measures/{measure_id}/reading", response={200: ReadingOut, **READ})
def get_reading(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> Any:
    """What the chart shows, as facts and in words."""
    measure = queries.find_measure(request.user, measure_id)
    found = find(request.user, Series, series, measure=measure) if series else None
    reading = queries.chart_of(request.user, measure, found, period=by or "").reading
    names = ("period", "unit", "direction", "target", "points", "phases", "breaks", "shift", "points_wanted", "method")
    return {
        "measure": measure.pk,
        "series": series,
        **{name: getattr(reading, name) for name in names},
        "words": {lang: asdict(reading_words(reading, lang)) for lang in ("en", "es")},
    }


@router.get("/measures/{measure_id}/chart.svg", response={200: None, **READ}, openapi_extra=media("image/svg+xml"))
def get_chart_svg(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The run chart as SVG, ready to print."""
    return views.chart_svg(request, measure_id)


@router.get("/measures/{measure_id}/chart.png", response={200: None, **READ}, openapi_extra=media("image/png"))
def get_chart_png(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The run chart as PNG, 1600 pixels wide."""
    return views.chart_png(request, measure_id)


@router.get("/measures/{measure_id}/chart.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_chart_csv(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The numbers behind the chart, exact, oldest first."""
    return views.numbers_file(request, measure_id)
