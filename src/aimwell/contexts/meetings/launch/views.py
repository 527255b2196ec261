"""The launch of a team, for its members; and one count for those who hold an office above."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.meetings.launch import queries, services
from aimwell.contexts.meetings.launch.forms import ConditionsForm, GroundForm, NormsForm, ProposalForm, StepForm
from aimwell.contexts.meetings.views.base import asks, language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find_look
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm.launch import FULL_DAY, HALF_DAY, Step, minutes
from aimwell.domain.words.launch import say
from aimwell.ui.flash import flash

AGENDAS = {"half": HALF_DAY, "full": FULL_DAY}
SECTIONS = range(1, 6)
PAGES = {
    Step.PRIMER: "launch:primer", Step.NORMS: "launch:norms", Step.ROLES: "people:members",
    Step.TIME: "meetings:list", Step.FIRST_DATA: "measures:list", Step.BUILDS_ON: "launch:ground",
    Step.CONDITIONS: "launch:conditions",
}  # fmt: skip


@login_required
@require_safe
def kit(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    steps = queries.kit_of(request.user, team, language())
    rows = [(row, reverse(PAGES[row.step], args=[team.pk])) for row in steps]
    return render(request, "launch/kit.html", {"team": team, "rows": rows})


@login_required
@require_POST
def step(request: HttpRequest, team_id: int, step: str) -> HttpResponse:
    """What the team says of one step."""
    team, form = own_team(request, team_id), StepForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    services.say_step(by=request.user, team=team, step=step, version=version_of(request.POST), **form.cleaned_data)
    return redirect(f"{reverse('launch:kit', args=[team_id])}#{step}")


@login_required
@require_safe
def agenda(request: HttpRequest, team_id: int, length: str) -> HttpResponse:
    """One page to print, with minutes that add up."""
    team = own_team(request, team_id)
    if length not in AGENDAS:
        raise NotFound
    items = [(one.minutes, say(f"agenda.{one.key}", language())) for one in AGENDAS[length]]
    context = {"team": team, "items": items, "whole": minutes(AGENDAS[length]), "length": length}
    return render(request, "launch/agenda.html", context)


@login_required
def primer(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    if request.method == "POST":
        services.read_primer(by=request.user, team=team)
        flash(request, _("Noted. Your team sees only that you have read it."))
        return redirect("launch:kit", team_id)
    sections = [(say(f"primer.{n}.title", language()), say(f"primer.{n}", language())) for n in SECTIONS]
    look = queries.primer_of(request.user, team)
    return render(request, "launch/primer.html", {"team": team, "sections": sections, "look": look})


@login_required
def norms(request: HttpRequest, team_id: int) -> HttpResponse:
    """Alone first; then together."""
    team = own_team(request, team_id)
    form = ProposalForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            services.propose_norms(by=request.user, team=team, text=form.cleaned_data["text"])
        except Refused as error:
            return _agree_after(request, team, error, proposed=form.cleaned_data["text"])
        flash(request, _("Kept. Only you see it until all proposals are on the table."))
        return redirect("launch:norms", team_id)
    return _norms_page(request, team, {"form": form} if form else {})


def _norms_page(request: HttpRequest, team: Team, more: dict[str, Any]) -> HttpResponse:
    look = queries.norms_of(request.user, team)
    context = {
        "team": team,
        "look": look,
        "form": ProposalForm(initial={"text": look.mine}),
        "agree_form": NormsForm(initial={"text": look.draft, "number": look.number}),
        **more,
    }
    return render(request, "launch/norms.html", context, status=422 if more else 200)


def _agree_after(
    request: HttpRequest, team: Team, error: Refused, *, text: str = "", proposed: str = ""
) -> HttpResponse:
    """Somebody was faster: the page as it stands now, with what was written in the form that goes on from here."""
    look = queries.norms_of(request.user, team)
    typed = text or "\n".join(filter(None, (look.draft, proposed)))
    form = NormsForm({"text": typed, "number": look.number})
    return _norms_page(request, team, {"agree_form": asks(form, error, "text")})


@login_required
@require_POST
def show(request: HttpRequest, team_id: int) -> HttpResponse:
    services.show_norms(by=request.user, team=own_team(request, team_id))
    return redirect("launch:norms", team_id)


@login_required
@require_POST
def agree(request: HttpRequest, team_id: int) -> HttpResponse:
    team, form = own_team(request, team_id), NormsForm(request.POST)
    if not form.is_valid():
        return _norms_page(request, team, {"agree_form": form})
    try:
        services.agree_norms(by=request.user, team=team, **form.cleaned_data)
    except Refused as error:
        return _agree_after(request, team, error, text=form.cleaned_data["text"])
    flash(request, _("Agreed. It stands at the start of your meetings."))
    return redirect("launch:norms", team_id)


@login_required
def conditions(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    form = ConditionsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.check_conditions(by=request.user, team=team, answers=form.answers(), key=key_of(request.POST))
        return redirect("launch:conditions", team_id)
    look = queries.conditions_of(request.user, team, language())
    asked = [(row, form[f"{row.condition}-stands"], form[f"{row.condition}-wanted"]) for row in look.rows]
    context = {"team": team, "look": look, "form": form, "asked": asked}
    return render(request, "launch/conditions.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def ask(request: HttpRequest, team_id: int, condition: str) -> HttpResponse:
    """One press asks for what is missing, in the words that stand beside the button."""
    team = own_team(request, team_id)
    made = services.ask_for_condition(by=request.user, team=team, condition=condition, lang=language())
    place = made.asked_org
    words = _("Asked: %(place)s.") % {"place": place} if place else _("It is on your list of what you need.")
    flash(request, words, undo=reverse("support:back", args=[made.pk]))
    return redirect(f"{reverse('launch:conditions', args=[team_id])}#in-place-{condition}")


@login_required
def ground(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    stored = queries.ground_of(request.user, team)
    initial = {"host": stored.host, "text": stored.text} if stored else {}
    form = GroundForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.say_ground(by=request.user, team=team, version=version_of(request.POST), **form.cleaned_data)
        return redirect(f"{reverse('launch:kit', args=[team_id])}#builds_on")
    posted = request.method == "POST"
    version = version_of(request.POST) if posted else stored.version if stored else services.FIRST
    context = {"team": team, "form": form, "stored": stored, "version": version}
    return render(request, "launch/ground.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def grounds(request: HttpRequest, org_id: int) -> HttpResponse:
    """For whoever holds an office here: how many teams build on work that goes on anyway."""
    org = find_look(request.user, org_id).org
    return render(request, "launch/grounds.html", {"org": org, "found": queries.grounds_in(org)})
