"""Accounts without e-mail: a card with a code and a first password, changed at the first sign-in."""

import re

import pytest
from django.db import connection
from django.test import Client

from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.models import CoachAssignment, Membership, OrgRole, User
from aimwell.contexts.people.services import invite, join_team, start_team
from aimwell.contexts.people.signin import services
from aimwell.contexts.people.signin.models import CardAccount
from aimwell.domain.errors import NotAllowed, Refused

OWN = {"password1": "a phrase of my own", "password2": "a phrase of my own"}


@pytest.fixture
def card(ana, team):
    return services.make_account(by=ana, team=team, name="Rosa Kitchen")


def test_a_lead_makes_a_card_that_is_shown_once(ana, team, proved):
    client = proved(ana)
    answer = client.post(f"/t/{team.pk}/people/accounts/", {"name": "Rosa Kitchen", "role": "member"})
    assert answer["Location"] == "/people/card/"
    shown = client.get("/people/card/")
    said = shown.content.decode()
    user = User.objects.get(name="Rosa Kitchen")
    assert user.email is None
    assert user.sign_in_code in said
    assert re.search(r"<code>[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}</code>", said)
    assert "no-store" in shown["Cache-Control"]
    assert client.get("/people/card/")["Location"] == "/home/"
    assert Membership.objects.get(user=user).team == team


def test_the_picture_holds_no_password(card, client):
    picture = client.get(f"/sign-in/card/{card.code}.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    login = client.get("/account/login/", {"login": card.code}).content.decode()
    assert f'value="{card.code}"' in login
    assert card.password not in login


def test_the_first_password_opens_one_page_until_it_is_changed(card, team, sign_in):
    client, answer = sign_in(card.code, card.password)
    assert answer.status_code == 302
    for path in ("/home/", f"/t/{team.pk}/people/", "/settings/tokens/", "/api/v1/me"):
        assert client.get(path)["Location"] == "/account/password/change/", path
    changed = client.post("/account/password/change/", {"oldpassword": card.password, **OWN})
    assert changed.status_code == 302
    assert client.get(f"/t/{team.pk}/people/").status_code == 200
    assert CardAccount.objects.get(user=card.user).first_password is False
    again, _ = sign_in(card.code.upper(), OWN["password1"])
    assert again.get(f"/t/{team.pk}/people/").status_code == 200


def test_the_password_is_kept_as_a_digest_only(card):
    with connection.cursor() as cursor:
        cursor.execute("SELECT password FROM people_user WHERE id = %s", [card.user.pk])
        assert card.password not in cursor.fetchone()[0]


def test_a_new_card_ends_the_old_one_and_open_tabs(ana, card, team, sign_in):
    tab, _ = sign_in(card.code, card.password)
    tab.post("/account/password/change/", {"oldpassword": card.password, **OWN})
    fresh = services.new_card(by=ana, user=card.user)
    assert tab.get("/api/v1/me").status_code == 401
    assert sign_in(card.code, OWN["password1"])[1].status_code == 200
    assert sign_in(fresh.code, fresh.password)[1].status_code == 302


@pytest.mark.ac("S3 R-87")
def test_a_lead_gets_no_card_for_somebody_who_works_elsewhere_too(ana, card, person):
    """Else the lead of one team would read the work of another by a new password."""
    other = person("Bea Other")
    theirs = start_team(by=other, name="Another team")
    join_team(by=card.user, token=invite(by=other, team=theirs).token)
    with pytest.raises(Refused) as refused:
        services.new_card(by=ana, user=card.user)
    assert refused.value.code == "card_elsewhere"


@pytest.mark.parametrize("office", ["sponsor", "coach"])
def test_nor_for_somebody_with_an_office(ana, card, district, team, office):
    if office == "coach":
        CoachAssignment.objects.create(team=start_team(by=ana, name="Second"), user=card.user)
    else:
        OrgRole.objects.create(org=district, user=card.user, kind="principal")
    with pytest.raises(Refused):
        services.new_card(by=ana, user=card.user)


def test_nor_for_an_account_with_an_address(ana, card):
    card.user.email = "rosa@example.org"
    card.user.save()
    with pytest.raises(Refused) as refused:
        services.new_card(by=ana, user=card.user)
    assert refused.value.code == "card_has_email"


def test_nor_for_an_account_that_was_not_made_so(ana, devon):
    with pytest.raises(NotAllowed):
        services.new_card(by=ana, user=devon)


def test_an_administrator_looks_after_the_accounts_of_the_organisation(admin_of, district, school, proved):
    olga = admin_of(district)
    client = proved(olga)
    assert client.post(f"/o/{district.pk}/people/accounts/", {"name": "Rosa"}).status_code == 302
    account = CardAccount.objects.get()
    assert (account.org, account.team) == (district, None)
    Membership.objects.create(team=create_team(name="Oak", org=school), user=account.user, name="Rosa")
    assert client.post(f"/people/accounts/{account.pk}/card/").status_code == 302
    assert client.get("/people/card/").status_code == 200


def test_others_make_and_renew_nothing(card, devon, stranger, team, district, admin_of, proved, school):
    account = CardAccount.objects.get()
    for who in (devon, stranger, admin_of(district)):
        client = proved(who)
        assert client.post(f"/people/accounts/{account.pk}/card/").status_code == 404
        assert client.post(f"/t/{team.pk}/people/accounts/", {"name": "X", "role": "member"}).status_code == 404
    with pytest.raises(NotAllowed):
        services.make_account(by=stranger, name="X", org=district)
    with pytest.raises(NotAllowed):
        services.make_account(by=stranger, name="X")
    assert User.objects.filter(name="X").count() == 0


def test_two_accounts_without_address_live_side_by_side(ana, team, card):
    second = services.make_account(by=ana, team=team, name="Raul")
    assert second.code != card.code
    assert User.objects.filter(email=None).count() == 2


def test_no_password_is_sent_for_an_account_without_address(card, client, db):
    from django.core import mail

    client.post("/account/password/reset/", {"email": card.code})
    client.post("/account/password/reset/", {"email": ""})
    assert mail.outbox == []


def test_where_mail_is_set_up_no_address_is_asked_of_a_card(card, settings, sign_in):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    client, answer = sign_in(card.code, card.password)
    assert answer.status_code == 302
    assert client.get("/home/")["Location"] == "/account/password/change/"


def test_an_account_without_address_says_so_in_the_api(card, ana, api):
    assert api(card.user, "GET", "/me").json()["email"] is None
    assert Client().get("/api/v1/me").status_code == 401
