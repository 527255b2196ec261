"""Turns what the domain refuses into a page that says what happened, what was kept and what to do."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language

from aimwell.domain.errors import DomainError, NotAllowed, NotFound, StaleEdit, sentence
from aimwell.ui import diff, views

NOT_CARRIED = {"csrfmiddlewaretoken", "key", "version"}


class DomainErrorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, StaleEdit):
            return views.conflict(request, conflict_of(request, error))
        if isinstance(error, NotFound):
            return views.not_found(request)
        if isinstance(error, NotAllowed):
            return views.not_shared(request)
        if isinstance(error, DomainError):
            words = sentence(error, get_language() or "en")
            return render(request, "ui/refused.html", {"words": words}, status=422)
        return None


def conflict_of(request: HttpRequest, error: StaleEdit) -> dict[str, Any]:
    """What the merge page shows. Other fields of the form travel along, so keeping one side loses none of them."""
    model, data = apps.get_model(error.data["target_type"]), error.data
    carried = {name: value for name, value in request.POST.items() if name not in NOT_CARRIED | set(error.mine)}
    return {
        "who": data["who"],
        "when": date_format(localtime(data["when"]), "TIME_FORMAT") if data["when"] else "",
        "action": request.get_full_path(),
        "version": data["version"],
        "hidden": carried,
        "fields": [
            _field(name, model._meta.get_field(name), error.mine[name], error.theirs[name]) for name in error.mine
        ],
    }


def _field(name: str, about: Any, mine: Any, theirs: Any) -> dict[str, Any]:
    """One field of the merge page: values travel as stored, choices are read in words."""
    label, words = str(about.verbose_name), {str(value): str(word) for value, word in about.flatchoices}
    both = isinstance(mine, str) and isinstance(theirs, str) and bool(mine and theirs) and not words
    mine, theirs = ("" if mine is None else str(mine)), ("" if theirs is None else str(theirs))
    mine_words, theirs_words = words.get(mine, mine), words.get(theirs, theirs)
    return {
        "name": name,
        "label": label[:1].upper() + label[1:],
        "mine": mine,
        "theirs": theirs,
        "mine_diff": diff.one_side(mine_words, theirs_words, "mine"),
        "theirs_diff": diff.one_side(mine_words, theirs_words, "theirs"),
        "both": f"{theirs}\n{mine}" if both else "",
    }
