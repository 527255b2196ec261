"""What the problems of a network are about (S2 R-9)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.networks.queries import find_look
from aimwell.contexts.networks.queries.areas import areas_in
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.services import describe_problem
from aimwell.domain.access import Rung
from aimwell.domain.words.noticing import AREA_KEYS, say


@pytest.mark.ac("S2 R-9")
def test_efforts_are_counted_under_each_of_their_areas_and_not_added_up(page, net, make_effort):
    for key, areas, rung in (
        ("A", ["math", "literacy"], Rung.NETWORK),
        ("B", ["math", "Garden"], Rung.NETWORK),
        ("C", ["attendance"], Rung.TEAM),
        ("D", ["math"], Rung.NETWORK_UNNAMED),
        ("E", [], Rung.NETWORK),
    ):
        effort = make_effort(key, rung=rung)
        describe_problem(by=effort.user, inquiry=effort.inquiry, version=None, areas=areas)
    found = areas_in(find_look(net.hub, net.network.pk), "en")
    assert found == [("Math outcomes", 3), ("Garden", 1), ("Literacy", 1)]
    at = reverse("networks:network", args=[net.network.pk])
    shown = " ".join(page(net.hub, at).content.decode().split()).partition('id="areas"')[2]
    assert 'Math outcomes <span class="quiet">3 efforts</span>' in shown
    assert "these numbers are not added up" in shown
    assert "Attendance" not in shown


@pytest.mark.ac("S2 R-9")
def test_every_area_is_there_from_the_start_and_a_team_adds_its_own(page, net, make_effort):
    effort = make_effort("A")
    at = reverse("theory:problem", args=[effort.inquiry.pk])
    shown = page(effort.user, at).content.decode()
    assert all(f'name="areas" value="{key}"' in shown for key in AREA_KEYS)
    assert {"academic", "attendance", "discipline", "instruction", "leadership", "equity"} <= set(AREA_KEYS)
    more = reverse("theory:problem_more", args=[effort.inquiry.pk])
    sent = {"areas": ["math", "leadership"], "own_areas": "Garden", "version": effort.inquiry.version}
    assert page(effort.user, more, sent).status_code == 302
    assert Inquiry.objects.get().areas == ["math", "leadership", "Garden"]
    told = " ".join(page(effort.user, at).content.decode().split())
    assert f"{say('area.math', 'en')}, {say('area.leadership', 'en')}, Garden" in told


def test_it_costs_the_same_however_many_efforts(net, make_effort, django_assert_num_queries):
    def named(key):
        effort = make_effort(key)
        describe_problem(by=effort.user, inquiry=effort.inquiry, version=None, areas=["math"])

    look = find_look(net.hub, net.network.pk)
    named("A")
    with CaptureQueriesContext(connection) as few:
        assert areas_in(look, "en") == [("Math outcomes", 1)]
    named("B"), named("C")
    with django_assert_num_queries(len(few)):
        assert areas_in(look, "en") == [("Math outcomes", 3)]
