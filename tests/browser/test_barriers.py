"""A team writes down what stands in its way and clears it by keyboard; it gets the numbers ready for its meeting."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect


@pytest.mark.ac("S1 R-59")
def test_a_barrier_is_written_down_and_cleared_by_keyboard(live_server, ana, devon, team, phone, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/barriers/")
    axe(phone)
    phone.get_by_label("What stands in the way?").fill("The bell rings in the quiet minute")
    phone.get_by_text("Who clears it, where, since when").press("Enter")
    phone.get_by_label("Or who, in words").fill("the principal")
    phone.get_by_label("Since when").fill((timezone.localdate() - dt.timedelta(days=6)).isoformat())
    phone.get_by_role("button", name="Write it down").press("Enter")
    expect(phone.get_by_text("the principal clears it")).to_be_visible()
    axe(phone)
    phone.locator("summary", has_text="It is cleared").press("Enter")
    phone.get_by_label("How, in one sentence").fill("It is off from 9 to 10")
    phone.get_by_role("button", name="It is cleared").press("Enter")
    better = phone.get_by_text("Cleared in 6 days by the principal: It is off from 9 to 10")
    expect(better).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Undo").press("Enter")
    expect(better).to_have_count(0)
    expect(phone.get_by_role("heading", name="In the way now")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.ac("S1 R-45")
def test_the_numbers_are_ready_for_the_meeting(live_server, ana, devon, team, phone, sign_in, axe):
    from aimwell.contexts.meetings.services import add_meeting

    meeting = add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate() + dt.timedelta(days=2))
    sign_in(phone, ana)
    phone.goto(f"/meetings/{meeting.pk}/")
    phone.get_by_role("link", name="What to have ready").click()
    axe(phone)
    phone.get_by_label("What to have ready").fill("Bring the counts of Room 12")
    phone.get_by_role("button", name="Put it on the list").press("Enter")
    expect(phone.get_by_text("Ana Ruiz, whose turn it is")).to_be_visible()
    axe(phone)
    phone.goto(f"/meetings/{meeting.pk}/")
    axe(phone)
    phone.get_by_role("button", name="It is ready").press("Enter")
    expect(phone.get_by_text("ready since")).to_be_visible()
    phone.get_by_role("link", name="Change what to have ready").click()
    expect(phone.get_by_role("table")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
