"""The quick log."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.queries.homes import homes_of
from aimwell.contexts.cycles.quick import queries, services
from aimwell.contexts.cycles.quick.forms import CycleOfForm, TriedForm
from aimwell.contexts.cycles.quick.models import Tried
from aimwell.contexts.cycles.views.base import answered, asks, explain, from_outbox, outbox_words, to_cycle, told_outbox
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.views import own_team
from aimwell.domain.errors import NotAllowed, NotFound, Refused


@login_required
@told_outbox
def tried(request: HttpRequest, team_id: int) -> HttpResponse:
    """One line to write, kept on the phone where there is no connection; below what stands in the log."""
    team = own_team(request, team_id)
    form = TriedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.log_tried(by=request.user, team=team, key=form.cleaned_data["key"], **form.answers())
            return answered(request, reverse("quick:tried", args=[team_id]), _("It is in the log."))
        except Refused as error:
            explain(form, error)
    if form.errors and from_outbox(request):
        return asks(form)
    return _page(request, team, form)


def _page(request: HttpRequest, team: Team, form: TriedForm, changes: Tried | None = None) -> HttpResponse:
    """`changes`: the line that `form` puts in other words; without it, a new one."""
    homes = list(homes_of(request.user, team))
    context: dict[str, Any] = {"team": team, "form": form, "log": queries.log_of(request.user, team), "homes": homes}
    context["practice"] = queries.practice_of(request.user, team)
    context |= {"today": timezone.localdate(), "changes": changes}
    context["outbox"] = {**outbox_words(request, 0), "show": reverse("quick:tried", args=[team.pk])}
    return render(request, "quick/tried.html", context, status=422 if form.errors else 200)


def _own(request: HttpRequest, pk: int) -> Tried:
    row = find(request.user, Tried, pk, with_ended=True)
    if not may_edit_team(request.user, row.owner_team):
        raise NotFound if row.ended_at is not None else NotAllowed
    request.team = row.owner_team  # type: ignore[attr-defined]
    return row


def _back(row: Tried) -> str:
    return f"{reverse('quick:tried', args=[row.owner_team_id])}#row-{row.pk}"


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = TriedForm(request.POST)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            services.change_tried(by=request.user, tried=row, version=version, **form.answers())
            return answered(request, _back(row), _("The new words are kept."))
        except Refused as error:
            explain(form, error)
    return _page(request, row.owner_team, form, row)


@login_required
@require_POST
def make_cycle(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = CycleOfForm(request.POST, inquiries=homes_of(request.user, row.owner_team))
    if not form.is_valid():
        return _page(request, row.owner_team, TriedForm())
    cycle = services.make_cycle(by=request.user, tried=row, inquiry=form.cleaned_data["inquiry"])
    words = _("It is a cycle in Do now. Its line is the first note.")
    return answered(request, to_cycle(cycle.pk), words, undo=reverse("cycles:set_aside", args=[cycle.pk]))


@login_required
@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.set_aside(by=request.user, tried=_own(request, pk))
    return answered(request, _back(row), _("The line is set aside."), undo=reverse("quick:restore", args=[pk]))


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.restore(by=request.user, tried=_own(request, pk))
    return answered(request, _back(row), _("The line is back."))
