"""Undo and redo of one's own acts on the driver diagram. The session keeps their order, the history what they did."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.theory.services.acts import KINDS, acts_since, last_event, take_back
from aimwell.contexts.theory.services.keeping import inquiry_of
from aimwell.contexts.theory.views.base import back, language, opened
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound, Refused, sentence
from aimwell.ui.flash import flash

MOST = 30
View = Callable[..., HttpResponse]
Stack = list[dict[str, Any]]


def remembered(view: View) -> View:
    """What this view does to parts and lines can be undone on the driver page."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        last = last_event()
        response = view(request, *args, **kwargs)
        if request.user.is_authenticated and (events := acts_since(request.user, last)):
            _keep(request, events)
        return response

    return inner


def stacks(request: HttpRequest, inquiry_id: int) -> dict[str, Stack]:
    """Acts that can be undone and acts that can be done again, the latest last."""
    kept: dict[str, Stack] = request.session.get(f"acts-{inquiry_id}", {})
    return {"undo": kept.get("undo", []), "redo": kept.get("redo", [])}


def _keep(request: HttpRequest, events: list[Event]) -> None:
    thing = KINDS[events[0].target_type].objects.get(pk=events[0].target_id)
    inquiry = inquiry_of(thing)
    kept = stacks(request, inquiry.pk)
    act = _act(events, thing)
    if kept["undo"] and _is_other_way_round(kept["undo"][-1]["ids"], events):
        kept["redo"].append({**kept["undo"].pop(), "ids": act["ids"]})
    else:
        kept = {"undo": [*kept["undo"][1 - MOST :], act], "redo": []}
    request.session[f"acts-{inquiry.pk}"] = kept


def _act(events: list[Event], thing: Any) -> dict[str, Any]:
    part = getattr(thing, "child", thing)
    return {"ids": [event.pk for event in events], "what": part.text, "part": part.pk}


def _is_other_way_round(ids: list[int], events: list[Event]) -> bool:
    """Whether `events` are just what undoes the last act: somebody pressed the Undo of the line that told of it."""
    if len(ids) != len(events):
        return False
    back_then = {event.pk: event for event in Event.objects.filter(pk__in=ids)}
    pairs = zip((back_then[one] for one in sorted(ids)), reversed(events), strict=True)
    return all(
        (old.target_type, old.target_id, old.before, old.after)
        == (new.target_type, new.target_id, new.after, new.before)
        for old, new in pairs
    )


@login_required
@require_POST
def undo(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return _turn(request, inquiry_id, "undo", "redo", _("Undone: “%(what)s” is as it was before."))


@login_required
@require_POST
def redo(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return _turn(request, inquiry_id, "redo", "undo", _("Done again: “%(what)s”."))


def _turn(request: HttpRequest, inquiry_id: int, one: str, other: str, words: str) -> HttpResponse:
    view = opened(request, inquiry_id)
    kept = stacks(request, inquiry_id)
    if not kept[one]:
        flash(request, _("There is nothing more to undo or do again."), look=True)
        return back(request, "drivers", view.inquiry)
    act = kept[one].pop()
    try:
        done = take_back(by=request.user, inquiry=view.inquiry, events=act["ids"])
    except (Refused, NotFound) as error:
        flash(request, sentence(error, language()), look=True)
    else:
        kept[other].append({**act, "ids": done})
        flash(request, words % {"what": act["what"]})
    request.session[f"acts-{inquiry_id}"] = kept
    return back(request, "drivers", view.inquiry, part=act["part"])
