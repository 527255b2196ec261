"""Parked ideas whose day to look again has come (S0 R-21)."""

from __future__ import annotations

import datetime

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.choosing.models import Parked, ParkedState


def parked_for_another_look(user: User, team: Team, today: datetime.date) -> list[Parked]:
    """Those that wait and whose day is here or was, in open efforts of the team. One query."""
    rows = visible_to(user, Parked, team=team).filter(
        parking=ParkedState.WAITING, revisit_on__lte=today, inquiry__ended_at=None, inquiry__closed_at=None
    )
    return list(rows.order_by("revisit_on", "pk"))
