"""What happened to a theory since somebody last looked: one query for the stamp, one more only where it moved."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from aimwell.contexts.theory.models import Aim, Inquiry, Link, Part
from aimwell.contexts.theory.queries.view import InquiryView
from aimwell.core.history.models import Event, EventQuerySet

MOST = 3


@dataclass(frozen=True)
class Changes:
    """`said`: a sentence for each change by somebody else, the latest last."""

    stamp: int
    said: tuple[str, ...]


def stamp_of(inquiry: Inquiry) -> int:
    """Grows with every change to the parts, the lines and the aim of this effort."""
    return _events(inquiry).order_by("-pk").values_list("pk", flat=True).first() or 0


def changes_since(view: InquiryView, since: int, *, reader: int) -> Changes | None:
    """None where nothing happened. Only the team reads who did what."""
    stamp = stamp_of(view.inquiry)
    if stamp <= since:
        return None
    others = _events(view.inquiry).filter(pk__gt=since).exclude(actor_id=reader).order_by("pk")
    if not view.may_edit:
        return Changes(stamp, (_("The theory has changed."),) if others.exists() else ())
    said = list(dict.fromkeys(_sentences(list(others))))
    more = [_("And more: the history has it all.")] if len(said) > MOST else []
    return Changes(stamp, tuple(said[:MOST] + more))


def _events(inquiry: Inquiry) -> EventQuerySet:
    """Of this effort alone: a team may have several, and not all of them are open to every reader."""
    rows = (
        Part.objects.filter(inquiry=inquiry),
        Link.objects.filter(child__inquiry=inquiry),
        Aim.objects.filter(inquiry=inquiry),
    )
    here = Q()
    for mine in rows:
        here |= Q(target_type=mine.model._meta.label_lower, target_id__in=mine.values("pk"))
    return Event.objects.filter(here, scope_id=inquiry.owner_team_id)


def _sentences(events: list[Event]) -> list[str]:
    lines = [event.target_id for event in events if event.target_type == Link._meta.label_lower]
    ends = (
        {
            pk: (child, text)
            for pk, child, text in Link.objects.filter(pk__in=lines).values_list("pk", "child", "child__text")
        }
        if lines
        else {}
    )
    new = {
        event.target_id for event in events if event.target_type == Part._meta.label_lower and event.verb == "created"
    }
    said = []
    for event in events:
        if event.target_type != Link._meta.label_lower:
            said.append(_told(event.verb) % {"who": event.actor_name, "what": event.target_label})
        elif event.target_id in ends and ends[event.target_id][0] not in new:  # a new part is told with its lines
            words = (
                _("%(who)s took a line away from “%(what)s”.")
                if event.verb == "set_aside"
                else _("%(who)s linked “%(what)s”.")
            )
            said.append(words % {"who": event.actor_name, "what": ends[event.target_id][1]})
    return said


def _told(verb: str) -> str:
    return {
        "created": _("%(who)s added “%(what)s”."),
        "set_aside": _("%(who)s set “%(what)s” aside."),
        "restored": _("%(who)s brought “%(what)s” back."),
        "abandoned": _("%(who)s abandoned “%(what)s”."),
        "taken_up": _("%(who)s took “%(what)s” up again."),
    }.get(verb, _("%(who)s changed “%(what)s”."))
