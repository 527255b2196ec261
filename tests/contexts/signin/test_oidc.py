"""Signing in through an organisation with OpenID Connect: as meant, and as attacked."""

import re
import uuid

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from aimwell.contexts.people.models import Membership, User
from contexts.signin.loopback import agree, lying_oidc, real_oidc


@pytest.fixture(scope="module")
def honest():
    with real_oidc() as address:
        yield address


@pytest.fixture(scope="module")
def _liar():
    with lying_oidc() as provider:
        yield provider


@pytest.fixture
def liar(_liar):
    for name in ("told", "ticket", "config"):
        getattr(_liar, name).clear()
    _liar.no_ticket = False
    return _liar


def leave(client, slug, **form):
    """Go to the provider; gives the address to which the browser is sent."""
    answer = client.post(f"/sign-in/o/{slug}/", form)
    assert answer.status_code == 200, answer
    assert answer["Refresh"].startswith("0; url=")
    return answer["Refresh"].removeprefix("0; url=")


def come_back(client, url):
    return client.get(url.removeprefix("http://testserver"))


def through(liar, slug="north", client=None, **changed):
    """There and back; gives the browser and the answer."""
    client = client or Client()
    return client, come_back(client, liar.back(leave(client, slug), **changed))


def me(client):
    return client.get("/api/v1/me")


def test_a_new_person_gets_an_account_without_password_and_team(honest, oidc):
    sub = f"kim-{uuid.uuid4().hex[:6]}"
    claims = {"sub": sub, "email": "Kim@North.example", "email_verified": True, "name": "Kim North"}
    requests.put(f"{honest}/users/{sub}", json=claims, timeout=5)
    oidc("north", honest, domains=["north.example"])
    client = Client()
    answer = come_back(client, agree(leave(client, "north"), sub))
    assert answer["Location"] == "/home/"
    user = User.objects.get(email="kim@north.example")
    assert (user.name, user.has_usable_password(), user.sign_in_code) == ("Kim North", False, None)
    assert not Membership.objects.filter(user=user).exists()
    assert me(client).json()["email"] == "kim@north.example"
    again = Client()
    come_back(again, agree(leave(again, "north"), sub))
    assert me(again).json()["id"] == user.pk
    assert User.objects.filter(email="kim@north.example").count() == 1


def test_the_way_begins_at_the_ending_of_the_address(honest, oidc, client):
    oidc("north", honest, domains=["north.example"])
    found = client.post("/sign-in/work/", {"email": "somebody@NORTH.example", "next": "/settings/"})
    assert found["Location"] == "/sign-in/o/north/?next=%2Fsettings%2F"
    unknown = client.post("/sign-in/work/", {"email": "somebody@south.example"})
    assert unknown.status_code == 422
    assert "No organization signs in with this ending" in unknown.content.decode()


def test_a_domain_that_nobody_confirmed_leads_nowhere(liar, oidc, client):
    oidc("north", liar.address, waiting=["north.example"])
    assert client.post("/sign-in/work/", {"email": "kim@north.example"}).status_code == 422
    browser, answer = through(liar)
    assert answer.status_code == 403
    assert User.objects.count() == 0
    assert me(browser).status_code == 401


def test_an_account_of_the_domain_is_found_and_its_unproved_password_ends(liar, oidc, person):
    """Whoever took the address before its owner came keeps no key to it."""
    oidc("north", liar.address, domains=["north.example"])
    user = person("Kim North")
    User.objects.filter(pk=user.pk).update(email="kim@north.example")
    browser, answer = through(liar)
    assert answer.status_code == 302
    assert me(browser).json()["id"] == user.pk
    user.refresh_from_db()
    assert not user.has_usable_password()
    assert SocialAccount.objects.get(user=user).uid == "u1"


def test_a_second_step_is_still_asked(liar, oidc, person):
    from allauth.mfa.models import Authenticator

    oidc("north", liar.address, domains=["north.example"])
    user = person("Kim North")
    User.objects.filter(pk=user.pk).update(email="kim@north.example")
    Authenticator.objects.create(user=user, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    browser, answer = through(liar)
    assert answer["Location"] == "/account/2fa/authenticate/"
    assert me(browser).status_code == 401


def test_the_question_is_bound_to_the_answer_by_pkce(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    liar.verifiers.clear()
    through(liar)
    assert liar.verifiers == [True]
    assert liar.asked["code_challenge_method"] == "S256"
    assert "client_secret" not in liar.asked


@pytest.mark.parametrize(
    "email",
    ["grace@south.example", "kim@north.example.evil.example", "kim@sub.north.example", "kim@north.example@evil"],
)
def test_an_address_of_another_domain_is_refused(liar, oidc, person, email):
    oidc("north", liar.address, domains=["north.example"])
    grace = person("Grace South")
    User.objects.filter(pk=grace.pk).update(email="grace@south.example")
    liar.told["email"] = email
    browser, answer = through(liar)
    grace.refresh_from_db()
    assert answer.status_code in {302, 403}
    assert me(browser).json().get("id") != grace.pk
    assert grace.has_usable_password()
    assert not SocialAccount.objects.filter(user=grace).exists()


@pytest.mark.parametrize("said", [False, None, "false", "true", 1])
def test_an_address_that_the_provider_has_not_confirmed_takes_nobody_over(liar, oidc, person, said):
    oidc("north", liar.address, domains=["north.example"])
    victim = person("Kim North")
    User.objects.filter(pk=victim.pk).update(email="kim@north.example")
    liar.told["email_verified"] = said
    browser, answer = through(liar)
    assert answer.status_code == 403
    assert me(browser).status_code == 401
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "bent",
    [
        {"iss": "https://other.example"}, {"aud": "another-client"}, {"exp": 1}, {"nonce": "of-another-question"},
        {"nonce": None}, {"sub": "somebody-else"},
    ],
)  # fmt: skip
def test_a_ticket_that_does_not_fit_is_refused(liar, oidc, bent):
    oidc("north", liar.address, domains=["north.example"])
    liar.ticket.update(bent)
    browser, answer = through(liar)
    assert answer.status_code in {200, 401, 403}
    assert me(browser).status_code == 401
    assert User.objects.count() == 0


def test_an_answer_without_a_ticket_is_refused(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    liar.no_ticket = True
    browser, answer = through(liar)
    assert answer.status_code == 403
    assert me(browser).status_code == 401


@pytest.mark.parametrize("state", ["", "made-up"])
def test_a_forged_state_is_refused(liar, oidc, state):
    oidc("north", liar.address, domains=["north.example"])
    browser, answer = through(liar, state=state)
    assert me(browser).status_code == 401
    assert "Not signed in" in answer.content.decode()


def test_the_state_of_another_browser_is_refused(liar, oidc):
    """Signing a victim in as the attacker (login CSRF)."""
    oidc("north", liar.address, domains=["north.example"])
    attacker, victim = Client(), Client()
    url = liar.back(leave(attacker, "north"))
    come_back(victim, url)
    assert me(victim).status_code == 401


def test_an_answer_cannot_be_used_twice(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    client = Client()
    url = liar.back(leave(client, "north"))
    assert come_back(client, url)["Location"] == "/home/"
    client.post("/account/logout/")
    come_back(client, url)
    assert me(client).status_code == 401


def test_a_mix_up_of_two_providers_is_refused(liar, oidc):
    """The question went to one provider, the answer comes to the door of another (RFC 9700, 4.4)."""
    oidc("north", liar.address, domains=["north.example"])
    south = oidc("south", liar.address, domains=["south.example"])
    client = Client()
    url = liar.back(leave(client, "north"))
    mixed = re.sub(r"/oidc/[^/]+/", f"/oidc/{south.app.provider_id}/", url)
    assert mixed != url
    come_back(client, mixed)
    assert me(client).status_code == 401
    assert User.objects.count() == 0


def test_the_same_number_at_two_providers_is_two_people(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    oidc("south", liar.address, domains=["south.example"])
    first, _ = through(liar, "north")
    liar.told["email"] = "kim@south.example"
    second, _ = through(liar, "south")
    assert me(first).json()["email"] == "kim@north.example"
    assert me(second).json()["email"] == "kim@south.example"
    assert EmailAddress.objects.filter(verified=True).count() == 2


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_way_back_stays_here(liar, oidc, target):
    oidc("north", liar.address, domains=["north.example"])
    client = Client()
    answer = come_back(client, liar.back(leave(client, "north", next=target)))
    assert answer["Location"] == "/home/"


def test_the_way_back_leads_where_the_person_was_going(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    client = Client()
    assert come_back(client, liar.back(leave(client, "north", next="/settings/")))["Location"] == "/settings/"


def test_a_provider_that_does_not_answer_leaves_words(oidc, client):
    oidc("north", "http://127.0.0.1:9", domains=["north.example"])
    answer = client.post("/sign-in/o/north/")
    assert answer.status_code == 502
    assert "does not answer now" in answer.content.decode()


def test_a_form_without_its_token_goes_nowhere(liar, oidc):
    oidc("north", liar.address, domains=["north.example"])
    assert Client(enforce_csrf_checks=True).post("/sign-in/o/north/").status_code == 403


def test_linking_needs_a_fresh_proof_and_adds_the_sign_in(liar, oidc, ana, sign_in):
    oidc("north", liar.address, domains=["north.example"])
    client, _ = sign_in(ana.email)
    asked = client.post("/sign-in/o/north/")
    assert asked["Location"] == "/account/reauthenticate/?next=%2Fsign-in%2Fo%2Fnorth%2F"
    client.post(asked["Location"], {"password": "correct horse battery"})
    _, answer = through(liar, client=client)
    assert answer["Location"] == "/account/linked/"
    assert SocialAccount.objects.get().user == ana
    assert User.objects.count() == 1
    fresh, _ = through(liar)
    assert me(fresh).json()["id"] == ana.pk


def test_somebody_elses_link_stays_theirs(liar, oidc, ana, sign_in):
    oidc("north", liar.address, domains=["north.example"])
    through(liar)
    kim = User.objects.get(email="kim@north.example")
    client, _ = sign_in(ana.email)
    client.post("/account/reauthenticate/", {"password": "correct horse battery"})
    through(liar, client=client)
    assert SocialAccount.objects.get().user == kim
    assert me(client).json()["id"] == ana.pk


def test_an_unknown_provider_is_not_there(client, db):
    assert client.get("/sign-in/o/nowhere/").status_code == 404
    assert client.post("/sign-in/with/google/").status_code == 404
    assert client.get("/account/oidc/nowhere/back/?code=1&state=1").status_code == 404
