"""Items of an agenda, and decisions."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.forms import DecisionForm, ItemForm, ReasonForm
from aimwell.contexts.meetings.models import AgendaItem, Decision
from aimwell.contexts.meetings.views.base import answered, asks, opened, page, part, to_meeting
from aimwell.domain.errors import NotFound, Refused

KINDS: dict[str, Any] = {"item": AgendaItem, "decision": Decision}
PLACES = {"item": "agenda", "decision": "decisions"}


@login_required
@require_POST
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = ItemForm(request.POST, team=view.team, auto_id="item_%s")
    if form.is_valid():
        try:
            services.add_item(by=request.user, meeting=view.meeting, key=form.cleaned_data["key"], **form.answers())
            return redirect(to_meeting(pk, "agenda"))
        except Refused as error:
            asks(form, error)
    return page(request, view, item_form=form)


@login_required
def change_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = part(request, AgendaItem, pk)
    form = ItemForm(request.POST or None, team=item.meeting.owner_team, initial=ItemForm.of(item))
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_item(by=request.user, item=item, version=version, **form.answers())
            return redirect(to_meeting(item.meeting_id, f"item-{pk}"))
        except Refused as error:
            asks(form, error)
    return _form(request, form, item)


@login_required
@require_POST
def move_item(request: HttpRequest, pk: int) -> HttpResponse:
    """One place up or down, by a button that the keyboard reaches."""
    item = part(request, AgendaItem, pk)
    services.move_item(by=request.user, item=item, up=request.POST.get("to") == "up")
    return redirect(to_meeting(item.meeting_id, f"item-{pk}"))


@login_required
@require_POST
def reached(request: HttpRequest, pk: int) -> HttpResponse:
    item = part(request, AgendaItem, pk)
    services.mark_not_reached(by=request.user, item=item, not_reached=request.POST.get("reached") != "yes")
    return redirect(to_meeting(item.meeting_id, f"item-{pk}"))


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = DecisionForm(request.POST, team=view.team, auto_id="decision_%s")
    if form.is_valid():
        try:
            services.decide(by=request.user, meeting=view.meeting, key=form.cleaned_data["key"], **form.answers())
            return redirect(to_meeting(pk, "decisions"))
        except Refused as error:
            asks(form, error)
    return page(request, view, decision_form=form)


@login_required
def change_decision(request: HttpRequest, pk: int) -> HttpResponse:
    decision = part(request, Decision, pk)
    form = DecisionForm(request.POST or None, team=decision.meeting.owner_team, initial=DecisionForm.of(decision))
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_decision(by=request.user, decision=decision, version=version, **form.answers())
            return redirect(to_meeting(decision.meeting_id, "decisions"))
        except Refused as error:
            asks(form, error)
    return _form(request, form, decision)


def _form(request: HttpRequest, form: ItemForm | DecisionForm, thing: AgendaItem | Decision) -> HttpResponse:
    context = {"form": form, "thing": thing, "back": to_meeting(thing.meeting_id)}
    return render(request, "meetings/part_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    decision = part(request, Decision, pk)
    services.mark_done(by=request.user, decision=decision)
    return _told(request, decision, _("Done: %(what)s"))


@login_required
@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    decision = part(request, Decision, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "thing": decision, "back": to_meeting(decision.meeting_id)}
        return render(request, "meetings/part_form.html", context, status=422)
    services.let_go(by=request.user, decision=decision, reason=form.cleaned_data["reason"])
    return _told(request, decision, _("Let go: %(what)s"))


@login_required
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    decision = part(request, Decision, pk)
    services.reopen(by=request.user, decision=decision)
    return redirect(_back(request, decision))


def _told(request: HttpRequest, decision: Decision, words: str) -> HttpResponse:
    undo = reverse("meetings:reopen", args=[decision.pk])
    return answered(request, _back(request, decision), words % {"what": str(decision)}, undo=undo)


def _back(request: HttpRequest, decision: Decision) -> str:
    """To where it was pressed: the list of the team, the meeting that named it, or a page that asks to come `back`."""
    at, page = request.POST.get("at", ""), request.POST.get("back", "")
    if page and url_has_allowed_host_and_scheme(page, allowed_hosts=None):
        return page
    if at == "list":
        return reverse("meetings:list", args=[decision.meeting.owner_team_id]) + "#open"
    if at.isascii() and at.isdigit() and len(at) < 10:
        return to_meeting(int(at), "before")
    return to_meeting(decision.meeting_id, "decisions")


@login_required
@require_POST
def part_aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = _of_kind(request, kind, pk)
    services.set_aside(by=request.user, thing=thing)
    undo = reverse("meetings:part_restore", args=[kind, pk])
    words = _("“%(what)s” is set aside.") % {"what": str(thing)}
    return answered(
        request, to_meeting(thing.meeting_id, "agenda" if kind == "item" else "decisions"), words, undo=undo
    )


@login_required
@require_POST
def part_restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = _of_kind(request, kind, pk)
    services.restore(by=request.user, thing=thing)
    return redirect(to_meeting(thing.meeting_id, PLACES[kind]))


def _of_kind(request: HttpRequest, kind: str, pk: int) -> Any:
    if kind not in KINDS:
        raise NotFound
    return part(request, KINDS[kind], pk)
