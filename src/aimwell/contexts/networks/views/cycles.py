"""The cycles of a network on one page, from a classroom to the network itself."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from aimwell.contexts.cycles.models import Level
from aimwell.contexts.cycles.queries import CycleRow, cycle_seen
from aimwell.contexts.networks import queries
from aimwell.contexts.networks.views.base import language, opened, page
from aimwell.contexts.people.queries import eyes_of

A_PAGE = 20


@login_required
@require_safe
def cycles(request: HttpRequest, network_id: int) -> HttpResponse:
    look = opened(request, network_id)
    asked = request.GET.get("level", "")
    level = asked if asked in Level.values else ""
    found = Paginator(queries.cycles_in(look, level), A_PAGE).get_page(request.GET.get("page"))
    rows = [CycleRow(cycle_seen(eyes_of(request.user, one), one), language()) for one in found]
    kept = f"level={level}" if level else ""
    return page(request, "cycles", look, "cycles", found=found, rows=rows, level=level, levels=Level.choices, kept=kept)
