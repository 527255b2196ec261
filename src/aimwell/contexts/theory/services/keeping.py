"""Set aside, bring back, put in another order: the same for every piece of a theory."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import PartOfContent, User
from aimwell.contexts.theory.models import Bone, Cause, Inquiry, Part
from aimwell.domain.errors import NotFound, Refused

T = TypeVar("T", bound=PartOfContent)


def inquiry_of(thing: PartOfContent) -> Inquiry:
    """The inquiry that `thing` is a part of."""
    root = thing
    for name in thing.ROOT.split("__"):
        root = getattr(root, name)
    assert isinstance(root, Inquiry)
    return root


def require_same_inquiry(inquiry: Inquiry, *things: PartOfContent | None) -> None:
    """Raises NotFound where one of `things` belongs to other work, which cannot be reached from here."""
    if any(thing is not None and inquiry_of(thing).pk != inquiry.pk for thing in things):
        raise NotFound


def require_own_measure(inquiry: Inquiry, measure: Measure | None) -> None:
    """Raises NotFound for a measure of another team, which cannot be reached from here."""
    if measure is not None and measure.owner_team_id != inquiry.owner_team_id:
        raise NotFound


@transaction.atomic
def set_aside(*, by: User, thing: T, reason: str = "") -> T:
    """Out of sight, never gone: links stay, so that bringing it back brings them back. A cause needs a reason.

    Raises Refused("reason_needed").
    """
    if isinstance(thing, Cause) and not reason.strip():
        raise Refused("reason_needed")
    if isinstance(thing, Cause) and thing.chosen_because:  # what is out of sight cannot be the first
        people.change_content(by=by, obj=thing, version=None, verb="unchosen", chosen_because="", chosen_at=None)
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: T, reason: str = "") -> T:
    return people.restore(by=by, obj=thing, reason=reason)


@transaction.atomic
def reorder(*, by: User, thing: Bone | Cause | Part, step: int) -> None:
    """Move `thing` among its neighbours: `step` -1 is one place earlier, +1 one place later. At the end it stays."""
    others = list(neighbours(thing))
    here = next((place for place, other in enumerate(others) if other.pk == thing.pk), None)
    if here is None:
        raise NotFound
    there = min(max(here + step, 0), len(others) - 1)
    others.insert(there, others.pop(here))
    for place, other in enumerate(others):
        people.change_content(by=by, obj=other, version=None, verb="reordered", position=place)


def neighbours(thing: Bone | Cause | Part) -> QuerySet[Bone] | QuerySet[Cause] | QuerySet[Part]:
    """Those that stand beside `thing`, itself included, in order: bones; causes in one place; parts of one kind."""
    if isinstance(thing, Bone):
        return Bone.objects.filter(inquiry=thing.inquiry_id, ended_at=None)
    if isinstance(thing, Cause):
        return Cause.objects.filter(bone=thing.bone_id, parent=thing.parent_id)
    return Part.objects.filter(inquiry=thing.inquiry_id, kind=thing.kind, ended_at=None)


def next_position(rows: QuerySet[Bone] | QuerySet[Cause] | QuerySet[Part]) -> int:
    """The place after the last of `rows`."""
    last = rows.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1
