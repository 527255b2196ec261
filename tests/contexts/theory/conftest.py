"""An inquiry of Ana's team, and people who stand elsewhere."""

from types import SimpleNamespace

import pytest


@pytest.fixture
def inquiry(ana, team):
    from aimwell.contexts.theory.services import start_inquiry

    return start_inquiry(
        by=ana,
        team=team,
        problem="Most students wait for someone else to give a reason",
        for_whom="72 fifth graders",
        how_known="Counted in 8 lessons, 34 % on Nov 2",
    )


@pytest.fixture
def bone(ana, inquiry):
    from aimwell.contexts.theory.services import add_bone

    return add_bone(by=ana, inquiry=inquiry, name="Time")


@pytest.fixture
def cause(ana, bone):
    from aimwell.contexts.theory.services import add_cause

    return add_cause(by=ana, bone=bone, text="We ask for talk before time to think")


@pytest.fixture
def tree(ana, inquiry):
    """Two primary drivers, a secondary driver that serves both, and an idea below it."""
    from aimwell.contexts.theory.services import add_part

    way_in = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way into the talk")
    safe = add_part(by=ana, inquiry=inquiry, kind="primary", text="It is safe to be unsure")
    think = add_part(
        by=ana, inquiry=inquiry, kind="secondary", text="Time to think before talking", parents=[way_in, safe]
    )
    minute = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute to rehearse", parents=[think])
    return SimpleNamespace(way_in=way_in, safe=safe, think=think, minute=minute)


@pytest.fixture
def outsiders(person, team):
    """Everybody who may never edit a team's work: a stranger, the team's coach, its sponsor."""
    from aimwell.contexts.orgs.models import OrgKind, Team
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.models import CoachAssignment, OrgRole, OrgRoleKind

    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    Team.objects.filter(pk=team.pk).update(org=school)
    team.refresh_from_db()
    stranger, coach, sponsor = person("Sam Stranger"), person("Imani Coach"), person("Pat Principal")
    CoachAssignment.objects.create(team=team, user=coach)
    OrgRole.objects.create(org=school, user=sponsor, kind=OrgRoleKind.PRINCIPAL)
    return [stranger, coach, sponsor]
