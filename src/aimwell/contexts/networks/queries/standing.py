"""How somebody stands to a network: in its hub, in one of its members, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from aimwell.contexts.networks.models import NetworkYear
from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, Team, TeamKind
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import NetworkRole, OrgRole, OrgRoleKind, User
from aimwell.contexts.people.queries import Reader, standing_of
from aimwell.core import standing
from aimwell.domain.errors import NotFound

M = TypeVar("M", bound=Model)
SPEAKING = (OrgRoleKind.DISTRICT_TEAM, OrgRoleKind.ORG_ADMIN)


def in_hub(user: Reader, network: Network) -> bool:
    return user.is_authenticated and network.pk in _hubs(user)


def _hubs(user: User) -> frozenset[int]:
    def held() -> frozenset[int]:
        return frozenset(NetworkRole.objects.filter(user=user, ended=None).values_list("network", flat=True))

    return standing.once("hubs", user.pk, held)


def _offices(user: User) -> frozenset[tuple[str, str]]:
    """Path and kind of each office held, but those of evaluators, who stand outside."""

    def held() -> frozenset[tuple[str, str]]:
        rows = OrgRole.objects.filter(user=user, ended=None).exclude(kind=OrgRoleKind.EVALUATOR).order_by()
        return frozenset(rows.values_list("org__path", "kind"))

    return standing.once("network offices", user.pk, held)


def _paths(user: User) -> frozenset[str]:
    """Paths of the organisations in which `user` works, holds an office, sponsors or coaches."""

    def found() -> frozenset[str]:
        stands = standing_of(user)
        own = {team.org.path for team in stands.own.values() if team.org is not None}
        helped = stands.sponsored | stands.coached
        teams = Team.objects.filter(pk__in=helped, org__isnull=False) if helped else Team.objects.none()
        return frozenset({*own, *(path for path, _ in _offices(user)), *teams.values_list("org__path", flat=True)})

    return standing.once("network paths", user.pk, found)


def _above(paths: Iterable[str]) -> set[str]:
    return {part for path in paths for part in ancestors(path)}


def speaks_for(user: Reader, network: Network) -> list[Org]:
    """Members of the network for which `user` may speak: with an office there or above, or in its own improvement
    team."""
    if not user.is_authenticated:
        return []
    tops = {
        team.org.path for team in standing_of(user).own.values() if team.org is not None and team.kind == TeamKind.DIT
    }
    offices = {path for path, kind in _offices(user) if kind in SPEAKING}
    return [org for org in members_of(network) if org.path in tops or not offices.isdisjoint(ancestors(org.path))]


def members_of(network: Network) -> list[Org]:
    """The organisations that are in the network now, by name."""
    rows = NetworkOrg.objects.filter(network=network, until=None).select_related("org").order_by("org__name", "org")
    return [row.org for row in rows]


def networks_of(user: Reader) -> QuerySet[Network]:
    """Networks in whose hub `user` is, or of which an organisation of theirs is a member."""
    if not user.is_authenticated:
        return Network.objects.none()
    member = NetworkOrg.objects.filter(until=None, org__path__in=_above(_paths(user))).values("network")
    return Network.objects.filter(Q(pk__in=member) | Q(pk__in=_hubs(user))).order_by("name", "pk")


def networks_of_team(team: Team) -> list[Network]:
    """Networks that the team's organisation, or one above it, is in now."""
    if team.org is None:
        return []
    inside = NetworkOrg.objects.filter(until=None, org__path__in=ancestors(team.org.path)).values("network")
    return list(Network.objects.filter(pk__in=inside).order_by("name", "pk"))


@dataclass(frozen=True)
class Look:
    """A network as `user` may see it. `members`: the organisations in it now, by name."""

    user: User
    network: Network
    members: tuple[Org, ...]

    @property
    def is_hub(self) -> bool:
        return in_hub(self.user, self.network)

    @cached_property
    def own(self) -> list[Org]:
        """The members to which the reader belongs."""
        above = _above(_paths(self.user))
        return [org for org in self.members if org.path in above]

    @cached_property
    def voices(self) -> list[Org]:
        """The members for which the reader may speak."""
        return speaks_for(self.user, self.network)

    @cached_property
    def years(self) -> list[NetworkYear]:
        return list(NetworkYear.objects.filter(network=self.network, ended_at=None).order_by("-starts"))

    def place_of(self, path: str) -> int | None:
        """The member in whose tree this path lies."""
        above = set(ancestors(path))
        return next((org.pk for org in self.members if org.path in above), None)


def find_look(user: Reader, pk: int) -> Look:
    """Raises NotFound for a network that is not the reader's, as for one that is not there."""
    network = networks_of(user).filter(pk=pk).first()
    if network is None or not user.is_authenticated:
        raise NotFound
    return Look(user, network, tuple(members_of(network)))


def find_thing(model: type[M], pk: int, **of: object) -> M:
    """One row of what a network keeps, set aside or not. The caller has found the network. Raises NotFound."""
    found = model._default_manager.filter(pk=pk, **of).first()
    if found is None:
        raise NotFound
    return found


def current_year(years: Iterable[NetworkYear]) -> NetworkYear | None:
    """The year that runs today; else the last that began; else the first to come."""
    newest_first = sorted(years, key=lambda year: year.starts, reverse=True)
    begun = (year for year in newest_first if year.starts <= timezone.localdate())
    return next(begun, newest_first[-1] if newest_first else None)


def year_of(look: Look, asked: int | None) -> NetworkYear | None:
    """The year asked for, or the current one. Raises NotFound for a year of another network."""
    if asked is None:
        return current_year(look.years)
    found = next((year for year in look.years if year.pk == asked), None)
    if found is None:
        raise NotFound
    return found
