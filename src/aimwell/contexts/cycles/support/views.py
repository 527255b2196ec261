"""Ask for support and see the answers; and the list of those who can answer."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.cycles.support import services
from aimwell.contexts.cycles.support.forms import AskForm, SaidForm
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.cycles.support.queries import (
    cycle_asked_for,
    find_asked_here,
    places_to_ask,
    support_for,
    support_of,
)
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of
from aimwell.contexts.theory.views.base import asked_again, found
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, team_id: int) -> HttpResponse:
    """What the team asked for, with its answers. `?cycle=`: for this cycle."""
    place = own_team(request, team_id)
    places = places_to_ask(place)
    form = AskForm(request.POST or None, places=places)
    asked = number_of(request.POST or request.GET, "cycle")
    cycle = cycle_asked_for(request.user, place, asked)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        org = next((one.org for one in places if one.org.pk == typed.get("asked_org")), None)
        made = services.ask_support(
            by=request.user, team=place, kind=typed["help_kind"], text=typed["text"], org=org, cycle=cycle,
            needed_by=typed["needed_by"], who_could_help=typed["who_could_help"], key=key_of(request.POST),
        )  # fmt: skip
        words = _("Asked: %(place)s. You see the answer here.") % {"place": org} if org else _("It is on your list.")
        flash(request, words, undo=reverse("support:back", args=[made.pk]))
        return _to(made)
    context = {
        "form": form, "support": support_of(request.user, place), "cycle": cycle, "said_form": SaidForm(),
        "places": places,
    }  # fmt: skip
    return render(request, "support/team.html", context, status=422 if form.errors else 200)


def _to(row: SupportRequest) -> HttpResponseRedirect:
    return redirect(f"{reverse('support:team', args=[row.owner_team_id])}#support-{row.pk}")


@login_required
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, SupportRequest, pk)
    services.take_back_support(by=request.user, request=row)
    flash(request, _("It is taken back."), undo=reverse("support:again", args=[pk]))
    return _to(row)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, SupportRequest, pk)
    services.ask_support_again(by=request.user, request=row)
    return _to(row)


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """The team writes down an answer that it heard."""
    row = found(request, SupportRequest, pk)
    form = SaidForm(request.POST)
    if not form.is_valid():
        request.team = row.owner_team  # type: ignore[attr-defined]
        return asked_again(request, form)
    services.note_answer(by=request.user, request=row, **form.cleaned_data)
    flash(request, _("The answer is written down."))
    return _to(row)


@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What teams asked of the places where the reader holds an office. Nothing else of their work shows here."""
    rows = list(support_for(request.user))
    waiting = sorted((row for row in rows if not row.said), key=lambda row: row.pk)
    context = {
        "waiting": [(row, SaidForm(auto_id=f"answer-{row.pk}-%s")) for row in waiting],
        "answered": [row for row in rows if row.said],
    }
    return render(request, "support/inbox.html", context)


@login_required
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    pk = number_of(request.POST, "request")
    if pk is None:
        return redirect("support:inbox")
    row = find_asked_here(request.user, pk)
    form = SaidForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    services.answer_support(by=request.user, request=row, **form.cleaned_data)
    flash(request, _("%(team)s sees your answer.") % {"team": row.owner_team.name})
    return redirect("support:inbox")
