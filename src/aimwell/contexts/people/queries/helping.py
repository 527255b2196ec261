from __future__ import annotations

from aimwell.contexts.people.models import NetworkRole, OrgRoleKind
from aimwell.contexts.people.queries.places import offices_held
from aimwell.contexts.people.queries.visibility import Reader, standing_of

HELPING = (OrgRoleKind.PRINCIPAL, OrgRoleKind.DISTRICT_TEAM)


def helps_from_outside(user: Reader) -> bool:
    """Whether `user` helps teams without working in them: as coach, sponsor, principal, district team or hub."""
    if not user.is_authenticated:
        return False
    stands = standing_of(user)
    if stands.coached or stands.sponsored or any(kind in HELPING for _, kind in offices_held(user)):
        return True
    return NetworkRole.objects.filter(user=user, ended=None).exists()
