"""What the pages of this tool share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views import base as theory
from aimwell.contexts.theory.views.base import language, opened
from aimwell.domain.errors import NotFound, Refused, sentence

NAMES = "names_inside"


def ours(request: HttpRequest, inquiry_id: int) -> InquiryView:
    """A page for the team alone. Raises NotFound, and NotAllowed where somebody else sends something."""
    view = opened(request, inquiry_id)
    if not view.may_edit:
        raise NotFound
    return view


def to(name: str, *args: Any, at: str = "", **query: Any) -> HttpResponseRedirect:
    """To a page of this tool, at the place `at`, which says "Saved" for itself."""
    return theory.to(reverse(f"voices:{name}", args=args), at=at, **query)


def keeps_names(request: HttpRequest) -> bool:
    return request.POST.get("keep_names") == "1"


def said(error: Refused) -> str:
    return sentence(error, language())


def ask_again(request: HttpRequest, inquiry: Inquiry, form: forms.Form, refused: Refused | None = None) -> HttpResponse:
    """A short form that needs something more, with all that was written in it. For names, one click keeps the text."""
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    if refused is not None:
        form.add_error(None, said(refused))
    carried = {
        name: value
        for name, value in request.POST.items()
        if name not in form.fields and name not in ("csrfmiddlewaretoken", "keep_names")
    }
    context = {
        "form": form, "carried": carried, "action": request.get_full_path(),
        "names": refused is not None and refused.code == NAMES,
    }  # fmt: skip
    return render(request, "voices/again.html", context, status=422)
