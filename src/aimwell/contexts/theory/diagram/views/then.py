"""Then and now: the theory on any day, and what became of it since another day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.people.services import restore, set_aside
from aimwell.contexts.theory.diagram import services
from aimwell.contexts.theory.diagram.forms import KeepForm
from aimwell.contexts.theory.diagram.models import KeptVersion
from aimwell.contexts.theory.diagram.queries import Moment, Past, moment_of, versions_of
from aimwell.contexts.theory.forms import key_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, found, opened, page
from aimwell.domain.calendar.years import school_year, school_year_name
from aimwell.domain.errors import NotAllowed
from aimwell.domain.render.drivers import DriverMap, drivers_svg
from aimwell.domain.theory.difference import Step, Turn, differences, together
from aimwell.domain.words.theory_files import say_step
from aimwell.ui.flash import flash

MARKS = {Turn.ADDED: "done", Turn.GONE: "aside", Turn.ABANDONED: "contradicted"}


@dataclass(frozen=True)
class Told:
    """One difference in words."""

    mark: str
    words: str


@dataclass(frozen=True)
class Stop:
    """One day of the slider, and the address at which it is shown."""

    day: datetime.date
    href: str
    here: bool


@login_required
@require_safe
def then(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    if not view.may_edit:
        raise NotAllowed  # what was written while the work was closed stays with the team
    past = Past(view)
    versions = versions_of(view)
    days = past.days or (timezone.localdate(),)
    later = _asked(request, "to", past, versions, days[-1])
    earlier = _asked(request, "from", past, versions, days[0])
    if earlier.day > later.day:
        earlier, later = later, earlier
    steps = differences(earlier.theory, later.theory)
    return page(
        request,
        "diagram/then.html",
        view,
        "drivers",
        wide_map=True,
        earlier=earlier,
        later=later,
        drawing=_drawing(view, earlier, later, steps) if later.theory.parts or earlier.theory.parts else "",
        told=[Told(MARKS.get(step.turn, "planned"), say_step(step, view.lang)) for step in steps],
        stops=_stops(request, days, earlier, later),
        versions=versions,
        reasons=[event for event in past.changes_between(earlier.day, later.day) if event.reason][:20],
        form=KeepForm(initial={"name": school_year_name(school_year(later.day)), "day": later.day}),
    )


def _asked(
    request: HttpRequest, name: str, past: Past, versions: list[KeptVersion], otherwise: datetime.date
) -> Moment:
    """A day, or "v12" for a kept version; anything else is the usual day."""
    asked = request.GET.get(name, "")
    kept = next((version for version in versions if asked == f"v{version.pk}"), None)
    if kept is not None:
        return moment_of(kept)
    try:
        day = parse_date(asked)
    except ValueError:
        day = None
    return past.on(min(day or otherwise, timezone.localdate()))


def _stops(request: HttpRequest, days: tuple[datetime.date, ...], earlier: Moment, later: Moment) -> list[Stop]:
    start = request.GET["from"] if earlier.name else earlier.day.isoformat()
    return [Stop(day, f"?from={start}&to={day.isoformat()}#map", day == later.day) for day in days]


def _drawing(view: InquiryView, earlier: Moment, later: Moment, steps: tuple[Step, ...]) -> SafeString:
    """The later map, with a word under each part that is new, gone or said otherwise."""
    notes = {step.part.id: say_step(step, view.lang, short=True) for step in steps if step.onto is None}
    drawn = DriverMap(theory=together(earlier.theory, later.theory), quarters=later.quarters, notes=notes)
    return mark_safe(drivers_svg(drawn, lang=view.lang, links=False))  # noqa: S308  (the writer escapes all text)


@login_required
@require_POST
def keep(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = KeepForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    kept = services.keep_version(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
    flash(request, _("“%(name)s” is kept.") % {"name": kept.name})
    return _to(kept)


@login_required
@require_POST
def put_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Out of the list, or with `back` into it again."""
    kept = found(request, KeptVersion, pk)
    if "back" in {**request.GET.dict(), **request.POST.dict()}:
        restore(by=request.user, obj=kept)
        flash(request, _("“%(name)s” is in the list again.") % {"name": kept.name})
    else:
        set_aside(by=request.user, obj=kept)
        undo = reverse("diagram:put_away", args=[pk]) + "?back=1"
        flash(
            request, _("“%(name)s” is out of the list. It is kept, and can come back.") % {"name": kept.name}, undo=undo
        )
    return _to(kept)


def _to(kept: KeptVersion) -> HttpResponse:
    return redirect(reverse("diagram:then", args=[kept.inquiry_id]) + "#versions")
