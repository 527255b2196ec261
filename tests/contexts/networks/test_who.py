"""Each page and operation of a network, as every kind of reader: members read, the hub writes, others find nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from aimwell.api.assembly import api as assembled
from aimwell.contexts.networks.models import NetworkDriver
from aimwell.contexts.orgs.models import Network
from integration.api_matrix import body_of
from integration.api_world import word_before
from integration.offices_world import offices_world
from integration.stored import stored
from integration.workspace.networks import PART, things

SCHEMA = assembled.get_openapi_schema()
OPERATIONS = {
    operation["operationId"]: (method.upper(), path.removeprefix("/api/v1"), operation)
    for path, methods in SCHEMA["paths"].items()
    for method, operation in methods.items()
}
SCHOOL = {"member", "colleague", "principal", "coach", "sponsor"}
"""The network of this world has one member: the team's school. Whoever works, helps or leads there reads it."""
ABOVE = {"district leader", "supervisor", "org admin"}
READS = {*SCHOOL, "hub"}
DONE = {200, 201, 302, 409, 422}


@pytest.fixture
def world(readers, ana, team):
    from aimwell.contexts.people.models import NetworkRole
    from aimwell.contexts.theory.services import start_inquiry

    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    made = {"inquiry": inquiry, **offices_world(team.org, team)}
    made |= things(ana, team, inquiry)
    NetworkRole.objects.create(network=made["networks"], user=readers["hub"])
    return made


def rows(*kinds):
    return [name for name, row in PART.rows.items() if row.kind in kinds]


def operations(*kinds):
    return [name for kind in kinds for name in PART.api[kind].split()]


@pytest.fixture
def ask(page, world):
    def send(user, name, *, post=False):
        row = PART.rows[name]
        url = reverse(name, kwargs={key: getattr(world[it], "pk", world[it]) for key, it in row.params.items()})
        keys = {key: getattr(it, "pk", it) for key, it in world.items()}
        data = {key: value.format(**keys) for key, value in row.post.items()} if post else None
        if not user.is_authenticated:
            return (Client().post(url, data) if post else Client().get(url)).status_code
        return page(user, url, data).status_code

    return send


@pytest.fixture
def call(api, world):
    def send(user, name):
        import re

        method, path, operation = OPERATIONS[name]
        address = re.sub(r"{(\w+)}", lambda found: str(world[word_before(path, found[1])].pk), path)
        return api(user, method, address, body_of(operation, SCHEMA["components"]["schemas"], world)).status_code

    return send


def test_members_and_hub_read_and_others_find_nothing(ask, readers):
    for who, user in readers.items():
        told = {name: ask(user, name) for name in rows("network")}
        expected = 302 if who == "nobody signed in" else 200 if who in READS else 404
        assert told == dict.fromkeys(told, expected), who


def test_only_the_hub_writes(ask, readers, world):
    for who, user in readers.items():
        if who == "hub":
            continue
        before = stored("networks", "history")
        told = {name: ask(user, name, post=True) for name in rows("hub", "network")}
        expected = {302} if who == "nobody signed in" else {403, 405} if who in READS else {404, 405}
        assert set(told.values()) <= expected, (who, told)
        assert stored("networks", "history") == before, who


def test_what_the_hub_sends_is_done(ask, readers):
    told = {name: ask(readers["hub"], name, post=True) for name in rows("hub")}
    assert told == dict.fromkeys(told, 302)


def test_only_those_who_speak_for_a_member_say_its_word(ask, readers, world):
    for who, user in readers.items():
        if who == "org admin":
            continue
        before = stored("networks", "history")
        told = {name: ask(user, name, post=True) for name in rows("voice")}
        expected = 302 if who == "nobody signed in" else 403 if who in READS else 404
        assert told == dict.fromkeys(told, expected), who
        assert stored("networks", "history") == before, who


def test_the_api_follows_the_same_rule(call, readers):
    for who, user in readers.items():
        if not user.is_authenticated:
            continue
        told = {name: call(user, name) for name in operations("network")}
        assert told == dict.fromkeys(told, 200 if who in READS else 404), who
        if who == "hub":
            continue
        call(user, "list_networks")
        before = stored("networks", "history")
        told = {name: call(user, name) for name in operations("hub", "voice")}
        assert told == dict.fromkeys(told, 403 if who in READS else 404), who
        assert stored("networks", "history") == before, who


def test_what_the_hub_asks_of_the_api_is_done(call, readers):
    told = {name: call(readers["hub"], name) for name in operations("hub")}
    assert set(told.values()) <= {200, 201, 409}, told


def test_everybody_may_ask_which_networks_are_theirs(api, readers, world):
    def names(user):
        return [one["name"] for one in api(user, "GET", "/networks").json()["items"]]

    assert names(readers["member"]) == ["Bayline", "Reading circle"]
    assert names(readers["hub"]) == ["Bayline", "Reading circle"]
    assert names(readers["district leader"]) == ["Bayline"]
    assert names(readers["stranger"]) == []
    assert names(readers["evaluator"]) == []


def test_things_of_another_network_are_not_found_here(page, readers, world):
    other = Network.objects.get(name="Bayline")
    driver = NetworkDriver.objects.get()
    for address in (f"drivers/{driver.pk}/", f"choices/{world['network_choices'].pk}/"):
        assert page(readers["hub"], f"/networks/{other.pk}/{address}").status_code == 404
    for address in (f"goals/{world['network_goals'].pk}/", f"driver/{driver.pk}/aside/", f"team/{driver.pk}/aside/"):
        assert page(readers["hub"], f"/networks/{other.pk}/{address}", {"what": "x", "version": "1"}).status_code == 404
