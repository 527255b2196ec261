"""Who holds which office around an organisation, now and before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, OrgPlacement
from aimwell.contexts.orgs.queries import ancestors, below, under_any
from aimwell.contexts.people.models import ClosedToOutside, CoachAssignment, NetworkRole, OrgRole, User
from aimwell.domain.access.roles import Power, with_power
from aimwell.domain.errors import NotFound

T = TypeVar("T", bound=Model)
MOST_FOUND = 20


def offices_in(org: Org) -> QuerySet[OrgRole]:
    """Held right here now, by role and name."""
    return org.roles.filter(ended=None).select_related("user", "org").order_by("kind", "user__name", "pk")


def offices_above(org: Org) -> QuerySet[OrgRole]:
    """Held above, and so for this organisation too; the top first."""
    rows = OrgRole.objects.filter(org__path__in=ancestors(org.path)[:-1], ended=None)
    return rows.select_related("user", "org").order_by("org__path", "kind", "user__name", "pk")


def offices_before(org: Org) -> QuerySet[OrgRole]:
    """Ended, the latest first."""
    return org.roles.exclude(ended=None).select_related("user").order_by("-ended", "-pk")


def coaching_in(org: Org) -> QuerySet[CoachAssignment]:
    """Coaches of the teams right here."""
    rows = CoachAssignment.objects.filter(team__org=org, ended=None)
    return rows.select_related("user", "team").order_by("team__name", "user__name", "pk")


def hub_places_of(org: Org) -> QuerySet[NetworkRole]:
    """Places in the hubs of the networks that this organisation itself is in."""
    rows = NetworkRole.objects.filter(network__in=joined_by(org), ended=None)
    return rows.select_related("user", "network").order_by("network__name", "user__name", "pk")


def joined_by(org: Org) -> QuerySet[Network]:
    """Networks that this organisation itself is in now."""
    return Network.objects.filter(networkorg__org=org, networkorg__until=None).order_by("name", "pk")


def closed_in(org: Org) -> QuerySet[ClosedToOutside]:
    """What keeps an outside role out of this organisation, here or above."""
    rows = ClosedToOutside.objects.filter(org__path__in=ancestors(org.path), ended=None)
    return rows.select_related("org").order_by("role", "org__path")


def placements_of(org: Org) -> QuerySet[OrgPlacement]:
    """Where it hung, the latest first."""
    return org.placements.select_related("parent")


def find_office(org: Org, pk: int) -> OrgRole:
    """Raises NotFound, as the next two, for one of another organisation."""
    return _first(org.roles.filter(ended=None, pk=pk).select_related("user", "org"))


def find_coaching(org: Org, pk: int) -> CoachAssignment:
    return _first(coaching_in(org).filter(pk=pk).select_related("team__org"))


def find_hub_place(org: Org, pk: int) -> NetworkRole:
    return _first(hub_places_of(org).filter(pk=pk))


def find_joined(org: Org, pk: int) -> Network:
    """Raises NotFound for a network that the organisation is not in."""
    return _first(joined_by(org).filter(pk=pk))


def _first(rows: QuerySet[T]) -> T:
    found = rows.first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Reaching:
    """Who reaches an organisation through what is above it: offices, and networks with their hubs."""

    offices: tuple[OrgRole, ...]
    networks: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class MovePreview:
    """Who will and who will no longer stand over an organisation after a move."""

    gained: Reaching
    lost: Reaching


def move_preview(org: Org, parent: Org | None) -> MovePreview:
    """Two queries, however large the tree."""
    before = frozenset(ancestors(org.path)[:-1])
    after = frozenset(ancestors(parent.path)) if parent is not None else frozenset()
    roles = OrgRole.objects.filter(org__path__in=before ^ after, ended=None).select_related("user", "org")
    offices = list(roles.order_by("org__path", "kind", "user__name", "pk"))
    rows = NetworkOrg.objects.filter(org__path__in=before | after | {org.path}, until=None)
    joined = list(rows.select_related("network", "org").order_by("network__name", "network"))
    old, new = (_reached(joined, paths | {org.path}) for paths in (before, after))
    return MovePreview(
        gained=Reaching(_over(offices, after), tuple(one for pk, one in new.items() if pk not in old)),
        lost=Reaching(_over(offices, before), tuple(one for pk, one in old.items() if pk not in new)),
    )


def _over(offices: list[OrgRole], paths: frozenset[str]) -> tuple[OrgRole, ...]:
    return tuple(office for office in offices if office.org.path in paths)


def _reached(joined: list[NetworkOrg], paths: frozenset[str]) -> dict[int, Network]:
    return {row.network_id: row.network for row in joined if row.org.path in paths}


def network_times(org: Org) -> QuerySet[NetworkOrg]:
    """When it was in which network, the latest first."""
    return NetworkOrg.objects.filter(org=org).select_related("network").order_by("-since", "-pk")


def networks_to_join(user: User, org: Org) -> QuerySet[Network]:
    """Networks that `org` is not in and may join: `user` has a place in the hub, or looks after all that are in it."""
    rows = Network.objects.exclude(pk__in=joined_by(org).order_by().values("pk")).order_by("name", "pk")
    in_hub = NetworkRole.objects.filter(user=user, ended=None)
    return rows.filter(_whole(user, Power.STRUCTURE) | Q(pk__in=in_hub.values("network")))


def hubs_kept(user: User, org: Org) -> frozenset[int]:
    """Keys of the networks that `org` is in and in whose hubs `user` may give and end places."""
    return frozenset(joined_by(org).filter(_whole(user, Power.PEOPLE)).values_list("pk", flat=True))


def _whole(user: User, power: Power) -> Q:
    """Networks all of whose organisations `user` looks after; for the site's administrators, all."""
    if user.is_site_admin:
        return Q(pk__isnull=False)
    mine, inside = under_any(_kept(user, power), "org__path"), NetworkOrg.objects.filter(until=None)
    return Q(pk__in=inside.filter(mine).values("network")) & ~Q(pk__in=inside.filter(~mine).values("network"))


def _kept(user: User, power: Power) -> list[str]:
    held = OrgRole.objects.filter(user=user, ended=None, kind__in=sorted(with_power(power)))
    return list(held.values_list("org__path", flat=True))


def places_to_move(user: User, org: Org, part: str) -> list[Org]:
    """Up to 20 places by a part of their name under which `user` may hang `org`."""
    kept = Q() if user.is_site_admin else under_any(_kept(user, Power.STRUCTURE))
    rows = Org.objects.filter(kept, name__icontains=part.strip()).exclude(below(org.path))
    return list(rows.exclude(pk=org.parent_id).select_related("parent").order_by("name", "pk")[:MOST_FOUND])
