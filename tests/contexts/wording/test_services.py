"""Words and method: nearest wins, dated, undone, and nothing written is touched."""

import pytest

from aimwell.contexts.orgs.models import LocalWord, Method, Team
from aimwell.contexts.orgs.services import create_org, create_team, move_org
from aimwell.contexts.orgs.wording import held_in
from aimwell.contexts.people.wording.services import choose_method, name_term, name_term_again, unname_term
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from contexts.wording.conftest import OPPORTUNITY

pytestmark = pytest.mark.django_db
CHALLENGE = {"en": {"one": "challenge", "many": "challenges"}, "es": {"one": "reto", "many": "retos", "gender": "m"}}


def words_of(team):
    return Team.objects.get(pk=team.pk).words


@pytest.mark.ac("S4 R-61")
def test_the_nearest_word_wins(places):
    name_term(by=places.grace, place=places.county, key="problem", words=OPPORTUNITY)
    assert words_of(places.team) == {
        "problem": {"en": ["opportunity", "opportunities"], "es": ["oportunidad", "oportunidades", "f"]}
    }
    name_term(by=places.imani, place=places.district, key="problem", words={"en": CHALLENGE["en"]})
    assert words_of(places.team)["problem"] == {
        "en": ["challenge", "challenges"],
        "es": ["oportunidad", "oportunidades", "f"],
    }
    unname_term(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team)["problem"]["en"] == ["opportunity", "opportunities"]
    assert held_in(places.school.path).origins == {"problem": places.county}


def test_a_change_can_be_taken_back_and_brought_again(places):
    name_term(by=places.imani, place=places.district, key="problem", words=OPPORTUNITY)
    name_term(by=places.imani, place=places.district, key="problem", words=CHALLENGE)
    name_term_again(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team)["problem"]["en"] == ["opportunity", "opportunities"]
    name_term_again(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team)["problem"]["en"] == ["challenge", "challenges"]
    unname_term(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team) == {}
    name_term_again(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team)["problem"]["en"] == ["challenge", "challenges"]
    assert LocalWord.objects.filter(ended=None).count() == 1
    assert LocalWord.objects.count() == 5
    with pytest.raises(Refused, match="no_earlier_word"):
        name_term_again(by=places.imani, place=places.district, key="aim")


def test_the_first_word_taken_back_leaves_the_usual_one(places):
    name_term(by=places.imani, place=places.district, key="problem", words=OPPORTUNITY)
    name_term_again(by=places.imani, place=places.district, key="problem")
    assert words_of(places.team) == {}


def test_the_same_word_again_changes_nothing_and_each_change_is_in_the_history(places):
    for _ in range(2):
        name_term(by=places.imani, place=places.district, key="problem", words=OPPORTUNITY)
    assert LocalWord.objects.count() == 1
    event = Event.objects.get(verb="term_renamed")
    assert (event.org_id, event.before, event.after) == (
        places.district.pk,
        {"problem": ""},
        {"problem": "opportunity · oportunidad"},
    )


@pytest.mark.ac("S3 R-30")
def test_the_prediction_always_has_a_word(places):
    for take_away in (
        lambda: unname_term(by=places.imani, place=places.district, key="prediction"),
        lambda: name_term(by=places.imani, place=places.district, key="prediction", words={"en": {"one": " "}}),
    ):
        with pytest.raises(Refused, match="prediction_stays"):
            take_away()
    guess = {"en": {"one": "hunch", "many": "hunches"}}
    name_term(by=places.imani, place=places.district, key="prediction", words=guess)
    assert words_of(places.team)["prediction"] == {"en": ["hunch", "hunches"]}
    unname_term(by=places.imani, place=places.district, key="prediction")
    assert words_of(places.team) == {}


def test_who_may_not_and_what_is_not_there(places, stranger):
    for call in (name_term, unname_term, name_term_again):
        more = {"words": OPPORTUNITY} if call is name_term else {}
        with pytest.raises(NotAllowed):
            call(by=stranger, place=places.district, key="problem", **more)
        with pytest.raises(NotFound):
            call(by=places.imani, place=places.district, key="solution", **more)
    with pytest.raises(NotAllowed):
        name_term(by=places.imani, place=places.county, key="problem", words=OPPORTUNITY)
    with pytest.raises(Refused, match="words_of_org"):
        name_term(by=places.nell, place=places.team, key="problem", words=OPPORTUNITY)
    with pytest.raises(NotAllowed):
        choose_method(by=stranger, place=places.district, method="light")
    assert LocalWord.objects.count() == 0


def test_a_team_without_an_organisation_has_its_own_words(ana, team, devon):
    name_term(by=devon, place=team, key="problem", words=OPPORTUNITY)
    assert words_of(team)["problem"]["en"] == ["opportunity", "opportunities"]
    choose_method(by=ana, place=team, method="light")
    assert Team.objects.get(pk=team.pk).method == Method.LIGHT


def test_a_new_team_and_a_moved_organisation_get_the_words_of_their_place(places):
    name_term(by=places.imani, place=places.district, key="problem", words=OPPORTUNITY)
    choose_method(by=places.imani, place=places.district, method="light")
    new = create_team(name="Room 14", org=places.school)
    assert (new.words["problem"]["en"], new.method) == (["opportunity", "opportunities"], "light")
    elsewhere = create_org(kind="district", name="Gull", parent=places.county)
    move_org(org=places.school, parent=elsewhere, on=places.school.placements.get().started)
    assert (words_of(places.team), Team.objects.get(pk=new.pk).method) == ({}, "structured")


@pytest.mark.ac("S4 R-60")
def test_the_method_is_inherited_and_the_nearest_wins(places):
    choose_method(by=places.grace, place=places.county, method="light")
    assert Team.objects.get(pk=places.team.pk).method == "light"
    choose_method(by=places.imani, place=places.district, method="structured")
    choose_method(by=places.imani, place=places.district, method="structured")
    assert Team.objects.get(pk=places.team.pk).method == "structured"
    assert Event.objects.filter(verb="method_chosen").count() == 2


def test_words_and_method_cost_few_queries(places, django_assert_num_queries):
    with django_assert_num_queries(3):
        held_in(places.school.path)
