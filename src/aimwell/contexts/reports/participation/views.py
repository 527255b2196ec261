"""Pausing and coming back, for members; where a hand may help, for those outside a team."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.people.views import own_team
from aimwell.contexts.reports.participation import queries, services
from aimwell.contexts.reports.participation.forms import PauseForm
from aimwell.contexts.reports.queries import team_view
from aimwell.contexts.reports.views.base import number
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash


@login_required
@require_safe
def taking_part(request: HttpRequest, team_id: int) -> HttpResponse:
    return _page(request, own_team(request, team_id), PauseForm())


def _page(request: HttpRequest, team: Team, form: PauseForm) -> HttpResponse:
    away = queries.last_away(team)
    context = {
        "form": form,
        "state": queries.state_of(request.user, team),
        "moving": queries.moving(team, away) if away and away.back is None else [],
        "fragile": queries.own_causes(request.user, team, get_language() or "en"),
        "rows": Participation.objects.filter(team=team),
        "gaps": queries.long_gaps_of(team, timezone.localdate()),
    }
    return render(request, "participation/taking_part.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def pause(request: HttpRequest, team_id: int) -> HttpResponse:
    team, form = own_team(request, team_id), PauseForm(request.POST)
    if not form.is_valid():
        return _page(request, team, form)
    try:
        services.step_out(by=request.user, team=team, **form.cleaned_data)
    except Refused as refusal:
        form.add_error("expected_return", sentence(refusal, get_language() or "en"))
        return _page(request, team, form)
    flash(request, _("You are on a pause. Nothing is due, and all of your work stays."))
    return redirect("reports:today", team.pk)


@login_required
@require_POST
def leave(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    services.step_out(by=request.user, team=team, state=Taking.LEFT, reason=request.POST.get("reason", "")[:300])
    flash(request, _("Your team no longer takes part. All of your work stays, and you can come back."))
    return redirect("reports:today", team.pk)


@login_required
@require_POST
def resume(request: HttpRequest, team_id: int) -> HttpResponse:
    """In one step with all dates, or after a look with those that stay chosen."""
    team = own_team(request, team_id)
    services.resume(by=request.user, team=team, cycles=_chosen(request))
    flash(request, _("You are back."), undo=reverse("participation:take_back", args=[team.pk]))
    return redirect("participation:welcome_back", team.pk)


def _chosen(request: HttpRequest) -> Collection[int] | None:
    if "choose" not in request.POST:
        return None
    return {key for text in request.POST.getlist("cycle") if (key := number(text)) is not None}


@login_required
@require_POST
def dates(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    n = len(services.move_dates(by=request.user, team=team, cycles=_chosen(request)))
    flash(request, ngettext("%(n)s date moved.", "%(n)s dates moved.", n) % {"n": n})
    return redirect("participation:welcome_back", team.pk)


@login_required
@require_POST
def take_back(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    services.take_back_return(by=request.user, team=team)
    flash(request, _("You are on the pause again. The dates stand as before."))
    return redirect("participation:taking_part", team.pk)


@login_required
@require_POST
def hub(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    agreed = services.agree_to_hub(by=request.user, team=team, agreed=request.POST.get("agreed") == "yes")
    flash(request, _("Your hub may call after a long quiet time.") if agreed else _("Your hub hears nothing of it."))
    return redirect("participation:taking_part", team.pk)


@login_required
@require_safe
def welcome_back(request: HttpRequest, team_id: int) -> HttpResponse:
    """One next step; what was left open; what others learned meanwhile."""
    team = own_team(request, team_id)
    view = team_view(request.user, team, lang=get_language() or "en")
    found = queries.return_of(view, whole=request.GET.get("all") == "1")
    return render(request, "participation/welcome_back.html", {"view": view, "found": found})


@login_required
def support(request: HttpRequest) -> HttpResponse:
    """Where a hand may help. A principal pauses a team of the school here, or takes it up again, in one step."""
    if request.method == "POST":
        return _act(request, queries.led_team(request.user, number(request.POST.get("team", "")) or 0))
    found = queries.support_of(request.user, timezone.localdate())
    fragile = queries.may_welcome_support(request.user, get_language() or "en", found.today)
    context = {"support": found, "today": found.today, "fragile": fragile}
    return render(request, "participation/support.html", context)


def _act(request: HttpRequest, team: Team) -> HttpResponse:
    if request.POST.get("act") == "resume":
        services.resume(by=request.user, team=team)
        flash(request, _("%(team)s takes part again. The team moves its own dates.") % {"team": team.name})
    else:
        services.step_out(by=request.user, team=team, reason=request.POST.get("reason", "")[:300])
        flash(request, _("%(team)s is on a pause. Nothing is due there.") % {"team": team.name})
    return redirect("participation:support")
