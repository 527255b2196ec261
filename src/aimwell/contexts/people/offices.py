"""Who may keep an organisation in order. None of this gives a look into a team's work."""

from __future__ import annotations

from django.db.models import QuerySet

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import OrgRole, User
from aimwell.contexts.people.queries import Reader
from aimwell.core import standing
from aimwell.domain.access.roles import Power, with_power
from aimwell.domain.errors import NotAllowed, NotFound


def may_in(user: Reader, power: Power, org: Org) -> bool:
    """Whether `user` holds an office with this power in `org` or above it."""
    if not user.is_authenticated:
        return False
    if user.is_site_admin:
        return True
    return not _tops(user, power).isdisjoint(ancestors(org.path))


def require_power(*, by: User, power: Power, org: Org) -> None:
    """Raises NotAllowed."""
    if not may_in(by, power, org):
        raise NotAllowed


def find_org(user: Reader, pk: int, power: Power) -> Org:
    """Raises NotFound for an organisation in which `user` has not this power, as for one that is not there."""
    org = Org.objects.select_related("parent").filter(pk=pk).first()
    if org is None or not may_in(user, power, org):
        raise NotFound
    return org


def orgs_with(user: Reader, power: Power) -> QuerySet[Org]:
    """The tops of the subtrees in which `user` has this power."""
    if not user.is_authenticated:
        return Org.objects.none()
    if user.is_site_admin:
        return Org.objects.filter(parent=None)
    return Org.objects.filter(path__in=_tops(user, power))


def _tops(user: User, power: Power) -> frozenset[str]:
    return standing.once(f"power {power}", user.pk, lambda: _held(user, power))


def _held(user: User, power: Power) -> frozenset[str]:
    held = OrgRole.objects.filter(user=user, ended=None, kind__in=sorted(with_power(power)))
    return frozenset(held.values_list("org__path", flat=True))
