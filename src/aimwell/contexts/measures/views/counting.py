from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures import services
from aimwell.contexts.measures.forms import CountForm, PasteForm, QuickPasteForm, UploadForm
from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.measures.queries import find_measure, series_of
from aimwell.contexts.measures.views.helpers import key_of, require_team, said, show
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.domain.errors import NotFound, Refused
from aimwell.ui.flash import flash


@login_required
def count(request: HttpRequest, pk: int) -> HttpResponse:
    measure = _own(request, pk)
    lines = [line.name for line in series_of(request.user, measure)]
    form = CountForm(request.POST if request.method == "POST" else None, measure=measure, lines=lines)
    if request.method == "POST" and form.is_valid():
        made = services.put_value(by=request.user, measure=measure, key=key_of(request), **form.cleaned_data)
        words = _("Kept. An earlier number for this day stays in the history.") if made.replaces_id else _("Kept.")
        flash(request, words, undo=reverse("measures:value_undo", args=[made.pk]))
        return redirect("measures:measure", pk)
    return _way(request, measure, "count", form)


@login_required
@require_POST
def value_undo(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Observation.objects.filter(series__measure__in=visible_to(request.user, Measure))
    made = rows.select_related("series__measure__owner_team").filter(pk=pk).first()
    if made is None:
        raise NotFound
    services.take_back_value(by=request.user, observation=made)
    flash(request, _("Taken back. The chart is as it was."))
    return redirect("measures:measure", made.series.measure_id)


@login_required
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    measure = _own(request, pk)
    form = PasteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_import(
                by=request.user, measure=measure, text=form.cleaned_data["cells"], key=key_of(request)
            )
            return redirect("measures:import", made.pk)
        except Refused as refusal:
            form.add_error("cells", said(refusal))
    return _way(request, measure, "paste", form)


@login_required
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    measure = _own(request, pk)
    sent = request.method == "POST"
    form = UploadForm(request.POST if sent else None, request.FILES if sent else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_import(
                by=request.user, measure=measure, upload=form.cleaned_data["file"], key=key_of(request)
            )
            return redirect("measures:import", made.pk)
        except Refused as refusal:
            form.add_error("file", said(refusal))
    return _way(request, measure, "upload", form)


@login_required
def quick_paste(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    require_team(request, team)
    form = QuickPasteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = services.start_from_paste(
                by=request.user, team=team, name=data["name"], text=data["cells"], key=key_of(request)
            )
            return redirect("measures:import", made.pk)
        except Refused as refusal:
            form.add_error("cells", said(refusal))
    back = (_("Data"), reverse("measures:list", args=[team_id]))
    context = {"form": form, "crumbs": [back, (_("Paste numbers"), "")]}
    return show(request, "quick", team, status=422 if form.errors else 200, **context)


def _own(request: HttpRequest, pk: int) -> Measure:
    measure = find_measure(request.user, pk)
    require_team(request, measure.owner_team)
    return measure


def _way(request: HttpRequest, measure: Measure, template: str, form: Any) -> HttpResponse:
    """One of the three ways in, with a switch to the others."""
    ways = (("count", _("One count")), ("paste", _("Paste")), ("upload", _("From a file")))
    switch = [
        {"label": label, "url": reverse(f"measures:{name}", args=[measure.pk]), "current": name == template}
        for name, label in ways
    ]
    page = reverse("measures:measure", args=[measure.pk])
    back = (_("Data"), reverse("measures:list", args=[measure.owner_team_id]))
    context = {
        "form": form, "measure": measure, "ways": switch,
        "crumbs": [back, (measure.name, page), (_("Add numbers"), "")],
    }  # fmt: skip
    return show(request, template, measure.owner_team, status=422 if form.errors else 200, **context)
