"""One's own forecasts, what surprised a team, what it abandoned, and the habits of a plan while it is typed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.cycles.forms import PlanForm
from aimwell.contexts.cycles.ledger import queries
from aimwell.contexts.cycles.ledger.forms import cycle_in
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.people.queries import find, find_team, may_edit_team
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotAllowed


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The reader's own page; nobody can open it for somebody else."""
    found = queries.mine(request.user, request.GET.get("page"))  # type: ignore[arg-type]
    return render(request, "ledger/mine.html", {"mine": found, "page": found.page})


@login_required
@require_safe
def surprises(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    page = queries.surprises(request.user, team, request.GET.get("page"))  # type: ignore[arg-type]
    return render(request, "ledger/surprises.html", {"team": team, "page": page})


@login_required
@require_safe
def abandoned(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    page = queries.abandoned(request.user, team, request.GET.get("page"))  # type: ignore[arg-type]
    return render(request, "ledger/abandoned.html", {"team": team, "page": page})


@login_required
@require_POST
def craft(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The habits of the plan as it stands in the form now. Reads only; for those who may write the plan."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    if not may_edit_team(request.user, inquiry.owner_team):
        raise NotAllowed
    asked = number_of(request.GET, "cycle")
    cycle = None if asked is None else find(request.user, Cycle, asked, inquiry=inquiry)
    form = PlanForm(request.POST, user=request.user, inquiry=inquiry, cycle=cycle)  # type: ignore[arg-type]
    if cycle is not None and cycle.locked_at is not None:
        form.keep_practical()
    typed = cycle_in(form, cycle)
    told = queries.Craft(queries.work_of(typed), language(), planning=True)
    return render(request, "ledger/habits.html", {"craft": told})
