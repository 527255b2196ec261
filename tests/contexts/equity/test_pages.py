"""The page of a meaning, its line on the pages of the work, and the same in the API."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.people.equity.models import EquityDefinition, WithoutDefinition
from aimwell.contexts.people.equity.services import define_equity, go_on_without
from aimwell.contexts.theory.services import start_inquiry, start_pass, take_filter
from aimwell.demo.clock import as_if
from aimwell.domain.words.dates import long_date

SEP, JAN = datetime.date(2026, 9, 1), datetime.date(2027, 1, 10)


def on(day):
    return as_if(timezone.make_aware(datetime.datetime.combine(day, datetime.time(15, 30))))


def url(name, place):
    return reverse(f"equity:{name}", args=[place.pk])


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def work(places):
    with on(SEP):
        return start_inquiry(by=places.nell, team=places.team, problem="Few give a reason")


@pytest.mark.ac("S4 R-1")
@pytest.mark.parametrize("name", ["theory:problem", "theory:fishbone", "theory:aim", "theory:pass", "choosing:choose"])
def test_the_text_and_its_date_stand_on_the_pages_of_the_work(page, places, work, name):
    """Also where causes are set aside, and where an idea is chosen."""
    here = work
    if name == "theory:pass":
        own = take_filter(by=places.nell, inquiry=work, seed="impact", lang="en")
        here = start_pass(by=places.nell, inquiry=work, filter=own)
    address = reverse(name, args=[here.pk])
    first = words(page(places.nell, address))
    assert "What does equity mean here? Nobody has written it yet." in first
    assert "Go on without it" in first
    define_equity(by=places.imani, place=places.district, version=0, text="Each of them is heard")
    shown = words(page(places.nell, address))
    assert f"since {long_date(timezone.localdate(), 'en')}" in shown
    assert "Each of them is heard" in shown
    assert "When this effort began, nothing was written yet." in shown


@pytest.mark.ac("S4 R-1")
def test_older_work_shows_the_version_of_its_day(page, places, work):
    with on(SEP):
        define_equity(by=places.imani, place=places.district, version=0, text="First text")
    with on(JAN):
        define_equity(by=places.imani, place=places.district, version=1, text="Second text")
        shown = words(page(places.nell, reverse("theory:problem", args=[work.pk])))
    assert "When this effort began, version 1 of Fern Valley held: “First text”" in shown


@pytest.mark.ac("S4 R-1")
def test_a_team_goes_on_without_for_a_reason_and_comes_back_to_its_page(page, places, work):
    here = reverse("theory:problem", args=[work.pk])
    assert page(places.nell, url("without", places.team), {"reason": "", "next": here}).status_code == 422
    sent = {"reason": "We write it in spring", "next": here}
    assert page(places.nell, url("without", places.team), sent).url == here
    assert "You went on without it, because: We write it in spring" in words(page(places.nell, here))
    away = page(places.nell, url("without", places.team), {**sent, "next": "https://elsewhere.example/"})
    assert away.url == url("team", places.team)
    assert WithoutDefinition.objects.count() == 1


@pytest.mark.ac("S4 R-2")
def test_the_editor_offers_three_principles_and_shows_what_is_missing(page, places):
    shown = words(page(places.nell, url("team", places.team)))
    for name in ("All students get the same.", "Students get what each one needs", "We mend the rules and habits"):
        assert name in shown
    sent = {"text": "Each gives a reason each week", "equity": "Word cards before the talk", "version": "0"}
    assert page(places.nell, url("team", places.team), sent).status_code == 302
    shown = words(page(places.nell, url("team", places.team)))
    assert "Not complete yet: an example from here is missing." in shown
    assert "Word cards before the talk" in shown


def test_two_people_meet_on_the_merge_page(page, places):
    define_equity(by=places.nell, place=places.team, version=0, text="First")
    define_equity(by=places.nell, place=places.team, version=1, text="Second")
    told = page(places.nell, url("team", places.team), {"text": "Third", "version": "1"})
    assert told.status_code == 409
    assert {"Second", "Third"} <= set(words(told).replace("<", " ").replace(">", " ").split())
    assert EquityDefinition.objects.count() == 2


def test_a_form_that_needs_more_keeps_what_was_typed(page, places):
    asked = page(places.nell, url("team", places.team), {"text": "", "equity": "Word cards", "version": "0"})
    assert asked.status_code == 422
    assert "Word cards</textarea>" in asked.content.decode()


def test_the_office_writes_for_all_below_and_takes_it_back(page, places):
    assert page(places.imani, url("org", places.district), {"text": "All", "version": "0"}).status_code == 302
    assert "It comes from Fern Valley." in words(page(places.nell, url("team", places.team)))
    page(places.imani, url("org", places.district), {"do": "inherit", "version": "1"})
    assert "Nobody has written it yet." in words(page(places.nell, url("team", places.team)))
    assert "the text from above" in words(page(places.imani, url("org", places.district)))


def test_who_opens_which_page(page, places):
    assert page(places.imani, url("org", places.county)).status_code == 404
    assert page(places.nell, url("org", places.school)).status_code == 404
    assert page(places.imani, url("network", places.network)).status_code == 404
    assert page(places.noor, url("network", places.network), {"text": "All", "version": "0"}).status_code == 302
    assert "All" in words(page(places.noor, url("network", places.network)))
    assert page(places.imani, url("team", places.team)).status_code == 404


def test_the_same_in_the_api(api, places):
    base = f"/teams/{places.team.pk}/equity"
    assert api(places.nell, "GET", base).json()["text"] == ""
    said = api(places.nell, "PUT", base, {"version": 0, "text": "Each is heard", "justice": "No referral"}).json()
    assert (said["own"], said["version"], said["missing"]) == (True, 1, ["equality", "equity"])
    assert api(places.nell, "PUT", base, {"version": 0, "text": "Other"}).status_code == 409
    assert api(places.nell, "POST", f"{base}/inherit", {"version": 1}).json()["text"] == ""
    told = api(places.nell, "POST", f"{base}/without", {"reason": "In spring"}).json()
    assert told["reason"] == "In spring"
    network = f"/networks/{places.network.pk}/equity"
    assert api(places.noor, "PUT", network, {"version": 0, "text": "All of us"}).status_code == 200
    assert api(places.nell, "GET", network).status_code == 404
    assert api(places.nell, "GET", base).json()["origin"] == "Bayline"


@pytest.mark.parametrize("versions", [1, 5])
def test_the_line_on_a_page_costs_one_question(places, work, versions, django_assert_num_queries, rf):
    from aimwell.contexts.people.equity.templatetags.equity import equity_definition

    for number in range(versions):
        define_equity(by=places.nell, place=places.team, version=number, text=f"Text {number}")
    request = rf.get("/")
    request.user = places.nell
    go_on_without(by=places.nell, team=places.team, reason="x")
    with django_assert_num_queries(2):  # and who may edit
        found = equity_definition({"request": request}, work)
    assert found["found"].now.text == f"Text {versions - 1}"
