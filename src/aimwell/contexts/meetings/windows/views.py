"""Days of the calendar: of a team, and of a school or district; and what a disruption moves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.quick.views.pausing import numbers
from aimwell.contexts.cycles.views.base import explain
from aimwell.contexts.meetings.windows import queries, services
from aimwell.contexts.meetings.windows.forms import BringForm, DaysForm, DisruptionForm, OverForm, SmallForm
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.orgs.models import CalendarSpan, Org
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.views import own_team
from aimwell.contexts.people.views.sending import kept_org, way
from aimwell.domain.access.roles import Power
from aimwell.domain.calendar.windows import read_days, written
from aimwell.domain.errors import NotAllowed, NotFound, NotReady, Refused
from aimwell.ui.flash import flash


def _page(request: HttpRequest, place: services.Place, **again: forms.Form) -> HttpResponse:
    found = queries.days_of_org(place) if isinstance(place, Org) else queries.days_of_team(place)
    context: dict[str, Any] = {
        "place": place, "found": found, "url": _url(place), "bring_url": _url(place, "bring"),
        "form": DaysForm(), "bring": BringForm(auto_id="bring_%s"), **again,
    }  # fmt: skip
    if isinstance(place, Org):
        context["crumbs"] = way(place, (_("School calendar"), ""))
    else:
        context["team"] = place
        context["disruptions"] = queries.disruptions_of(request.user, place)
    return render(request, "windows/days.html", context, status=422 if again else 200)


def _url(place: services.Place, act: str = "") -> str:
    kind = "org" if isinstance(place, Org) else "team"
    return reverse(f"windows:{kind}{'_' + act if act else ''}", args=[place.pk])


def _days(request: HttpRequest, place: services.Place) -> HttpResponse:
    form = DaysForm(request.POST or None)
    if request.method != "POST":
        return _page(request, place)
    if form.is_valid():
        try:
            key = form.cleaned_data["key"]
            span = services.add_days(by=request.user, place=place, key=key, **form.answers())
            undo = reverse("windows:take_back", args=[span.pk])
            flash(request, _("The days are in the calendar."), undo=undo)
            return redirect(_url(place))
        except Refused as error:
            explain(form, error)
    return _page(request, place, form=form)


def _bring(request: HttpRequest, place: services.Place) -> HttpResponse:
    """First what was read, then the same once more to put it in."""
    form = BringForm(request.POST, request.FILES, auto_id="bring_%s")
    if not form.is_valid():
        return _page(request, place, bring=form)
    read, kind = read_days(form.words()), form.cleaned_data["kind"]
    if form.cleaned_data["sure"] and read.rows:
        made = services.bring_in(by=request.user, place=place, kind=kind, rows=read.rows)
        words = ngettext("%(n)s entry is in the calendar.", "%(n)s entries are in the calendar.", len(made))
        keys = "-".join(str(span.pk) for span in made)
        undo = f"{reverse('windows:take_many_back')}?days={keys}"
        flash(request, words % {"n": len(made)}, undo=undo)
        return redirect(_url(place))
    context = {
        "read": read, "words": written(read.rows), "kind": kind, "place": place, "url": _url(place),
        "bring_url": _url(place, "bring"), "kind_words": dict(form.fields["kind"].choices)[kind],  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "windows/bring.html", context)


@login_required
def team(request: HttpRequest, team_id: int) -> HttpResponse:
    return _days(request, own_team(request, team_id))


@login_required
@require_POST
def team_bring(request: HttpRequest, team_id: int) -> HttpResponse:
    return _bring(request, own_team(request, team_id))


@login_required
def org(request: HttpRequest, org_id: int) -> HttpResponse:
    return _days(request, kept_org(request, org_id, Power.WORDS))


@login_required
@require_POST
def org_bring(request: HttpRequest, org_id: int) -> HttpResponse:
    return _bring(request, kept_org(request, org_id, Power.WORDS))


def _back_to(span: CalendarSpan) -> HttpResponse:
    place = span.team or span.org
    assert place is not None
    return redirect(_url(place))


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    span = services.take_days_back(by=request.user, span=queries.span_of(request.user, pk))
    flash(request, _("The days are taken out."), undo=reverse("windows:bring_back", args=[pk]))
    return _back_to(span)


@login_required
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    span = services.bring_days_back(by=request.user, span=queries.span_of(request.user, pk))
    flash(request, _("The days are back in the calendar."))
    return _back_to(span)


@login_required
@require_POST
def take_many_back(request: HttpRequest) -> HttpResponse:
    spans = [queries.span_of(request.user, pk) for pk in numbers(request.GET.get("days", "").split("-"))]
    if not spans:
        raise NotFound
    for span in spans:
        services.take_days_back(by=request.user, span=span)
    flash(request, _("The days are taken out."))
    return _back_to(spans[0])


@login_required
def disruption(request: HttpRequest, team_id: int) -> HttpResponse:
    """What would move is shown first; the same once more moves it."""
    place = own_team(request, team_id)
    form = DisruptionForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    moves, running = None, []
    if request.method == "POST" and form.is_valid():
        typed = form.answers()
        if typed.pop("sure"):
            made = services.log_disruption(by=request.user, team=place, key=form.cleaned_data["key"], **typed)
            undo = reverse("windows:disruption_back", args=[made.pk])
            flash(request, _("Open dates have moved. The charts say why."), undo=undo)
            return redirect(_url(place))
        moves = queries.moves_for(request.user, place, typed["starts_on"], typed["days"])
        running = queries.running_of(request.user, place)
    context = {"form": form, "moves": moves, "running": running, "team": place, "place": place}
    return render(request, "windows/disruption.html", context, status=422 if form.errors else 200)


def _own(request: HttpRequest, pk: int) -> Disruption:
    row = find(request.user, Disruption, pk, with_ended=True)
    if not may_edit_team(request.user, row.owner_team):
        raise NotAllowed
    request.team = row.owner_team  # type: ignore[attr-defined]
    return row


@login_required
def disruption_over(request: HttpRequest, pk: int) -> HttpResponse:
    """School runs again: the cycles that rest for it go on, all at once, with what is different now."""
    row, form = _own(request, pk), OverForm(request.POST or None)
    resting = queries.pauses_for(row)
    if not resting:
        return redirect(_url(row.owner_team))
    if request.method == "POST" and form.is_valid():
        found = services.end_disruption(by=request.user, disruption=row, **form.cleaned_data)
        words = ngettext("%(n)s cycle goes on.", "%(n)s cycles go on.", len(found)) % {"n": len(found)}
        flash(request, words)
        return redirect("cycles:list", row.owner_team_id)
    context = {"form": form, "disruption": row, "resting": resting, "team": row.owner_team}
    return render(request, "windows/over.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def disruption_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    services.take_disruption_back(by=request.user, disruption=row)
    flash(request, _("Dates are as they were, but for those that somebody chose since."))
    return redirect(_url(row.owner_team))


@login_required
def smallest(request: HttpRequest, team_id: int) -> HttpResponse:
    """One minimal cycle in four fields."""
    place = own_team(request, team_id)
    form = SmallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            cycle = services.plan_smallest(by=request.user, team=place, key=key, **form.answers())
            return redirect("cycles:cycle", cycle.pk)
        except (NotReady, Refused) as error:
            explain(form, error)
    return render(request, "windows/smallest.html", {"form": form, "team": place}, status=422 if form.errors else 200)
