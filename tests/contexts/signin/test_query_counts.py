"""How often the pages ask the database; a number that grows is noticed here."""

import pytest

from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.services import invite
from aimwell.contexts.people.signin import services
from contexts.signin.loopback import SamlIdp


def test_the_sign_in_page_asks_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/account/login/")
        client.get("/sign-in/work/")


@pytest.mark.parametrize("count", [1, 5])
def test_the_providers_of_an_organisation(count, admin_of, district, proved, django_assert_num_queries):
    olga, idp = admin_of(district), SamlIdp()
    for number in range(count):
        provider = services.add_saml(by=olga, org=district, name="ID", slug=f"id-{number}", metadata=idp.metadata)
        services.name_domain(by=olga, provider=provider, name=f"n{number}.example")
    client = proved(olga)
    with django_assert_num_queries(6):
        client.get(f"/o/{district.pk}/sign-in/")


@pytest.mark.parametrize("count", [1, 5])
def test_open_invitations_and_cards_of_a_team(count, ana, team, proved, django_assert_num_queries):
    for number in range(count):
        invite(by=ana, team=team)
        services.make_account(by=ana, team=team, name=f"Rosa {number}")
    client = proved(ana)
    with django_assert_num_queries(5):
        client.get(f"/t/{team.pk}/people/invitations/")
    with django_assert_num_queries(5):
        client.get(f"/t/{team.pk}/people/accounts/")


@pytest.mark.parametrize("count", [2, 60])
def test_a_list_is_looked_at_in_the_same_number(count, admin_of, district, school, proved, django_assert_num_queries):
    client = proved(admin_of(district))
    create_team(name="Grade 5", org=school)
    rows = "email,team\n" + "".join(f"p{number}@clark.example,Grade 5\n" for number in range(count))
    with django_assert_num_queries(9):
        client.post(f"/o/{district.pk}/people/invite/", {"text": rows})
