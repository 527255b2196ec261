"""Every kind of shared work on every rung for every reader: pages, files and the API tell what the tables allow."""

import itertools
import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from aimwell.contexts.people.queries import eyes_of
from aimwell.contexts.people.services import make_token
from aimwell.contexts.reports.sharing.keys import key_of
from aimwell.contexts.reports.sharing.kinds import SHARED
from aimwell.contexts.reports.sharing.queries import shared_at, sharing_page
from aimwell.domain.access import Rung
from aimwell.domain.access.eyes import Detail, Reader
from aimwell.domain.errors import NotFound
from integration.sharing_world import OPEN, WORDS, make_shared

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "cycle": ("cycles/{}/", "api/v1/cycles/{}", "api/v1/cycles/{}/entries"),
    "measure": (
        *("measures/{}/", "measures/{}/numbers/", "measures/{}/numbers.csv", "measures/{}/numbers.json"),
        *("measures/{}/chart.svg", "measures/{}/looks/", "api/v1/measures/{}/reading"),
        *("api/v1/measures/{}/annotations", "api/v1/measures/{}/chart.json", "api/v1/measures/{}"),
    ),
    "theory": ("i/{}/problem/", "i/{}/drivers/", "i/{}/drivers.svg", "api/v1/inquiries/{}"),
    "meeting": ("meetings/{}/", "api/v1/meetings/{}"),
}
WALKERS = ("colleague", "principal", "coach", "next school", "district leader", "hub", "stranger", "nobody signed in")
AS = {
    Reader.COLLEAGUE: "colleague",
    Reader.PRINCIPAL: "principal",
    Reader.COACH: "coach",
    Reader.NETWORK_TEAM: "next school",
    Reader.DISTRICT_TEAM: "district leader",
    Reader.HUB: "hub",
    Reader.EVALUATOR: "stranger",
    Reader.ANYONE: "stranger",
}
"""Somebody who really stands as the team's look through other eyes supposes."""


@pytest.fixture(autouse=True)
def _own_files():
    """The files of the world stay where they were made."""


@pytest.fixture(scope="module")
def works(kept):
    return make_shared(kept.ana, kept.team)


@pytest.fixture(scope="module")
def tokens(kept):
    signed_in = {name: user for name, user in kept.readers.items() if user.is_authenticated}
    return {name: make_token(by=user, name="walk")[1] for name, user in signed_in.items()}


@pytest.fixture
def fetch(kept, tokens):
    clients = {}

    def get(who, address):
        if who not in clients:
            clients[who] = Client()
            if who in tokens:
                clients[who].force_login(kept.readers[who])
        by_token = address.startswith("/api") and who in tokens
        extra = {"headers": {"Authorization": f"Bearer {tokens[who]}"}} if by_token else {}
        answer = clients[who].get(address, **extra)
        return answer.status_code, answer.getvalue().decode() if answer.status_code == 200 else ""

    return get


def on(rung, work):
    type(work).objects.filter(pk=work.pk).update(rung=int(rung))
    return type(work).objects.select_related("owner_team__org").get(pk=work.pk)


def plain(text):
    """Answers of the API without their escapes."""
    return json.dumps(json.loads(text), ensure_ascii=False) if text.startswith(("{", "[")) else text


def test_every_kind_that_is_opened_by_itself_is_walked():
    assert set(ADDRESSES) == set(WORDS) == set(OPEN) == set(SHARED)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_the_team_itself_reads_every_word(kind, works, fetch):
    """Else their absence would show nothing."""
    work = on(Rung.TEAM, works[kind])
    told = "".join(plain(fetch("member", f"/{address.format(work.pk)}")[1]) for address in ADDRESSES[kind])
    known = {word for detail, words in WORDS[kind].items() if detail != Detail.TEAM for word in words}
    assert {word for word in known if word not in told} == set()


@pytest.mark.ac("S1 R-73")
@pytest.mark.ac("S3 R-74")
@pytest.mark.ac("S0 R-86")
@pytest.mark.parametrize(("kind", "who"), list(itertools.product(ADDRESSES, WALKERS)))
def test_pages_files_and_api_keep_back_what_the_tables_say(kind, who, kept, works, fetch):
    for rung in Rung:
        work = on(rung, works[kind])
        eyes = eyes_of(kept.readers[who], work)
        hidden = [word for detail in Detail if not eyes.sees(detail) for word in WORDS[kind].get(detail, ())]
        for address in ADDRESSES[kind]:
            status, text = fetch(who, f"/{address.format(work.pk)}")
            if who == "nobody signed in":
                assert status in (302, 401), (address, rung.name)
                continue
            named = eyes.may_read and not eyes.masked
            assert status == (200 if named else 404), (address, rung.name)
            assert [word for word in hidden if word in plain(text)] == [], (address, rung.name)


@pytest.mark.ac("S3 R-74")
@pytest.mark.parametrize(("kind", "who"), list(itertools.product(ADDRESSES, WALKERS)))
def test_the_shared_address_follows_the_rung_and_keeps_the_same_back(kind, who, kept, works, fetch):
    key = key_of(kind, works[kind].pk)
    for rung in Rung:
        work = on(rung, works[kind])
        eyes = eyes_of(kept.readers[who], work)
        hidden = [word for detail in Detail if not eyes.sees(detail) for word in WORDS[kind].get(detail, ())]
        closed = 302 if who == "nobody signed in" else 404
        status, text = fetch(who, reverse("sharing:shared", args=[kind, key]))
        assert status == (200 if eyes.may_read else closed), rung.name
        assert (OPEN[kind] in text) is eyes.may_read, rung.name
        assert [word for word in hidden if word in text] == [], rung.name
        if who != "nobody signed in":
            status, text = fetch(who, f"/api/v1/shared/{kind}/{key}")
            assert status == (200 if eyes.may_read else 404), rung.name
            assert [word for word in hidden if word in plain(text)] == [], rung.name


@pytest.mark.ac("S3 R-74")
@pytest.mark.parametrize(("kind", "reader"), list(itertools.product(ADDRESSES, AS)))
def test_the_look_through_other_eyes_is_what_they_get(kind, reader, kept, works):
    user = kept.readers[AS[reader]]
    for rung in Rung:
        look = sharing_page(kept.ana, kind, works[kind].pk, to=rung.key, reader=reader, lang="en").shown
        on(rung, works[kind])
        try:
            got = shared_at(user, kind, key_of(kind, works[kind].pk), "en")
        except NotFound:
            got = None
        on(Rung.TEAM, works[kind])
        assert look == got, rung.name


def test_a_look_stores_nothing(kept, works):
    before = {kind: (work.rung, work.version) for kind, work in works.items()}
    for kind, work in works.items():
        on(Rung.TEAM, work)
        assert sharing_page(kept.ana, kind, work.pk, to="public", lang="en").shown is not None
        stored = type(work).objects.get(pk=work.pk)
        assert (stored.rung, stored.version) == (int(Rung.TEAM), before[kind][1])


def test_nobody_signed_in_reads_nothing_below_everyone(works):
    for kind, work in works.items():
        for rung in list(Rung)[:-1]:
            assert not eyes_of(AnonymousUser(), on(rung, work)).may_read, (kind, rung.name)


@pytest.mark.ac("S3 R-74")
@pytest.mark.parametrize("who", ["colleague", "next school"])
def test_lists_and_the_sheet_of_a_team_keep_the_same_back(who, kept, works, fetch):
    """Those who may know the team; others do not find these pages."""
    for rung in Rung:
        cycle, theory = on(rung, works["cycle"]), on(rung, works["theory"])
        eyes = eyes_of(kept.readers[who], cycle)
        hidden = [word for detail in Detail if not eyes.sees(detail) for word in WORDS["cycle"].get(detail, ())]
        hidden = [word for word in hidden if word not in WORDS["cycle"][Detail.TEAM]]
        team = cycle.owner_team_id
        for address in (f"t/{team}/", f"t/{team}/cycles/", f"t/{team}/where-we-are/", f"api/v1/teams/{team}/cycles"):
            status, text = fetch(who, f"/{address}")
            assert status == 200
            assert [word for word in hidden if word in text] == [], (address, rung.name)
        named = eyes.may_read and not eyes.masked
        status, text = fetch(who, f"/i/{theory.pk}/ramp/")
        assert status == (200 if named else 404)
        assert [word for word in hidden if word in text] == [], rung.name
