from __future__ import annotations

from aimwell.contexts.people.models import NetworkRole, OrgRoleKind
from aimwell.contexts.people.queries.places import offices_held
from aimwell.contexts.people.queries.visibility import Reader, standing_of


def helps_from_outside(user: Reader) -> bool:
    """Whether `user` helps teams without a place in them: as a coach, as a principal, or in a hub."""
    if not user.is_authenticated:
        return False
    if standing_of(user).coached or any(kind == OrgRoleKind.PRINCIPAL for _, kind in offices_held(user)):
        return True
    return NetworkRole.objects.filter(user=user, ended=None).exists()
