"""The aim: how much, for whom, by when, from where."""

from typing import Any

from django.http import HttpRequest
from ninja import Field

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.people.api.shared import EDIT, WRITE, Body, Day, Id, Key, Number, Version, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, language, measure_of, router
from aimwell.contexts.theory.api.graph import aim_words
from aimwell.contexts.theory.api.shapes import AimWordsOut
from aimwell.contexts.theory.models import Inquiry


class AimIn(Body):
    """The whole aim as it shall stand. Any part may still be missing."""

    version: Version = Field(description="The version of the aim you start from; 0 while there is none.")
    what: line(300) = Field("", description="Does what, such as “explain their reasoning to a partner”.")
    for_whom: line(200) = ""
    baseline: Number | None = Field(None, description="Where it is now, in `unit`; a percentage is 0 to 100.")
    baseline_on: Day | None = None
    target: Number | None = Field(None, description="How much, in `unit`; a percentage is 0 to 100.")
    unit: Unit = Unit.PERCENT
    unit_name: line(40) = Field("", description="The name of the unit, for a number that is no share or count.")
    direction: Direction = Field(Direction.UP, description="Which way is good.")
    by_when: Day | None = None
    measure: Id | None = Field(None, description="The measure on whose chart the aim stands; it takes the target over.")
    key: Key = None


class AimMeasureIn(Body):
    measure: Id | None = Field(description="A measure of the same team; empty takes it off.")


@router.put("/inquiries/{inquiry_id}/aim", response={200: AimWordsOut, **EDIT})
def set_aim(request: HttpRequest, inquiry_id: Id, aim: AimIn) -> dict[str, Any]:
    """Write the aim, the first time or again."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts = {**dict(aim), "measure": measure_of(request, aim.measure)}
    return aim_words(services.set_aim(by=request.user, inquiry=inquiry, **facts), language())


@router.put("/inquiries/{inquiry_id}/aim/measure", response={200: AimWordsOut, **WRITE})
def attach_measure(request: HttpRequest, inquiry_id: Id, chosen: AimMeasureIn) -> dict[str, Any]:
    """The measure on whose chart the aim stands. An aim without words may already have one."""
    inquiry = found(request, Inquiry, inquiry_id)
    measure = measure_of(request, chosen.measure)
    return aim_words(services.attach_measure(by=request.user, inquiry=inquiry, measure=measure), language())
