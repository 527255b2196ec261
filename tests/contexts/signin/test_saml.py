"""Signing in through an organisation with SAML 2.0: as meant, and as attacked."""

import base64
import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from aimwell.contexts.people.models import User
from contexts.signin.loopback import SamlIdp


@pytest.fixture(scope="module")
def idp():
    return SamlIdp()


@pytest.fixture
def north(provider, idp):
    from aimwell.contexts.people.signin.saml import settings_of

    return provider(
        "north",
        provider="saml",
        provider_id="sso-north",
        client_id="sso-north",
        settings=settings_of(idp.metadata),
        domains=["north.example"],
    )


def browser():
    """As browsers do, it names the host."""
    return Client(headers={"host": "testserver"})


def leave(client, idp, slug="north", **form):
    answer = client.post(f"/sign-in/o/{slug}/", form)
    target = answer["Refresh"].removeprefix("0; url=")
    assert target.startswith(idp.sso_url)
    return idp.request_of(target)


def come_back(client, response, key="sso-north", relay=""):
    """The provider's page posts the answer from another site, so the session's cookie does not come along."""
    kept = dict(client.cookies)
    client.cookies.clear()
    answer = client.post(f"/account/saml/{key}/back/", {"SAMLResponse": response, "RelayState": relay})
    client.cookies.update(kept)
    return client.get(answer["Location"]) if answer.status_code == 302 else answer


def me(client):
    return client.get("/api/v1/me")


def test_a_new_person_gets_an_account_without_password_and_team(north, idp):
    client = browser()
    answer = come_back(client, idp.response(leave(client, idp)))
    assert answer["Location"] == "/home/"
    user = User.objects.get(email="kim@north.example")
    assert (user.name, user.has_usable_password(), user.memberships.count()) == ("Kim", False, 0)
    assert me(client).json()["id"] == user.pk


def test_our_description_can_be_read_by_the_provider(north):
    answer = browser().get("/account/saml/sso-north/metadata/")
    assert answer.status_code == 200
    assert b"http://testserver/account/saml/sso-north/back/" in answer.content


def test_an_answer_used_again_opens_nothing(north, idp):
    client = browser()
    response = idp.response(leave(client, idp))
    assert come_back(client, response)["Location"] == "/home/"
    client.post("/account/logout/")
    come_back(client, response)
    assert me(client).status_code == 401


def test_an_answer_stolen_on_the_way_opens_nothing_elsewhere(north, idp):
    client, thief = browser(), browser()
    response = idp.response(leave(client, idp))
    leave(thief, idp)
    come_back(thief, response)
    assert me(thief).status_code == 401
    assert User.objects.count() == 0


def test_an_answer_nobody_asked_for_is_refused(north, idp):
    client = browser()
    asked = leave(client, idp)
    come_back(client, idp.response({**asked, "asked": ""}))
    assert me(client).status_code == 401
    assert User.objects.count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        ("kim@north.example", "grace@north.example"),
        ("kim-1", "grace-1"),
    ],
)
def test_an_answer_changed_after_it_was_signed_is_refused(north, idp, changes):
    client = browser()
    come_back(client, idp.response(leave(client, idp), changes=changes))
    assert me(client).status_code == 401
    assert User.objects.count() == 0


def test_an_unsigned_answer_is_refused(north, idp):
    client = browser()
    come_back(client, idp.response(leave(client, idp), signed=False))
    assert me(client).status_code == 401


def test_the_signature_of_another_provider_is_refused(north, idp):
    client = browser()
    come_back(client, SamlIdp().response(leave(client, idp)))
    assert me(client).status_code == 401


def test_a_second_assertion_wrapped_around_the_signed_one_is_refused(north, idp):
    """Signature wrapping: the signed assertion stays, an unsigned one says who it is."""
    client = browser()
    asked = leave(client, idp)
    good = base64.b64decode(idp.response(asked)).decode()
    evil = base64.b64decode(idp.response(asked, signed=False, email="grace@north.example", subject="grace")).decode()
    start, end = "<saml:Assertion", "</saml:Assertion>"
    unsigned = evil[evil.index(start) : evil.index(end) + len(end)]
    wrapped = good.replace(start, unsigned + start, 1)
    come_back(client, base64.b64encode(wrapped.encode()).decode())
    assert me(client).status_code == 401
    assert User.objects.count() == 0


@pytest.mark.parametrize(
    "claims",
    [
        {"audience": "https://another.example/"},
        {"acs": "http://testserver/account/saml/sso-south/back/"},
        {"issuer": "https://other.example/saml"},
        {"until": "2020-01-01T00:00:00Z"},
        {"since": "2099-01-01T00:00:00Z"},
    ],
)
def test_an_answer_for_others_or_for_another_time_is_refused(north, idp, claims):
    client = browser()
    asked = leave(client, idp)
    come_back(client, idp.response({**asked, **claims}))
    assert me(client).status_code == 401
    assert User.objects.count() == 0


def test_an_answer_is_too_late_after_ten_minutes(north, idp):
    client = browser()
    asked = leave(client, idp)
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=11)):
        come_back(client, idp.response(asked))
        assert me(client).status_code == 401


@pytest.mark.parametrize("email", ["grace@south.example", "grace@north.example.evil.example"])
def test_an_address_of_another_domain_is_refused(north, idp, person, email):
    grace = person("Grace South")
    User.objects.filter(pk=grace.pk).update(email=email)
    client = browser()
    answer = come_back(client, idp.response(leave(client, idp), email=email))
    assert answer.status_code == 403
    assert me(client).status_code == 401
    grace.refresh_from_db()
    assert grace.has_usable_password()


def test_the_answer_for_one_organisation_opens_no_other(north, provider, idp):
    from aimwell.contexts.people.signin.saml import settings_of

    provider(
        "south", provider="saml", provider_id="sso-south", client_id="sso-south", settings=settings_of(idp.metadata),
        domains=["south.example"],
    )  # fmt: skip
    client = browser()
    come_back(client, idp.response(leave(client, idp)), key="sso-south")
    assert me(client).status_code == 401


def test_the_way_back_stays_here(north, idp):
    client = browser()
    asked = leave(client, idp, next="https://evil.example/")
    assert come_back(client, idp.response(asked), relay="https://evil.example/")["Location"] == "/home/"


@pytest.mark.parametrize(
    "text", ["", "not base64", base64.b64encode(b"<a>").decode(), base64.b64encode(b"\x00").decode()]
)
def test_rubbish_is_refused_with_words(north, text):
    client = browser()
    answer = come_back(client, text)
    assert "Not signed in" in answer.content.decode()
    assert me(client).status_code == 401


def test_entities_are_not_unfolded(north, idp):
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    client = browser()
    answer = come_back(client, base64.b64encode(bomb).decode())
    assert "root:" not in answer.content.decode()
    assert "Not signed in" in answer.content.decode()


def test_a_stranger_cannot_fill_the_store(north, db):
    before = Session.objects.count()
    client = browser()
    assert client.post("/account/saml/sso-north/back/", {"SAMLResponse": "A" * 300_000}).status_code == 413
    assert client.post("/account/saml/nowhere/back/", {"SAMLResponse": "A"}).status_code == 404
    assert client.get("/account/saml/sso-north/back/").status_code == 405
    assert Session.objects.count() == before


def test_an_account_that_was_closed_stays_closed(north, idp):
    client = browser()
    come_back(client, idp.response(leave(client, idp)))
    User.objects.update(is_active=False)
    fresh = browser()
    come_back(fresh, idp.response(leave(fresh, idp)))
    assert me(fresh).status_code == 401
    assert me(client).status_code == 401
