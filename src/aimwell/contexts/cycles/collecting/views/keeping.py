"""Out of sight, and back."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.models import CountPlan, Photo, RoomTry, SharedReading
from aimwell.contexts.cycles.collecting.services.keeping import cycle_of
from aimwell.contexts.cycles.collecting.views.base import own, to
from aimwell.contexts.theory.views.base import tell_aside
from aimwell.contexts.theory.views.things import onward
from aimwell.domain.errors import NotFound

KINDS: dict[str, tuple[Any, str]] = {
    "plan": (CountPlan, "plan"),
    "try": (RoomTry, "tries"),
    "reading": (SharedReading, "readings"),
    "photo": (Photo, "photos"),
}


def _thing(request: HttpRequest, kind: str, pk: int) -> Any:
    if kind not in KINDS:
        raise NotFound
    return own(request, KINDS[kind][0], pk)


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = _thing(request, kind, pk)
    services.set_aside(by=request.user, thing=thing, reason=request.POST.get("reason", ""))
    tell_aside(request, thing, reverse("collecting:restore", args=[kind, pk]))
    return to(KINDS[kind][1], cycle_of(thing).pk)


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Also the way back for the history page, which says with `next` where the reader was."""
    thing = _thing(request, kind, pk)
    services.restore(by=request.user, thing=thing)
    return onward(request) or to(KINDS[kind][1], cycle_of(thing).pk)
