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

from aimwell.contexts.people.queries import find
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView, inquiry_view
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed

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


def page(request: HttpRequest, template: str, view: InquiryView, here: str, **context: Any) -> HttpResponse:
    """A page about one inquiry, with the way from problem to drivers on top. A form that asks again answers 422."""
    status = context.pop("status", 200)
    shared = {"view": view, "inquiry": view.inquiry, "steps": view.steps(here), "saved": request.GET.get("saved", "")}
    return render(request, template, {**shared, **context}, status=status)


def shown(request: HttpRequest) -> str:
    """Which of two views of the same thing was asked for; empty where the width of the screen decides."""
    asked = request.POST.get("view") or request.GET.get("view", "")
    return asked if asked in VIEWS else ""


def back(request: HttpRequest, name: str, inquiry: Inquiry, *, at: str = "", **query: Any) -> HttpResponseRedirect:
    """To the page `name`, in the view the reader had, at the place `at`, which says "Saved" for itself."""
    asked = {"view": shown(request), **query, "saved": at}
    kept = urlencode({key: value for key, value in asked.items() if value})
    address = reverse(f"theory:{name}", args=[inquiry.pk])
    return HttpResponseRedirect(f"{address}{'?' + kept if kept else ''}{'#' + at if at else ''}")


def again(request: HttpRequest, inquiry: Inquiry, form: forms.Form) -> HttpResponse:
    """A form that needs something more, with all that was written in it."""
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    carried = {
        name: value for name, value in request.POST.items() if name not in form.fields and name != "csrfmiddlewaretoken"
    }
    context = {"form": form, "carried": carried, "action": request.get_full_path()}
    return render(request, "theory/again.html", context, status=422)
