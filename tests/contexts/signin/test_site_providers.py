"""Google and Clever, set up for the whole site: what they are believed, and what not."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from aimwell.contexts.people.models import User


@pytest.fixture(autouse=True)
def _keys(settings, db):
    app = {"client_id": "an-id", "secret": "a-secret"}
    providers = {**settings.SOCIALACCOUNT_PROVIDERS}
    for key in ("google", "clever"):
        providers[key] = {**providers[key], "APPS": [{**app, "name": key.title()}]}
    settings.SOCIALACCOUNT_PROVIDERS = providers


@pytest.fixture
def told():
    """What happens with an answer of the provider, up to the account: `told("google", {...})`."""

    def tell(key, data):
        request = RequestFactory().get("/")
        request.user, request.session = AnonymousUser(), SessionStore()
        adapter = get_adapter(request)
        login = adapter.get_provider(request, key).sociallogin_from_response(request, data)
        login.lookup()
        adapter.pre_social_login(request, login)
        return login if login.is_existing else adapter.save_user(request, login)

    return tell


GOOGLE = {"sub": "1", "email": "kim@north.example", "email_verified": True, "given_name": "Kim"}
CLEVER = {"data": {"id": "c1", "email": "kim@north.example", "name": {"first": "Kim", "last": "North"}}}


def clever(**roles):
    return {"data": {**CLEVER["data"], "roles": roles}}


@pytest.mark.parametrize(("key", "host"), [("google", "accounts.google.com"), ("clever", "clever.com")])
def test_the_way_leads_to_the_provider_and_back_to_us(client, key, host):
    assert f"With {key.title()}" in client.get("/sign-in/work/").content.decode()
    answer = client.post(f"/sign-in/with/{key}/")
    target = urlsplit(answer["Refresh"].removeprefix("0; url="))
    asked = parse_qs(target.query)
    assert target.hostname == host
    assert asked["redirect_uri"] == [f"http://testserver/account/{key}/back/"]
    assert asked["state"][0]


def test_no_list_of_students_is_asked_of_clever(client):
    answer = client.post("/sign-in/with/clever/")
    scope = parse_qs(urlsplit(answer["Refresh"]).query)["scope"][0].split()
    assert sorted(scope) == ["read:district_admins", "read:school_admins", "read:teachers", "read:user_id"]


def test_google_brings_a_confirmed_address(told):
    user = told("google", GOOGLE)
    assert (user.email, user.name, user.has_usable_password()) == ("kim@north.example", "Kim", False)


def test_google_reaches_no_account_that_is_there(told, person):
    victim = person("Kim")
    User.objects.filter(pk=victim.pk).update(email="kim@north.example")
    with pytest.raises(ImmediateHttpResponse) as refused:
        told("google", GOOGLE)
    assert "Sign in the way you did before." in refused.value.response.content.decode()
    assert User.objects.count() == 1


@pytest.mark.parametrize("said", [False, "true", None])
def test_an_address_that_google_has_not_confirmed_is_not_kept(told, said):
    assert told("google", {**GOOGLE, "email_verified": said}).email is None


def test_clever_brings_staff_without_an_address(told):
    user = told("clever", clever(teacher={}))
    assert (user.email, user.name) == (None, "Kim North")


def test_clever_brings_no_student(told):
    with pytest.raises(ImmediateHttpResponse):
        told("clever", clever(student={}))
    assert User.objects.count() == 0
