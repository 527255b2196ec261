"""The team's cycles as threads, and the ramp of one inquiry."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aimwell.contexts.cycles.queries import cycles_of, ramp, thread_views
from aimwell.contexts.cycles.queries.threads import spread
from aimwell.contexts.cycles.views.base import language, opened, page
from aimwell.contexts.people.queries import find, find_team, may_edit_team
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import current_inquiry


@login_required
@require_safe
def cycle_list(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    views = thread_views(cycles_of(request.user, team=team), language())
    context = {
        "views": views,
        "first": views[0] if views else None,
        "spread": spread(views, views[0]) if views else "",
        "inquiry": current_inquiry(request.user, team),
        "may_edit": may_edit_team(request.user, team),
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
    asked = request.GET.get("thread", "")
    found = ramp(request.user, inquiry, thread=int(asked) if asked.isdigit() else None)
    may_edit = may_edit_team(request.user, inquiry.owner_team)
    return render(request, "cycles/ramp.html", {"ramp": found, "inquiry": inquiry, "may_edit": may_edit})
