"""A cycle in Do, and people around its team: a coach, a colleague of the school, and somebody from elsewhere."""

from types import SimpleNamespace

import pytest

from aimwell.domain.pdsa.rubric import CODES, Answer
from contexts.cycles.conftest import answers, doing, draft, finished, idea, inquiry, studying  # noqa: F401


def all_met(*but):
    """Answers to the ten points, all there but these."""
    return {code: Answer(code not in but) for code in CODES}


@pytest.fixture
def cycle(doing):  # noqa: F811
    return doing()


@pytest.fixture
def around(person, ana, team):
    """`around.coach`, `around.colleague` of the same school, `around.principal`; `around.school`, `around.district`."""
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org, create_team
    from aimwell.contexts.people.models import CoachAssignment, Membership, OrgRole, OrgRoleKind

    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    team.org = school
    team.save(update_fields=["org"])
    coach, colleague, principal, admin = (person(name) for name in ("Cora", "Lee", "Pat", "Yara"))
    CoachAssignment.objects.create(team=team, user=coach)
    beside = create_team(name="Room 9", org=school)
    Membership.objects.create(team=beside, user=colleague, name="Lee")
    OrgRole.objects.create(org=school, user=principal, kind=OrgRoleKind.PRINCIPAL)
    OrgRole.objects.create(org=district, user=admin, kind=OrgRoleKind.ORG_ADMIN)
    return SimpleNamespace(
        coach=coach, colleague=colleague, principal=principal, admin=admin, school=school, district=district,
        beside=beside,
    )  # fmt: skip


@pytest.fixture
def opened(ana, cycle, around):
    """The cycle, open to the coach and so to the school."""
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    return share(by=ana, obj=cycle, rung=Rung.COACH)


@pytest.fixture
def enter(password_just_typed):
    """Pages of power are open without asking again."""
    return password_just_typed
