"""Rest and go on."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.models import Cycle, Pause
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.quick import queries, services
from aimwell.contexts.cycles.quick.forms import GoOnForm, PauseForm
from aimwell.contexts.cycles.views.base import answered, explain, opened, to_cycle
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.views import own_team
from aimwell.domain.errors import NotAllowed, Refused


def numbers(raw: list[str]) -> list[int]:
    return [int(one) for one in raw if one.isascii() and one.isdigit() and len(one) < 19]


@login_required
def rest(request: HttpRequest, team_id: int) -> HttpResponse:
    """What rests and what runs; chosen cycles rest with one reason, all of them unless some are taken off."""
    team = own_team(request, team_id)
    form = PauseForm(request.POST or None)
    asked = numbers((request.POST or request.GET).getlist("cycle"))
    if request.method == "POST" and form.is_valid():
        chosen = visible_to(request.user, Cycle, team=team).filter(pk__in=asked)
        try:
            made = services.pause_cycles(by=request.user, cycles=chosen, **form.cleaned_data)
            return _rested(request, team_id, made)
        except Refused as error:
            explain(form, error)
    context = {"form": form, "rests": queries.rests_of(request.user, team), "asked": asked, "team": team}
    return render(request, "quick/rest.html", context, status=422 if form.errors else 200)


def _rested(request: HttpRequest, team_id: int, made: list[Pause]) -> HttpResponse:
    words = ngettext(
        "%(n)s cycle rests. Nobody is asked about it.", "%(n)s cycles rest. Nobody is asked about them.", len(made)
    ) % {"n": len(made)}
    keys = "-".join(str(pause.pk) for pause in made)
    undo = reverse("quick:take_back_pauses", args=[team_id]) + f"?pauses={keys}" if made else ""
    url = to_cycle(made[0].cycle_id) if len(made) == 1 else reverse("quick:rest", args=[team_id])
    return answered(request, url, words, undo=undo)


@login_required
@require_POST
def take_back_pauses(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    asked = numbers(request.GET.get("pauses", "").split("-"))
    pauses = visible_to(request.user, Pause).filter(cycle__owner_team=team, pk__in=asked).select_related("cycle")
    services.take_back_pauses(by=request.user, pauses=pauses)
    return answered(request, reverse("quick:rest", args=[team_id]), _("They go on as if nothing had been said."))


@login_required
@require_POST
def all_go_on(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    resting = [one.cycle for one in queries.rests_of(request.user, team).resting]
    services.resume_cycles(by=request.user, cycles=resting, what_changed=request.POST.get("what_changed", ""))
    words = _("All of them go on. Days to look moved by the length of the rest.")
    return answered(request, reverse("quick:rest", args=[team_id]), words)


def _own(request: HttpRequest, pk: int) -> CycleView:
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    return view


@login_required
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """What is different now, the day to look, and what was planned next."""
    view = _own(request, pk)
    resting = queries.resting_of(request.user, view.cycle)
    if resting is None:
        return redirect(to_cycle(pk))
    form = GoOnForm(request.POST or None, initial={"look_on": resting.look_on})
    if request.method == "POST" and form.is_valid():
        services.resume_cycle(by=request.user, cycle=view.cycle, **form.cleaned_data)
        words = _("Cycle %(number)s goes on.") % {"number": view.cycle.number}
        return answered(request, to_cycle(pk), words, undo=reverse("quick:take_back_resume", args=[pk]))
    context = {"form": form, "view": view, "cycle": view.cycle, "resting": resting}
    context["next_words"] = queries.next_words(view.cycle)
    return render(request, "quick/go_on.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def take_back_resume(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.take_back_resume(by=request.user, cycle=view.cycle)
    return answered(request, to_cycle(pk), _("It rests again."))
