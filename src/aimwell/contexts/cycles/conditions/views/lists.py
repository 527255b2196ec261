"""The team's list of conditions, and the conditions of one cycle."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.forms import CameOutForm, ConditionForm
from aimwell.contexts.cycles.conditions.models import CameOut, Condition, CountPace, Keeper, RanUnder
from aimwell.contexts.cycles.conditions.queries.lists import by_kind
from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.views.base import explain, opened
from aimwell.contexts.people.queries import find
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.views.base import asked_again, found, found_kind
from aimwell.domain.errors import NotAllowed, Refused
from aimwell.ui.flash import flash

KINDS = {"condition": Condition, "run": RanUnder, "pace": CountPace, "keeper": Keeper}
OFFERED = 12


@login_required
def listed(request: HttpRequest, team_id: int) -> HttpResponse:
    """The team's own list, kind by kind."""
    team = own_team(request, team_id)
    form = ConditionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = services.add_condition(by=request.user, team=team, key=key_of(request.POST), **form.cleaned_data)
        return redirect(f"{reverse('conditions:list', args=[team.pk])}#row-{row.pk}")
    rows = list(queries.conditions_of(request.user, team))
    context = {"form": form, "kinds": by_kind(rows), "team": team}
    return render(request, "conditions/list.html", context, status=422 if form.errors else 200)


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words or another kind for one of the list."""
    row = found(request, Condition, pk)
    team = own_team(request, row.owner_team_id)
    sent = request.POST or None
    form = ConditionForm(sent, initial={"text": row.text, "kind": row.kind, "own_kind": row.own_kind})
    if request.method == "POST" and form.is_valid():
        version = version_of(request.POST)
        try:
            services.change_condition(by=request.user, condition=row, version=version, **form.cleaned_data)
            return redirect(f"{reverse('conditions:list', args=[team.pk])}#row-{row.pk}")
        except Refused as error:
            explain(form, error)
    context = {"form": form, "row": row, "team": team}
    return render(request, "conditions/change.html", context, status=422 if form.errors else 200)


@login_required
def of_cycle(request: HttpRequest, pk: int) -> HttpResponse:
    """Under which conditions a cycle runs; members add to it here, with what was used before."""
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    form = ConditionForm(request.POST or None, completes="known-conditions")
    if request.method == "POST":
        if "condition" in request.POST:
            chosen = find(request.user, Condition, number_of(request.POST, "condition") or 0)
            services.add_to_cycle(by=request.user, cycle=view.cycle, condition=chosen)
            return redirect("conditions:cycle", pk)
        if form.is_valid():
            row = services.add_condition(
                by=request.user, team=view.cycle.owner_team, key=key_of(request.POST), **form.cleaned_data
            )
            services.add_to_cycle(by=request.user, cycle=view.cycle, condition=row)
            return redirect("conditions:cycle", pk)
    context = _cycle_context(request, view)
    return render(request, "conditions/cycle.html", {**context, "form": form}, status=422 if form.errors else 200)


def _cycle_context(request: HttpRequest, view: CycleView) -> dict[str, Any]:
    runs = queries.runs_of(request.user, view.cycle)
    counted = {place.name.casefold(): place.middle for place in view.rooms}
    here = {run.row.condition_id for run in runs}
    rest = [row for row in queries.conditions_of(request.user, view.cycle.owner_team) if row.pk not in here]
    lines = [(run, counted.get(run.text.casefold())) for run in runs]
    after = view.cycle.state in (CycleState.STUDYING, CycleState.DONE)
    return {
        "view": view, "cycle": view.cycle, "lines": lines, "offered": rest[:OFFERED], "known": rest, "after": after,
        "choices": [("", _("as in the whole cycle")), *CameOut.choices],
    }  # fmt: skip


@login_required
@require_POST
def came_out(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, RanUnder, pk)
    form = CameOutForm(request.POST)
    if not form.is_valid():
        request.team = row.cycle.owner_team  # type: ignore[attr-defined]
        return asked_again(request, form)
    services.say_came_out(by=request.user, row=row, version=version_of(request.POST), **form.cleaned_data)
    flash(request, _("What came out there is kept."))
    return redirect("conditions:cycle", row.cycle_id)


def _back(thing: services.lists.Thing) -> HttpResponse:
    if isinstance(thing, RanUnder):
        return redirect("conditions:cycle", thing.cycle_id)
    if isinstance(thing, CountPace | Keeper):
        return redirect("conditions:hold", thing.cycle_id)
    return redirect("conditions:list", thing.owner_team_id)


def _name(thing: services.lists.Thing) -> str:
    if isinstance(thing, Keeper):
        return thing.looked_after_by.name
    return thing.condition.text if isinstance(thing, RanUnder) else str(thing)


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.set_aside(by=request.user, thing=thing, reason=request.POST.get("reason", ""))
    undo = reverse("conditions:restore", args=[kind, pk])
    flash(request, _("“%(what)s” is off. It is kept, and can come back.") % {"what": _name(thing)}, undo=undo)
    return _back(thing)


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.restore(by=request.user, thing=thing)
    return _back(thing)
