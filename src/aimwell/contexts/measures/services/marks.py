from __future__ import annotations

import datetime
import uuid

from django.db import transaction

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, restore, set_aside
from aimwell.domain.errors import NotReady, Refused


@transaction.atomic
def annotate(
    *,
    by: User,
    measure: Measure,
    kind: str,
    label: str,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    source_id: int | None = None,
    evidence: str = "",
    baseline_until: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Annotation:
    """Mark a cycle, an event, days without school, a new phase, days left out, or a proposed phase that is none.

    A phase and days left out need their reason in `label`. `evidence` and `baseline_until` are for phases.
    Raises NotAllowed, NotReady("label"), Refused("end_before_start").
    """
    if not label.strip():
        raise NotReady(missing=["label"])
    _in_order(starts_on, ends_on)
    _in_order(starts_on, baseline_until)
    return create_content(
        by=by, model=Annotation, key=key, measure=measure, kind=AnnotationKind(kind), label=label.strip()[:120],
        starts_on=starts_on, ends_on=ends_on, source_id=source_id, evidence=evidence.strip(),
        baseline_until=baseline_until,
    )  # fmt: skip


@transaction.atomic
def set_baseline(*, by: User, measure: Measure, until: datetime.date | None) -> Measure:
    """The last day of the baseline of the first phase; None: all points make the line again. Raises NotAllowed."""
    return change_content(by=by, obj=measure, version=None, verb="baseline_set", baseline_until=until)


@transaction.atomic
def set_phase_baseline(*, by: User, phase: Annotation, until: datetime.date | None) -> Annotation:
    """The same inside a later phase. Raises NotAllowed, Refused("end_before_start")."""
    _in_order(phase.starts_on, until)
    return change_content(by=by, obj=phase, version=None, verb="baseline_set", baseline_until=until)


@transaction.atomic
def move_annotation(
    *, by: User, annotation: Annotation, starts_on: datetime.date, ends_on: datetime.date | None = None
) -> Annotation:
    """Other days for the same mark. Raises NotAllowed, Refused("end_before_start")."""
    _in_order(starts_on, ends_on)
    return change_content(by=by, obj=annotation, version=None, verb="moved", starts_on=starts_on, ends_on=ends_on)


@transaction.atomic
def end_annotation(*, by: User, annotation: Annotation, reason: str = "") -> Annotation:
    """Take a mark off the chart; restoring brings it back."""
    return set_aside(by=by, obj=annotation, reason=reason)


@transaction.atomic
def restore_annotation(*, by: User, annotation: Annotation) -> Annotation:
    return restore(by=by, obj=annotation)


def _in_order(starts_on: datetime.date, ends_on: datetime.date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise Refused("end_before_start")
