"""When the schools of a network have room, for whoever plans a day for several of them."""

from __future__ import annotations

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from aimwell.contexts.networks import queries
from aimwell.contexts.networks.views.base import opened, page

FAR = datetime.timedelta(days=800)


@login_required
@require_safe
def weeks(request: HttpRequest, network_id: int) -> HttpResponse:
    look, today = opened(request, network_id), timezone.localdate()
    day = _asked(request.GET.get("from", ""), today)
    return page(request, "weeks", look, "weeks", found=queries.weeks_of(look, day), now=day == today)


def _asked(text: str, today: datetime.date) -> datetime.date:
    """A day within two years; for all else, today."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day is not None and today <= day <= today + FAR else today
