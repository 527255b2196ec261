"""What is done already stands beside the drivers, and each change idea names its source or says it is a hunch."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.practices import services
from aimwell.contexts.theory.practices.models import Source
from aimwell.contexts.theory.services import add_cause, add_part
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound, Refused, StaleEdit


def url(name, *args):
    return reverse(f"practices:{name}", args=args)


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def idea(ana, inquiry):
    way_in = add_part(by=ana, inquiry=inquiry, kind="primary", text="School can be reached every day")
    return add_part(by=ana, inquiry=inquiry, kind="idea", text="A later bus on Wednesdays", parents=[way_in])


@pytest.mark.ac("S0 R-37")
def test_practices_have_an_effect_and_stand_in_the_driver_view(page, ana, inquiry, idea):
    page(ana, url("practices", inquiry.pk), {
        "text": "Short Wednesdays", "for_whom": "all", "effect": "worsens", "choice": "look", "how_known": "Counted"
    })  # fmt: skip
    page(ana, url("practices", inquiry.pk), {"text": "Awards in May", "effect": "unknown", "choice": "keep"})
    drivers = words(page(ana, reverse("theory:drivers", args=[inquiry.pk])))
    assert 'Short Wednesdays <span class="note">makes it worse · look closer</span>' in drivers
    assert "Awards in May" in drivers
    one = inquiry.practices.get(text="Awards in May")
    page(ana, url("practice", one.pk), {"text": "Awards in May", "effect": "helps", "choice": "keep", "version": "1"})
    one.refresh_from_db()
    assert one.effect == "helps"
    with pytest.raises(StaleEdit):
        services.change_practice(by=ana, practice=one, version=1, text="Awards")
    page(ana, url("aside", "practice", one.pk), {})
    page(ana, url("practices", inquiry.pk))  # takes the word of it away
    assert "Awards in May" not in words(page(ana, reverse("theory:drivers", args=[inquiry.pk])))
    page(ana, url("restore", "practice", one.pk), {})
    assert "Awards in May" in words(page(ana, url("practices", inquiry.pk)))


@pytest.mark.ac("S1 R-23")
def test_each_idea_shows_its_source_or_the_label(page, ana, inquiry, idea, bone):
    asked = words(page(ana, url("grounds", inquiry.pk)))
    assert "No source yet" in asked
    page(ana, url("hunch", idea.pk), {})
    assert "local hunch, untested" in words(page(ana, reverse("theory:drivers", args=[inquiry.pk])))
    cause = add_cause(by=ana, bone=bone, text="The bus takes two hours")
    page(ana, url("source_add", inquiry.pk), {
        "title": "Later buses", "where": "A journal, 2019", "link": "https://example.org/buses", "says": "They help.",
        "idea": idea.pk, "cause": cause.pk,
    })  # fmt: skip
    drivers = words(page(ana, reverse("theory:drivers", args=[inquiry.pk])))
    assert 'A later bus on Wednesdays <span class="note">Later buses</span>' in drivers
    told = words(page(ana, url("grounds", inquiry.pk)))
    assert "for the cause “The bus takes two hours”" in told


@pytest.mark.ac("S1 R-23")
def test_three_questions_are_answered_one_by_one_and_by_two_people(page, ana, devon, inquiry):
    page(ana, url("grounds", inquiry.pk), {"problem": "Two hours on the bus", "version": "0"})
    page(ana, url("grounds", inquiry.pk), {
        "problem": "Two hours on the bus", "expertise": "The dispatcher", "theory": "", "version": "1"
    })  # fmt: skip
    assert inquiry.calibration.expertise == "The dispatcher"
    with pytest.raises(StaleEdit):
        services.calibrate(by=devon, inquiry=inquiry, version=1, problem="Other")


def test_a_source_needs_a_title_and_a_hunch_an_idea(ana, inquiry, idea, person):
    for more in ({}, {"hunch": True}):
        with pytest.raises(Refused) as refusal:
            services.add_source(by=ana, inquiry=inquiry, **more)
        assert refusal.value.code == "source_needs_words"
    other = person("Ben Other")
    from aimwell.contexts.theory.services import start_inquiry
    from integration.readers import make_team

    elsewhere = start_inquiry(by=other, team=make_team(other), problem="x")
    with pytest.raises(NotFound):
        services.add_source(by=other, inquiry=elsewhere, hunch=True, idea=idea)
    assert not Source.objects.exists()


def test_the_api_tells_the_same(api, ana, inquiry, idea):
    made = api(ana, "POST", f"/inquiries/{inquiry.pk}/sources", {"hunch": True, "idea": idea.pk})
    assert made.status_code == 201
    told = api(ana, "GET", f"/inquiries/{inquiry.pk}/grounds").json()
    assert told["ideas"] == [{"idea": idea.pk, "sources": [], "hunch": True}]
    api(ana, "PUT", f"/sources/{made.json()['id']}", {"version": 1, "title": "Later buses", "idea": idea.pk})
    told = api(ana, "GET", f"/inquiries/{inquiry.pk}/grounds").json()
    assert told["ideas"] == [{"idea": idea.pk, "sources": [made.json()["id"]], "hunch": False}]


def test_those_who_see_no_evidence_get_no_practices(page, api, ana, inquiry, idea, person):
    services.add_practice(by=ana, inquiry=inquiry, text="Short Wednesdays")
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    far = person("Fay Far")
    assert "stays near the team" in words(page(far, url("practices", inquiry.pk)))
    assert "Short Wednesdays" not in words(page(far, reverse("theory:drivers", args=[inquiry.pk])))
    assert api(far, "GET", f"/inquiries/{inquiry.pk}/practices").json()["items"] == []


@pytest.mark.parametrize("name", ["practices", "grounds"])
def test_pages_take_the_same_number_of_queries_however_much_there_is(
    page, ana, inquiry, idea, bone, django_assert_num_queries, name
):
    services.add_practice(by=ana, inquiry=inquiry, text="One")
    services.add_source(by=ana, inquiry=inquiry, title="One", idea=idea)
    page(ana, url(name, inquiry.pk))
    with CaptureQueriesContext(connection) as few:
        page(None, url(name, inquiry.pk))
    for number in range(5):
        services.add_practice(by=ana, inquiry=inquiry, text=f"P {number}")
        more = add_part(by=ana, inquiry=inquiry, kind="idea", text=f"Idea {number}")
        services.add_source(by=ana, inquiry=inquiry, title=f"S {number}", idea=more, cause=None)
    with django_assert_num_queries(len(few)):
        page(None, url(name, inquiry.pk))
