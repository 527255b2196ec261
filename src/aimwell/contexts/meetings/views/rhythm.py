"""The rhythm of a team: first a preview of every meeting, then they are made or moved."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.forms import RhythmForm
from aimwell.contexts.meetings.models import Rhythm
from aimwell.contexts.meetings.queries import Preview
from aimwell.contexts.meetings.views.base import answered, asks, language
from aimwell.contexts.people.queries import find
from aimwell.contexts.people.services import require
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import version_of
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


@login_required
def new_rhythm(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    form = RhythmForm(request.POST or None, lang=language(), initial=RhythmForm.first())
    preview = None
    if request.method == "POST" and form.is_valid():
        try:
            facts = services.checked(form.answers())
            preview = queries.preview_rhythm(team, facts)
            if _confirmed(request):
                rhythm = services.make_rhythm(by=request.user, team=team, key=form.cleaned_data["key"], **facts)
                return _made(request, rhythm, len(preview.made))
        except Refused as error:
            preview = None
            asks(form, error)
    return _page(request, form, preview, running=queries.running_rhythm(request.user, team))


def _made(request: HttpRequest, rhythm: Rhythm, n: int) -> HttpResponse:
    words = ngettext("%(n)s meeting is planned.", "%(n)s meetings are planned.", n) % {"n": n}
    undo = reverse("meetings:rhythm_back", args=[rhythm.pk])
    return answered(request, reverse("meetings:list", args=[rhythm.owner_team_id]), words, undo=undo)


@login_required
def rhythm(request: HttpRequest, pk: int) -> HttpResponse:
    """Change it: only what is still to come moves, and is shown before it does."""
    row = _found(request, pk)
    form = RhythmForm(request.POST or None, lang=language(), initial=RhythmForm.of(row))
    preview = None
    if request.method == "POST" and form.is_valid():
        try:
            facts = services.checked(form.answers())
            preview = queries.preview_change(row, facts)
            if _confirmed(request):
                version = form.cleaned_data["version"] or 0
                services.change_rhythm(by=request.user, rhythm=row, version=version, **facts)
                return _changed(request, row, _("The rhythm is changed."))
        except Refused as error:
            preview = None
            asks(form, error)
    return _page(request, form, preview, rhythm=row)


@login_required
@require_POST
def rhythm_end(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    reason = request.POST.get("reason", "")
    services.end_rhythm(by=request.user, rhythm=row, version=version_of(request.POST), reason=reason)
    return _changed(request, row, _("The rhythm ends today. Meetings with notes stay."))


@login_required
@require_POST
def rhythm_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    services.take_change_back(by=request.user, rhythm=row)
    return answered(request, reverse("meetings:list", args=[row.owner_team_id]), _("It is as it was before."))


def _changed(request: HttpRequest, row: Rhythm, words: str) -> HttpResponse:
    undo = reverse("meetings:rhythm_back", args=[row.pk])
    return answered(request, reverse("meetings:list", args=[row.owner_team_id]), words, undo=undo)


def _found(request: HttpRequest, pk: int) -> Rhythm:
    row = find(request.user, Rhythm, pk)
    require(by=request.user, permission=Permission.EDIT, obj=row)
    request.team = row.owner_team  # type: ignore[attr-defined]
    return row


def _confirmed(request: HttpRequest) -> bool:
    return request.POST.get("go") == "make"


def _page(request: HttpRequest, form: RhythmForm, preview: Preview | None, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "meetings/rhythm.html", {"form": form, "preview": preview, **more}, status=status)
