"""Each member says the meaning in own words; the set is shown from three on, and nobody is stored (S4 R-3)."""

import json

import pytest
from django.apps import apps
from django.core import serializers
from django.urls import reverse

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.equity.models import OwnWords
from aimwell.contexts.people.equity.queries import own_words_of
from aimwell.contexts.people.equity.services import define_equity, say_in_own_words
from aimwell.contexts.people.models import Membership, User
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused

TEXTS = (
    "Nobody waits for a turn",
    "Cards for whoever needs them",
    "We look by group",
    "All get what they need",
    "Same",
)


@pytest.fixture
def five(places, person):
    """Nell and four colleagues, with a meaning from above."""
    define_equity(by=places.imani, place=places.district, version=0, text="Each of them is heard")
    more = [person(f"Member {number}") for number in range(4)]
    for user in more:
        Membership.objects.create(team=places.team, user=user, name=user.name)
    return [places.nell, *more]


def refused(by, team, text="x"):
    with pytest.raises(Refused) as told:
        say_in_own_words(by=by, team=team, text=text)
    return told.value.code


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S4 R-3")
def test_with_five_members_statements_appear_only_after_three_are_in(five, places):
    for number, user in enumerate(five):
        say_in_own_words(by=user, team=places.team, text=TEXTS[number])
        look = own_words_of(places.nell, places.team)
        assert (look.number, look.members, look.missing) == (number + 1, 5, max(2 - number, 0))
        assert sorted(look.shown) == (sorted(TEXTS[: number + 1]) if number >= 2 else [])


@pytest.mark.ac("S4 R-3")
def test_nothing_that_is_stored_leads_from_a_text_to_a_person(five, places):
    """Not in the rows, not in their order, not in the history."""
    before = Event.objects.count()
    for user, text in zip(five, TEXTS, strict=False):
        say_in_own_words(by=user, team=places.team, text=text)
    assert Event.objects.count() == before
    row = OwnWords.objects.get()
    assert not [field.name for field in OwnWords._meta.get_fields() if field.related_model is User]
    assert row.marks == sorted(row.marks)
    kept = json.loads(serializers.serialize("json", [row]))[0]["fields"]
    assert set(kept) == {"team", "definition", "said", "marks"}
    others = [*apps.get_app_config("people").get_models(), *apps.get_app_config("history").get_models(), Team]
    everything = "".join(serializers.serialize("json", one._default_manager.all()) for one in others)
    assert not any(text in everything for text in TEXTS[:4])
    assert not any(mark in everything for mark in row.marks)
    assert not any(str(user.pk) == mark or user.name in mark for user in five for mark in row.marks)


@pytest.mark.ac("S4 R-3")
def test_each_person_writes_once_for_each_text_of_the_meaning(five, places):
    for user, text in zip(five[:3], TEXTS, strict=False):
        say_in_own_words(by=user, team=places.team, text=text)
    assert refused(five[0], places.team) == "own_words_in"
    define_equity(by=places.imani, place=places.district, version=1, text="Each of them is seen")
    look = own_words_of(five[0], places.team)
    assert (look.number, look.mine_in, look.shown) == (0, False, ())
    assert [(text, sorted(said)) for text, said in look.before] == [("Each of them is heard", sorted(TEXTS[:3]))]
    say_in_own_words(by=five[0], team=places.team, text="Anew")
    assert own_words_of(five[0], places.team).mine_in
    assert not own_words_of(five[1], places.team).mine_in


@pytest.mark.ac("S4 R-3")
def test_who_may_neither_write_nor_read(page, api, five, places, person):
    site = person("Rae Admin")
    User.objects.filter(pk=site.pk).update(is_site_admin=True)
    for user, text in zip(five[:3], TEXTS, strict=False):
        say_in_own_words(by=user, team=places.team, text=text)
    url, door = reverse("equity:own_words", args=[places.team.pk]), f"/teams/{places.team.pk}/equity/own-words"
    for user in (person("Sam Stranger"), places.imani, places.grace, User.objects.get(pk=site.pk)):
        with pytest.raises(NotAllowed):
            say_in_own_words(by=user, team=places.team, text="x")
        assert page(user, url).status_code in {403, 404}
        assert page(user, url, {"text": "x"}).status_code in {403, 404}
        assert api(user, "GET", door).status_code == 404
        assert api(user, "POST", door, {"text": "x"}).status_code == 404
    assert len(OwnWords.objects.get().said) == 3


def test_words_and_a_meaning_are_needed(places, five):
    assert refused(five[0], places.team, " ") == "words_needed"
    apps.get_model("equity", "EquityDefinition").objects.all().delete()
    assert refused(five[0], places.team) == "meaning_first"


@pytest.mark.ac("S4 R-3")
def test_the_page_says_how_many_are_missing_and_then_shows_all_at_once(page, places, five):
    url = reverse("equity:own_words", args=[places.team.pk])
    assert url in words(page(places.nell, reverse("equity:team", args=[places.team.pk])))
    assert page(places.nell, url, {"text": ""}).status_code == 422
    assert page(places.nell, url, {"text": TEXTS[0]}).url == url
    shown = words(page(places.nell, url))
    assert "1 is in, of 5 in the team. 2 more, and all of them are shown at once." in shown
    assert "Yours is in." in shown
    assert TEXTS[0] not in shown
    for user, text in zip(five[1:3], TEXTS[1:], strict=False):
        page(user, url, {"text": text})
    shown = words(page(places.nell, url))
    assert all(f"“{text}”" in shown for text in TEXTS[:3])
    assert not any(user.name in shown.partition("<main")[2].partition("</main")[0] for user in five[1:])
    assert "The set is open already." in words(page(five[4], url))


@pytest.mark.ac("S4 R-3")
def test_the_same_in_the_api(api, places, five):
    door = f"/teams/{places.team.pk}/equity/own-words"
    told = api(five[0], "POST", door, {"text": TEXTS[0]}).json()
    assert told == {"number": 1, "missing": 2, "mine_in": True, "shown": []}
    assert api(five[0], "POST", door, {"text": "Again"}).json()["code"] == "own_words_in"
    for user, text in zip(five[1:3], TEXTS[1:], strict=False):
        api(user, "POST", door, {"text": text})
    assert sorted(api(five[4], "GET", door).json()["shown"]) == sorted(TEXTS[:3])


def test_the_exercise_costs_the_same_however_many_are_in(five, places, django_assert_num_queries):
    for user, text in zip(five, TEXTS, strict=False):
        say_in_own_words(by=user, team=places.team, text=text)
    with django_assert_num_queries(3):
        own_words_of(places.nell, places.team)
