"""Through whose eyes a piece of work is read."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries.visibility import Reader, may_edit_team, owner_of, relations
from aimwell.domain.access import Relation, Rung
from aimwell.domain.access.eyes import Detail, Eyes


def eyes_of(user: Reader, obj: Any) -> Eyes:
    """How `user` stands to the team that owns `obj`, and how far that is open. Costs a member no query."""
    team, rung = owner_of(obj)
    return Eyes(_stands(user, team), rung)


def rungs_with(user: Reader, team: Team, detail: Detail) -> list[int]:
    """The rungs on which `user` gets this detail of the team's work, for a filter."""
    stands = _stands(user, team)
    return [int(rung) for rung in Rung if Eyes(stands, rung).sees(detail)]


def _stands(user: Reader, team: Team) -> frozenset[Relation]:
    return frozenset({Relation.MEMBER}) if may_edit_team(user, team) else relations(user, team)
