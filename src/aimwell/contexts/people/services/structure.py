"""The tree of organisations and their networks, kept by those whose office has the power."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs import services as orgs
from aimwell.contexts.orgs.models import Network, Org, OrgKind, Team, TeamKind
from aimwell.contexts.people.models import NetworkRole, User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.services.offices import keeps_whole
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, Refused


@transaction.atomic
def make_org(*, by: User, kind: OrgKind, name: str, parent: Org | None = None) -> Org:
    """Below one's own; at the top only by those who run the site. Raises NotAllowed."""
    _require_at(by, parent)
    org = orgs.create_org(kind=kind, name=name.strip(), parent=parent)
    record(by=by, verb="created", target=org, scope_id=None, org_id=org.pk, after={"name": org.name, "kind": kind})
    return org


@transaction.atomic
def rename_org(*, by: User, org: Org, name: str) -> Org:
    """Raises NotAllowed. The earlier name stays in the history."""
    require_power(by=by, power=Power.STRUCTURE, org=org)
    before = org.name
    if name.strip() == before:
        return org
    orgs.rename_org(org=org, name=name)
    record(
        by=by, verb="renamed", target=org, scope_id=None, org_id=org.pk,
        before={"name": before}, after={"name": org.name},
    )  # fmt: skip
    return org


@transaction.atomic
def move_org(*, by: User, org: Org, parent: Org | None, on: datetime.date, reason: str = "") -> Org:
    """Needs the power where it hangs and where it goes. Who stands over it changes at once, from `on` in its history.

    Raises NotAllowed and what `orgs.services.move_org` raises.
    """
    require_power(by=by, power=Power.STRUCTURE, org=org)
    _require_at(by, org.parent)
    _require_at(by, parent)
    before = org.parent
    moved = orgs.move_org(org=org, parent=parent, on=on)
    if moved.parent_id != (before.pk if before else None):
        standing.forget()
        record(
            by=by, verb="moved", target=moved, scope_id=None, org_id=moved.pk, reason=reason.strip(),
            before={"parent": before.name if before else ""}, after={"parent": parent.name if parent else "", "on": on},
        )  # fmt: skip
    return moved


def _require_at(by: User, parent: Org | None) -> None:
    if parent is not None:
        require_power(by=by, power=Power.STRUCTURE, org=parent)
    elif not by.is_site_admin:
        raise NotAllowed


@transaction.atomic
def make_network(*, by: User, org: Org, name: str, aim: str = "", since: datetime.date | None = None) -> Network:
    """A new network with this organisation in it. Raises NotAllowed, Refused("day_later")."""
    require_power(by=by, power=Power.STRUCTURE, org=org)
    network = orgs.create_network(name=name.strip(), aim=aim.strip())
    _join(by, network, org, since)
    return network


@transaction.atomic
def join_network(*, by: User, network: Network, org: Org, since: datetime.date | None = None) -> None:
    """Whoever joins reads what the others opened to the network, so they are asked: `by` has a place in its hub, or
    looks after all that are in it.

    Raises NotAllowed, Refused("network_of_others"), Refused("day_later").
    """
    require_power(by=by, power=Power.STRUCTURE, org=org)
    in_hub = NetworkRole.objects.filter(network=network, user=by, ended=None)
    if not in_hub.exists() and not keeps_whole(by, network, Power.STRUCTURE):
        raise Refused("network_of_others")
    _join(by, network, org, since)


def _join(by: User, network: Network, org: Org, since: datetime.date | None) -> None:
    day = since or timezone.localdate()
    if day > timezone.localdate():
        raise Refused("day_later")
    orgs.join_network(network=network, org=org, since=day)
    standing.forget()
    told = {"network": network.name, "since": day}
    record(by=by, verb="network_joined", target=org, scope_id=None, org_id=org.pk, after=told)


@transaction.atomic
def leave_network(*, by: User, network: Network, org: Org) -> None:
    """An organisation may always leave. Raises NotAllowed."""
    require_power(by=by, power=Power.STRUCTURE, org=org)
    orgs.leave_network(network=network, org=org)
    standing.forget()
    record(by=by, verb="network_left", target=org, scope_id=None, org_id=org.pk, before={"network": network.name})


@transaction.atomic
def make_team(*, by: User, org: Org, name: str, kind: TeamKind = TeamKind.TEAM) -> Team:
    """A team without anybody in it yet, at any level: invited until its first person comes. Raises NotAllowed."""
    require_power(by=by, power=Power.STRUCTURE, org=org)
    team = orgs.create_team(name=name, kind=kind, org=org, synthetic=by.synthetic)
    orgs.await_people(team)
    record(by=by, verb="created", target=team, scope_id=team.pk, after={"name": team.name})
    return team
