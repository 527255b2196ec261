"""Marks on a chart: events, days without school, new phases."""

import datetime
from typing import Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures import services
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.models import Annotation, AnnotationKind
from aimwell.contexts.measures.queries import annotations_of, find_measure
from aimwell.contexts.people.api.shared import READ, WRITE, AsideIn, Body, Day, Id, KeptOut, Key, Pages, line
from aimwell.contexts.people.queries import find

KIND = "phase: from here on a new middle; event: something that happened; break: days without school."


class AnnotationIn(Body):
    kind: Literal["event", "phase", "break"] = Field(description=f"{KIND} Cycles mark themselves.")
    label: line(120, least=1) = Field(description="Its name; for a phase what changed, and how you know.")
    starts_on: Day
    ends_on: Day | None = Field(None, description="The last day, if it lasted.")
    key: Key = None


class DaysIn(Body):
    starts_on: Day
    ends_on: Day | None = None


class AnnotationOut(KeptOut):
    measure: int = Field(validation_alias="measure_id")
    kind: AnnotationKind = Field(description=f"{KIND} cycle: written by the cycle itself.")
    label: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    cycle: int | None = Field(validation_alias="source_id", description="The cycle it stands for.")


@router.get("/measures/{measure_id}/annotations", response={200: list[AnnotationOut], **READ})
@paginate(Pages)
def list_annotations(request: HttpRequest, measure_id: Id) -> QuerySet[Annotation]:
    """What is marked on the chart, by day."""
    return annotations_of(request.user, find_measure(request.user, measure_id))


@router.post("/measures/{measure_id}/annotations", response={201: AnnotationOut, **WRITE})
def annotate(request: HttpRequest, measure_id: Id, annotation: AnnotationIn) -> Status[Annotation]:
    """Mark the chart."""
    measure = find_measure(request.user, measure_id)
    return Status(201, services.annotate(by=request.user, measure=measure, **dict(annotation)))


@router.post("/annotations/{annotation_id}/move", response={200: AnnotationOut, **WRITE})
def move_annotation(request: HttpRequest, annotation_id: Id, days: DaysIn) -> Annotation:
    """Other days for the same mark."""
    found = find(request.user, Annotation, annotation_id)
    return services.move_annotation(by=request.user, annotation=found, **dict(days))


@router.post("/annotations/{annotation_id}/set-aside", response={200: AnnotationOut, **WRITE})
def end_annotation(request: HttpRequest, annotation_id: Id, asked: AsideIn) -> Annotation:
    """Take a mark off the chart; it can come back."""
    found = find(request.user, Annotation, annotation_id, with_ended=True)
    return services.end_annotation(by=request.user, annotation=found, reason=asked.reason)


@router.post("/annotations/{annotation_id}/restore", response={200: AnnotationOut, **WRITE})
def restore_annotation(request: HttpRequest, annotation_id: Id) -> Annotation:
    """Back on the chart."""
    found = find(request.user, Annotation, annotation_id, with_ended=True)
    return services.restore_annotation(by=request.user, annotation=found)
