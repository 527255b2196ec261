"""Walks every address as every reader on every rung of the sharing ladder."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.queries import eyes_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.access import Permission, Relation, Rung, allowed, masked
from integration.matrix import MATRIX
from integration.page_world import make_page_world, post_of, url_of
from integration.stored import stored
from integration.workspace import LABELS

pytestmark = pytest.mark.django_db

# allauth tests its own pages; the API has its own walk.
ALLAUTH = ("account", "mfa_", "usersessions_", "socialaccount_", "openid_connect_", "saml_", "google_", "clever_")
ELSEWHERE = ("api", *ALLAUTH)
APPS = ("signin", "orgs", "people", "theory", "measures", "cycles", "history", *LABELS)


def addresses(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name and not pattern.name.startswith(ELSEWHERE):
                yield f"{prefix}{pattern.name}"
        elif pattern.namespace not in ELSEWHERE:
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from addresses(pattern.url_patterns, space)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(set(addresses(get_resolver().url_patterns))) == sorted(MATRIX)


@pytest.fixture(autouse=True)
def _own_files():
    """The files of the world stay where they were made."""


@pytest.fixture(scope="module")
def readers(kept):
    return kept.readers


@pytest.fixture(scope="module")
def sessions(readers):
    """Every reader signed in once: the cookies by person."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    return {user.pk: sign_in(user) for user in readers.values() if user.is_authenticated}


@pytest.fixture
def page(client, sessions):
    """As the page of the other tests; each request comes with nothing but the session of its reader."""

    def fetch(user, url, data=None):
        client.cookies.clear()
        if user is not None:
            client.cookies[settings.SESSION_COOKIE_NAME] = sessions[user.pk]
        return client.get(url) if data is None else client.post(url, data)

    return fetch


@pytest.fixture(scope="module")
def world(kept):
    return make_page_world(kept.ana, kept.team)


def open_to(rung: Rung) -> None:
    for model in (Inquiry, Measure, Cycle, DataImport, Meeting):
        model.objects.update(rung=int(rung))


def status(page, user, url, *, data=None) -> int:
    """404 also where a page that is not there sends the reader nowhere; a sign-in redirect counts as 401."""
    answer = page(user if user.is_authenticated else None, url, data)
    signing_in = answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
    return 401 if signing_in else answer.status_code


ROWS = {kind: [name for name, row in MATRIX.items() if row.kind == kind] for kind in
        ("open", "personal", "team", "members", "lead", "read", "shared", "write", "held", "office")}  # fmt: skip
KEEPING = {"org admin", "site admin"}
TOLD_TEAM = {"former member", "stranger", "former colleague", "other district", "evaluator", *KEEPING}
IN_OFFICE = {"principal", "district leader", "supervisor", "evaluator", *KEEPING}
DONE = {200, 302}


@pytest.mark.parametrize("name", ROWS["read"])
def test_read_follows_the_rung_for_every_reader(name, world, readers, page):
    from aimwell.contexts.people.queries import relations

    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        standing = relations(user, world["team"]) if user.is_authenticated else frozenset({Relation.OTHER})
        for rung in Rung:
            open_to(rung)
            told = status(page, user, url)
            if not user.is_authenticated:
                assert told == 401, (who, rung.name)
            elif allowed(standing, Permission.VIEW, rung) and not masked(standing, rung):
                assert told in DONE, (who, rung.name)
            else:
                assert told == 404, (who, rung.name)


@pytest.mark.parametrize("name", ROWS["shared"])
def test_shared_addresses_follow_the_rung_also_without_the_name(name, world, readers, page):
    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        for rung in Rung:
            open_to(rung)
            told = status(page, user, url)
            closed = 404 if user.is_authenticated else 401
            assert told == (200 if eyes_of(user, Cycle.objects.get(pk=world["cycle"].pk)).may_read else closed), (
                who,
                rung.name,
            )


@pytest.mark.parametrize("name", ROWS["team"])
def test_team_pages_are_there_for_whoever_may_know_the_team(name, world, readers, page):
    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        told = status(page, user, url)
        if not user.is_authenticated:
            assert told == 401
        else:
            assert (told == 404) if who in TOLD_TEAM else (told in DONE), (who, told)


SENT_ONLY = {"signin:take_back", "signin:new_card"}  # there is nothing to read behind these buttons


@pytest.mark.parametrize("name", [name for name in (*ROWS["members"], *ROWS["lead"]) if name not in SENT_ONLY])
def test_member_pages_stay_closed_on_every_rung(name, world, readers, page):
    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        for rung in (Rung.TEAM, Rung.PUBLIC):
            open_to(rung)
            told = status(page, user, url)
            if not user.is_authenticated:
                assert told == 401
            elif who == "member":
                assert told in DONE, (who, rung.name)
            else:
                assert told in {403, 404}, (who, rung.name)


@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("name", [*ROWS["write"], *ROWS["members"], *ROWS["lead"]])
def test_writes_by_others_change_nothing(name, world, readers, page):
    row = MATRIX[name]
    url = url_of(name, row, world)
    open_to(Rung.TEAM)
    before = stored(*APPS)
    for rung in (Rung.PUBLIC, Rung.TEAM):
        open_to(rung)
        for who, user in readers.items():
            if who != "member":
                assert status(page, user, url, data=post_of(row, world)) in {401, 403, 404, 405}, (
                    who,
                    rung.name,
                )
    assert stored(*APPS) == before


@pytest.mark.parametrize("name", ROWS["held"])
def test_an_organisation_is_there_for_those_with_an_office_in_it(name, world, readers, page):
    url = url_of(name, MATRIX[name], world)
    told = {who: status(page, user, url) for who, user in readers.items()}
    expected = {who: 200 if who in IN_OFFICE else 404 for who in readers}
    assert told == {**expected, "nobody signed in": 401}


@pytest.mark.parametrize("name", ROWS["office"])
def test_what_an_office_opens_is_not_there_for_others(name, world, readers, page):
    row = MATRIX[name]
    url, before = url_of(name, row, world), stored(*APPS, "rosters")
    for who, user in readers.items():
        for data in (None, post_of(row, world)):
            if who not in KEEPING:
                told = status(page, user, url, data=data)
                assert told in ({401, 405} if who == "nobody signed in" else {404, 405}), (who, told)
    assert stored(*APPS, "rosters") == before


@pytest.mark.parametrize("who", sorted(KEEPING))
@pytest.mark.parametrize("name", ROWS["office"])
def test_what_an_office_opens_is_there_for_its_holder(name, who, world, readers, page):
    """Perhaps after they have shown once more that it is them."""
    assert status(page, readers[who], url_of(name, MATRIX[name], world)) in {*DONE, 405}


@pytest.mark.parametrize("name", ROWS["write"])
def test_writes_reach_members(name, world, readers, page):
    row = MATRIX[name]
    assert page(readers["member"], url_of(name, row, world), post_of(row, world)).status_code in {
        200,
        302,
        400,
        409,
        422,
    }


@pytest.mark.parametrize("name", ROWS["personal"])
def test_personal_pages_need_a_sign_in(name, page, readers):
    url = reverse(name)
    assert status(page, readers["nobody signed in"], url) in {401, 405}
    assert status(page, readers["stranger"], url) in {200, 302, 405}


@pytest.mark.parametrize("name", ROWS["open"])
def test_open_pages_answer_everybody(name, world, client):
    assert client.get(url_of(name, MATRIX[name], world)).status_code in {200, 302, 405}
