"""The page of one point: leave it out, begin a phase at it, end a baseline at it, write beside it."""

from __future__ import annotations

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures import services
from aimwell.contexts.measures.forms import LeaveOutForm, NoteForm, PhaseForm, PointForm
from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure
from aimwell.contexts.measures.queries import PointPage, find_measure, point_page
from aimwell.contexts.measures.views.helpers import key_of, require_team, show
from aimwell.contexts.people.queries import find
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

FORMS: dict[str, type[PointForm]] = {form.DO: form for form in (LeaveOutForm, PhaseForm, NoteForm)}
KINDS = {"leave_out": AnnotationKind.LEFT_OUT, "phase": AnnotationKind.PHASE, "event": AnnotationKind.EVENT}


@login_required
def point(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    measure = find_measure(request.user, pk)
    require_team(request, measure.owner_team)
    found = point_page(request.user, measure, _day(day), period=request.GET.get("by", ""))
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    sent = request.POST if asked else None
    known = {"phase": {"label": found.phase_reason}}
    forms = {name: form(sent if name == asked else None, initial=known.get(name)) for name, form in FORMS.items()}
    if asked in forms and forms[asked].is_valid():
        return _mark(request, measure, found, asked, forms[asked])
    if asked == "baseline":
        return _baseline(request, measure, found)
    proposed = request.GET.get("phase") == "1" and not found.begins_phase
    context = {"measure": measure, "found": found, "chart": found.chart, "forms": forms, "asked": asked}
    context |= {"proposed": proposed, "query": _query(found), "crumbs": _crumbs(measure, found)}
    return show(request, "point", measure.owner_team, status=422 if asked else 200, **context)


def _mark(request: HttpRequest, measure: Measure, found: PointPage, asked: str, form: PointForm) -> HttpResponse:
    words = {
        "leave_out": _("Left out of line and rules. It stays on the chart."),
        "phase": _("A new phase begins here. The old line stays on the chart."),
        "event": _("Marked on the chart."),
    }
    made = services.annotate(
        by=request.user, measure=measure, key=key_of(request), kind=KINDS[asked], starts_on=found.on,
        ends_on=found.last if asked == "leave_out" else None, **form.cleaned_data,
    )  # fmt: skip
    flash(request, words[asked], undo=reverse("measures:mark_end", args=[made.pk]))
    return redirect(_chart(measure, found))


def _baseline(request: HttpRequest, measure: Measure, found: PointPage) -> HttpResponse:
    undo = _baseline_url(measure, found.phase, found.baseline_until)
    _set_baseline(request, measure, found.phase, found.last)
    flash(request, _("The line and its limits now come from the points up to here."), undo=undo)
    return redirect(_chart(measure, found))


@login_required
@require_POST
def baseline(request: HttpRequest, pk: int) -> HttpResponse:
    """Another last day for a baseline, or none; `phase` and `until` stand in the address, so that a line can undo."""
    measure = find_measure(request.user, pk)
    until = request.GET.get("until", "")
    phase = _phase(request, measure)
    before = phase.baseline_until if phase else measure.baseline_until
    _set_baseline(request, measure, phase, _day(until) if until else None)
    flash(request, _("The baseline is changed. The chart follows."), undo=_baseline_url(measure, phase, before))
    return redirect("measures:measure", pk)


def _set_baseline(
    request: HttpRequest, measure: Measure, phase: Annotation | None, until: datetime.date | None
) -> None:
    if phase is None:
        services.set_baseline(by=request.user, measure=measure, until=until)
    else:
        services.set_phase_baseline(by=request.user, phase=phase, until=until)


def _phase(request: HttpRequest, measure: Measure) -> Annotation | None:
    number = request.GET.get("phase", "")
    if not number:
        return None
    if not number.isdecimal() or len(number) > 15:
        raise NotFound
    return find(request.user, Annotation, int(number), measure=measure)


@login_required
@require_POST
def no_phase(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """A proposed phase was looked at; the line stays as it is."""
    measure = find_measure(request.user, pk)
    made = services.annotate(
        by=request.user, measure=measure, key=key_of(request), kind=AnnotationKind.NO_PHASE, starts_on=_day(day),
        label=request.POST.get("label", "").strip() or _("Looked at. The line stays as it is."),
    )  # fmt: skip
    flash(request, _("The line stays as it is."), undo=reverse("measures:mark_end", args=[made.pk]))
    return redirect("measures:measure", pk)


def _day(text: str) -> datetime.date:
    """Raises NotFound for what is no day."""
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise NotFound
    return found


def _query(found: PointPage) -> str:
    return "" if found.chart.period == found.chart.measure.period else f"?by={found.chart.period}"


def _chart(measure: Measure, found: PointPage) -> str:
    return reverse("measures:measure", args=[measure.pk]) + _query(found)


def _baseline_url(measure: Measure, phase: Annotation | None, until: datetime.date | None) -> str:
    address = reverse("measures:baseline", args=[measure.pk])
    return f"{address}?phase={phase.pk if phase else ''}&until={until.isoformat() if until else ''}"


def _crumbs(measure: Measure, found: PointPage) -> list[tuple[str, str]]:
    return [
        (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
        (measure.name, _chart(measure, found)),
        (found.when, ""),
    ]
