"""A district with a school, an administrator, and people to give offices to."""

import pytest

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole


@pytest.fixture
def district(db):
    return create_org(kind=OrgKind.DISTRICT, name="Marlow County")


@pytest.fixture
def school(district):
    return create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)


@pytest.fixture
def admin(person, district):
    user = person("Imani Admin", password=None)  # nothing to show once more; see ui.stepup
    OrgRole.objects.create(org=district, user=user, kind="org_admin")
    return user


@pytest.fixture
def site_admin(person):
    user = person("Sita Site")
    user.is_site_admin = True
    user.save(update_fields=["is_site_admin"])
    return user


@pytest.fixture
def placed(team, school):
    """Ana's team, at the school."""
    team.org = school
    team.save(update_fields=["org"])
    return team
