"""Do: notes, counts and the tally on a phone."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.forms import EntryForm, TallyForm, TapsForm
from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, EntryKind
from aimwell.contexts.cycles.views.base import (
    answered,
    asks,
    explain,
    from_outbox,
    opened,
    outbox_words,
    page,
    to_cycle,
    told_outbox,
)
from aimwell.contexts.people.queries import find
from aimwell.contexts.people.services import require
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotReady, Refused


@login_required
@require_POST
@told_outbox
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = EntryForm(request.POST, auto_id="entry_%s")
    if form.is_valid():
        try:
            key = form.cleaned_data["key"]
            added = services.add_entry(by=request.user, cycle=view.cycle, key=key, **form.answers())
            return answered(request, to_cycle(pk, f"entry-{added.pk}"), _("Added to Do."))
        except (NotReady, Refused) as error:
            if isinstance(error, Refused) and error.code == "wrong_state":
                raise
            explain(form, error)
    return asks(form) if from_outbox(request) else page(request, view, entry_form=form)


@login_required
@require_POST
def none_noticed(request: HttpRequest, pk: int) -> HttpResponse:
    """ "None noticed" as a choice of its own, and back again."""
    view = opened(request, pk)
    none = request.POST.get("none") != "0"
    services.say_none_noticed(by=request.user, cycle=view.cycle, none=none)
    words = _("Kept: no surprise, and nothing in the way.") if none else _("Taken back.")
    return answered(request, to_cycle(pk, "do"), words)


@login_required
@require_POST
def entry_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, Entry, pk, with_ended=True)
    services.set_entry_aside(by=request.user, entry=found)
    undo = reverse("cycles:entry_restore", args=[pk])
    return answered(request, to_cycle(found.cycle_id, "do"), _("The line is set aside."), undo=undo)


@login_required
@require_POST
def entry_restore(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, Entry, pk, with_ended=True)
    services.restore_entry(by=request.user, entry=found)
    return answered(request, to_cycle(found.cycle_id, f"entry-{pk}"), _("The line is back."))


@login_required
def tally(request: HttpRequest, pk: int) -> HttpResponse:
    """The pad; without scripts two numbers, which make one count."""
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    if view.cycle.state not in (CycleState.DOING, CycleState.STUDYING) or view.cycle.ended_at:
        raise Refused("wrong_state")
    form = TallyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key, typed = form.cleaned_data["key"], form.answers()
            services.add_entry(by=request.user, cycle=view.cycle, kind=EntryKind.COUNT, key=key, **typed)
            return answered(request, to_cycle(pk, "do"), _("The count is in."))
        except (NotReady, Refused) as error:
            explain(form, error)
    surprise = EntryForm(auto_id="surprise_%s", initial={"kind": EntryKind.SURPRISE})
    context = {"view": view, "cycle": view.cycle, "form": form, "surprise": surprise, "today": timezone.localdate()}
    context["outbox"] = outbox_words(request, pk)
    return render(request, "cycles/tally.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@told_outbox
def taps(request: HttpRequest, pk: int) -> HttpResponse:
    """A batch of taps from a phone; sent again it changes nothing."""
    form = TapsForm(request.POST)
    cycle = find(request.user, Cycle, pk)
    require(by=request.user, permission=Permission.EDIT, obj=cycle)
    if not form.is_valid():
        return asks(form)
    typed = form.cleaned_data
    more = {"place": typed["place"], "expected": typed["expected"], "happened_on": typed["happened_on"]}
    with transaction.atomic():
        found = services.start_tally(by=request.user, cycle=cycle, key=typed["key"], **more)
        if typed["taps"]:
            found = services.tap(by=request.user, entry=found, taps=typed["taps"])
        if typed["finish"]:
            found = services.finish_tally(by=request.user, entry=found)
    return JsonResponse({"next": to_cycle(pk, f"entry-{found.pk}"), "count": found.count, "out_of": found.out_of})
