"""The filter and the single decision come from one table; they agree for everyone and everything."""

import itertools

import pytest
from django.apps import apps
from django.db.models import Q

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent, TeamContent
from aimwell.contexts.people.queries import may, relations, visible_to
from aimwell.domain.access import Permission, Relation, Rung, rungs_named

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
    "sponsor": {Relation.SCHOOL},
    "supervisor": {Relation.NETWORK},
    "evaluator": set(),
    "org admin": set(),
    "site admin": set(),
    "stranger": set(),
    "nobody signed in": set(),
}


def test_what_everyone_may_read_has_an_index_of_its_own():
    """The filter asks for this one rung alone; without its index each list would walk all work of the site."""
    assert rungs_named(Relation.OTHER) == {Rung.PUBLIC}
    for model in TeamContent.__subclasses__():
        assert [index.fields for index in model._meta.indexes if index.condition == Q(rung=Rung.PUBLIC)] == [["rung"]]


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
    assert len(content) == 110
    for model in content:
        field = f"{model.ROOT}__rung" if model.ROOT else "rung"
        assert model._default_manager.filter(**{field: 0}).query.is_empty() is False


@pytest.mark.ac("S3 R-74")
def test_unnamed_work_is_not_on_pages_that_name_its_team(readers, team):
    measure = Measure.objects.create(owner_team=team, rung=int(Rung.NETWORK_UNNAMED), name="Opens talk")
    seen = {name for name, user in readers.items() if visible_to(user, Measure).filter(pk=measure.pk).exists()}
    assert seen == {"member", "colleague", "principal", "coach", "sponsor"}
