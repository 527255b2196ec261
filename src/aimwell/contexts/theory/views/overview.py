"""The door to a team's theory: the current effort, or how to begin one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.theory import queries, services
from aimwell.contexts.theory.forms import ProblemForm, key_of
from aimwell.contexts.theory.views.hints import wrote
from aimwell.domain.errors import NotAllowed


@login_required
@require_safe
def overview(request: HttpRequest, team_id: int) -> HttpResponse:
    """The one effort of a team opens at once; several are listed, and `all` lists them in any case."""
    team = find_team(request.user, team_id)
    efforts = queries.efforts_of(request.user, team)
    if len(efforts.open) == 1 and "all" not in request.GET:
        return redirect("theory:drivers", efforts.open[0].pk)
    if not efforts.open and not efforts.closed:
        return _first(request, team, 200, ProblemForm(initial={"problem": request.session.get("sentence", "")}))
    request.team = team  # type: ignore[attr-defined]
    context = {"efforts": efforts, "may_edit": may_edit_team(request.user, team)}
    return render(request, "theory/overview.html", context)


@login_required
@require_safe
def new(request: HttpRequest, team_id: int) -> HttpResponse:
    """One more effort, beside those that are there."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotAllowed
    return _first(request, team, 200, ProblemForm())


def _first(request: HttpRequest, team: Team, status: int, form: ProblemForm) -> HttpResponse:
    request.team = team  # type: ignore[attr-defined]
    context = {"form": form, "may_edit": may_edit_team(request.user, team)}
    return render(request, "theory/empty.html", context, status=status)


@login_required
@require_POST
def start(request: HttpRequest, team_id: int) -> HttpResponse:
    """A first sentence is enough, and none is enough too."""
    team = find_team(request.user, team_id)
    form = ProblemForm(request.POST)
    if not form.is_valid():
        return _first(request, team, 422, form)
    inquiry = services.start_inquiry(by=request.user, team=team, key=key_of(request.POST), **form.cleaned_data)
    request.session.pop("sentence", None)
    wrote(request, f"problem:{inquiry.pk}")
    return redirect("theory:problem", inquiry.pk)
