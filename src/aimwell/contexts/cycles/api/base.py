from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router

from aimwell.contexts.cycles.api.shapes import cycle_words
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.domain.errors import NotFound

router = Router(tags=["cycles"])


def language() -> str:
    return get_language() or "en"


def found(request: HttpRequest, cycle_id: int) -> Cycle:
    """A cycle; one set aside is shown to its team only."""
    cycle = find(request.user, Cycle, cycle_id, with_ended=True)
    if cycle.ended_at is not None and not may_edit_team(request.user, cycle.owner_team):
        raise NotFound
    return cycle


def shown(cycle: Cycle) -> dict[str, Any]:
    return cycle_words(CycleRow(cycle, language()))
