"""What the pages of a network share: opening it, asking again, going back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from aimwell.contexts.networks.queries import Look, find_look
from aimwell.contexts.theory.views.base import asked_again as again
from aimwell.contexts.theory.views.base import language, to
from aimwell.domain.errors import NotAllowed, Refused, sentence

T = TypeVar("T")
__all__ = ["again", "back", "language", "opened", "page", "taken"]


def opened(request: HttpRequest, network_id: int, *, hub: bool = False) -> Look:
    """The network of this page. `hub`: what is sent here comes from the hub. Raises NotFound, NotAllowed."""
    look = find_look(request.user, network_id)
    if hub and request.method == "POST" and not look.is_hub:
        raise NotAllowed
    return look


def page(request: HttpRequest, template: str, look: Look, here: str, **context: Any) -> HttpResponse:
    status = context.pop("status", 200)
    shared = {"look": look, "network": look.network, "tabs": _tabs(look, here), "saved": request.GET.get("saved", "")}
    return render(request, f"networks/{template}.html", {**shared, **context}, status=status)


def _tabs(look: Look, here: str) -> list[dict[str, Any]]:
    words = {
        "network": _("Who works on what"),
        "cycles": _("Cycles"),
        "goals": _("Goals"),
        "drivers": _("Drivers"),
        "purposes": _("Members"),
        "choices": _("Which problem"),
        "weeks": _("Weeks"),
    }
    return [
        {"label": label, "url": reverse(f"networks:{name}", args=[look.network.pk]), "current": name == here}
        for name, label in words.items()
    ]


def back(name: str, *args: Any, at: str = "", **query: Any) -> HttpResponseRedirect:
    """To the page `name`, at the place `at`, which says "Saved" for itself."""
    return to(reverse(f"networks:{name}", args=args), at=at, **query)


def taken(form: forms.Form, act: Callable[..., T]) -> T | None:
    """What `act` made of a form that fits; None where the form says why not."""
    if not form.is_valid():
        return None
    try:
        return act(**form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, sentence(refusal, language()))
        return None
