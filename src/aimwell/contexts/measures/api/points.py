"""The numbers themselves."""

import datetime
from typing import Annotated

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema
from ninja.pagination import paginate
from ninja.responses import Status
from pydantic import field_validator

from aimwell.contexts.measures import services
from aimwell.contexts.measures.api.base import own_measure, router
from aimwell.contexts.measures.models import Measure, Missing, Observation
from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, Key, Number, Pages, line
from aimwell.contexts.people.queries import visible_to
from aimwell.domain.errors import NotFound

SMALLEST = 0.000001


class ObservationIn(Body):
    """One count: `numerator` out of `denominator`, or a `value`, or why there is none."""

    on: Day = Field(description="The day counted; not later than today.")
    series: line(120) = Field("", description="Which line; a new name makes a new one.")
    value: Number | None = Field(None, description="In the unit of the measure; a percentage is 0 to 100.")
    numerator: Number | None = None
    denominator: Number | None = Field(None, description="Out of how many.")
    missing: Missing = Field(Missing.NOT_MISSING, description="Why there is no number.")
    note: line(200) = ""
    key: Key = None

    @field_validator("denominator")
    @classmethod
    def _large_enough(cls, value: float | None) -> float | None:
        if value is not None and 0 < value < SMALLEST:
            raise ValueError(f"0, or {SMALLEST} or more")
        return value


class ObservationOut(Schema):
    id: int
    series: int = Field(validation_alias="series_id")
    series_name: str = Field(validation_alias="series.name")
    observed_on: datetime.date
    value: float | None = Field(description="Exact; a percentage is 0 to 100.")
    numerator: float | None
    denominator: float | None
    missing: Missing
    note: str
    replaces: int | None = Field(validation_alias="replaces_id", description="The number it took the place of.")
    data_import: int | None = Field(validation_alias="data_import_id", description="The file it came with.")


@router.get("/measures/{measure_id}/observations", response={200: list[ObservationOut], **READ})
@paginate(Pages)
def list_observations(
    request: HttpRequest,
    measure_id: Id,
    series: Annotated[Id | None, Query(description="Only this line.")] = None,
    first: Annotated[Day | None, Query(description="From this day on.")] = None,
    last: Annotated[Day | None, Query(description="Up to this day.")] = None,
) -> QuerySet[Observation]:
    """Every number in force, by day. For members of the team only; others read the weekly `reading`."""
    measure = own_measure(request, measure_id)
    rows = Observation.objects.filter(series__measure=measure, series__ended_at=None, ended_at=None)
    asked = {"series": series, "observed_on__gte": first, "observed_on__lte": last}
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    return rows.select_related("series").order_by("observed_on", "series__name", "id")


@router.post("/measures/{measure_id}/observations", response={201: ObservationOut, **WRITE})
def put_value(request: HttpRequest, measure_id: Id, observation: ObservationIn) -> Status[Observation]:
    """Put one number in. It takes the place of an earlier one for the same line and day, which is kept."""
    measure = find_measure(request.user, measure_id)
    return Status(201, services.put_value(by=request.user, measure=measure, **dict(observation)))


@router.post("/observations/{observation_id}/take-back", response={204: None, **WRITE})
def take_back_value(request: HttpRequest, observation_id: Id) -> HttpResponse:
    """Undo a count by hand; what stood there before is back. Doing it twice changes nothing."""
    rows = Observation.objects.filter(series__measure__in=visible_to(request.user, Measure))
    made = rows.select_related("series__measure__owner_team").filter(pk=observation_id).first()
    if made is None:
        raise NotFound
    services.take_back_value(by=request.user, observation=made)
    return HttpResponse(status=204)
