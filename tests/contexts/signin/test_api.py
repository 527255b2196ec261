"""The same through the API."""

import json

import pytest
from django.core import mail

from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.models import Invitation, User
from aimwell.contexts.people.signin.models import CardAccount, Provider
from contexts.signin.loopback import SamlIdp, lying_oidc


@pytest.fixture(scope="module")
def idp():
    return SamlIdp()


@pytest.fixture
def olga(admin_of, district):
    return admin_of(district)


def test_a_sign_in_is_added_changed_and_removed(api, olga, district, idp):
    base = f"/orgs/{district.pk}/sign-in-providers"
    form = {"name": "Clark ID", "slug": "clark", "metadata": idp.metadata}
    made = api(olga, "POST", f"{base}/saml", form).json()
    assert (made["kind"], made["slug"], made["domains"]) == ("saml", "clark", [])
    one = f"{base}/{made['id']}"
    assert api(olga, "POST", f"{one}/renew", {"metadata": SamlIdp().metadata}).status_code == 200
    domain = api(olga, "POST", f"{one}/domains", {"name": "clark.example"}).json()
    assert domain["confirmed_at"] is None
    assert api(olga, "POST", f"{one}/domains/{domain['id']}/confirm").status_code == 403
    assert api(olga, "GET", base).json()["items"][0]["domains"] == [domain]
    assert api(olga, "POST", f"{one}/domains/{domain['id']}/drop").json() == {"done": True}
    assert api(olga, "POST", f"{one}/remove").json() == {"done": True}
    assert not Provider.objects.exists()


def test_openid_connect_too(api, olga, district):
    with lying_oidc() as server:
        form = {"name": "Clark ID", "slug": "clark", "server": server.address, "client_id": "a", "secret": "s3cret"}
        answer = api(olga, "POST", f"/orgs/{district.pk}/sign-in-providers/oidc", form)
    assert answer.status_code == 201
    assert "s3cret" not in answer.content.decode()


def test_a_list_is_looked_at_sent_and_taken_back(api, olga, district, school, run_jobs):
    team = create_team(name="Grade 5", org=school)
    url = f"/orgs/{district.pk}/invitations"
    good = "email,team\nkim@clark.example,Grade 5\n"
    bad = good + "nobody,Grade 5\n"
    assert api(olga, "POST", url, {"text": bad}).json()["rows"][1]["problems"] == ["“nobody” is not an e-mail address."]
    refused = api(olga, "POST", url, {"text": bad, "send": True})
    assert (refused.status_code, refused.json()["code"]) == (422, "invitations_wrong")
    assert Invitation.objects.count() == 0
    assert api(olga, "POST", url, {"text": good, "send": True}).json()["sent"] == 1
    one = api(olga, "POST", f"/teams/{team.pk}/invitations/list", {"text": "email\njo@clark.example\n", "send": True})
    assert one.json()["sent"] == 1
    last = Invitation.objects.latest("id")
    assert api(olga, "POST", f"/teams/{team.pk}/invitations/{last.pk}/take-back").json() == {"done": True}
    run_jobs()
    assert [message.to for message in mail.outbox] == [["kim@clark.example"]]


def test_cards_are_made_and_renewed(api, olga, ana, team, district):
    first = api(ana, "POST", f"/teams/{team.pk}/cards", {"name": "Rosa"}).json()
    assert api(olga, "POST", f"/orgs/{district.pk}/cards", {"name": "Raul"}).status_code == 201
    card = CardAccount.objects.get(user=first["user"])
    second = api(ana, "POST", f"/cards/{card.pk}/renew").json()
    assert second["code"] == first["code"]
    assert User.objects.get(pk=first["user"]).check_password(second["password"])


def test_a_browser_that_showed_nothing_lately_is_asked_first(client, ana, team):
    client.force_login(ana)
    answer = client.post(f"/api/v1/teams/{team.pk}/cards", json.dumps({"name": "X"}), content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "step_up")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/orgs/{org}/sign-in-providers", None),
        ("POST", "/orgs/{org}/sign-in-providers/saml", {"name": "x", "slug": "x", "metadata": "x"}),
        ("POST", "/orgs/{org}/invitations", {"text": "email\na@b.example\n", "send": True}),
        ("POST", "/orgs/{org}/cards", {"name": "x"}),
        ("POST", "/teams/{team}/cards", {"name": "x"}),
        ("POST", "/teams/{team}/invitations/list", {"text": "email\na@b.example\n", "send": True}),
    ],
)
def test_to_others_none_of_it_is_there(api, stranger, devon, district, team, method, path, body):
    for who in (stranger, devon):
        assert api(who, method, path.format(org=district.pk, team=team.pk), body).status_code == 404
    assert Invitation.objects.filter(used_at=None).count() == 0
