"""Marks on a chart: events, days without school, new phases."""

import datetime
from typing import Literal

from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures import services
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.models import Annotation, AnnotationKind
from aimwell.contexts.measures.queries import annotations_of, find_measure
from aimwell.contexts.people.api.shared import READ, WRITE, AsideIn, Body, Day, Id, KeptOut, Key, Pages, Words, line
from aimwell.contexts.people.queries import find

Markable = Literal["event", "phase", "break", "left_out", "no_phase"]
KIND = (
    "phase: from here on a new middle; event: something that happened; break: days without school; "
    "left_out: days whose values stay on the chart, but out of its line and rules; "
    "no_phase: a proposed phase was looked at, and none was made."
)
EVIDENCE = "For a phase: how the team knows that this change came."
BASELINE = "For a phase: the last day of its baseline; later points do not move its line. Empty: all points make it."


class AnnotationIn(Body):
    kind: Markable = Field(description=f"{KIND} Cycles mark themselves.")
    label: line(120, least=1) = Field(description="Its name; for a phase what changed; why days are left out.")
    starts_on: Day
    ends_on: Day | None = Field(None, description="The last day, if it lasted.")
    evidence: Words = Field("", description=EVIDENCE)
    baseline_until: Day | None = Field(None, description=BASELINE)
    key: Key = None


class BaselineIn(Body):
    until: Day | None = Field(description=BASELINE)


class DaysIn(Body):
    starts_on: Day
    ends_on: Day | None = None


class AnnotationOut(KeptOut):
    measure: int = Field(validation_alias="measure_id")
    kind: AnnotationKind = Field(description=f"{KIND} cycle: written by the cycle itself.")
    label: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    evidence: str = Field(description=EVIDENCE)
    baseline_until: datetime.date | None = Field(description=BASELINE)
    cycle: int | None = Field(validation_alias="source_id", description="The cycle it stands for.")


@router.get("/measures/{measure_id}/annotations", response={200: list[AnnotationOut], **READ})
@paginate(Pages)
def list_annotations(request: HttpRequest, measure_id: Id) -> list[Annotation]:
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


@router.post("/annotations/{annotation_id}/baseline", response={200: AnnotationOut, **WRITE})
def set_phase_baseline(request: HttpRequest, annotation_id: Id, baseline: BaselineIn) -> Annotation:
    """The last day of the baseline of a phase. That of the first phase belongs to the measure."""
    found = find(request.user, Annotation, annotation_id)
    return services.set_phase_baseline(by=request.user, phase=found, until=baseline.until)


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
