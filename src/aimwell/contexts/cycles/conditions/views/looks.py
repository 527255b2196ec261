"""The team's adopted changes, looked at again."""

from __future__ import annotations

import datetime

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.forms import AnswerForm, DropForm, MoveForm
from aimwell.contexts.cycles.conditions.models import LookAgain
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.views.base import explain, language, opened
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.views.base import asked_again, found
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.ui.flash import flash

SHOWN = 25


@login_required
@require_safe
def looks(request: HttpRequest, team_id: int) -> HttpResponse:
    """What waits to be looked at, what comes, and what was answered."""
    team = own_team(request, team_id)
    rows = queries.looks_of_team(request.user, team, language())
    ahead = Paginator([row for row in rows if row.open and not row.due], SHOWN)
    past = Paginator([row for row in reversed(rows) if not row.open], SHOWN)
    context = {
        "due": [row for row in rows if row.due],
        "ahead": ahead.get_page(request.GET.get("ahead")),
        "past": past.get_page(request.GET.get("past")),
        "held": Paginator(queries.held_by_team(request.user, team, language()), SHOWN).get_page(
            request.GET.get("held")
        ),
    }
    return render(request, "conditions/looks.html", context)


def _planned(day: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        raise NotFound from None


@login_required
def look(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """On the day: still in use? the numbers? keep, adjust or let go."""
    cycle, planned = own_cycle(request, pk), _planned(day)
    shown = queries.look_view(request.user, cycle, planned, language())
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = services.answer_look(by=request.user, cycle=cycle, planned_on=planned, **form.cleaned_data)
        except Refused as error:
            return asked_again(request, explain(form, error))
        if row.next_cycle is not None:
            flash(request, _("Cycle %(number)s is drafted from it.") % {"number": row.next_cycle.number})
            return redirect("cycles:cycle", row.next_cycle_id)
        flash(request, _("Kept, with the date of today."))
        return redirect("conditions:looks", cycle.owner_team_id)
    context = {
        "look": shown,
        "numbers": queries.watched_words(request.user, cycle, language()),
        "cycle": cycle,
        "form": form,
        "move": MoveForm(),
        "drop": DropForm(auto_id="drop_%s"),
    }
    return render(request, "conditions/look.html", context, status=422 if form.errors else 200)


def own_cycle(request: HttpRequest, pk: int) -> Cycle:
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    return view.cycle


@login_required
@require_POST
def move(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    cycle, form = own_cycle(request, pk), MoveForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    version = number_of(request.POST, "version")
    try:
        services.move_look(by=request.user, cycle=cycle, planned_on=_planned(day), version=version, **form.cleaned_data)
    except Refused as error:
        return asked_again(request, explain(form, error))
    flash(request, _("The day has moved. The reason is kept."))
    return redirect("conditions:looks", cycle.owner_team_id)


@login_required
@require_POST
def drop(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    cycle, form = own_cycle(request, pk), DropForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    try:
        row = services.drop_look(by=request.user, cycle=cycle, planned_on=_planned(day), **form.cleaned_data)
    except Refused as error:
        return asked_again(request, explain(form, error))
    undo = reverse("conditions:take_up", args=[row.pk])
    flash(request, _("This look is dropped. The reason is kept."), undo=undo)
    return redirect("conditions:looks", cycle.owner_team_id)


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, LookAgain, pk)
    services.take_look_up(by=request.user, look=row)
    return redirect("conditions:looks", row.cycle.owner_team_id)
