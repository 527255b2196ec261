"""What hangs on the team's school and may be ended by those who look after it."""

import datetime
from typing import Any

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.orgs.services import create_network, join_network
from aimwell.contexts.people.models import CoachAssignment, NetworkRole, OrgRole, OrgRoleKind
from integration.readers import make_person


def offices_world(org: Org, team: Any) -> dict[str, Any]:
    """An office, a coach, and a network with a place in its hub."""
    network = create_network(name="Reading circle")
    join_network(network=network, org=org, since=datetime.date(2026, 8, 1))
    return {
        "offices": OrgRole.objects.create(org=org, user=make_person("Olga"), kind=OrgRoleKind.SUPERVISOR),
        "coaches": CoachAssignment.objects.create(team=team, user=make_person("Cora")),
        "hub": NetworkRole.objects.create(network=network, user=make_person("Hugo")),
        "networks": network,
    }
