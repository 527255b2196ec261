"""What stands in the way of a team; what is to be ready for a meeting."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aimwell.contexts.meetings.barriers import queries, services
from aimwell.contexts.meetings.barriers.forms import BarrierForm, DaysForm, PrepForm, SaidForm, TakeForm
from aimwell.contexts.meetings.barriers.models import Barrier, BarrierState, PrepLine
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.queries import MeetingView
from aimwell.contexts.meetings.views.base import answered, asks, language, opened, to_meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find, may_edit_team, told_in_words_of
from aimwell.contexts.people.services import require
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import number_of, version_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused

ON_A_PAGE = 20


@login_required
def log(request: HttpRequest, team_id: int) -> HttpResponse:
    """What stands in the way now, what got better, and what the team lives with."""
    team = own_team(request, team_id)
    form = BarrierForm(request.POST or None, user=request.user, team=team)
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            made = services.log_barrier(by=request.user, team=team, key=key, **form.answers())
            undo = reverse("barriers:aside", args=[made.pk])
            return answered(request, _to(made), _("Written down."), undo=undo)
        except Refused as error:
            asks(form, error, "since" if error.code == "barrier_day" else None)
    return _log_page(request, team, form)


def _log_page(request: HttpRequest, team: Team, form: BarrierForm) -> HttpResponse:
    shown = queries.Log(request.user, team)
    days, version = queries.days_of(request.user, team)
    cleared = Paginator(shown.cleared, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "log": shown, "form": form, "cleared": cleared, "cleared_rows": [queries.BarrierRow(row) for row in cleared],
        "days": days, "days_version": version,
    }  # fmt: skip
    return render(request, "barriers/log.html", context, status=422 if form.errors else 200)


def _to(barrier: Barrier) -> str:
    return f"{reverse('barriers:log', args=[barrier.owner_team_id])}#barrier-{barrier.pk}"


def _own(request: HttpRequest, model: Any, pk: int) -> Any:
    """A barrier or a thing to have ready, set aside or not, of a team of the reader's own."""
    thing = find(request.user, model, pk, with_ended=True)
    require(by=request.user, permission=Permission.EDIT, obj=thing)
    request.team = told_in_words_of(request.user, thing.owner_team)  # type: ignore[attr-defined]
    return thing


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    barrier = _own(request, Barrier, pk)
    shared = {"user": request.user, "team": barrier.owner_team, "barrier": barrier}
    form = BarrierForm(request.POST or None, initial=BarrierForm.of(barrier), **shared)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_barrier(by=request.user, barrier=barrier, version=version, **form.answers())
            return redirect(_to(barrier))
        except Refused as error:
            asks(form, error, "since" if error.code == "barrier_day" else None)
    return _part(request, form, barrier, _to(barrier))


def _part(request: HttpRequest, form: Any, thing: Any, back: str) -> HttpResponse:
    context = {"form": form, "thing": thing, "back": back, "barrier": isinstance(thing, Barrier)}
    return render(request, "barriers/part.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def say(request: HttpRequest, pk: int, stands: str) -> HttpResponse:
    """What became of it. Undo leads back to where it stood."""
    barrier, form = _own(request, Barrier, pk), SaidForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    before = barrier.stands
    try:
        made = services.say_barrier(by=request.user, barrier=barrier, stands=stands, **form.cleaned_data)
    except Refused as error:
        if stands not in BarrierState.values:
            raise
        return asked_again(request, asks(form, error, "on" if error.code == "barrier_day" else "how"))
    back = BarrierState.OPEN if before in (stands, *services.SETTLED) else before
    words = {
        BarrierState.OPEN: _("It stands in the way again."), BarrierState.CLEARING: _("Somebody is on it."),
        BarrierState.CLEARED: _("Cleared. It stands under what got better."),
        BarrierState.KEPT: _("You live with it. The reason is kept."),
    }  # fmt: skip
    undo = "" if stands == BarrierState.OPEN else reverse("barriers:say", args=[pk, back])
    return answered(request, _to(made), words[BarrierState(stands)], undo=undo)


@login_required
@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    barrier = _own(request, Barrier, pk)
    services.set_aside(by=request.user, thing=barrier)
    words = _("“%(what)s” is set aside.") % {"what": str(barrier)}
    return answered(request, _to(barrier), words, undo=reverse("barriers:restore", args=[pk]))


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    barrier = _own(request, Barrier, pk)
    services.restore(by=request.user, thing=barrier)
    return redirect(_to(barrier))


@login_required
@require_POST
def days(request: HttpRequest, team_id: int) -> HttpResponse:
    """After how many days a barrier comes up again."""
    team, form = own_team(request, team_id), DaysForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    version = version_of(request.POST)
    services.set_barrier_days(by=request.user, team=team, days=form.cleaned_data["days"], version=version)
    return redirect(f"{reverse('barriers:log', args=[team_id])}#days")


@login_required
@require_POST
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """Onto the agenda of the meeting on whose page it was pressed."""
    barrier = _own(request, Barrier, pk)
    meeting = find(request.user, Meeting, number_of(request.POST, "meeting") or 0)
    services.put_on_agenda(by=request.user, barrier=barrier, meeting=meeting)
    return redirect(to_meeting(meeting, "agenda"))


# Getting ready


@login_required
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    """The list for one meeting; what the open work suggests; in whose hands it was over time."""
    view = _members_only(request, pk)
    form = PrepForm(request.POST or None, team=view.team, auto_id="prep_%s")
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["key"]
        try:
            made = services.add_prep(by=request.user, meeting=view.meeting, key=key, **form.answers())
            undo = reverse("barriers:prep_aside", args=[made.pk])
            return answered(request, to_ready(pk, made), _("On the list."), undo=undo)
        except Refused as error:
            asks(form, error, "place" if error.code == "ready_person" else None)
    return _ready_page(request, view, form=form)


def _members_only(request: HttpRequest, pk: int) -> MeetingView:
    view = opened(request, pk)
    if not view.may_edit:
        raise NotFound
    return view


def _ready_page(request: HttpRequest, view: MeetingView, **forms: Any) -> HttpResponse:
    lines = list(queries.prep_of(request.user, view.meeting))
    off = view.cancelled or view.meeting.ended_at is not None
    offered = [] if off else queries.proposed(request.user, view.meeting, lines, language())
    made = {
        "form": PrepForm(team=view.team, auto_id="prep_%s"),
        "take_form": TakeForm(team=view.team, offered=offered, auto_id="take_%s"),
        **forms,
    }
    context = {
        "view": view, "meeting": view.meeting, "lines": lines, "offered": offered, "off": off,
        "aside": list(queries.set_aside_of(request.user, view.meeting)),
        "months": queries.over_time(request.user, view.team), **made,
    }  # fmt: skip
    asked = any(form.errors for form in forms.values())
    return render(request, "barriers/ready.html", context, status=422 if asked else 200)


def to_ready(meeting: int, line: PrepLine | None = None) -> str:
    address = reverse("barriers:ready", args=[meeting])
    return f"{address}#ready-{line.pk}" if line else address


@login_required
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Proposals go on the list, all with the same hands; each can be changed after."""
    view = _members_only(request, pk)
    offered = queries.proposed(
        request.user, view.meeting, list(queries.prep_of(request.user, view.meeting)), language()
    )
    form = TakeForm(request.POST, team=view.team, offered=offered, auto_id="take_%s")
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("ready_by", "place")}
        try:
            taken = services.add_several(
                by=request.user, meeting=view.meeting, texts=form.cleaned_data["take"], **facts
            )
            words = ngettext("%(n)s thing is on the list.", "%(n)s things are on the list.", len(taken))
            return answered(request, to_ready(pk), words % {"n": len(taken)})
        except Refused as error:
            asks(form, error, "place" if error.code == "ready_person" else None)
    return _ready_page(request, view, take_form=form)


@login_required
def prep(request: HttpRequest, pk: int) -> HttpResponse:
    line = _own(request, PrepLine, pk)
    form = PrepForm(request.POST or None, team=line.owner_team, initial=PrepForm.of(line))
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_prep(by=request.user, line=line, version=version, **form.answers())
            return redirect(to_ready(line.meeting_id, line))
        except Refused as error:
            asks(form, error, "place" if error.code == "ready_person" else None)
    return _part(request, form, line, to_ready(line.meeting_id))


@login_required
@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Ready, or not after all: by a member, or by the coach in whose hands it is."""
    line = queries.line_for(request.user, pk)
    now = request.POST.get("ready") != "no"
    services.mark_ready(by=request.user, line=line, ready=now)
    inside = may_edit_team(request.user, line.owner_team)
    back = to_meeting(line.meeting_id, "ready") if request.POST.get("at") == "meeting" else to_ready(line.meeting_id)
    words = _("Ready: %(what)s") % {"what": str(line)} if now else ""
    return answered(request, back if inside else reverse("participation:support"), words)


@login_required
@require_POST
def prep_aside(request: HttpRequest, pk: int) -> HttpResponse:
    line = _own(request, PrepLine, pk)
    services.set_aside(by=request.user, thing=line)
    words = _("“%(what)s” is set aside.") % {"what": str(line)}
    return answered(request, to_ready(line.meeting_id), words, undo=reverse("barriers:prep_restore", args=[pk]))


@login_required
@require_POST
def prep_restore(request: HttpRequest, pk: int) -> HttpResponse:
    line = _own(request, PrepLine, pk)
    services.restore(by=request.user, thing=line)
    return redirect(to_ready(line.meeting_id, line))
