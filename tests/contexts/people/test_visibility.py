"""The filter and the single decision come from one table; this shows that they agree for everyone and everything."""

import itertools

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_network, create_org, create_team, join_network
from aimwell.contexts.people.models import (
    CoachAssignment,
    Membership,
    NetworkRole,
    OrgRole,
    OrgRoleKind,
    PartOfContent,
    TeamContent,
)
from aimwell.contexts.people.queries import may, relations, visible_to
from aimwell.domain.access import Permission, Relation, Rung


@pytest.fixture
def readers(person, team, ana):
    """One reader for every way to stand to Ana's team, and some that only seem to stand close."""
    import datetime

    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    other_school = create_org(kind=OrgKind.SCHOOL, name="Otter Creek", parent=district)
    far = create_org(kind=OrgKind.DISTRICT, name="Salt Marsh")
    outside = create_org(kind=OrgKind.DISTRICT, name="Outside")
    network = create_network(name="Bayline")
    for org in (district, far):
        join_network(network=network, org=org, since=datetime.date(2026, 8, 1))
    team.org = school
    team.save(update_fields=["org"])

    def in_team(name, org, ended=None):
        user = person(name)
        Membership.objects.create(team=create_team(name=f"Team of {name}", org=org), user=user, name=name, ended=ended)
        return user

    found = {
        "member": ana,
        "former member": person("Former"),
        "colleague": in_team("Colleague", school),
        "former colleague": in_team("Excolleague", school, ended=datetime.date(2026, 9, 1)),
        "next school": in_team("Nextdoor", other_school),
        "other district in the network": in_team("Faraway", far),
        "other district": in_team("Outsider", outside),
        "principal": person("Principal"),
        "district leader": person("Leader"),
        "coach": person("Coach"),
        "hub": person("Hub"),
        "stranger": person("Stranger"),
        "nobody signed in": AnonymousUser(),
    }
    Membership.objects.create(
        team=team, user=found["former member"], name="Former", ended=datetime.date(2026, 9, 1)
    )
    OrgRole.objects.create(org=school, user=found["principal"], kind=OrgRoleKind.SPONSOR)
    OrgRole.objects.create(org=district, user=found["district leader"], kind=OrgRoleKind.LEADER)
    CoachAssignment.objects.create(team=team, user=found["coach"])
    NetworkRole.objects.create(network=network, user=found["hub"])
    return found


EXPECTED = {
    "member": {Relation.MEMBER, Relation.SCHOOL, Relation.NETWORK},
    "former member": set(),
    "colleague": {Relation.SCHOOL, Relation.NETWORK},
    "former colleague": set(),
    "next school": {Relation.NETWORK},
    "other district in the network": {Relation.NETWORK},
    "other district": set(),
    "principal": {Relation.SCHOOL, Relation.NETWORK},
    "district leader": {Relation.NETWORK},
    "coach": {Relation.COACH},
    "hub": {Relation.NETWORK},
    "stranger": set(),
    "nobody signed in": set(),
}


@pytest.mark.ac("S3 R-87")
def test_relations_of_every_reader(readers, team):
    found = {name: set(relations(user, team)) - {Relation.OTHER} for name, user in readers.items()}
    assert found == EXPECTED


def test_visible_to_equals_may_view_on_every_rung(readers, team):
    measures = {rung: Measure.objects.create(owner_team=team, rung=int(rung), name=rung.name) for rung in Rung}
    for name, rung in itertools.product(readers, Rung):
        listed = visible_to(readers[name], Measure).filter(pk=measures[rung].pk).exists()
        assert listed == may(readers[name], Permission.VIEW, measures[rung]), (name, rung.name)


def test_only_members_may_edit_on_every_rung(readers, team):
    for name, rung in itertools.product(readers, Rung):
        measure = Measure(owner_team=team, rung=int(rung))
        assert may(readers[name], Permission.EDIT, measure) == (name == "member"), (name, rung.name)


def test_every_content_model_names_its_root():
    """A model of team work without ROOT could not be read through the rule."""
    content = [model for model in apps.get_models() if issubclass(model, TeamContent | PartOfContent)]
    assert len(content) == 15
    for model in content:
        field = f"{model.ROOT}__rung" if model.ROOT else "rung"
        assert model._default_manager.filter(**{field: 0}).query.is_empty() is False
