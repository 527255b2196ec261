"""A fishbone of Ana's team in a school, open to the school; Grace runs the buses there, Sam stands outside."""

from types import SimpleNamespace

import pytest

from aimwell.contexts.orgs.models import OrgKind, Team
from aimwell.contexts.orgs.services import create_org, create_team
from aimwell.contexts.people.models import CoachAssignment, Membership, OrgRole, OrgRoleKind
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.services import add_bone, add_cause, start_inquiry
from aimwell.domain.access import Rung


@pytest.fixture
def sketch(ana, team, person):
    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    Team.objects.filter(pk=team.pk).update(org=school)
    team.refresh_from_db()
    office = create_team(name="Bus office", org=school)
    grace, imani, marcus = person("Grace Wheel"), person("Imani Coach"), person("Marcus District")
    Membership.objects.create(team=office, user=grace, name="Grace Wheel", role="lead")
    CoachAssignment.objects.create(team=team, user=imani)
    OrgRole.objects.create(org=district, user=marcus, kind=OrgRoleKind.DISTRICT_TEAM)
    inquiry = start_inquiry(by=ana, team=team, problem="Few families come on Wednesdays")
    bone = add_bone(by=ana, inquiry=inquiry, name="Getting here")
    cause = add_cause(by=ana, bone=bone, text="Families have no time on Wednesdays")
    open_to(inquiry, Rung.SCHOOL)
    return SimpleNamespace(
        inquiry=Inquiry.objects.get(pk=inquiry.pk), bone=bone, cause=cause, grace=grace, imani=imani, marcus=marcus
    )


def open_to(inquiry, rung):
    Inquiry.objects.filter(pk=inquiry.pk).update(rung=int(rung))
    inquiry.rung = int(rung)
