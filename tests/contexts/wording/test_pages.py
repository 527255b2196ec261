"""The pages and the API of words and method."""

import pytest

from aimwell.contexts.orgs.models import LocalWord
from aimwell.contexts.people.wording.services import choose_method, name_term
from contexts.wording.conftest import OPPORTUNITY

pytestmark = pytest.mark.django_db
TYPED = {"en_one": "opportunity", "en_many": "opportunities", "es_one": "", "es_many": "", "es_gender": "m"}


@pytest.mark.ac("S4 R-61")
def test_a_word_is_looked_at_kept_and_taken_back(page, places):
    url = f"/o/{places.district.pk}/words/problem/"
    look = page(places.imani, url, {**TYPED, "do": "look"})
    assert (look.status_code, LocalWord.objects.count()) == (200, 0)
    assert "Save the opportunity" in look.content.decode()
    assert page(places.imani, url, {**TYPED, "do": "save"}).status_code == 302
    listed = page(places.imani, f"/o/{places.district.pk}/words/").content.decode()
    assert '<strong lang="en">opportunity</strong>' in listed
    assert "chosen here" in listed
    below = page(places.grace, f"/o/{places.school.pk}/words/").content.decode()
    assert "Fern Valley" in below
    page(places.imani, url, {"do": "again"})
    assert LocalWord.objects.filter(ended=None).count() == 0
    page(places.imani, url, {"do": "again"})
    page(places.imani, url, {"do": "unname"})
    assert LocalWord.objects.filter(ended=None).count() == 0


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"en_one": "cause", "en_many": "causes"}, "already stands for another term here (cause)"),
        ({"en_one": "idea", "en_many": "things"}, "already stands for another term here (change idea)"),
        ({"en_one": "chance", "en_many": ""}, "needs a word for one and a word for many"),
        ({"en_one": "<script>alert(1)</script>", "en_many": "x"}, "does not fit"),
        ({"en_one": "", "en_many": ""}, "There is no word here yet"),
        ({"en_one": "x" * 41, "en_many": "y"}, "40"),
    ],
)
def test_what_cannot_be_a_word_is_said_beside_the_form(page, places, typed, says):
    url = f"/o/{places.district.pk}/words/problem/"
    answer = page(places.imani, url, {**TYPED, **typed, "do": "save"})
    text = answer.content.decode()
    assert (answer.status_code, LocalWord.objects.count()) == (422, 0)
    assert says in text
    assert "<script>alert" not in text


def test_a_stored_script_is_never_a_word(page, places):
    """Even a row that no service would write is only the usual word on a page."""
    bad = "<script>alert(1)</script>"
    places.team.words = {"problem": {"en": [bad, bad]}, "cycle": {"en": ["loop", "loops"]}}
    places.team.save()
    text = page(places.nell, f"/t/{places.team.pk}/cycles/").content.decode()
    assert "Loops" in text
    assert "<script>alert" not in text
    assert bad not in page(places.nell, f"/t/{places.team.pk}/theory/").content.decode()


def test_a_team_of_an_organisation_sees_who_keeps_its_words(page, places):
    name_term(by=places.imani, place=places.district, key="problem", words=OPPORTUNITY)
    text = page(places.nell, f"/t/{places.team.pk}/words/").content.decode()
    assert "Lantern Hill keeps these words" in text
    url = f"/t/{places.team.pk}/words/problem/"
    assert "Keep this word" not in page(places.nell, url).content.decode()
    assert page(places.nell, url, {**TYPED, "do": "save"}).status_code == 422
    assert page(places.nell, f"/t/{places.team.pk}/method/", {"method": "light"}).status_code == 422


def test_a_team_without_an_organisation_keeps_its_own(page, ana, team):
    assert page(ana, f"/t/{team.pk}/words/problem/", {**TYPED, "do": "save"}).status_code == 302
    assert page(ana, f"/t/{team.pk}/method/", {"method": "light"}).status_code == 302
    text = page(ana, f"/t/{team.pk}/words/").content.decode()
    assert "Method: light" in text
    assert "chosen here" in text
    assert page(ana, f"/t/{team.pk}/words/solution/").status_code == 404


@pytest.mark.ac("S4 R-61")
def test_the_api_gives_labels_and_keeps_keys(api, places):
    url = f"/orgs/{places.district.pk}/words"
    put = api(places.imani, "PUT", f"{url}/problem", {"en": {"one": "opportunity", "many": "opportunities"}})
    assert (put.status_code, put.json()["key"], put.json()["here"]["en"]["one"]) == (200, "problem", "opportunity")
    told = api(places.nell, "GET", f"/teams/{places.team.pk}/words").json()
    assert [one["key"] for one in told][:2] == ["problem", "cause"]
    assert (told[0]["origin"], told[0]["usual"]["es"]["one"]) == ("Fern Valley", "problema")
    assert api(places.imani, "POST", f"{url}/problem/undo").json()["here"]["en"]["one"] == "problem"
    refused = api(places.imani, "DELETE", f"{url}/prediction")
    assert (refused.status_code, refused.json()["code"]) == (422, "prediction_stays")
    method = api(places.imani, "PUT", f"/orgs/{places.district.pk}/method", {"method": "light"}).json()
    assert method == {"method": "light", "origin": "Fern Valley", "own": True}
    assert api(places.nell, "GET", f"/teams/{places.team.pk}/method").json()["own"] is False
    assert api(places.imani, "GET", f"/orgs/{places.county.pk}/words").status_code == 404


def test_the_pages_ask_few_questions(page, places, django_assert_num_queries):
    choose_method(by=places.imani, place=places.district, method="light")
    page(places.imani, f"/o/{places.district.pk}/words/")
    with django_assert_num_queries(7):
        page(places.imani, f"/o/{places.district.pk}/words/")
