"""Meetings in the browser: a rhythm from nothing, the agenda by keyboard, one press on a phone to call one off."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.models import Held, Meeting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def meeting(ana, team):
    on = timezone.localdate() + dt.timedelta(days=2)
    made = services.add_meeting(by=ana, team=team, kind="huddle", on=on, at=dt.time(12, 20))
    for title in ("First", "Second"):
        services.add_item(by=ana, meeting=made, title=title)
    return made


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.ac("S1 R-54")
def test_a_rhythm_is_planned_in_two_presses_and_taken_back_in_one(desktop, ana, team, sign_in, axe, live_server):
    sign_in(desktop, ana)
    desktop.goto(live_server.url + reverse("meetings:list", args=[team.pk]))
    axe(desktop)
    desktop.get_by_role("link", name="Plan a rhythm").click()
    desktop.get_by_role("button", name="Show the meetings").click()
    expect(desktop.get_by_role("heading", name=re.compile(r"^\d+ meetings$"))).to_be_visible()
    axe(desktop)
    assert not Meeting.objects.exists()
    desktop.get_by_role("button", name="Plan these meetings").click()
    expect(desktop.get_by_role("heading", name="Our rhythm")).to_be_visible()
    assert Meeting.objects.filter(ended_at=None).count() > 1
    axe(desktop)
    desktop.get_by_role("button", name="Undo").click()
    expect(desktop.get_by_role("heading", name="When do you meet?")).to_be_visible()
    assert not Meeting.objects.filter(ended_at=None, on__gt=timezone.localdate()).exists()


@pytest.mark.ac("S3 R-38")
def test_the_agenda_moves_by_keyboard(desktop, ana, meeting, sign_in, axe, live_server):
    sign_in(desktop, ana)
    desktop.goto(live_server.url + reverse("meetings:meeting", args=[meeting.pk]))
    axe(desktop)
    desktop.get_by_role("button", name=re.compile("^Down ?: First")).focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".agenda li").first).to_contain_text("Second")
    desktop.get_by_role("link", name=re.compile("^Change ?: Second")).click()
    desktop.get_by_label("Minutes").fill("9")
    desktop.get_by_role("button", name="Keep the change").click()
    expect(desktop.locator(".agenda li").first).to_contain_text("9 min")


@pytest.mark.ac("S3 R-35")
def test_on_a_phone_one_press_calls_a_meeting_off_and_one_brings_it_back(
    phone, ana, meeting, sign_in, axe, live_server
):
    sign_in(phone, ana)
    phone.goto(live_server.url + reverse("meetings:meeting", args=[meeting.pk]))
    axe(phone)
    assert fits(phone)
    phone.get_by_role("button", name="Call this meeting off").click()
    expect(phone.get_by_role("status")).to_contain_text("called off")
    meeting.refresh_from_db()
    assert meeting.status == Held.CANCELLED
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("status")).to_contain_text("planned again")
    meeting.refresh_from_db()
    assert meeting.status == Held.PLANNED
