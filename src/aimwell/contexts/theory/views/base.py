"""What the pages of a theory share: opening one inquiry, going back to where the reader was, asking again."""

from __future__ import annotations

from typing import Any, TypeVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.people.queries import find
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import STEP_OF, InquiryView, inquiry_view
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotFound
from aimwell.ui.flash import flash

VIEWS = ("drawing", "outline")
M = TypeVar("M", bound=Model)


def language() -> str:
    return get_language() or "en"


def opened(request: HttpRequest, inquiry_id: int) -> InquiryView:
    """The inquiry of this page; the header learns its team."""
    view = inquiry_view(request.user, inquiry_id, lang=language())
    if request.method == "POST" and not view.may_edit:
        raise NotAllowed  # before any form asks a reader for more
    request.team = view.inquiry.owner_team  # type: ignore[attr-defined]
    return view


def found(request: HttpRequest, model: type[M], pk: int) -> M:
    """One piece of a theory that the reader may see, set aside or not."""
    thing = find(request.user, model, pk, with_ended=True)
    if request.method == "POST":
        require(by=request.user, permission=Permission.EDIT, obj=thing)
    return thing


def found_kind(request: HttpRequest, kinds: dict[str, Any], kind: str, pk: int) -> Any:
    """One piece of the kind that the address names. Raises NotFound for a kind that is not among `kinds`."""
    if kind not in kinds:
        raise NotFound
    return found(request, kinds[kind], pk)


def tell_aside(request: HttpRequest, thing: Model, undo: str) -> None:
    """Say that `thing` is set aside. `undo`: the address that brings it back."""
    flash(request, _("“%(what)s” is set aside. It is kept, and can come back.") % {"what": str(thing)}, undo=undo)


def page(request: HttpRequest, template: str, view: InquiryView, here: str, **context: Any) -> HttpResponse:
    """A page about one inquiry, with the way from problem to drivers on top. A form that asks again answers 422."""
    status = context.pop("status", 200)
    steps = view.steps(_step(request, view) or here)
    shared = {"view": view, "inquiry": view.inquiry, "steps": steps, "saved": request.GET.get("saved", "")}
    shared["step_here"] = next((step for step in steps if step.here), None)
    shared["way_new"] = not any(step.done or step.skipped for step in steps)
    return render(request, template, {**shared, **context}, status=status)


def _step(request: HttpRequest, view: InquiryView) -> str:
    """The step whose own page this is, where the chosen path has it."""
    match = request.resolver_match
    key = STEP_OF.get(match.view_name, "") if match else ""
    return key if any(stop.key == key for stop in view.path.stops) else ""


def shown(request: HttpRequest) -> str:
    """Which of two views of the same thing was asked for; empty where the width of the screen decides."""
    asked = request.POST.get("view") or request.GET.get("view", "")
    return asked if asked in VIEWS else ""


def back(request: HttpRequest, name: str, inquiry: Inquiry, *, at: str = "", **query: Any) -> HttpResponseRedirect:
    """To the page `name`, in the view the reader had, at the place `at`, which says "Saved" for itself."""
    asked = {"view": shown(request), **query}
    return to(reverse(f"theory:{name}", args=[inquiry.pk]), at=at, **asked)


def to(address: str, *, at: str = "", **query: Any) -> HttpResponseRedirect:
    """To `address`, at the place `at`, which says "Saved" for itself."""
    kept = urlencode({key: value for key, value in {**query, "saved": at}.items() if value})
    return HttpResponseRedirect(f"{address}{'?' + kept if kept else ''}{'#' + at if at else ''}")


def again(request: HttpRequest, inquiry: Inquiry, form: forms.Form, *, why: str = "") -> HttpResponse:
    """A form that needs something more, with all that was written in it; `why` says what for."""
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    return asked_again(request, form, why=why)


def asked_again(request: HttpRequest, form: forms.Form, *, why: str = "") -> HttpResponse:
    """The same for what belongs to no inquiry, or to one that the reader does not see."""
    left = (name for name in request.POST if name not in form.fields and name != "csrfmiddlewaretoken")
    carried = [(name, value) for name in left for value in request.POST.getlist(name)]
    context = {"form": form, "carried": carried, "action": request.get_full_path(), "why": why}
    return render(request, "theory/again.html", context, status=422)
