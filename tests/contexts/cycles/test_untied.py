"""Tests that hang on no driver stand in a list of their own (S2 R-24)."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.queries.untied import untied
from aimwell.contexts.cycles.services import change_plan
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import add_part, set_aside


def numbers(user, team):
    return [row.cycle.number for row in untied(user, team)]


def listed(response):
    return " ".join(response.content.decode().split()).partition('id="untied"')[2].partition("</section>")[0]


@pytest.mark.ac("S2 R-24")
def test_a_test_without_idea_or_driver_is_listed_until_it_is_tied(page, ana, team, inquiry, draft):
    at = reverse("cycles:list", args=[team.pk])
    driver = add_part(by=ana, inquiry=inquiry, kind=PartKind.PRIMARY, text="A way into the talk")
    carried = add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text="Cards", parents=[driver])
    alone = add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text="A bell")
    tied, hanging, bare = draft(idea=carried), draft(idea=alone), draft(try_what="Ask twice")
    assert numbers(ana, team) == [bare.number, hanging.number]
    shown = listed(page(ana, at))
    assert f"Cycle {bare.number}: Ask twice" in shown
    assert reverse("cycles:cycle", args=[hanging.pk]) in shown
    assert reverse("cycles:cycle", args=[tied.pk]) not in shown
    change_plan(by=ana, cycle=bare, version=None, idea=carried)
    assert numbers(ana, team) == [hanging.number]
    set_aside(by=ana, thing=driver, reason="Said twice")
    assert numbers(ana, team) == [bare.number, hanging.number, tied.number]


@pytest.mark.ac("S2 R-24")
def test_practice_is_not_listed_and_others_do_not_read_the_list(page, person, ana, team, draft):
    from aimwell.contexts.people.models import CoachAssignment
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    assert draft(practice=True).number not in numbers(ana, team)
    cycle, coach = draft(), person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    share(by=ana, obj=cycle, rung=Rung.COACH)
    at = reverse("cycles:list", args=[team.pk])
    assert 'id="untied"' in page(ana, at).content.decode()
    seen = page(coach, at)
    assert (seen.status_code, 'id="untied"' in seen.content.decode()) == (200, False)


def test_the_list_costs_one_query_beside_who_asks_however_long(ana, team, draft, django_assert_num_queries):
    for _ in range(14):
        draft()
    untied(ana, team)
    with django_assert_num_queries(2):
        found = untied(ana, team)
    assert len(found) == 12
