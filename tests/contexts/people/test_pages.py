import pytest
from django.urls import reverse

from aimwell.contexts.people import services
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.services import invite, join_team

SIGN_UP = {"name": "Rosa Diaz", "team": "Room 4", "email": "rosa@example.org", "password1": "a quiet minute"}


@pytest.mark.ac("S2 R-56")
@pytest.mark.django_db
def test_sign_up_makes_a_person_and_a_team_without_organisation(client):
    client.post(reverse("people:start"), {"sentence": "Few students say why."})
    answer = client.post(reverse("account_signup"), SIGN_UP)
    place = Membership.objects.get(user__email="rosa@example.org")
    assert answer.status_code == 302
    assert (place.team.name, place.team.org, place.role) == ("Room 4", None, "lead")
    assert client.session["sentence"] == "Few students say why."


@pytest.mark.django_db
def test_sign_up_without_a_team_name_takes_the_persons(client):
    client.post(reverse("account_signup"), {**SIGN_UP, "team": ""})
    assert Membership.objects.get(user__email="rosa@example.org").team.name == "Team of Rosa Diaz"


def test_sign_up_from_an_invitation_joins_and_starts_no_other_team(client, ana, team):
    link = reverse("people:join", args=[invite(by=ana, team=team).token])
    assert client.get(link).status_code == 200
    client.post(reverse("account_signup"), {**SIGN_UP, "team": ""})
    assert [place.team for place in User.objects.get(email="rosa@example.org").memberships.all()] == [team]


def test_join_with_a_used_link_says_so(page, client, ana, team, stranger):
    token = invite(by=ana, team=team).token
    join_team(by=stranger, token=token)
    answer = page(stranger, reverse("people:join", args=[token]))
    assert answer.status_code == 410
    assert "This link has been used already." in answer.content.decode()


def test_members_page_hides_the_team_from_strangers(page, stranger, team):
    assert page(stranger, reverse("people:members", args=[team.pk])).status_code == 404


def test_members_page_query_count_does_not_grow(page, ana, team, person, django_assert_num_queries):
    url = reverse("people:members", args=[team.pk])
    page(ana, url)
    with django_assert_num_queries(7):
        page(ana, url)
    for number in range(5):
        Membership.objects.create(team=team, name=f"Member {number}")
    with django_assert_num_queries(7):
        page(ana, url)


def test_the_last_member_cannot_leave(page, ana, team):
    place = team.memberships.get()
    answer = page(ana, reverse("people:end_membership", args=[team.pk, place.pk]), {})
    assert answer.status_code == 422
    assert team.memberships.filter(ended=None).count() == 1


def test_theme_goes_back_only_to_this_site(page, ana):
    answer = page(ana, reverse("people:theme"), {"theme": "dark", "next": "https://elsewhere.example/"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert answer.cookies["theme"].value == "dark"


def test_what_one_does_with_a_place_names_the_person_for_screen_readers(page, ana, team):
    services.add_member_without_login(by=ana, team=team, name="Kim")
    text = page(ana, f"/t/{team.pk}/people/").content.decode()
    for word in ("Change", "End"):
        assert f'{word}<span class="only-read"> for Kim</span>' in text
