"""The problem log and the goals set from outside, for members of the team."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.measures.views.exports import csv_response
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import ReasonForm, key_of, version_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.noticing import queries, services
from aimwell.contexts.theory.noticing.forms import GoalForm, NoticeForm, SeenForm, TextForm
from aimwell.contexts.theory.noticing.models import MandatedGoal, Noticed, Sighting
from aimwell.contexts.theory.queries import current_inquiry
from aimwell.contexts.theory.views.base import asked_again, found, found_kind, tell_aside
from aimwell.ui.flash import flash

KINDS = {"noticed": Noticed, "sighting": Sighting, "goal": MandatedGoal}


def _back(thing: services.Thing) -> HttpResponse:
    """To the list, at the line that was worked on."""
    line = thing.noticed if isinstance(thing, Sighting) else thing
    name = "noticing:goals" if isinstance(line, MandatedGoal) else "noticing:log"
    return redirect(f"{reverse(name, args=[line.owner_team_id])}#row-{line.pk}")


def _again(request: HttpRequest, line: Noticed | MandatedGoal, form: Form) -> HttpResponse:
    request.team = line.owner_team  # type: ignore[attr-defined]
    return asked_again(request, form)


@login_required
def log(request: HttpRequest, team_id: int) -> HttpResponse:
    """One line to write, and what came back most on top."""
    team = own_team(request, team_id)
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        noticed = services.notice(by=request.user, team=team, key=key_of(request.POST), **form.cleaned_data)
        flash(request, _("It is in the log, with the date of today."))
        return _back(noticed)
    log, effort = queries.log_of(request.user, team), current_inquiry(request.user, team)
    context = {"form": form, "log": log, "today": timezone.localdate(), "effort": effort}
    return render(request, "noticing/log.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Seen again: today by one press, or another day with what was seen."""
    noticed = found(request, Noticed, pk)
    form = SeenForm(request.POST)
    if not form.is_valid():
        return _again(request, noticed, form)
    services.see_again(by=request.user, noticed=noticed, key=key_of(request.POST), **form.cleaned_data)
    return _back(noticed)


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    noticed = found(request, Noticed, pk)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _again(request, noticed, form)
    services.change_noticed(by=request.user, noticed=noticed, version=version_of(request.POST), **form.cleaned_data)
    return _back(noticed)


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    inquiry = services.take_up(by=request.user, noticed=found(request, Noticed, pk))
    flash(request, _("It is an inquiry now. What the log knew is written here already."))
    return redirect("theory:problem", inquiry.pk)


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    reason = request.POST.get("reason", "")
    if isinstance(thing, Noticed) and not reason.strip():
        return _again(request, thing, ReasonForm(request.POST))
    services.set_aside(by=request.user, thing=thing, reason=reason)
    tell_aside(request, thing, reverse("noticing:restore", args=[kind, pk]))
    return _back(thing)


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.restore(by=request.user, thing=thing)
    return _back(thing)


@login_required
def goals(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        goal = services.add_goal(by=request.user, team=team, key=key_of(request.POST), **form.cleaned_data)
        return _back(goal)
    context = {"form": form, "found": queries.goals_of(request.user, team)}
    return render(request, "noticing/goals.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def goal(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, MandatedGoal, pk)
    form = GoalForm(request.POST)
    if not form.is_valid():
        return _again(request, row, form)
    services.change_goal(by=request.user, goal=row, version=version_of(request.POST), **form.cleaned_data)
    return _back(row)


@login_required
@require_POST
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Which of our problems serve this goal."""
    row = found(request, MandatedGoal, pk)
    asked = [int(one) for one in request.POST.getlist("inquiries") if one.isascii() and one.isdigit() and len(one) < 19]
    chosen = visible_to(request.user, Inquiry, team=row.owner_team).filter(pk__in=asked)
    services.match_goal(by=request.user, goal=row, inquiries=chosen)
    return _back(row)


@login_required
@require_safe
def goals_csv(request: HttpRequest, team_id: int) -> StreamingHttpResponse:
    team = own_team(request, team_id)
    return csv_response(queries.goals_csv(queries.goals_of(request.user, team)), slugify(_("goals")) or "goals")
