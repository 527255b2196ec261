from __future__ import annotations

from typing import Any

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import INSIDE, may, relations
from aimwell.domain.access import Permission, Relation
from aimwell.domain.errors import NotAllowed, Refused


def require_member(*, by: User, team: Team) -> None:
    """Raises NotAllowed unless `by` has a place in `team`."""
    if not by.is_authenticated or Relation.MEMBER not in relations(by, team):
        raise NotAllowed


def require(*, by: User, permission: Permission, obj: Any) -> None:
    if not may(by, permission, obj):
        raise NotAllowed


def require_not_last(place: Membership) -> None:
    """Raises Refused("last_member") where nobody with a login would be left in the team without this place."""
    inside = Membership.objects.filter(team=place.team_id, ended=None, role__in=INSIDE).exclude(user=None)
    if place.user_id and place.role in INSIDE and not inside.exclude(pk=place.pk).exists():
        raise Refused("last_member")
