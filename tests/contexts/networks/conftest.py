"""A network of the eight districts of S3 11.3, with a hub, a team for each local team, and two district teams."""

import datetime
from types import SimpleNamespace

import pytest

FOCI = {
    "A": ("representations, and an opener with talk", (3, 1), 4),
    "B": ("students name what confuses them", (5,), 7),
    "C": ("one approach, where students talk", (3, 1), 3),
    "D": ("courses with care and high expectations", (6, 5), 0),
    "E": ("word problems; culturally responsive teaching", (2, 5), 2),
    "F": ("students talk about math", (1,), 3),
    "G": ("finding and keeping teachers", (6,), 0),
    "H": ("small groups work together", (4,), 2),
}
NAMES = [
    "Student academic discourse",
    "Use of problem solving strategies",
    "Lesson design",
    "Effective group work",
    "Beliefs about math",
    "Professional communities",
    "Seventh secondary driver, not named in the source",
]
STARTS, ENDS = datetime.date(2017, 8, 1), datetime.date(2018, 6, 30)


@pytest.fixture
def net(person):
    """`net.districts["A"]`, `net.drivers[1]`, `net.hub`, `net.network`, `net.year`; no team yet."""
    from aimwell.contexts.networks import services
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_network, create_org, join_network
    from aimwell.contexts.people.models import NetworkRole

    network, hub = create_network(name="Bayline"), person("Noor Hub")
    NetworkRole.objects.create(network=network, user=hub)
    districts = {key: create_org(kind=OrgKind.DISTRICT, name=f"District {key}") for key in FOCI}
    for org in districts.values():
        join_network(network=network, org=org, since=STARTS)
    year = services.start_year(by=hub, network=network, name="2017-18", starts=STARTS, ends=ENDS)
    drivers = {n: services.add_driver(by=hub, year=year, name=name) for n, name in enumerate(NAMES, start=1)}
    return SimpleNamespace(network=network, hub=hub, districts=districts, year=year, drivers=drivers)


@pytest.fixture
def make_effort(net, person):
    """A team in a district with an inquiry that is open to the network: `make_effort("A", 1, rung=...)`."""
    from aimwell.contexts.orgs.models import OrgKind, Team, TeamKind
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.services import share, start_team
    from aimwell.contexts.theory.services import start_inquiry
    from aimwell.domain.access import Rung

    def make(key, number=1, *, rung=Rung.NETWORK, kind=TeamKind.LIT):
        user = person(f"Lead{key}{number} Person")
        team = start_team(by=user, name=f"Team {key}{number}")
        place = net.districts[key]
        org = place if kind == TeamKind.DIT else create_org(kind=OrgKind.SCHOOL, name=f"S {key}{number}", parent=place)
        Team.objects.filter(pk=team.pk).update(org=org, kind=kind)
        team.refresh_from_db()
        inquiry = start_inquiry(by=user, team=team, problem=FOCI[key][0])
        if rung != Rung.TEAM:
            inquiry = share(by=user, obj=inquiry, rung=rung)
        return SimpleNamespace(user=user, team=team, inquiry=inquiry)

    return make


@pytest.fixture
def place(net):
    """Where an effort stands: `place(effort, 3, 1)`; without a driver it stands outside."""
    from aimwell.contexts.networks.services import place_inquiry

    def say(effort, *numbers, year=None, drivers=None, **more):
        chosen = drivers if drivers is not None else [net.drivers[n] for n in numbers]
        told = {"stance": "drivers"} if chosen else {"stance": "outside", "reason": "Nothing here fits yet."}
        return place_inquiry(
            by=effort.user, inquiry=effort.inquiry, year=year or net.year, drivers=chosen, **{**told, **more}
        )

    return say


@pytest.fixture
def section11(make_effort, place):
    """Everybody of the table, placed as the table says."""
    from aimwell.contexts.orgs.models import TeamKind

    made = {}
    for key, (_, numbers, local) in FOCI.items():
        kind = TeamKind.LIT if local else TeamKind.DIT
        made[key] = [make_effort(key, number + 1, kind=kind) for number in range(local or 1)]
        for effort in made[key]:
            place(effort, *numbers)
    return made


@pytest.fixture
def speaker(net, person):
    """Somebody who speaks for a district: `speaker("A")`."""
    from aimwell.contexts.people.models import OrgRole, OrgRoleKind

    def make(key):
        user = person(f"Speaker{key} Person")
        OrgRole.objects.create(org=net.districts[key], user=user, kind=OrgRoleKind.DISTRICT_TEAM)
        return user

    return make
