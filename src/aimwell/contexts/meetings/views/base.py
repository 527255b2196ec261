"""What the pages of meetings share: opening one, asking again, going back to the place on the page."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from aimwell.contexts.meetings.forms import CallOffForm, CloseForm, DecisionForm, ItemForm, NotesForm
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.queries import MeetingView, meeting_view
from aimwell.contexts.people.queries import find, owner_of
from aimwell.contexts.people.services import require
from aimwell.domain.access import Permission
from aimwell.domain.errors import DomainError, NotAllowed, NotFound, sentence
from aimwell.ui.flash import flash

M = TypeVar("M", bound=Model)


def language() -> str:
    return get_language() or "en"


def opened(request: HttpRequest, pk: int) -> MeetingView:
    """The meeting of this page; the header learns its team. One set aside is shown to its team only."""
    view = meeting_view(request.user, pk, with_ended=True)
    if view.meeting.ended_at is not None and not view.may_edit:
        raise NotFound
    if request.method == "POST" and not view.may_edit:
        raise NotAllowed  # before any form asks a reader for more
    request.team = view.team  # type: ignore[attr-defined]
    return view


def part(request: HttpRequest, model: type[M], pk: int) -> M:
    """An item or a decision that is about to be changed, set aside or not."""
    thing = find(request.user, model, pk, with_ended=True, also=("meeting",))
    require(by=request.user, permission=Permission.EDIT, obj=thing)
    request.team = owner_of(thing)[0]  # type: ignore[attr-defined]
    return thing


def page(request: HttpRequest, view: MeetingView, **again: forms.Form) -> HttpResponse:
    """The page of a meeting. A form in `again` asks for something and answers 422."""
    made: dict[str, Any] = {}
    if view.may_edit and view.meeting.ended_at is None:
        team = view.team
        made = {
            "item_form": ItemForm(team=team, auto_id="item_%s", initial={"minutes": 5}),
            "decision_form": DecisionForm(team=team, auto_id="decision_%s"),
            "notes_form": NotesForm(auto_id="meeting_%s", initial={"notes": view.meeting.notes}),
            "close_form": CloseForm(auto_id="close_%s"),
            "call_off_form": CallOffForm(auto_id="off_%s"),
        }
    context = {"view": view, "meeting": view.meeting, **made, **again}
    return render(request, "meetings/meeting.html", context, status=422 if again else 200)


def to_meeting(meeting: Meeting | int, at: str = "") -> str:
    address = reverse("meetings:meeting", args=[meeting if isinstance(meeting, int) else meeting.pk])
    return f"{address}#{at}" if at else address


def answered(request: HttpRequest, url: str, words: str = "", *, undo: str = "") -> HttpResponse:
    """After an act: say so on the next page."""
    if words:
        flash(request, words, undo=undo)
    return redirect(url)


def asks(form: forms.Form, error: DomainError, field: str | None = None) -> forms.Form:
    """Say beside the field what the rule asks for."""
    form.add_error(field if field in form.fields else None, sentence(error, language()))
    return form
