"""Photos beside lines of Do."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.adapters.photos import bytes_of
from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.forms import AltForm, PhotoForm
from aimwell.contexts.cycles.collecting.models import Photo
from aimwell.contexts.cycles.collecting.queries import photos_of, seen_photo
from aimwell.contexts.cycles.collecting.views.base import ASKING, asks, own, page, to
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.queries import eyes_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own(request, Cycle, pk)
    entries = cycle.entries.filter(ended_at=None).order_by("-happened_on", "-pk")
    form = PhotoForm(request.POST or None, request.FILES or None, entries=entries)
    if request.method == "POST" and form.is_valid():
        try:
            _add(request, cycle, form)
            flash(request, _("The photo is in Do."))
            return to("photos", pk)
        except ASKING as error:
            asks(form, error)
    rows = photos_of(cycle, eyes_of(request.user, cycle))
    return page(request, "photos", cycle, form, form=form, rows=rows)


@transaction.atomic
def _add(request: HttpRequest, cycle: Cycle, form: PhotoForm) -> Photo:
    """Beside the line that was chosen, or beside a new one that says what the photo shows; both or neither."""
    sent = form.cleaned_data
    key, entry = sent["key"], sent["entry"]
    if entry is None:
        own_key = uuid.uuid5(key, "line") if key else None
        entry = cycles.add_entry(by=request.user, cycle=cycle, text=sent["alt"], key=own_key)
    return services.add_photo(by=request.user, entry=entry, upload=sent["file"], alt=sent["alt"], key=key)


@login_required
@require_POST
def photo_change(request: HttpRequest, pk: int) -> HttpResponse:
    row, form = own(request, Photo, pk), AltForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    version = form.cleaned_data["version"] or 0
    services.change_photo(by=request.user, photo=row, version=version, alt=form.cleaned_data["alt"])
    return to("photos", row.entry.cycle_id, f"row-{pk}")


@login_required
@require_safe
def photo_file(request: HttpRequest, pk: int) -> HttpResponse:
    """For the team and those who read its notes; kept in nobody's cache but the reader's own."""
    answer = HttpResponse(bytes_of(seen_photo(request.user, pk).stored_as), content_type="image/jpeg")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
