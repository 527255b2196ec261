"""A county with a district, a school and a team; an administrator of the district."""

from types import SimpleNamespace

import pytest

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org, create_team
from aimwell.contexts.people.models import Membership, OrgRole

OPPORTUNITY = {
    "en": {"one": "opportunity", "many": "opportunities"},
    "es": {"one": "oportunidad", "many": "oportunidades", "gender": "f"},
}


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
    return SimpleNamespace(
        county=county, district=district, school=school, team=team, imani=imani, grace=grace, nell=nell
    )


@pytest.fixture
def enter(password_just_typed):
    """Pages of power are open without asking again."""
    return password_just_typed
