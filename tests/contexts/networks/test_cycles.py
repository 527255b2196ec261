"""Cycles of every level in one list (S3 R-46)."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.orgs.models import TeamKind
from aimwell.contexts.people.services import share
from aimwell.core import standing
from aimwell.domain.access import Rung

PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "stay", "look_on": datetime.date(2018, 2, 1)}


@pytest.fixture
def tried(make_effort):
    """`tried("A", 1, "An opener", level="classroom")`: a draft of that team, open to the network."""

    def make(key, number, what, *, kind=TeamKind.LIT, rung=Rung.NETWORK, **more):
        effort = make_effort(key, number, kind=kind)
        cycle = cycles.draft_cycle(by=effort.user, inquiry=effort.inquiry, try_what=what, **{**PLAN, **more})
        return share(by=effort.user, obj=cycle, rung=rung)

    return make


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S3 R-46")
def test_a_retention_cycle_and_an_opener_stand_in_one_list_and_open_on_one_kind_of_page(page, net, tried):
    retention = tried("G", 1, "Call each new teacher", kind=TeamKind.DIT, level="district", who_where="Office 3")
    opener = tried("A", 1, "An opener with talk", level="classroom", who_where="Room 12")
    school, network = tried("B", 1, "A common plan", level="school"), tried("C", 1, "A shared card", level="network")
    shown = words(page(net.hub, reverse("networks:cycles", args=[net.network.pk])))
    for cycle, level in ((retention, "District"), (opener, "Classroom"), (school, "School"), (network, "Network")):
        address = reverse("cycles:cycle", args=[cycle.pk])
        assert f'href="{address}">{cycle.try_what}</a> <strong>{level}</strong>' in shown
        answer = page(net.hub, address)
        assert "cycles/cycle.html" in [template.name for template in answer.templates]
    assert "Team G1, District G. Cycle 1: Draft." in shown
    assert "Room 12" not in shown


@pytest.mark.ac("S3 R-46")
def test_one_level_by_page_and_by_program(page, api, net, tried):
    tried("G", 1, "Call each new teacher", level="district"), tried("A", 1, "An opener with talk")
    at = reverse("networks:cycles", args=[net.network.pk])
    shown = words(page(net.hub, f"{at}?level=district"))
    assert "Call each new teacher" in shown
    assert "An opener with talk" not in shown
    assert "No cycle of this level is open to you." in words(page(net.hub, f"{at}?level=school"))
    assert "An opener with talk" in words(page(net.hub, f"{at}?level=galaxy"))
    told = api(net.hub, "GET", f"/networks/{net.network.pk}/cycles").json()
    assert [(one["level"], one["try_what"]) for one in told["items"]] == [
        ("classroom", "An opener with talk"), ("district", "Call each new teacher"),
    ]  # fmt: skip
    assert api(net.hub, "GET", f"/networks/{net.network.pk}/cycles?level=school").json()["items"] == []


def test_what_is_closed_unnamed_or_practice_is_not_listed(page, net, tried, stranger):
    tried("A", 1, "Kept in the team", rung=Rung.TEAM)
    tried("B", 1, "Without a name", rung=Rung.NETWORK_UNNAMED)
    tried("C", 1, "A paper plane", practice=True)
    shown = words(page(net.hub, reverse("networks:cycles", args=[net.network.pk])))
    assert not [one for one in ("Kept in the team", "Without a name", "A paper plane") if one in shown]
    assert "No cycle is open to you yet." in shown
    assert page(stranger, reverse("networks:cycles", args=[net.network.pk])).status_code == 404


def test_the_list_costs_the_same_for_many(page, net, tried):
    def asked():
        standing.forget()
        with CaptureQueriesContext(connection) as made:
            page(net.hub, reverse("networks:cycles", args=[net.network.pk]))
        return len(made)

    tried("A", 1, "First")
    asked()
    few = asked()
    for number in range(2, 6):
        tried("A", number, f"Test {number}")
    assert asked() == few
