"""Talks about data, for members of the team."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.meetings.conversation import queries, services
from aimwell.contexts.meetings.conversation.forms import AnswerForm, ChangedForm, DoubtForm, LineForm
from aimwell.contexts.meetings.conversation.models import Doubt, Talk, TalkLine
from aimwell.contexts.meetings.views.base import asks, language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import members_of
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.views.base import asked_again, found, found_kind, tell_aside
from aimwell.domain.errors import NotFound, Refused
from aimwell.ui.flash import flash

KINDS = {"talk": Talk, "line": TalkLine, "doubt": Doubt}


def _people(team: Team) -> list[tuple[int, str]]:
    return [(place.user_id, place.name) for place in members_of(team) if place.user_id is not None]


def _owned(request: HttpRequest, pk: int) -> Talk:
    talk = queries.talk_view(request.user, pk, lang=language()).talk
    request.team = talk.owner_team  # type: ignore[attr-defined]
    return talk


def _back(talk: Talk, at: str = "") -> HttpResponse:
    return redirect(reverse("conversation:talk", args=[talk.pk]) + (f"#{at}" if at else ""))


@login_required
def talks(request: HttpRequest, team_id: int) -> HttpResponse:
    """All talks of the team; a new one begins with one press."""
    team = own_team(request, team_id)
    if request.method == "POST":
        measure = find_measure(request.user, number_of(request.POST, "measure") or 0)
        if measure.owner_team_id != team.pk:
            raise NotFound
        return _back(services.start_talk(by=request.user, measure=measure, key=key_of(request.POST)))
    context = {
        "team": team,
        "talks": queries.talks_of(request.user, team),
        "measures": queries.measures_to_talk_about(request.user, team),
    }
    return render(request, "conversation/talks.html", context)


@login_required
@require_safe
def talk(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, pk, {})


def _page(request: HttpRequest, pk: int, more: dict[str, Any]) -> HttpResponse:
    view = queries.talk_view(request.user, pk, lang=language())
    team = view.talk.owner_team
    request.team = team  # type: ignore[attr-defined]
    context = {
        "view": view,
        "talk": view.talk,
        "team": team,
        "form": LineForm(initial={"stage": view.talk.stage}),
        "doubt_form": DoubtForm(people=_people(team), auto_id="doubt_%s"),
        "answer_form": AnswerForm(),
        "changed_form": ChangedForm(initial={"changed": view.talk.changed}),
        **more,
    }
    return render(request, "conversation/talk.html", context, status=422 if more else 200)


@login_required
@require_POST
def line(request: HttpRequest, pk: int) -> HttpResponse:
    found_talk, form = _owned(request, pk), LineForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, {"form": form})
    try:
        services.say_line(by=request.user, talk=found_talk, key=key_of(request.POST), **form.cleaned_data)
    except Refused as error:
        now = {"stage": _owned(request, pk).stage, "text": form.cleaned_data["text"]}  # the stage of this page
        return _page(request, pk, {"form": asks(LineForm(now), error, "text")})
    return _back(found_talk, "write")


@login_required
@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    found_talk = _owned(request, pk)
    back = request.POST.get("way") == "back"
    services.go_on(by=request.user, talk=found_talk, version=version_of(request.POST), back=back)
    return _back(found_talk)


@login_required
@require_POST
def names(request: HttpRequest, pk: int) -> HttpResponse:
    found_talk = _owned(request, pk)
    services.show_names(by=request.user, talk=found_talk)
    return _back(found_talk, "numbers")


@login_required
@require_POST
def doubt(request: HttpRequest, pk: int) -> HttpResponse:
    found_talk = _owned(request, pk)
    form = DoubtForm(request.POST, people=_people(found_talk.owner_team), auto_id="doubt_%s")
    if not form.is_valid():
        return _page(request, pk, {"doubt_form": form})
    told = dict(form.cleaned_data)
    owner = User.objects.filter(pk=told.pop("owner")).first()
    services.park_doubt(by=request.user, talk=found_talk, owner=owner, key=key_of(request.POST), **told)
    flash(request, _("Parked. It comes up at your next meeting."))
    return _back(found_talk, "doubts")


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    row, form = found(request, Doubt, pk), AnswerForm(request.POST)
    if not form.is_valid():
        request.team = row.talk.owner_team  # type: ignore[attr-defined]
        return asked_again(request, form)
    services.answer_doubt(by=request.user, doubt=row, version=version_of(request.POST), **form.cleaned_data)
    return _back(row.talk, "doubts")


@login_required
@require_POST
def changed(request: HttpRequest, pk: int) -> HttpResponse:
    found_talk, form = _owned(request, pk), ChangedForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, {"changed_form": form})
    services.say_changed(by=request.user, talk=found_talk, version=version_of(request.POST), **form.cleaned_data)
    return _back(found_talk, "earlier")


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """A later talk about the same numbers."""
    before = _owned(request, pk)
    measure = before.measure
    return _back(services.start_talk(by=request.user, measure=measure, revisits=before, key=key_of(request.POST)))


def _talk_of(thing: Talk | TalkLine | Doubt) -> Talk:
    return thing if isinstance(thing, Talk) else thing.talk


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.set_aside(by=request.user, thing=thing)
    tell_aside(request, thing, reverse("conversation:restore", args=[kind, pk]))
    return redirect("conversation:talks", thing.owner_team_id) if isinstance(thing, Talk) else _back(_talk_of(thing))


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.restore(by=request.user, thing=thing)
    return _back(_talk_of(thing))
