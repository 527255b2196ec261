"""A cycle from a routine, one only for practice, and the way to an aim."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.homes import homes_of
from aimwell.contexts.cycles.quick import services
from aimwell.contexts.cycles.quick.forms import AttachForm, LooseForm
from aimwell.contexts.cycles.quick.services.loose import thread_of
from aimwell.contexts.cycles.views.base import answered, explain, opened, to_cycle
from aimwell.contexts.people.queries import find
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries.loose import is_loose
from aimwell.domain.errors import NotAllowed, NotReady


@login_required
def loose(request: HttpRequest, team_id: int) -> HttpResponse:
    """Two lines start a cycle from any routine."""
    team = own_team(request, team_id)
    form = LooseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            cycle = services.begin_loose(by=request.user, team=team, key=key, **form.answers())
            return redirect("cycles:plan", cycle.pk)
        except NotReady as error:
            explain(form, error)
    return render(request, "quick/loose.html", {"form": form, "team": team}, status=422 if form.errors else 200)


@login_required
@require_POST
def practice(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    cycle = services.begin_practice(by=request.user, team=team, key=key_of(request.POST))
    words = _("A made-up example. It counts nowhere, and you can throw it away.")
    return answered(request, to_cycle(cycle.pk), words)


@login_required
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Which effort of the team a cycle belongs to; its whole thread goes along."""
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    homes = homes_of(request.user, view.cycle.owner_team).exclude(pk=view.cycle.inquiry_id)
    form = AttachForm(request.POST or None, inquiries=homes)
    if request.method == "POST" and form.is_valid():
        return _attached(request, view.cycle, form.cleaned_data["inquiry"])
    context = {"form": form, "view": view, "cycle": view.cycle, "homes": homes}
    context["thread"] = len(thread_of(request.user, view.cycle))
    return render(request, "quick/attach.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def attach_to(request: HttpRequest, pk: int, inquiry_id: int) -> HttpResponse:
    """The way back after a move."""
    view = opened(request, pk)
    return _attached(request, view.cycle, find(request.user, Inquiry, inquiry_id))


def _attached(request: HttpRequest, cycle: Cycle, home: Inquiry) -> HttpResponse:
    before = cycle.inquiry_id
    moved = services.attach(by=request.user, cycle=cycle, inquiry=home)
    words = ngettext(
        "The cycle belongs to this effort now.", "%(n)s cycles of the thread belong to this effort now.", len(moved)
    ) % {"n": len(moved)}
    if is_loose(home):
        words = _("Not tied to an aim any more.")
    undo = reverse("quick:attach_to", args=[cycle.pk, before]) if moved else ""
    return answered(request, to_cycle(cycle.pk), words, undo=undo)
