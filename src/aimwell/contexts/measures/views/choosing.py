"""Choosing how the chart of a measure is made, and its target."""

from __future__ import annotations

from math import isfinite
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures import services
from aimwell.contexts.measures.forms import ChartForm, LineForm, TargetForm
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import ChartPage, chart_page, find_measure
from aimwell.contexts.measures.views.helpers import require_team, show
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash


@login_required
def chart_settings(request: HttpRequest, pk: int) -> HttpResponse:
    measure = find_measure(request.user, pk)
    require_team(request, measure.owner_team)
    sent = request.POST if request.method == "POST" else None
    form, line = ChartForm(sent), LineForm(sent, measure=measure)
    asked = form.cleaned_data | line.settings if form.is_valid() else {}
    if asked and not line.errors and request.POST.get("do") != "look":
        version = int(request.POST.get("version") or 0)
        undo = _back_url(measure)
        services.choose_chart(by=request.user, measure=measure, version=version, **asked)
        flash(request, _("The chart is made this way now, wherever it stands."), undo=undo)
        return redirect("measures:measure", pk)
    found = chart_page(request.user, measure, to=_level(request), **asked)
    version = request.POST.get("version") or measure.version
    wrong = bool(form.errors or line.errors)
    return _page(request, measure, found, TargetForm(initial=_target(measure)), line, version, wrong=wrong)


@login_required
@require_POST
def chart_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The chart and rules that stand in the address, as the line after a choice offers them."""
    measure = find_measure(request.user, pk)
    form, line = ChartForm(request.GET), LineForm(request.GET, measure=measure)
    if not form.is_valid() or line.errors:
        raise NotFound
    undo = _back_url(measure)
    services.choose_chart(by=request.user, measure=measure, **form.cleaned_data, **line.settings)
    flash(request, _("The chart is as it was."), undo=undo)
    return redirect("measures:measure", pk)


@login_required
@require_POST
def target(request: HttpRequest, pk: int) -> HttpResponse:
    """The target stands in the form, or in the address where it is a way back."""
    measure = find_measure(request.user, pk)
    form = TargetForm(request.POST if "target" in request.POST else request.GET)
    if not form.is_valid():
        require_team(request, measure.owner_team)
        found, line = chart_page(request.user, measure), LineForm(measure=measure)
        return _page(request, measure, found, form, line, measure.version, wrong=True)
    undo = f"{reverse('measures:target', args=[pk])}?{urlencode(_target(measure))}"
    services.set_target(by=request.user, measure=measure, **form.cleaned_data)
    flash(request, _("The target stands on the chart."), undo=undo)
    return redirect("measures:measure", pk)


def _page(
    request: HttpRequest,
    measure: Measure,
    found: ChartPage,
    form: TargetForm,
    line: LineForm,
    version: object,
    *,
    wrong: bool,
) -> HttpResponse:
    line.offer(sessions=found.sessions, last_year=found.last_year)
    context = {
        "measure": measure, "found": found, "chart": found.preview, "target_form": form, "line_form": line,
        "version": version,
    }  # fmt: skip
    return show(request, "choose", measure.owner_team, status=422 if wrong else 200, crumbs=_crumbs(measure), **context)


def _level(request: HttpRequest) -> float | None:
    """The level to plan for; a page opened without one plans nothing."""
    try:
        found = float(request.GET.get("to", "").replace(",", "."))
    except ValueError:
        return None
    return found if isfinite(found) else None


def _target(measure: Measure) -> dict[str, object]:
    return {
        "target": "" if measure.target is None else f"{measure.target:.15g}",
        "target_by": "" if measure.target_by is None else measure.target_by.isoformat(),
    }


def _back_url(measure: Measure) -> str:
    """The way back to what is chosen now."""
    settings = {name: getattr(measure, name) for name in Measure.CHART_SETTINGS}
    now = urlencode({name: value for name, value in settings.items() if value not in (None, "", False)})
    return f"{reverse('measures:chart_back', args=[measure.pk])}?{now}"


def _crumbs(measure: Measure) -> list[tuple[str, str]]:
    return [
        (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
        (measure.name, reverse("measures:measure", args=[measure.pk])),
        (_("Choose the chart"), ""),
    ]
