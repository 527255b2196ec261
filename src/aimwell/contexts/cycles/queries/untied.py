"""Tests that hang on no driver, so that nobody tries things for the sake of trying them (S2 L354, R-24)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.words import CycleRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Link

SHOWN = 12


def untied(user: User, team: Team) -> list[CycleRow]:
    """The newest of them: without an idea, or with one that no driver carries. One query."""
    carried = Link.objects.filter(child=OuterRef("idea"), ended_at=None, child__ended_at=None, parent__ended_at=None)
    rows = visible_to(user, Cycle, team=team).filter(~Exists(carried.filter(parent__isnull=False)), practice=False)
    newest = rows.select_related("idea").order_by("-id")[:SHOWN]
    return [CycleRow(cycle, get_language() or "en") for cycle in newest]
