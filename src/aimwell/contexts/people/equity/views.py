"""What equity means here: the text that holds, its versions, and the editor with the three principles."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people.equity import queries, services
from aimwell.contexts.people.equity.forms import MeaningForm, OwnWordsForm, WithoutForm
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.people.views import own_team
from aimwell.contexts.people.views.sending import kept_org
from aimwell.domain.access.roles import Power
from aimwell.domain.equity.definition import PRINCIPLES
from aimwell.domain.errors import NotAllowed
from aimwell.domain.words.equity_definition import say
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, team_id: int) -> HttpResponse:
    place = find_team(request.user, team_id)
    request.team = place  # type: ignore[attr-defined]
    return _page(request, place, may_edit=may_edit_team(request.user, place))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org(request: HttpRequest, org_id: int) -> HttpResponse:
    return _page(request, kept_org(request, org_id, Power.EQUITY), may_edit=True)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def network(request: HttpRequest, network_id: int) -> HttpResponse:
    return _page(request, queries.find_network(request.user, network_id), may_edit=True)


@login_required
@require_POST
def without(request: HttpRequest, team_id: int) -> HttpResponse:
    """Go on without one, for a reason."""
    place = own_team(request, team_id)
    form = WithoutForm(request.POST)
    if not form.is_valid():
        return _shown(request, place, True, queries.meaning_look(place), without_form=form)
    services.go_on_without(by=request.user, team=place, reason=form.cleaned_data["reason"])
    flash(request, _("Kept. You can write it at any time."))
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = reverse("equity:team", args=[place.pk])
    return HttpResponseRedirect(onward)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_words(request: HttpRequest, team_id: int) -> HttpResponse:
    """Each member alone, then all side by side; without names."""
    place = own_team(request, team_id)
    form = OwnWordsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.say_in_own_words(by=request.user, team=place, text=form.cleaned_data["text"])
        flash(request, _("It is in. Nobody can tell that it is yours."))
        return redirect("equity:own_words", team_id)
    context = {"place": place, "look": queries.own_words_of(request.user, place), "form": form}
    return render(request, "equity/own_words.html", context, status=422 if form.errors else 200)


def _page(request: HttpRequest, place: queries.Place, *, may_edit: bool) -> HttpResponse:
    if request.method == "POST" and not may_edit:
        raise NotAllowed
    look = queries.meaning_look(place)
    if request.method != "POST":
        return _shown(request, place, may_edit, look)
    version = _number(request.POST.get("version", ""))
    if request.POST.get("do") == "inherit":
        services.inherit_equity(by=request.user, place=place, version=version)
        flash(request, _("The text from above holds again. Yours is kept below."))
        return redirect(_address(place))
    form = MeaningForm(request.POST, first=look.latest is None)
    if not form.is_valid():
        return _shown(request, place, may_edit, look, form=form)
    services.define_equity(by=request.user, place=place, version=version, **form.cleaned_data)
    flash(request, _("Kept. It is shown on the pages of all work here from today."))
    return redirect(_address(place))


def _shown(
    request: HttpRequest,
    place: queries.Place,
    may_edit: bool,
    look: queries.MeaningLook,
    *,
    form: MeaningForm | None = None,
    without_form: WithoutForm | None = None,
) -> HttpResponse:
    lang = get_language() or "en"
    asked = form is not None or without_form is not None
    context: dict[str, Any] = {
        "place": place, "may_edit": may_edit, "look": look, "address": _address(place),
        "form": form or MeaningForm(first=look.latest is None, initial=_initial(look)),
        "own_words": may_edit and look.now is not None and isinstance(place, Team),
        "without_form": without_form if isinstance(place, Team) else None,
        "back": _back(place),
        "principles": [(say(f"name.{one}", lang), say(f"what.{one}", lang)) for one in PRINCIPLES],
        "examples": _examples(look, lang),
    }  # fmt: skip
    return render(request, "equity/definition.html", context, status=422 if asked else 200)


def _examples(look: queries.MeaningLook, lang: str) -> list[tuple[str, str]]:
    """One for each principle; empty where nobody wrote one."""
    if look.now is None:
        return []
    return [(say(f"name.{one}", lang), getattr(look.now.definition, one)) for one in PRINCIPLES]


def _initial(look: queries.MeaningLook) -> dict[str, str]:
    """The text that stands here; else nothing, so that a copied text is a choice."""
    return {name: getattr(look.latest, name, "") for name in services.FIELDS}


def _address(place: queries.Place) -> str:
    kind = "team" if isinstance(place, Team) else "org" if isinstance(place, Org) else "network"
    return reverse(f"equity:{kind}", args=[place.pk])


def _back(place: queries.Place) -> str:
    if isinstance(place, Team):
        return reverse("theory:overview", args=[place.pk])
    return reverse("people:org", args=[place.pk]) if isinstance(place, Org) else reverse("people:home")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
