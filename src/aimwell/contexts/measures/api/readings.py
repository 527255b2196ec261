"""The chart: as facts, in words, and as a file. They come from one reading and cannot disagree."""

import datetime
from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Field, Query, Schema

from aimwell.contexts.measures import queries, views
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.models import Series
from aimwell.contexts.measures.views.exports import PPTX, XLSX
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
    centre: float | None = Field(description="The line that holds here: a median on a run chart, else a mean.")
    lower: float | None = Field(description="Lower limit, three sigma; empty where the chart has none.")
    upper: float | None = Field(description="Upper limit, three sigma.")
    lower_2: float | None = Field(description="Two sigma.")
    upper_2: float | None = Field(description="Two sigma.")
    broken: list[str] = Field(description="Every rule that this point breaks, by name.")
    size: int | None = Field(description="Values in the subgroup of an X-bar or S chart.")
    phase: int
    excluded: bool
    on_line: bool
    useful: bool = Field(description="Counts for runs: it has a value that is not on the line.")
    in_shift: bool

    @staticmethod
    def resolve_in_shift(point: Any) -> bool:
        return point.shift is not None


class SignalOut(Schema):
    """One pattern that a rule names, from its first to its last point."""

    rule: str
    first: datetime.date
    last: datetime.date
    length: int = Field(description="Points.")
    side: str | None = Field(description="above, below, or empty.")


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
    signals: list[SignalOut] = Field(description="Every signal of the chosen rules.")
    trial: bool = Field(description="Line and limits come from fewer than 12 points.")


class BreakOut(Schema):
    start: datetime.date
    end: datetime.date
    name: str


class LastYearOut(Schema):
    centre: float
    first: datetime.date
    last: datetime.date
    matched: int = Field(description="Values in it.")


class MethodOut(Schema):
    chart: str = Field(description="The chart that is drawn.")
    centre: str = Field(description="median, mean, given (set by hand) or last_year.")
    source: str = Field(description="Where a line set by hand comes from.")
    last_year: LastYearOut | None = Field(description="The stretch that the line of this school year comes from.")
    per_session: bool = Field(description="Values are counts per school day.")
    rule: str
    no_limits: str = Field(description="Why a chart that has limits shows none: flat, few or zero; else empty.")
    screened: int = Field(description="Moving ranges dropped before the limits.")
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
    """The chart as the measure asks for it; see docs/reference/statistics.md."""

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
    false_signals: float = Field(description="Signals to expect on this chart if nothing had changed.")
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
        "false_signals": queries.expected_signals([reading], measure.rules),
        "words": {lang: asdict(reading_words(reading, lang)) for lang in ("en", "es")},
    }


@router.get("/measures/{measure_id}/chart.svg", response={200: None, **READ}, openapi_extra=media("image/svg+xml"))
def get_chart_svg(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The chart as SVG, ready to print."""
    return views.chart_svg(request, measure_id)


@router.get("/measures/{measure_id}/chart.png", response={200: None, **READ}, openapi_extra=media("image/png"))
def get_chart_png(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The chart as PNG, 1600 pixels wide."""
    return views.chart_png(request, measure_id)


@router.get("/measures/{measure_id}/chart.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_chart_csv(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The numbers behind the chart, exact, oldest first."""
    return views.numbers_file(request, measure_id)


class TableOut(Schema):
    measure: int
    name: str
    chart: str = Field(description="The chart that is drawn.")
    rules: str
    period: str
    method: dict[str, str] = Field(description="What was computed and how, in the language of the request.")
    points: list[dict[str, Any]] = Field(description="The columns of the command line's CSV, oldest first.")


@router.get("/measures/{measure_id}/chart.json", response={200: TableOut, **READ})
def get_chart_json(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """The table behind the chart with limits and rules, and how it was made."""
    return views.numbers_json(request, measure_id)


@router.get("/measures/{measure_id}/chart.xlsx", response={200: None, **READ}, openapi_extra=media(XLSX))
def get_chart_xlsx(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """A workbook: the table with a chart beside it, and the method."""
    return views.chart_xlsx(request, measure_id)


@router.get("/measures/{measure_id}/chart.pptx", response={200: None, **READ}, openapi_extra=media(PPTX))
def get_chart_pptx(request: HttpRequest, measure_id: Id, series: Line = None, by: By = None) -> HttpResponseBase:
    """A slide with a chart that can be edited."""
    return views.chart_pptx(request, measure_id)
