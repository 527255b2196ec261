from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.people.queries import may_edit_team
from aimwell.domain.errors import NotFound

router = Router(tags=["measures"])


def own_measure(request: HttpRequest, measure_id: int) -> Measure:
    """Single rooms and single days are for the team; to others they are not there."""
    measure = find_measure(request.user, measure_id)
    if not may_edit_team(request.user, measure.owner_team):
        raise NotFound
    return measure
