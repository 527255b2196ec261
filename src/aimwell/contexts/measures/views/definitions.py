from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures import services
from aimwell.contexts.measures.forms import MeasureForm
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.measures.views.helpers import key_of, require_team, show
from aimwell.contexts.people.queries import find, find_team
from aimwell.ui.flash import flash


@login_required
def measure_new(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    require_team(request, team)
    form = MeasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = services.create_measure(by=request.user, team=team, key=key_of(request), **form.cleaned_data)
        flash(request, _("Measure kept. Now the first numbers: paste a few, or add one."))
        return redirect("measures:measure", made.pk)
    back = (_("Data"), reverse("measures:list", args=[team.pk]))
    context = {"form": form, "measure": None, "crumbs": [back, (_("New measure"), "")]}
    return show(request, "form", team, status=422 if form.errors else 200, **context)


@login_required
def measure_edit(request: HttpRequest, pk: int) -> HttpResponse:
    measure = find_measure(request.user, pk)
    require_team(request, measure.owner_team)
    form = MeasureForm(request.POST if request.method == "POST" else None, instance=find_measure(request.user, pk))
    if request.method == "POST" and form.is_valid():
        version = int(request.POST.get("version") or 0)
        services.change_measure(by=request.user, measure=measure, version=version, **form.cleaned_data)
        flash(request, _("Saved. The earlier wording stays in the history."))
        return redirect("measures:measure", pk)
    page = reverse("measures:measure", args=[pk])
    back = (_("Data"), reverse("measures:list", args=[measure.owner_team_id]))
    context = {"form": form, "measure": measure, "crumbs": [back, (measure.name, page), (_("How we count"), "")]}
    return show(request, "form", measure.owner_team, status=422 if form.errors else 200, **context)


@login_required
@require_POST
def measure_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    measure = find_measure(request.user, pk)
    services.set_measure_aside(by=request.user, measure=measure, reason=request.POST.get("reason", ""))
    undo = reverse("measures:restore", args=[pk])
    flash(request, _("Measure set aside. Its numbers are kept."), undo=undo)
    return redirect("measures:list", measure.owner_team_id)


@login_required
@require_POST
def measure_restore(request: HttpRequest, pk: int) -> HttpResponse:
    measure = find(request.user, Measure, pk, with_ended=True)
    services.restore_measure(by=request.user, measure=measure)
    flash(request, _("The measure is back, with its numbers."))
    return redirect("measures:measure", pk)
