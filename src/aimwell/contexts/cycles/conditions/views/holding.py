"""The page of an adopted change that is held: who looks after it, how often it is counted."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.forms import PaceForm
from aimwell.contexts.cycles.conditions.models import CountPace, Keeper
from aimwell.contexts.cycles.conditions.queries.holding import HoldView
from aimwell.contexts.cycles.conditions.views.looks import own_cycle
from aimwell.contexts.cycles.views.base import explain, language
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.views.base import found
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash


@login_required
@require_safe
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own_cycle(request, pk)
    view = queries.hold_view(request.user, cycle, language())
    return _page(request, view, _filled(view))


def _filled(view: HoldView) -> PaceForm:
    """With the pace that is proposed, else the one that holds."""
    pace = view.proposal or view.held.pace
    return PaceForm(initial={"pace": pace.value, "after": _key(view.held.row)})


def _key(row: CountPace | Keeper | None) -> int:
    return row.pk if row else 0


def _page(request: HttpRequest, view: HoldView, form: PaceForm, *, why: str = "") -> HttpResponse:
    held = view.held
    context = {
        "view": view,
        "held": held,
        "cycle": held.cycle,
        "form": form,
        "why": why,
        "numbers": queries.watched_words(request.user, held.cycle, language()),
        "waits": held.waits_for(request.user),
    }
    return render(request, "conditions/hold.html", context, status=422 if form.errors or why else 200)


@login_required
@require_POST
def choose_pace(request: HttpRequest, pk: int) -> HttpResponse:
    cycle, sent = own_cycle(request, pk), request.POST.copy()
    form = PaceForm(sent)
    if form.is_valid():
        try:
            row = services.choose_pace(by=request.user, cycle=cycle, **form.cleaned_data)
            flash(request, _("From now on: %(pace)s.") % {"pace": row.get_pace_display()}, undo=_undo(request, row))
            return redirect("conditions:hold", cycle.pk)
        except Refused as error:
            explain(form, error)
    view = queries.hold_view(request.user, cycle, language())
    sent["after"] = str(_key(view.held.row))  # what was typed stays, and its writer now sees the step that stands
    return _page(request, view, form)


def _undo(request: HttpRequest, row: CountPace | Keeper) -> str:
    """Nothing to take back where what stood already was chosen again."""
    if row.pk == number_of(request.POST, "after"):
        return ""
    return reverse("conditions:aside", args=["pace" if isinstance(row, CountPace) else "keeper", row.pk])


@login_required
@require_POST
def name_keeper(request: HttpRequest, pk: int) -> HttpResponse:
    """From the page itself, or from the line on the page of today."""
    cycle = own_cycle(request, pk)
    place, after = number_of(request.POST, "place") or 0, number_of(request.POST, "after")
    try:
        row = services.name_keeper(by=request.user, cycle=cycle, place=place, after=after)
    except Refused as error:
        view = queries.hold_view(request.user, cycle, language())
        return _page(request, view, _filled(view), why=sentence(error, language()))
    flash(request, _("%(name)s looks after it now.") % {"name": row.looked_after_by.name}, undo=_undo(request, row))
    return redirect("conditions:hold", cycle.pk)


@login_required
@require_POST
def take_on(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Keeper, pk)
    services.take_on(by=request.user, keeper=row)
    flash(request, _("Thank you. You look after it now."))
    return redirect("conditions:hold", row.cycle_id)
