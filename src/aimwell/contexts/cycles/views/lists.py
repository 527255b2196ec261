"""The team's cycles as threads, and the ramp of one inquiry."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aimwell.contexts.cycles.queries import ramp, thread_page
from aimwell.contexts.cycles.queries.untied import untied
from aimwell.contexts.cycles.views.base import opened, page
from aimwell.contexts.people.queries import find, find_team, may_edit_team
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import current_inquiry


@login_required
@require_safe
def cycle_list(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    shown = thread_page(request.user, team, number_of(request.GET, "page") or 1)
    may_edit = may_edit_team(request.user, team)
    context = {
        "page": shown,
        "views": shown.views,
        "first": shown.views[0] if shown.views else None,
        "inquiry": current_inquiry(request.user, team),
        "may_edit": may_edit,
        "untied": untied(request.user, team) if may_edit and shown.number == 1 and shown.views else [],
    }
    return render(request, "cycles/list.html", context)


@login_required
@require_safe
def cycle(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, opened(request, pk))


@login_required
@require_safe
def ramp_page(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    inquiry = find(request.user, Inquiry, inquiry_id)
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    thread, before = number_of(request.GET, "thread"), number_of(request.GET, "before") or 0
    found = ramp(request.user, inquiry, thread=thread, before=before)
    may_edit = may_edit_team(request.user, inquiry.owner_team)
    return render(request, "cycles/ramp.html", {"ramp": found, "inquiry": inquiry, "may_edit": may_edit})
