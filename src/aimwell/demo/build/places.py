from __future__ import annotations

from aimwell.contexts.orgs import services
from aimwell.contexts.orgs.models import Network, Org, OrgKind
from aimwell.demo.clock import Calendar
from aimwell.demo.worlds import bayline


def build_network(calendar: Calendar) -> tuple[Network, dict[str, Org]]:
    """The network and its districts and schools, by key."""
    network = services.create_network(name=bayline.NETWORK, aim=bayline.NETWORK_AIM)
    places: dict[str, Org] = {}
    for district in bayline.DISTRICTS:
        places[district.key] = services.create_org(kind=OrgKind.DISTRICT, name=district.name)
        services.join_network(network=network, org=places[district.key], since=calendar.day(bayline.JOINED))
    for school in bayline.SCHOOLS:
        parent = places[school.district]
        places[school.key] = services.create_org(kind=OrgKind.SCHOOL, name=school.name, parent=parent)
    return network, places
