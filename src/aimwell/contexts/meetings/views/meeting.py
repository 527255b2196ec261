"""One meeting: planned, filled, started, closed, called off."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.forms import CallOffForm, CloseForm, MeetingForm, NotesForm
from aimwell.contexts.meetings.models import MeetingKind
from aimwell.contexts.meetings.views.base import answered, asks, opened, page, to_meeting
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import version_of
from aimwell.domain.errors import NotAllowed, Refused


@login_required
@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, opened(request, pk))


@login_required
def new(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    first = {"kind": MeetingKind.HUDDLE}
    form = MeetingForm(request.POST or None, user=request.user, team=team, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_meeting(by=request.user, team=team, key=form.cleaned_data["key"], **form.answers())
            return redirect(to_meeting(made))
        except Refused as error:
            asks(form, error)
    return render(request, "meetings/meeting_form.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    shared = {"user": request.user, "team": view.team, "meeting": view.meeting}
    form = MeetingForm(request.POST or None, initial=MeetingForm.of(view.meeting), **shared)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            services.change_meeting(by=request.user, meeting=view.meeting, version=version, **form.answers())
            return answered(request, to_meeting(pk), _("The change is kept."))
        except Refused as error:
            asks(form, error)
    context = {"form": form, "view": view, "meeting": view.meeting}
    return render(request, "meetings/meeting_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """One click makes the agenda from the open work (S2 R-58)."""
    view = opened(request, pk)
    added = len(services.fill_agenda(by=request.user, meeting=view.meeting))
    words = ngettext("%(n)s item is on the agenda.", "%(n)s items are on the agenda.", added) % {"n": added}
    return answered(request, to_meeting(pk, "agenda"), words if added else _("The agenda has it all already."))


@login_required
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.start_meeting(by=request.user, meeting=view.meeting)
    return redirect(to_meeting(pk, "notes"))


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = CloseForm(request.POST, auto_id="close_%s")
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.close_meeting(by=request.user, meeting=view.meeting, version=version, **form.answers())
            undo = reverse("meetings:after_all", args=[pk])
            return answered(
                request, to_meeting(pk), _("The meeting is closed. What was not reached goes over."), undo=undo
            )
        except Refused as error:
            asks(form, error, "next_on")
    return page(request, view, close_form=form)


@login_required
@require_POST
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """One press; a reason where somebody has one (S3 R-35)."""
    view = opened(request, pk)
    form = CallOffForm(request.POST, auto_id="off_%s")
    if not form.is_valid():
        return page(request, view, call_off_form=form)
    services.call_off(by=request.user, meeting=view.meeting, **form.cleaned_data)
    words = _("This meeting is called off. Its agenda is kept.")
    return answered(request, to_meeting(pk), words, undo=reverse("meetings:after_all", args=[pk]))


@login_required
@require_POST
def after_all(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.hold_after_all(by=request.user, meeting=view.meeting)
    return answered(request, to_meeting(pk), _("The meeting is planned again."))


@login_required
@require_POST
def notes(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = NotesForm(request.POST, auto_id="meeting_%s")
    if not form.is_valid():
        return page(request, view, notes_form=form)
    services.write_notes(
        by=request.user, meeting=view.meeting, version=version_of(request.POST), notes=form.cleaned_data["notes"]
    )
    return answered(request, to_meeting(pk, "notes"), _("The notes are kept."))


@login_required
@require_POST
def attend(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there, all at once: each member with a tick or without, and guests by name.

    `was`: who was ticked when the page was read, so that what somebody else ticks meanwhile stays.
    """
    view = opened(request, pk)
    there, names = set(request.POST.getlist("person")), set(request.POST.getlist("name"))
    was, people = set(request.POST.getlist("was")), {place.user_id: place.user for place in view.members}
    for seat in view.seats:
        present = str(seat.person) in there if seat.person else seat.name in names
        if seat.present == present or (seat.present and str(seat.person or seat.name) not in was):
            continue
        whom = {"person": people[seat.person]} if seat.person else {"name": seat.name}
        services.attend(by=request.user, meeting=view.meeting, present=present, **whom)
    if guest := request.POST.get("guest", "").strip()[:120]:
        services.attend(by=request.user, meeting=view.meeting, name=guest)
    return answered(request, to_meeting(pk, "there"), _("It is kept who was there."))


@login_required
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.set_aside(by=request.user, thing=view.meeting)
    undo = reverse("meetings:restore", args=[pk])
    return answered(request, reverse("meetings:list", args=[view.team.pk]), _("The meeting is set aside."), undo=undo)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.restore(by=request.user, thing=view.meeting)
    return redirect(to_meeting(pk))
