"""Drivers and change ideas: the nodes of the driver diagram."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Cause, Inquiry, Part, PartKind
from aimwell.contexts.theory.services.checking import go_on_without_problem
from aimwell.contexts.theory.services.keeping import next_position, require_own_measure, require_same_inquiry
from aimwell.contexts.theory.services.links import draw_line, put_in_order
from aimwell.core.history.services import record
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


@transaction.atomic
def add_part(
    *,
    by: User,
    inquiry: Inquiry,
    kind: str,
    text: str,
    parents: Iterable[Part | None] = (),
    detail: str = "",
    who_changes: str = "",
    measure: Measure | None = None,
    causes: Iterable[Cause] = (),
    reason: str = "",
    key: uuid.UUID | None = None,
) -> Part:
    """A driver or an idea with its lines upward, in one act. `None` among `parents` is the aim.

    A primary driver without `parents` serves the aim; others may hang loose for now and are listed as such.

    `reason`: why an idea comes before the problem is written; without it that is Refused("problem_empty").
    """
    if kind not in PartKind.values:
        raise Refused("unknown_choice", value=kind)
    if key is not None and (twin := Part.objects.filter(client_key=key).first()):
        require(by=by, permission=Permission.EDIT, obj=twin)
        if twin.inquiry_id != inquiry.pk:
            raise Refused("key_used")
        return twin
    require_own_measure(inquiry, measure)
    go_on_without_problem(by=by, inquiry=inquiry, kind=kind, reason=reason)
    position = next_position(Part.objects.filter(inquiry=inquiry, kind=kind))
    facts = {"text": text.strip(), "detail": detail.strip(), "who_changes": who_changes.strip(), "measure": measure}
    part = create_content(by=by, model=Part, key=key, inquiry=inquiry, kind=kind, position=position, **facts)
    upward = list(parents) or ([None] if kind == PartKind.PRIMARY else [])
    for parent in upward:
        draw_line(by=by, parent=parent, child=part)
    put_in_order(inquiry, crossed=len(upward) > 1)
    if chosen := list(causes):
        connect_causes(by=by, part=part, causes=chosen)
    return part


def change_part(
    *,
    by: User,
    part: Part,
    version: int | None,
    text: str,
    detail: str = "",
    who_changes: str = "",
) -> Part:
    """Raises StaleEdit with both texts when somebody else saved first."""
    facts = {"text": text.strip(), "detail": detail.strip(), "who_changes": who_changes.strip()}
    return change_content(by=by, obj=part, version=version, **facts)


def abandon(*, by: User, part: Part, version: int | None, reason: str) -> Part:
    """Stop trying. The part stays on the map, struck, with the reason: it is learning. Raises Refused without one."""
    if not reason.strip():
        raise Refused("reason_needed")
    return change_content(
        by=by, obj=part, version=version, verb="abandoned", reason=reason.strip(), abandoned_because=reason.strip()
    )


def take_up(*, by: User, part: Part) -> Part:
    """Take an abandoned part up again."""
    return change_content(by=by, obj=part, version=None, verb="taken_up", abandoned_because="")


@transaction.atomic
def connect_causes(*, by: User, part: Part, causes: Iterable[Cause]) -> Part:
    """The causes a driver or idea rests on; those not named are no longer connected."""
    require(by=by, permission=Permission.EDIT, obj=part)
    chosen = list(causes)
    require_same_inquiry(part.inquiry, *chosen)
    before = sorted(part.causes.values_list("pk", flat=True))
    after = sorted(cause.pk for cause in chosen)
    if before != after:
        part.causes.set(chosen)
        team, _ = owner_of(part)
        record(by=by, verb="changed", target=part, scope_id=team.pk, before={"causes": before}, after={"causes": after})
    return part


def connect_measure(*, by: User, part: Part, measure: Measure | None) -> Part:
    """The measure that shows whether a driver moves; None takes it off."""
    require_own_measure(part.inquiry, measure)
    return change_content(by=by, obj=part, version=None, measure=measure)


def record_evidence(*, by: User, idea: Part, tests: int, held_settings: int) -> Part:
    """What finished cycles say about an idea: how many there were, and in how many settings the result met the
    prediction that was locked before Do. The circle on the map is read from these two facts."""
    return change_content(
        by=by, obj=idea, version=None, verb="tested", tests=tests, settings_held=min(held_settings, tests)
    )
