"""A school as those see it who look after it: depth and spread in words, and what was seen in use."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.forms import SeenForm
from aimwell.contexts.cycles.conditions.models import SeenPractice
from aimwell.contexts.cycles.views.base import explain, language
from aimwell.contexts.theory.forms import key_of, number_of
from aimwell.domain.errors import NotFound, Refused
from aimwell.ui.flash import flash

SHOWN = 50


@login_required
def school(request: HttpRequest, org_id: int) -> HttpResponse:
    card = queries.school_card(request.user, org_id, language())
    if request.method == "POST" and not card.may_note:
        raise NotFound
    taken_back = number_of(request.POST, "take_back")
    if request.method == "POST" and taken_back is not None:
        note = get_object_or_404(SeenPractice, pk=taken_back, org=card.org, ended_at=None)
        services.take_note_back(by=request.user, note=note)
        flash(request, _("Your note is taken back."))
        return redirect("conditions:school", org_id)
    form = SeenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.note_seen(by=request.user, org=card.org, key=key_of(request.POST), **form.cleaned_data)
            return redirect("conditions:school", org_id)
        except Refused as error:
            explain(form, error)
    teams = Paginator(card.look.teams, SHOWN).get_page(request.GET.get("page"))
    context = {"card": card, "org": card.org, "form": form, "teams": teams, "told": card.told(teams)}
    return render(request, "conditions/school.html", context, status=422 if form.errors else 200)
