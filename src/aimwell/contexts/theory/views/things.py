"""Set aside, bring back, move up and down: the same for causes, drivers and all the rest."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import (
    Bone,
    Cause,
    CauseFilter,
    Evidence,
    Indicator,
    LevelStage,
    Link,
    Part,
    Perspective,
)
from aimwell.contexts.theory.services.keeping import inquiry_of
from aimwell.contexts.theory.views.acts import remembered
from aimwell.contexts.theory.views.base import back, found
from aimwell.contexts.theory.views.parts import ask_about_loose
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

MODELS: dict[str, Any] = {
    "evidence": Evidence,
    "perspective": Perspective,
    "bone": Bone,
    "cause": Cause,
    "part": Part,
    "link": Link,
    "indicator": Indicator,
    "filter": CauseFilter,
    "stage": LevelStage,
}
PAGES = {
    "evidence": "problem", "perspective": "problem", "bone": "fishbone", "cause": "fishbone",
    "indicator": "indicators", "filter": "filters", "stage": "levels",
}  # fmt: skip
ORDERED = ("bone", "cause", "part")


@login_required
@require_POST
@remembered
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = _thing(request, kind, pk)
    if kind == "part" and (asked := ask_about_loose(request, thing)):
        return asked
    services.set_aside(by=request.user, thing=thing, reason=request.POST.get("reason", ""))
    undo = reverse("theory:restore", args=[kind, pk])
    flash(request, _("“%(what)s” is set aside. It is kept, and can come back.") % {"what": str(thing)}, undo=undo)
    return back(request, PAGES.get(kind, "drivers"), inquiry_of(thing))


@login_required
@require_POST
@remembered
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Also the way back for the history page, which says with `next` where the reader was."""
    thing = _thing(request, kind, pk)
    services.restore(by=request.user, thing=thing)
    flash(request, _("“%(what)s” is back, with its links.") % {"what": str(thing)})
    return onward(request) or back(request, PAGES.get(kind, "drivers"), inquiry_of(thing), **_chosen(kind, thing))


def onward(request: HttpRequest) -> HttpResponseRedirect | None:
    """To where the reader was, where the form says so with `next`."""
    address = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(address) if allowed else None


@login_required
@require_POST
@remembered
def order(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One place earlier or later among its neighbours."""
    if kind not in ORDERED:
        raise NotFound
    thing = _thing(request, kind, pk)
    services.reorder(by=request.user, thing=thing, step=1 if request.POST.get("step") == "later" else -1)
    place = "panel" if kind == "part" else f"{kind}-{pk}"
    return back(request, PAGES.get(kind, "drivers"), inquiry_of(thing), at=place, **_chosen(kind, thing))


def _thing(request: HttpRequest, kind: str, pk: int) -> Any:
    if kind not in MODELS:
        raise NotFound
    return found(request, MODELS[kind], pk)


def _chosen(kind: str, thing: Any) -> dict[str, int]:
    """What the page opens after the act: the cause or the driver that was meant."""
    if kind == "link":
        return {"part": thing.child_id}
    return {kind: thing.pk} if kind in ("cause", "part") else {}
