"""The aim: how much, for whom, by when, from where."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction

from aimwell.contexts.measures.models import Direction, Measure, Unit
from aimwell.contexts.measures.services import set_target
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Aim, Inquiry
from aimwell.core.history.services import hold
from aimwell.domain.errors import NotFound

FIRST = 0  # the version of an aim that is not there yet: if somebody else wrote one meanwhile, the edit is stale


@transaction.atomic
def set_aim(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None = None,
    what: str = "",
    for_whom: str = "",
    baseline: float | None = None,
    baseline_on: datetime.date | None = None,
    target: float | None = None,
    unit: str = Unit.PERCENT,
    unit_name: str = "",
    direction: str = Direction.UP,
    by_when: datetime.date | None = None,
    measure: Measure | None = None,
    key: uuid.UUID | None = None,
) -> Aim:
    """Write the aim of an inquiry, the first time or again. Any part may still be missing.

    A measure that is attached takes over the target, so that its chart shows it.
    """
    if measure is not None and measure.owner_team_id != inquiry.owner_team_id:
        raise NotFound
    facts = {
        "what": what.strip(), "for_whom": for_whom.strip(), "baseline": baseline, "baseline_on": baseline_on,
        "target": target, "unit": unit, "unit_name": unit_name.strip(), "direction": direction, "by_when": by_when,
        "measure": measure,
    }  # fmt: skip
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    aim = Aim.objects.filter(inquiry=inquiry).first()
    if aim is None:
        aim = create_content(by=by, model=Aim, key=key, inquiry=inquiry, **facts)
    elif key is None or aim.client_key != key:
        aim = change_content(by=by, obj=aim, version=version, **facts)
    if measure is not None and target is not None:
        set_target(by=by, measure=measure, target=target, target_by=by_when)
    return aim


@transaction.atomic
def attach_measure(*, by: User, inquiry: Inquiry, measure: Measure | None) -> Aim:
    """The measure on whose chart the aim stands; None takes it off. An aim without words may already have one."""
    if measure is not None and measure.owner_team_id != inquiry.owner_team_id:
        raise NotFound
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    aim = Aim.objects.filter(inquiry=inquiry).first()
    if aim is None:
        return create_content(by=by, model=Aim, inquiry=inquiry, measure=measure)
    aim = change_content(by=by, obj=aim, version=None, measure=measure)
    if measure is not None and aim.target is not None:
        set_target(by=by, measure=measure, target=aim.target, target_by=aim.by_when)
    return aim
