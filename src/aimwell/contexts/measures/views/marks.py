from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures import services
from aimwell.contexts.measures.forms import MarkForm
from aimwell.contexts.measures.models import Annotation, AnnotationKind
from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.measures.views.helpers import key_of, require_team, show
from aimwell.contexts.people.queries import find
from aimwell.ui.flash import flash


@login_required
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    measure = find_measure(request.user, pk)
    require_team(request, measure.owner_team)
    first = request.GET.get("kind", AnnotationKind.PHASE)
    form = MarkForm(request.POST if request.method == "POST" else None, initial={"kind": first})
    if request.method == "POST" and form.is_valid():
        made = services.annotate(by=request.user, measure=measure, key=key_of(request), **form.cleaned_data)
        flash(request, _("Marked on the chart."), undo=reverse("measures:mark_end", args=[made.pk]))
        return redirect("measures:measure", pk)
    page = reverse("measures:measure", args=[pk])
    back = (_("Data"), reverse("measures:list", args=[measure.owner_team_id]))
    context = {"form": form, "measure": measure, "crumbs": [back, (measure.name, page), (_("Mark the chart"), "")]}
    return show(request, "mark", measure.owner_team, status=422 if form.errors else 200, **context)


@login_required
@require_POST
def mark_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, Annotation, pk, with_ended=True)
    services.end_annotation(by=request.user, annotation=found)
    flash(request, _("Taken off the chart."), undo=reverse("measures:mark_restore", args=[pk]))
    return redirect("measures:measure", found.measure_id)


@login_required
@require_POST
def mark_restore(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, Annotation, pk, with_ended=True)
    services.restore_annotation(by=request.user, annotation=found)
    flash(request, _("Back on the chart."))
    return redirect("measures:measure", found.measure_id)
