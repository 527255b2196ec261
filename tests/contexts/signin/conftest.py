"""What the tests of signing in share: a browser without a session, and the password that `person` sets."""

import time

import pytest
from django.test import Client

PASSWORD = "correct horse battery"


@pytest.fixture
def sign_in():
    """Through the page, as a person does: `sign_in(ana.email)` gives the client and the answer."""

    def enter(login, password=PASSWORD, client=None, **extra):
        client = client or Client()
        answer = client.post("/account/login/", {"login": login, "password": password}, **extra)
        return client, answer

    return enter


@pytest.fixture
def code_now():
    """What an authenticator app shows for a secret: RFC 6238, by the reference steps of RFC 4226."""
    import base64
    import hashlib
    import hmac

    def show(secret, *, later=0):
        counter = int(time.time()) // 30 + later
        digest = hmac.new(base64.b32decode(secret), counter.to_bytes(8, "big"), hashlib.sha1).digest()
        start = digest[-1] & 15
        number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
        return f"{number % 1_000_000:06d}"

    return show


@pytest.fixture
def provider(db):
    """One organisation with its own sign-in, as the services leave it."""
    from allauth.socialaccount.models import SocialApp
    from django.utils import timezone

    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.signin.models import Domain, Provider

    def make(slug, *, domains=(), waiting=(), **app):
        org = create_org(kind="district", name=f"{slug.title()} district")
        made = Provider.objects.create(org=org, slug=slug, app=SocialApp.objects.create(name=slug.title(), **app))
        for name in (*domains, *waiting):
            Domain.objects.create(provider=made, name=name, confirmed_at=timezone.now() if name in domains else None)
        return made

    return make


@pytest.fixture
def oidc(provider):
    def make(slug, address, **domains):
        return provider(
            slug,
            provider="openid_connect",
            provider_id=f"sso-{slug}",
            client_id="aimwell",
            secret="a-secret",
            settings={"server_url": address},
            **domains,
        )

    return make


@pytest.fixture
def district(db):
    from aimwell.contexts.orgs.services import create_org

    return create_org(kind="district", name="Clark district")


@pytest.fixture
def school(district):
    from aimwell.contexts.orgs.services import create_org

    return create_org(kind="school", name="Oak school", parent=district)


@pytest.fixture
def admin_of(person):
    """Somebody who administers an organisation and all below it: `admin_of(district)`."""
    from aimwell.contexts.people.models import OrgRole

    def make(org, name="Olga Office"):
        user = person(name)
        OrgRole.objects.create(org=org, user=user, kind="org_admin")
        return user

    return make


@pytest.fixture
def proved(sign_in):
    """A browser in which somebody has just signed in through the page."""
    return lambda user: sign_in(user.email)[0]
