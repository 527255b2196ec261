"""How few taps it takes on a phone: to the huddle, to a note on one's own time, and to a first page to hand around."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle.models import NoteUse
from aimwell.contexts.theory.services import go_on_unchecked, start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


class Taps:
    """A finger that counts. What is typed is prose and counts for nothing."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        page.context.set_default_timeout(30_000)

    def on(self, target: Locator) -> None:
        self.count += 1
        with self.page.expect_navigation():
            target.tap()


@pytest.fixture
def doing(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    go_on_unchecked(by=ana, inquiry=inquiry, reason="We see it every day")
    look_on = timezone.localdate() + datetime.timedelta(days=7)
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason", "look_on": look_on}
    draft = cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", **plan)
    return cycles.start_do(by=ana, cycle=draft)


@pytest.mark.ac("S1 R-55")
def test_from_today_the_huddle_opens_in_two_taps_and_its_notes_go_to_the_active_cycle(phone, ana, team, doing, sign_in):
    at = timezone.localtime().time().replace(microsecond=0)
    meeting = meetings.add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate(), at=at, minutes=15)
    sign_in(phone, ana)
    finger = Taps(phone)
    phone.goto("/")
    finger.on(phone.get_by_role("link", name=re.compile("^Huddle, ")))
    finger.on(phone.get_by_role("link", name="Open the huddle"))
    assert finger.count == 2
    expect(phone.get_by_role("button", name="Start the clock")).to_be_visible()
    assert phone.url.endswith(f"/meetings/{meeting.pk}/huddle/")
    finger.on(phone.get_by_role("button", name="Start the clock"))
    phone.get_by_label("A line for the notes").fill("Room 14 ran out of time.")
    phone.get_by_role("button", name="Keep this line").tap()
    expect(phone.locator("[data-sentence]")).to_contain_text("Room 14 ran out of time.")
    phone.locator("[data-sentence]").get_by_text("Room 14 ran out of time.").tap()
    finger.on(phone.get_by_role("button", name="Send to Do"))
    assert [entry.text for entry in doing.entries.all()] == ["Room 14 ran out of time."]
    assert NoteUse.objects.get().cycle == doing


@pytest.mark.ac("S0 R-50")
def test_after_signing_in_a_note_for_the_cycle_takes_fewer_than_three_taps(phone, ana, doing, sign_in):
    sign_in(phone, ana)
    finger = Taps(phone)
    phone.goto("/")
    finger.on(phone.get_by_role("link", name="Cycle 1: Starters on desk cards"))
    phone.get_by_label("What happened?").fill("They argue in Spanish first")
    phone.get_by_role("button", name="Add it").tap()
    expect(phone.locator(".stream")).to_contain_text("They argue in Spanish first")
    assert finger.count + 1 < 3
    assert doing.entries.get().text == "They argue in Spanish first"
