"""The calendar of one person: its address, and the file that calendar programs read."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.queries.feed import feed_of, found_link, link_of
from aimwell.contexts.meetings.views.base import language
from aimwell.ui.flash import flash

LIMITS = {"calendar": "300/m/ip"}


@login_required
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    return render(request, "meetings/calendar.html", {"link": link_of(request.user)})


@login_required
@require_POST
def calendar_make(request: HttpRequest) -> HttpResponse:
    """A new address, shown once; the one before opens nothing any more."""
    secret = services.make_link(by=request.user, language=language())
    address = request.build_absolute_uri(reverse("meetings:feed", args=[secret]))
    answer = render(request, "meetings/calendar.html", {"link": link_of(request.user), "address": address})
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
@require_POST
def calendar_take_back(request: HttpRequest) -> HttpResponse:
    services.take_link_back(by=request.user)
    flash(request, _("The address opens nothing any more."))
    return redirect("meetings:calendar")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """No sign-in: whoever has the address may read times, places and kinds. Raises NotFound for any other address."""
    if not ratelimit.consume(request, app="aimwell", action="calendar", config=LIMITS, limit_get=True):
        return ratelimit.respond_429(request)
    link = found_link(secret)
    with override(link.language):
        text = feed_of(link.user)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="aimwell.ics"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
