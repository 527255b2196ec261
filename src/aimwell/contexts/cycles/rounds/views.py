"""The year of a team, and one round of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.rounds import queries, services
from aimwell.contexts.cycles.rounds.forms import DaysForm, RoundForm
from aimwell.contexts.cycles.rounds.models import CycleRound
from aimwell.contexts.cycles.views.base import explain, language
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.views.base import found
from aimwell.domain.errors import Refused
from aimwell.ui.flash import flash


@login_required
def year(request: HttpRequest, team_id: int) -> HttpResponse:
    """Rounds and cycles, quarter by quarter; a round begins here."""
    team = own_team(request, team_id)
    form = RoundForm(request.POST or None, efforts=queries.efforts_of(request.user, team))
    if request.method == "POST" and form.is_valid():
        try:
            row = services.start_round(by=request.user, key=key_of(request.POST), **form.cleaned_data)
            _tell(request, row)
            return redirect("rounds:year", team.pk)
        except Refused as error:
            explain(form, error)
    view = queries.year_of_team(request.user, team, number_of(request.GET, "year"), language())
    context = {"team": team, "view": view, "form": form, "efforts": form.fields["inquiry"].queryset.exists()}
    return render(request, "rounds/year.html", context, status=422 if form.errors else 200)


def _tell(request: HttpRequest, row: CycleRound) -> None:
    line = queries.RoundLine(row, language())
    undo = reverse("rounds:aside", args=[row.pk])
    flash(request, _("The round ends on %(day)s.") % {"day": line.last}, undo=undo)


@login_required
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Other days for a round."""
    row = found(request, CycleRound, pk)
    team = own_team(request, row.inquiry.owner_team_id)
    form = DaysForm(request.POST or None, initial={"starts_on": row.starts_on, "days": row.days})
    if request.method == "POST" and form.is_valid():
        version = version_of(request.POST)
        try:
            changed = services.change_round(by=request.user, row=row, version=version, **form.cleaned_data)
            line = queries.RoundLine(changed, language())
            flash(request, _("The round ends on %(day)s.") % {"day": line.last})
            return redirect("rounds:year", team.pk)
        except Refused as error:
            explain(form, error)
    context = {"team": team, "line": queries.RoundLine(row, language()), "form": form}
    return render(request, "rounds/round.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.set_aside(by=request.user, thing=found(request, CycleRound, pk))
    undo = reverse("rounds:restore", args=[pk])
    flash(request, _("The round is set aside. Its cycles stay as they are."), undo=undo)
    return redirect("rounds:year", row.inquiry.owner_team_id)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.restore(by=request.user, thing=found(request, CycleRound, pk))
    flash(request, _("The round is back."))
    return redirect("rounds:year", row.inquiry.owner_team_id)
