"""The aim with its cards, the signs on the way, and what equity means: one journey, and every page for every reader."""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.people.equity.models import EquityDefinition
from aimwell.contexts.theory.models import Aim, Indicator
from aimwell.contexts.theory.services import add_indicator, choose_equity, set_aim, start_inquiry


@pytest.fixture
def inquiry(live_server, ana, team):
    return start_inquiry(by=ana, team=team, problem="Few complete the aid form", for_whom="all seniors")


@pytest.fixture
def whole(ana, inquiry):
    facts = {"what": "complete the aid form", "for_whom": "all seniors", "baseline": 70, "target": 90, "headcount": 420}
    set_aim(by=ana, inquiry=inquiry, by_when=datetime.date(2099, 5, 28), **facts)
    choose_equity(by=ana, inquiry=inquiry, version=1, equity="groups", equity_words="Students at the night school")
    add_indicator(by=ana, inquiry=inquiry, name="Forms begun", expected_on=datetime.date(2098, 12, 1))
    return inquiry


@pytest.mark.ac("S4 R-34")
def test_an_aim_is_written_asked_about_and_answered(sign_in, ana, inquiry, desktop):
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/aim/")
    page.get_by_label("Does what").fill("complete the aid form")
    page.get_by_text("More: where, and how many students").click()
    page.get_by_label("How many students is that?").fill("420")
    page.get_by_label("How much").fill("90")
    page.locator("#aim-sentence").get_by_text("by when: missing; baseline: missing").wait_for()
    page.get_by_role("button", name="Save the aim").click()
    page.get_by_text("When the target is met, 42 of 420 students are still outside it.").wait_for()
    page.get_by_text("Answer, or say why not yet").click()
    page.get_by_label("And what about them?").fill("A counselor asks each of them")
    page.get_by_role("button", name="Keep this answer").click()
    page.locator("#outside").get_by_text("A counselor asks each of them").first.wait_for()
    page.get_by_text("Say what it says on equity").click()
    page.get_by_label("What does this aim say on equity?").select_option("furthest")
    page.get_by_role("button", name="Keep this on equity").click()
    page.locator("#equity").get_by_text("Students who are furthest from opportunity").first.wait_for()
    aim = Aim.objects.get()
    assert (aim.headcount, aim.outside, aim.equity) == (420, "A counselor asks each of them", "furthest")


@pytest.mark.ac("S1 R-20")
def test_a_sign_is_added_without_scripts(sign_in, ana, inquiry, no_script):
    page = no_script
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/signs/")
    page.get_by_label("What will move").fill("Forms begun")
    page.get_by_label("Expected by").fill("2098-12-01")
    page.get_by_label("If there is none: who sets it up?").fill("Devon")
    page.get_by_role("button", name="Add this sign").click()
    page.get_by_text("to be set up by Devon").wait_for()
    page.locator("#signs a", has_text="Change").click()
    page.get_by_role("button", name="Set aside").click()
    page.get_by_role("button", name="Undo").click()
    assert Indicator.objects.get().ended_at is None


@pytest.mark.ac("S4 R-1")
def test_a_meaning_is_asked_for_written_and_shown(sign_in, ana, team, inquiry, phone):
    page = phone
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/problem/")
    page.get_by_text("What does equity mean here? Nobody has written it yet.").click()
    page.get_by_role("link", name="Write it").click()
    page.get_by_label("What equity means here").fill("Every senior is asked, and none is left to find out alone.")
    page.get_by_role("button", name="Keep this meaning").click()
    page.get_by_text("Not complete yet: an example from here is missing.").wait_for()
    page.goto(f"/i/{inquiry.pk}/aim/")
    page.locator(".equity-here summary").click()
    expect(page.locator(".equity-here").get_by_text("Every senior is asked")).to_be_visible()
    assert EquityDefinition.objects.get().team == team


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_pages_are_accessible_and_never_scroll_sideways(request, sign_in, ana, team, whole, axe, device):
    page = request.getfixturevalue(device)
    sign_in(page, ana)
    for path in (f"/i/{whole.pk}/aim/", f"/i/{whole.pk}/signs/", f"/t/{team.pk}/equity/"):
        page.goto(path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_answer_is_printed_with_the_aim(sign_in, ana, whole, desktop):
    Aim.objects.update(outside="A counselor asks each of them")
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{whole.pk}/aim/")
    page.emulate_media(media="print")
    expect(page.locator("#outside").get_by_text("A counselor asks each of them").first).to_be_visible()
    expect(page.get_by_role("button", name="Save the aim")).to_be_hidden()
    page.emulate_media(media="screen")
