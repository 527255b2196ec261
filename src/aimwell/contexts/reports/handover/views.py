"""One screen for handing on, one for what has no owner, and one page for whoever takes over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aimwell.contexts.people.models import TeamRole
from aimwell.contexts.people.views import own_team
from aimwell.contexts.reports.handover import queries, services
from aimwell.contexts.reports.handover.services import Choice
from aimwell.contexts.reports.queries import team_view
from aimwell.contexts.reports.views.base import number
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash

PARK = "park"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: HttpRequest, team_id: int, membership_id: int) -> HttpResponse:
    """What somebody keeps, before their place ends. Nothing has to be chosen."""
    team = own_team(request, team_id)
    place = queries.find_place(team, membership_id)
    if place.ended is not None:
        return redirect("handover:summary", team.pk, place.pk)
    work = queries.work_of(team)
    items, refused = work.of(place), ""
    if request.method == "POST":
        try:
            lead = number(request.POST.get("lead", ""))
            services.hand_over(by=request.user, place=place, choices=chosen(request, items), lead=lead)
        except Refused as refusal:
            refused = sentence(refusal, get_language() or "en")
        else:
            return _gone(request, team.pk, place)
    context = {
        "place": place, "work": work, "items": items, "others": work.others(place), "refused": refused,
        "is_lead": place.role == TeamRole.LEAD, "sent": request.POST,
    }  # fmt: skip
    return render(request, "handover/leaving.html", context, status=422 if refused else 200)


def _gone(request: HttpRequest, team_id: int, place: Any) -> HttpResponse:
    flash(request, _("%(name)s left the team. What they wrote stays.") % {"name": place.name})
    if place.user_id == request.user.pk:
        return redirect("people:home")
    return redirect("handover:summary", team_id, place.pk)


def chosen(request: HttpRequest, items: Iterable[queries.Item]) -> list[Choice]:
    """What the form says of each item; those left for later are left out."""
    found = []
    for item in items:
        to = request.POST.get(f"to-{item.key}", "")
        if to == PARK:
            found.append(Choice(item.key, why=request.POST.get(f"why-{item.key}", "")))
        elif to:
            found.append(Choice(item.key, to=number(to) or 0))
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def without_owner(request: HttpRequest, team_id: int) -> HttpResponse:
    """Open work that nobody keeps, and what is parked."""
    team = own_team(request, team_id)
    work = queries.work_of(team)
    items, refused = [item for item in work.items if item.holder is None], ""
    if request.method == "POST":
        try:
            services.hand_on(by=request.user, team=team, choices=chosen(request, items))
        except Refused as refusal:
            refused = sentence(refusal, get_language() or "en")
        else:
            flash(request, _("Saved."))
            return redirect("handover:without_owner", team.pk)
    context = {"items": items, "others": work.hands, "refused": refused, "sent": request.POST}
    return render(request, "handover/without_owner.html", context, status=422 if refused else 200)


@login_required
@require_safe
def summary(request: HttpRequest, team_id: int, membership_id: int) -> HttpResponse:
    """One page to read and to print."""
    team = own_team(request, team_id)
    place = queries.find_place(team, membership_id)
    view = team_view(request.user, team, lang=get_language() or "en")
    found = queries.summary_of(view, queries.work_of(team), place)
    return render(request, "handover/summary.html", {"found": found, "view": view, "today": timezone.localdate()})
