"""The door to a team's theory: the current effort, or how to begin one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.theory import queries, services
from aimwell.contexts.theory.forms import ProblemForm, key_of
from aimwell.contexts.theory.views.hints import wrote


@login_required
@require_safe
def overview(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    inquiry = queries.current_inquiry(request.user, team)
    if inquiry is not None:
        return redirect("theory:drivers", inquiry.pk)
    request.team = team  # type: ignore[attr-defined]
    form = ProblemForm(initial={"problem": request.session.get("sentence", "")})
    return render(request, "theory/empty.html", {"form": form, "may_edit": may_edit_team(request.user, team)})


@login_required
@require_POST
def start(request: HttpRequest, team_id: int) -> HttpResponse:
    """A first sentence is enough, and none is enough too."""
    team = find_team(request.user, team_id)
    form = ProblemForm(request.POST)
    if not form.is_valid():
        request.team = team  # type: ignore[attr-defined]
        return render(request, "theory/empty.html", {"form": form, "may_edit": True}, status=422)
    inquiry = services.start_inquiry(by=request.user, team=team, key=key_of(request.POST), **form.cleaned_data)
    request.session.pop("sentence", None)
    wrote(request, f"problem:{inquiry.pk}", inquiry.problem)
    return redirect("theory:problem", inquiry.pk)
