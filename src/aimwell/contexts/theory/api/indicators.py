"""Signs on the way to the aim, in the order of time."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Pages, Version, line
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, measure_of, router
from aimwell.contexts.theory.api.shapes import IndicatorOut
from aimwell.contexts.theory.models import Indicator, Inquiry, Moves


class IndicatorIn(Body):
    name: line(200, least=1)
    expected_on: Day
    moves: Moves = Moves.EARLY
    overarching: bool = Field(False, description="The one over all others.")
    measure: Id | None = Field(None, description="The measure that shows it; empty where it must still be set up.")
    owner: line(120) = Field("", description="Who sets it up.")
    make_by: Day | None = None
    key: Key = None


class IndicatorChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(200, least=1) = "-"
    expected_on: Day | None = None
    moves: Moves = Moves.EARLY
    overarching: bool = False
    measure: Id | None = None
    owner: line(120) = ""
    make_by: Day | None = None


@router.get("/inquiries/{inquiry_id}/indicators", response={200: list[IndicatorOut], **READ})
@paginate(Pages)
def list_indicators(request: HttpRequest, inquiry_id: Id) -> QuerySet[Indicator]:
    """By the day they are expected."""
    return visible_to(request.user, Indicator).filter(inquiry=found(request, Inquiry, inquiry_id))


@router.post("/inquiries/{inquiry_id}/indicators", response={201: IndicatorOut, **WRITE})
def add_indicator(request: HttpRequest, inquiry_id: Id, indicator: IndicatorIn) -> Status[Indicator]:
    """One that must still be set up is a task, and stands in nobody's way."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts: dict[str, Any] = {**dict(indicator), "measure": measure_of(request, indicator.measure)}
    return Status(201, services.add_indicator(by=request.user, inquiry=inquiry, **facts))


@router.patch("/indicators/{indicator_id}", response={200: IndicatorOut, **EDIT})
def change_indicator(request: HttpRequest, indicator_id: Id, indicator: IndicatorChangeIn) -> Indicator:
    """Other words, day, measure or owner."""
    row = found(request, Indicator, indicator_id)
    facts = indicator.over(row, "name", "moves", "overarching", "owner", "make_by")
    facts["expected_on"] = indicator.expected_on or row.expected_on
    facts["measure"] = (
        measure_of(request, indicator.measure) if "measure" in indicator.model_fields_set else row.measure
    )
    return services.change_indicator(by=request.user, indicator=row, version=indicator.version, **facts)
