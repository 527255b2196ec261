"""The whole way of a sign-in with SAML over HTTP: our server, the provider's server, and back."""

import requests
from lxml import html

from aimwell.contexts.people.models import User
from contexts.signin.loopback import served_saml


def test_a_person_goes_to_the_provider_and_comes_back_signed_in(live_server, provider):
    from aimwell.contexts.people.signin.saml import settings_of

    with served_saml() as idp, requests.Session() as browser:
        provider(
            "north", provider="saml", provider_id="sso-north", client_id="sso-north",
            settings=settings_of(idp.metadata), domains=["north.example"],
        )  # fmt: skip
        door = f"{live_server.url}/sign-in/o/north/"
        browser.get(door, timeout=20)
        form = {"csrfmiddlewaretoken": browser.cookies["csrftoken"]}
        leaving = browser.post(door, data=form, headers={"Referer": door}, timeout=20)
        target = leaving.headers["Refresh"].removeprefix("0; url=")
        assert target.startswith(idp.sso_url)
        page = html.fromstring(requests.get(target, timeout=20).text).forms[0]
        # The answer is posted from another site, so no cookie goes along.
        kept = requests.post(page.action, data=dict(page.fields), allow_redirects=False, timeout=20)
        assert kept.status_code == 302
        browser.cookies.update(kept.cookies)
        back = browser.get(requests.compat.urljoin(page.action, kept.headers["Location"]), timeout=20)
        assert back.url == f"{live_server.url}/home/"
        me = browser.get(f"{live_server.url}/api/v1/me", timeout=20).json()
        assert me["id"] == User.objects.get(email="kim@north.example").pk
