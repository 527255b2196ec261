"""A cycle told to peers: the question to them, what they ask, the answer, by keyboard on a phone; and the brief."""

import datetime

import pytest
from playwright.sync_api import expect

PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students", "look_on": datetime.date(2027, 1, 29)}


@pytest.fixture
def cycle(ana, team):
    from aimwell.contexts.cycles.services import draft_cycle, start_do
    from aimwell.contexts.theory.services import start_inquiry

    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    return start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", **PLAN))


@pytest.fixture
def coach(person, ana, team, cycle):
    from aimwell.contexts.people.models import CoachAssignment
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    user = person("Cora Coach")
    CoachAssignment.objects.create(user=user, team=team)
    share(by=ana, obj=cycle, rung=Rung.COACH)
    return user


@pytest.mark.ac("S1 R-60")
def test_a_cycle_is_told_and_peers_ask(live_server, ana, coach, cycle, phone, desktop, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{cycle.pk}/")
    door = phone.get_by_role("link", name="Share this cycle in 15 minutes")
    door.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Not yet: we have no result so far.")).to_be_visible()
    axe(phone)
    phone.get_by_label("Our question to you").focus()
    phone.keyboard.type("How do the quiet ones begin?")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator(".share-sheet")).to_contain_text("How do the quiet ones begin?")
    sign_in(desktop, coach)
    desktop.goto(f"/cycles/{cycle.pk}/share-out/")
    desktop.get_by_label("Your question to the team").fill("Who never spoke?")
    desktop.get_by_role("button", name="Send the question").click()
    expect(desktop.get_by_text("The team sees your question.")).to_be_visible()
    axe(desktop)
    phone.goto(f"/cycles/{cycle.pk}/share-out/")
    answer = phone.locator("summary", has_text="Answer")
    answer.focus()
    phone.keyboard.press("Enter")
    phone.get_by_label("Our answer").focus()
    phone.keyboard.type("Two of the quiet ones.")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("#questions")).to_contain_text("Two of the quiet ones.")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desktop.reload()
    expect(desktop.locator("#questions")).to_contain_text("Two of the quiet ones.")
    phone.get_by_role("link", name="Show it large").click()
    expect(phone.get_by_role("heading", name="Starters on desk cards")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.ac("S3 R-42")
def test_a_brief_for_those_who_were_not_there(live_server, ana, team, cycle, phone, sign_in, axe):
    from django.utils import timezone

    from aimwell.contexts.meetings.services import add_meeting, decide

    meeting = add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate())
    decide(by=ana, meeting=meeting, text="Move the bell")
    sign_in(phone, ana)
    phone.goto(f"/meetings/{meeting.pk}/")
    phone.get_by_role("link", name="In brief, for those who were not there").click()
    expect(phone.locator("#decided")).to_contain_text("Move the bell")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("link", name="Move the bell", exact=True).click()
    expect(phone.get_by_role("heading", name="Decisions")).to_be_visible()
