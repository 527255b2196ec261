"""What a team counts."""

import datetime
from typing import Annotated

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures import services
from aimwell.contexts.measures.api.base import own_measure, router
from aimwell.contexts.measures.models import (
    Chart,
    Direction,
    LineFrom,
    Measure,
    MeasureKind,
    Period,
    Rules,
    Series,
    Unit,
)
from aimwell.contexts.measures.queries import find_measure, measure_seen, series_of
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    AsideIn,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    OwnedOut,
    Pages,
    Version,
    Words,
    line,
)
from aimwell.contexts.people.queries import eyes_of, find_team, visible_to

Minutes = Annotated[int, Field(ge=0, le=32_767)]
TARGET = "The aim's number, in `unit`; set with the aim or by itself."
CHART = "The kind of chart, in every view; where it does not fit the numbers a run chart stands in for it."
RULES = "The rules that the chart is read with."
BASELINE = "Last day of the baseline of the first phase; later points do not move its line. Empty: all points make it."

PER_SESSION = "Counts by week or month stand over their school days; days without school are the marks `break`."
LINE_FROM = (
    "Where the line in the middle comes from. own: the numbers of the chart; last_year: the same weeks or months of "
    "the school year before, where four or more were counted, else own; given: `line_value`."
)
LINE_VALUE = (
    "A line set by hand, on the scale of the chart; needs `line_source`. Sent by itself it makes `line_from` given."
)
LINE_SOURCE = "Where a line set by hand comes from, such as: state average 2026."


class MeasureIn(Body):
    name: line(200, least=1) = Field(description="What is counted.")
    kind: MeasureKind = MeasureKind.PROCESS
    definition: Words = Field("", description="So exact that two people count the same.")
    direction: Direction = Field(Direction.UP, description="Which way is good.")
    unit: Unit = Field(Unit.PERCENT, description="percent: 0 to 100; count: whole numbers; number: in `unit_name`.")
    unit_name: line(40) = Field("", description="Such as minutes.")
    period: Period = Field(Period.WEEK, description="How often it is counted.")
    collector: line(120) = Field("", description="Who counts.")
    minutes: Minutes | None = Field(None, description="Minutes each time.")
    chart: Chart = Field(Chart.RUN, description=CHART)
    rules: Rules = Field(Rules.ANHOEJ, description=RULES)
    baseline_until: Day | None = Field(None, description=BASELINE)
    per_session: bool = Field(False, description=PER_SESSION)
    line_from: LineFrom = Field(LineFrom.OWN, description=LINE_FROM)
    line_value: float | None = Field(None, description=LINE_VALUE)
    line_source: line(120) = Field("", description=LINE_SOURCE)
    key: Key = None


class MeasureChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(200, least=1) = "-"
    kind: MeasureKind = MeasureKind.PROCESS
    definition: Words = ""
    direction: Direction = Direction.UP
    unit: Unit = Unit.PERCENT
    unit_name: line(40) = ""
    period: Period = Period.WEEK
    collector: line(120) = ""
    minutes: Minutes | None = None
    chart: Chart = Field(Chart.RUN, description=CHART)
    rules: Rules = Field(Rules.ANHOEJ, description=RULES)
    baseline_until: Day | None = Field(None, description=BASELINE)
    per_session: bool = Field(False, description=PER_SESSION)
    line_from: LineFrom = Field(LineFrom.OWN, description=LINE_FROM)
    line_value: float | None = Field(None, description=LINE_VALUE)
    line_source: line(120) = Field("", description=LINE_SOURCE)


class MeasureOut(OwnedOut):
    name: str
    kind: MeasureKind
    definition: str
    direction: Direction
    unit: Unit
    unit_name: str
    period: Period
    collector: str
    minutes: int | None = Field(description="Minutes each time.")
    target: float | None = Field(description=TARGET)
    target_by: datetime.date | None
    chart: Chart = Field(description=CHART)
    rules: Rules = Field(description=RULES)
    baseline_until: datetime.date | None = Field(description=BASELINE)
    per_session: bool = Field(description=PER_SESSION)
    line_from: LineFrom = Field(description=LINE_FROM)
    line_value: float | None = Field(description=LINE_VALUE)
    line_source: str = Field(description=LINE_SOURCE)


class SeriesOut(KeptOut):
    measure: int = Field(validation_alias="measure_id")
    name: str = Field(description="A room, a school, a group; empty where the measure has one line.")


@router.get("/teams/{team_id}/measures", response={200: list[MeasureOut], **READ})
@paginate(Pages)
def list_measures(request: HttpRequest, team_id: Id) -> QuerySet[Measure]:
    """The team's measures that you may see, by name."""
    return visible_to(request.user, Measure).filter(owner_team=find_team(request.user, team_id))


@router.post("/teams/{team_id}/measures", response={201: MeasureOut, **WRITE})
def create_measure(request: HttpRequest, team_id: Id, measure: MeasureIn) -> Status[Measure]:
    """Define what the team counts."""
    team = find_team(request.user, team_id)
    return Status(201, services.create_measure(by=request.user, team=team, **dict(measure)))


@router.get("/measures/{measure_id}", response={200: MeasureOut, **READ})
def get_measure(request: HttpRequest, measure_id: Id) -> Measure:
    """One measure; its numbers are at `reading` and `observations`."""
    measure = find_measure(request.user, measure_id)
    return measure_seen(eyes_of(request.user, measure), measure)


@router.patch("/measures/{measure_id}", response={200: MeasureOut, **EDIT})
def change_measure(request: HttpRequest, measure_id: Id, measure: MeasureChangeIn) -> Measure:
    """Change how it is counted. The earlier wording stays in the history."""
    row = find_measure(request.user, measure_id)
    return services.change_measure(by=request.user, measure=row, version=measure.version, **measure.sent())


@router.post("/measures/{measure_id}/set-aside", response={200: MeasureOut, **WRITE})
def set_measure_aside(request: HttpRequest, measure_id: Id, asked: AsideIn) -> Measure:
    """Out of sight. Its numbers stay and come back with it."""
    measure = find_measure(request.user, measure_id, with_ended=True)
    return services.set_measure_aside(by=request.user, measure=measure, reason=asked.reason)


@router.post("/measures/{measure_id}/restore", response={200: MeasureOut, **WRITE})
def restore_measure(request: HttpRequest, measure_id: Id) -> Measure:
    """Bring it back with its numbers."""
    measure = find_measure(request.user, measure_id, with_ended=True)
    return services.restore_measure(by=request.user, measure=measure)


@router.get("/measures/{measure_id}/series", response={200: list[SeriesOut], **READ})
@paginate(Pages)
def list_series(request: HttpRequest, measure_id: Id) -> QuerySet[Series]:
    """The lines of a measure, by the alphabet. For members of the team only."""
    return series_of(request.user, own_measure(request, measure_id))
