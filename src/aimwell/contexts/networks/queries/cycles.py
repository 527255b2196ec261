"""The cycles of the teams of a network, of every level in one list (S3 R-46)."""

from __future__ import annotations

from django.db.models import QuerySet

from aimwell.contexts.cycles.models import Cycle, Level
from aimwell.contexts.networks.queries.standing import Look
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.queries import visible_to


def cycles_in(look: Look, level: str = "") -> QuerySet[Cycle]:
    """What the reader may see with the name of its team, newest first; without those for practice.

    `level`: only those; an unknown one counts as none.
    """
    rows = visible_to(look.user, Cycle).filter(practice=False)
    rows = rows.filter(under_any([org.path for org in look.members], "owner_team__org__path"))
    if level in Level.values:
        rows = rows.filter(level=level)
    return rows.select_related("owner_team__org", "idea").order_by("-pk")
