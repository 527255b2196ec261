"""Where a cause can be sent, and what was sent to the places where somebody holds an office."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import NetworkRole, OrgRole, OrgRoleKind, User
from aimwell.contexts.people.queries import Reader
from aimwell.contexts.theory.models import Escalation
from aimwell.domain.errors import NotFound

ANSWERING = (OrgRoleKind.PRINCIPAL, OrgRoleKind.SUPERVISOR, OrgRoleKind.DISTRICT_TEAM, OrgRoleKind.ORG_ADMIN)


@dataclass(frozen=True, slots=True)
class Above:
    """The organisations over a team, nearest first, and the networks that any of them is in."""

    orgs: tuple[Org, ...]
    networks: tuple[Network, ...]


def places_above(team: Team) -> Above:
    """Two queries; none for a team that belongs to no organisation."""
    if team.org is None:
        return Above((), ())
    paths = ancestors(team.org.path)
    orgs = Org.objects.filter(path__in=paths).order_by("-path")
    joined = Network.objects.filter(networkorg__org__path__in=paths, networkorg__until=None).distinct()
    return Above(tuple(orgs), tuple(joined))


def answers_for(user: Reader) -> QuerySet[Escalation]:
    """What waits where `user` holds an office now, and what was answered there. Nothing else of the team shows."""
    if not user.is_authenticated:
        return Escalation.objects.none()
    held = OrgRole.objects.filter(user=user, ended=None, kind__in=ANSWERING).values("org")
    hubs = NetworkRole.objects.filter(user=user, ended=None).values("network")
    rows = Escalation.objects.filter(Q(to_org__in=held) | Q(to_network__in=hubs), ended_at=None)
    return rows.select_related("to_org", "to_network", "answered_by", "cause__bone__inquiry__owner_team__org")


def find_sent_here(user: User, pk: int) -> Escalation:
    """Raises NotFound for what was sent elsewhere."""
    row = answers_for(user).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row
