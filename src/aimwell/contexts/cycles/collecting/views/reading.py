"""Student work read by two people apart, and the talk afterwards."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.forms import ReadingForm
from aimwell.contexts.cycles.collecting.models import SharedReading
from aimwell.contexts.cycles.collecting.queries import reading_view, readings_of
from aimwell.contexts.cycles.collecting.views.base import ASKING, asks, language, own, page, to
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own(request, Cycle, pk)
    form = ReadingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_reading(by=request.user, cycle=cycle, key=form.cleaned_data["key"], **form.answers())
            return to("reading", made.pk)
        except ASKING as error:
            asks(form, error)
    return page(request, "readings", cycle, form, form=form, rows=readings_of(cycle))


@login_required
@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own(request, SharedReading, pk).cycle
    view = reading_view(request.user, pk, lang=language())
    name = "opened" if view.is_open else "own" if view.mine else "reading"
    return page(request, name, cycle, view=view, reading=view.reading, aside=view.reading.ended_at is not None)


@login_required
@require_POST
def reading_change(request: HttpRequest, pk: int) -> HttpResponse:
    row = own(request, SharedReading, pk)
    form = ReadingForm(request.POST)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_reading(by=request.user, reading=row, version=version, **form.answers())
            return to("reading", pk)
        except ASKING as error:
            asks(form, error)
    return asked_again(request, form)


@login_required
@require_POST
def start_own(request: HttpRequest, pk: int) -> HttpResponse:
    services.start_own(by=request.user, reading=own(request, SharedReading, pk))
    return to("reading", pk)


@login_required
@require_POST
def codes(request: HttpRequest, pk: int) -> HttpResponse:
    """All pieces of the form; with `done` also "I am done"."""
    row = own(request, SharedReading, pk)
    services.give_codes(by=request.user, reading=row, codes=_sent(request, row))
    if "done" not in request.POST:
        flash(request, _("Your codes are kept. Nobody else sees them yet."))
        return to("reading", pk)
    return _done(request, row, finished=True)


@login_required
@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, own(request, SharedReading, pk), finished=request.POST.get("done", "1") == "1")


def _done(request: HttpRequest, row: SharedReading, *, finished: bool) -> HttpResponse:
    told = services.say_done(by=request.user, reading=row, done=finished)
    if finished and told.opened_at is None:
        flash(request, _("Kept. What you found stays covered until the second person is done too."))
    return to("reading", row.pk)


def _sent(request: HttpRequest, row: SharedReading) -> dict[int, int | None]:
    """`piece-3=0`: piece 3 has the first code; an empty value takes its code off."""
    names = {piece: f"piece-{piece}" for piece in range(1, row.pieces + 1)}
    return {piece: number_of(request.POST, name) for piece, name in names.items() if name in request.POST}


@login_required
@require_POST
def open_early(request: HttpRequest, pk: int) -> HttpResponse:
    services.open_reading(by=request.user, reading=own(request, SharedReading, pk))
    return to("reading", pk)


@login_required
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    row = own(request, SharedReading, pk)
    services.settle(by=request.user, reading=row, codes=_sent(request, row))
    return to("reading", pk, "talk")


@login_required
@require_POST
def count(request: HttpRequest, pk: int) -> HttpResponse:
    entry = services.put_in_count(by=request.user, reading=own(request, SharedReading, pk))
    flash(request, _("The count is in Do now."), undo=reverse("cycles:entry_set_aside", args=[entry.pk]))
    return to("reading", pk, "tally")
