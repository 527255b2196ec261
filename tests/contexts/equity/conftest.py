"""A network, a county with a district, a school and a team; who keeps the district, the county and the hub."""

from types import SimpleNamespace

import pytest
from django.utils import timezone

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_network, create_org, create_team, join_network
from aimwell.contexts.people.models import Membership, NetworkRole, OrgRole


@pytest.fixture
def places(person):
    county = create_org(kind=OrgKind.COUNTY, name="Reed County")
    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley", parent=county)
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    team = create_team(name="Room 12", org=school)
    imani, grace, nell = person("Imani Admin"), person("Grace County"), person("Nell Teacher")
    OrgRole.objects.create(org=district, user=imani, kind="org_admin")
    OrgRole.objects.create(org=county, user=grace, kind="org_admin")
    Membership.objects.create(team=team, user=nell, name="Nell Teacher", role="lead")
    network, noor = create_network(name="Bayline", aim=""), person("Noor Hub")
    join_network(network=network, org=district, since=timezone.localdate())
    NetworkRole.objects.create(network=network, user=noor)
    return SimpleNamespace(
        county=county, district=district, school=school, team=team, network=network, imani=imani, grace=grace,
        nell=nell, noor=noor,
    )  # fmt: skip


@pytest.fixture
def enter(password_just_typed):
    """Pages of power are open without asking again."""
    return password_just_typed
