"""Notes written for others: who it was, "that was me", other words."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles.models import Entry
from aimwell.contexts.cycles.quick import queries, services
from aimwell.contexts.cycles.quick.forms import NoteForm, PeopleForm
from aimwell.contexts.cycles.quick.models import Contributor
from aimwell.contexts.cycles.views.base import answered, explain, to_cycle
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.domain.errors import NotFound, Refused


def _own(request: HttpRequest, pk: int) -> Entry:
    entry = find(request.user, Entry, pk, also=("cycle", "created_by"))
    if not may_edit_team(request.user, entry.cycle.owner_team):
        raise NotFound
    request.team = entry.cycle.owner_team  # type: ignore[attr-defined]
    return entry


def _page(request: HttpRequest, entry: Entry, **again: forms.Form) -> HttpResponse:
    """A form in `again` asks for something and answers 422."""
    there = queries.people_of(request.user, entry)
    context = {
        "entry": entry, "cycle": entry.cycle, "there": there,
        "form": PeopleForm(initial={"names": "\n".join(one.name for one in there) or entry.seen_by}),
        "note": NoteForm(initial={"text": entry.text, "version": entry.version}), **again,
    }  # fmt: skip
    return render(request, "quick/people.html", context, status=422 if again else 200)


@login_required
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who saw it or did it, beside who wrote it down."""
    entry = _own(request, pk)
    if request.method != "POST":
        return _page(request, entry)
    form = PeopleForm(request.POST)
    if not form.is_valid():
        return _page(request, entry, form=form)
    services.name_people(by=request.user, entry=entry, names=form.listed())
    return answered(request, reverse("quick:people", args=[pk]), _("The names are kept."))


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _own(request, pk)
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.correct_note(by=request.user, entry=entry, version=version, text=form.cleaned_data["text"])
            words = _("The new words are kept, with the earlier ones in the history.")
            return answered(request, to_cycle(entry.cycle_id, f"entry-{pk}"), words)
        except Refused as error:
            explain(form, error)
    return _page(request, entry, note=form)


def _person(request: HttpRequest, pk: int) -> Contributor:
    row = find(request.user, Contributor, pk, also=("entry__cycle",))
    _own(request, row.entry_id)
    return row


@login_required
@require_POST
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.claim(by=request.user, contributor=_person(request, pk))
    words = _("The note is tied to you.")
    undo = reverse("quick:unclaim", args=[pk])
    return answered(request, reverse("quick:people", args=[row.entry_id]), words, undo=undo)


@login_required
@require_POST
def unclaim(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.unclaim(by=request.user, contributor=_person(request, pk))
    return answered(request, reverse("quick:people", args=[row.entry_id]), _("The note is not tied to you any more."))
