"""Undo and redo on the driver diagram. An act is what it wrote into the history; taking it back writes anew.

Whatever somebody else changed since stays: then nothing is taken back, and a sentence says why (S0 R-89).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, require
from aimwell.contexts.theory.models import Cause, Inquiry, Link, Part
from aimwell.contexts.theory.services import keeping
from aimwell.contexts.theory.services.parts import connect_causes
from aimwell.core.history.models import Event
from aimwell.core.history.services import hold, plain
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused

DERIVED = "tested"  # what finished cycles say of an idea is nobody's act on the diagram
KINDS: dict[str, type[Part] | type[Link]] = {model._meta.label_lower: model for model in (Part, Link)}
OTHER_WAY = {"abandoned": "taken_up", "taken_up": "abandoned"}


def acts_since(user: User, last: int) -> list[Event]:
    """What `user` did to parts and lines after the event `last`, the earliest first."""
    return list(Event.objects.filter(pk__gt=last, actor_id=user.pk, target_type__in=KINDS).order_by("pk"))


def last_event() -> int:
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def take_back(*, by: User, inquiry: Inquiry, events: Iterable[int]) -> list[int]:
    """Take back one act of one's own, named by the events it wrote. Gives the events that this wrote, so that taking
    those back does it again.

    Raises NotFound for the events of others or of other work, Refused("changed_since") and Refused("held_since").
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    wanted, last = set(events), last_event()
    own = Event.objects.filter(pk__in=wanted, actor_id=by.pk, scope_id=inquiry.owner_team_id, target_type__in=KINDS)
    found = own.exclude(verb=DERIVED)
    if len(found) != len(wanted):
        raise NotFound
    for event in found.order_by("-pk"):
        thing = KINDS[event.target_type].objects.filter(pk=event.target_id).first()
        if thing is None or keeping.inquiry_of(thing).pk != inquiry.pk:
            raise NotFound
        _take_back(by, thing, event)
    return [event.pk for event in acts_since(by, last)]


def _take_back(by: User, thing: Part | Link, event: Event) -> None:
    if event.verb in ("created", "linked"):
        _unmake(by, thing, event)
    elif "causes" in event.after and isinstance(thing, Part):
        _require_same(thing, sorted(thing.causes.values_list("pk", flat=True)), event.after["causes"])
        connect_causes(by=by, part=thing, causes=Cause.objects.filter(pk__in=event.before["causes"]))
    else:
        now = {name: plain(getattr(thing, name)) for name in event.after}
        _require_same(thing, now, event.after)
        _change_back(by, thing, event)


def _change_back(by: User, thing: Part | Link, event: Event) -> None:
    before = event.before
    if "ended_at" not in before:
        verb = OTHER_WAY.get(event.verb, event.verb)
        facts = {name: _stored(thing, name, value) for name, value in before.items()}
        change_content(by=by, obj=thing, version=None, verb=verb, **facts)
    elif before["ended_at"] is None:
        keeping.restore(by=by, thing=thing)
    else:
        keeping.set_aside(by=by, thing=thing, reason=before.get("ended_reason", ""))


def _unmake(by: User, thing: Part | Link, event: Event) -> None:
    _require_same(thing, thing.ended_at, None)
    since = Event.objects.filter(target_type=event.target_type, target_id=thing.pk, pk__gt=event.pk)
    _require_same(thing, since.exclude(actor_id=by.pk).exclude(verb="reordered").exists(), False)
    if isinstance(thing, Part) and thing.links_down.filter(ended_at=None, child__ended_at=None).exists():
        raise Refused("held_since", what=thing.text)
    keeping.set_aside(by=by, thing=thing)


def _require_same(thing: Part | Link, now: Any, then: Any) -> None:
    if now != then:
        raise Refused("changed_since", what=str(thing.child if isinstance(thing, Link) else thing))


def _stored(thing: Part | Link, name: str, value: Any) -> Any:
    """A value of the history as the model holds it."""
    field = thing._meta.get_field(name)
    if field.is_relation and value is not None:
        related = field.related_model
        assert isinstance(related, type)
        return related._default_manager.filter(pk=value).first()
    return field.to_python(value) if hasattr(field, "to_python") else value
