"""Grouping itself: taking a seat, moves, being done, and the talk afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.theory.forms import key_of, number_of
from aimwell.contexts.theory.views.base import found
from aimwell.contexts.theory.views.things import onward
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Category, Ground, Grouping, Interview, Quote, Response, Theme
from aimwell.contexts.theory.voices.views.base import to
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

MODELS: dict[str, Any] = {
    "interview": Interview, "quote": Quote, "theme": Theme, "grouping": Grouping, "category": Category,
    "response": Response,
}  # fmt: skip


@login_required
@require_POST
def start_coding(request: HttpRequest, pk: int) -> HttpResponse:
    services.start_coding(by=request.user, grouping=found(request, Grouping, pk))
    return to("grouping", pk)


@login_required
@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One move from the page of one answer, or many from the board; `place-12=3` puts answer 12 into group 3."""
    board = found(request, Grouping, pk)
    placings = _placings(request)
    services.place(by=request.user, grouping=board, placings=placings, key=key_of(request.POST))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"placed": len(placings)})
    if request.POST.get("view") == "board":
        return to("grouping", pk, view="board")
    return HttpResponseRedirect(f"{reverse('voices:grouping', args=[pk])}{_next_answer(request)}#one")


def _placings(request: HttpRequest) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for name in request.POST:
        head, _sign, answer = name.partition("-")
        if head == "place" and answer.isascii() and answer.isdecimal() and len(answer) < 19:
            found[int(answer)] = number_of(request.POST, name)
    return found


def _next_answer(request: HttpRequest) -> str:
    """The next answer in the list where somebody walks through it, else the next one that lies nowhere."""
    onward = number_of(request.POST, "next")
    return f"?at={onward}" if onward else ""


@login_required
@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    finished = request.POST.get("done", "1") == "1"
    board = services.say_done(by=request.user, grouping=found(request, Grouping, pk), done=finished)
    if finished and board.opened_at is None:
        flash(request, _("Kept. What you found stays covered until the second person is done too."))
    return to("grouping", pk)


@login_required
@require_POST
def open_board(request: HttpRequest, pk: int) -> HttpResponse:
    services.open_grouping(by=request.user, grouping=found(request, Grouping, pk))
    return to("grouping", pk)


@login_required
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """After a talk. An empty group takes the talk back."""
    response = found(request, Response, pk)
    chosen = number_of(request.POST, "category")
    category = found(request, Category, chosen) if chosen else None
    services.settle(by=request.user, response=response, category=category, reason=request.POST.get("reason", ""))
    return to("grouping", response.grouping_id, at="talk")


@login_required
@require_POST
def sample(request: HttpRequest, pk: int) -> HttpResponse:
    response = found(request, Response, pk)
    services.keep_sample(by=request.user, response=response, sample=request.POST.get("sample", "1") == "1")
    return to("grouping", response.grouping_id, at="samples")


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = _thing(request, kind, pk)
    services.set_aside(by=request.user, thing=thing, reason=request.POST.get("reason", ""))
    undo = reverse("voices:restore", args=[kind, pk])
    flash(request, _("“%(what)s” is set aside. It is kept, and can come back.") % {"what": str(thing)}, undo=undo)
    return _page_of(kind, thing)


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Also the way back for the history page, which says with `next` where the reader was."""
    thing = _thing(request, kind, pk)
    services.restore(by=request.user, thing=thing)
    flash(request, _("“%(what)s” is back, with its links.") % {"what": str(thing)})
    return onward(request) or _page_of(kind, thing)


@login_required
@require_POST
def unlink(request: HttpRequest, pk: int) -> HttpResponse:
    """A theme or group no longer stands on that cause; the evidence is set aside and can come back."""
    ground = found(request, Ground, pk)
    services.unlink(by=request.user, ground=ground)
    undo = reverse("theory:restore", args=["evidence", ground.evidence_id])
    flash(request, _("The link to “%(cause)s” is taken off.") % {"cause": ground.cause}, undo=undo)
    if ground.category is not None:
        return to("grouping", ground.category.grouping_id)
    return to("voices", ground.evidence.inquiry_id)


def _thing(request: HttpRequest, kind: str, pk: int) -> Any:
    if kind not in MODELS:
        raise NotFound
    return found(request, MODELS[kind], pk)


def _page_of(kind: str, thing: Any) -> HttpResponseRedirect:
    if kind in ("category", "response"):
        return to("grouping", thing.grouping_id)
    if kind == "quote":
        return to("interview", thing.interview_id)
    return to("voices", thing.inquiry_id)
