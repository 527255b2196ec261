"""The gate of a thread, with the settings that the printed text leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from aimwell.contexts.cycles.rubric.queries import gate_of
from aimwell.contexts.cycles.views.base import language, opened
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.gates import Series, Settings, Way, Window
from aimwell.domain.words.rubric import say

WAYS = {Way.PAIRWISE: _("no cycle has fewer than the one before"), Way.ENDS: _("the last has as many as the first")}
WINDOWS = {
    Window.WHOLE: _("all cycles of the thread"),
    Window.FIRST: _("the first three"),
    Window.LAST: _("the last three"),
    Window.ANY: _("any three in a row"),
}
SERIES = {Series.CHAIN: _("this thread"), Series.SCHOOL: _("all threads of our school that we may see")}


@login_required
@require_safe
def gate(request: HttpRequest, pk: int) -> HttpResponse:
    """For members of the team; to others it is not there."""
    view = opened(request, pk)
    if not view.may_edit:
        raise NotFound
    found = gate_of(view, asked_settings(request))
    edition = found.edition
    lang = language()
    context = {
        "view": view, "cycle": view.cycle, "gate": found,
        "fields": gate_fields(found.settings, with_series=found.has_school), "edition": edition,
        "about": [say(f"caution.{key}", lang) for key in ("documents", "people")], "source": say("source", lang),
    }  # fmt: skip
    return render(request, "rubric/gate.html", context)


def asked_settings(request: HttpRequest) -> dict[str, str]:
    """What the address names and knows; a word that means nothing here is as if it were not there."""
    known: dict[str, type[StrEnum]] = {"way": Way, "window": Window, "series": Series}
    return {name: value for name, kind in known.items() if (value := request.GET.get(name, "")) in list(kind)}


def gate_fields(now: Settings, *, with_series: bool = True) -> list[dict[str, Any]]:
    """The questions that the printed text leaves open, each with its choices, as pages show them."""
    asked: list[tuple[str, object, Mapping[Any, object], StrEnum]] = [
        ("way", _("“Stay the same or improve” means"), WAYS, now.way),
        ("window", _("Which cycles"), WINDOWS, now.window),
    ]
    if with_series:
        asked.append(("series", _("Whose cycles"), SERIES, now.series))
    return [
        {"name": name, "label": label, "choices": [(key.value, said, key is on) for key, said in words.items()]}
        for name, label, words, on in asked
    ]
