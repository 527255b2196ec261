"""What really happened in each room."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.forms import TryForm
from aimwell.contexts.cycles.collecting.models import RoomTry
from aimwell.contexts.cycles.collecting.queries import rooms_of, split_of, tries_of
from aimwell.contexts.cycles.collecting.views.base import ASKING, asks, own, page, to
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.counts import places_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tries(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own(request, Cycle, pk)
    form = TryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            told = services.tell_try(by=request.user, cycle=cycle, key=form.cleaned_data["key"], **form.answers())
            flash(request, _("Kept. Only your team sees it."))
            return to("tries", pk, f"row-{told.pk}")
        except ASKING as error:
            asks(form, error)
    entries = list(cycle.entries.filter(ended_at=None))
    rows = tries_of(cycle)
    split = split_of(rows, places_of(entries, ""))
    return page(request, "tries", cycle, form, form=form, rows=rows, split=split, left=rooms_of(cycle, entries, rows))


@login_required
@require_POST
def try_change(request: HttpRequest, pk: int) -> HttpResponse:
    row = own(request, RoomTry, pk)
    form = TryForm(request.POST)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_try(by=request.user, room=row, version=version, **form.answers())
            flash(request, _("The line is changed."))
            return to("tries", row.cycle_id, f"row-{pk}")
        except ASKING as error:
            asks(form, error)
    return asked_again(request, form)
