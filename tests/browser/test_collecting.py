"""Planned counts, rooms, a shared reading and a photo, on a phone and on a wide screen."""

import datetime
import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting.models import CountPlan, Photo, RoomTry, SharedReading
from aimwell.contexts.theory.services import start_inquiry

PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 1, 29)}


@pytest.fixture
def cycle(live_server, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason")
    return cycles.start_do(by=ana, cycle=cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Two answers", **PLAN))


@pytest.mark.ac("S1 R-29")
@pytest.mark.ac("S1 R-42")
def test_a_plan_its_counts_and_what_happened_in_a_room(cycle, ana, sign_in, phone, axe):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{cycle.pk}/")
    phone.get_by_role("link", name="Plan who counts on which day").click()
    phone.get_by_label("Who counts").fill("Room 12\nRoom 14")
    phone.get_by_label("First day").fill("2026-01-12")
    phone.get_by_label("Last day").fill("2026-01-13")
    axe(phone)
    phone.get_by_role("button", name="Keep this plan").click()
    expect(phone.get_by_text("0 of 4 planned counts came in.")).to_be_visible()
    came = phone.locator("#came")
    came.get_by_label("Room or person").fill("Room 14")
    came.get_by_label("Day", exact=True).fill("2026-01-12")
    came.get_by_label("Or: why no count came in").fill("Fire drill")
    came.get_by_role("button", name="Put it in").click()
    expect(phone.get_by_text("Jan 12 did not come in: Fire drill")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert CountPlan.objects.count() == 2
    cycles.begin_study(by=ana, cycle=cycle)
    phone.goto(f"/cycles/{cycle.pk}/")
    phone.get_by_role("link", name="Tell what really happened in each room").click()
    phone.get_by_label("Room or person").fill("Room 14")
    phone.get_by_text("Adapted", exact=True).click()
    phone.get_by_label("What was different?").fill("No quiet minute.")
    phone.get_by_role("button", name="Keep this").click()
    expect(phone.get_by_text("Adapted: No quiet minute.")).to_be_visible()
    axe(phone)
    assert RoomTry.objects.get().how == "adapted"


@pytest.mark.ac("S1 R-43")
def test_two_read_apart_talk_and_put_in_one_count(cycle, ana, devon, sign_in, desktop, phone, axe):
    sign_in(desktop, ana)
    desktop.goto(f"/cycles/{cycle.pk}/readings/")
    desktop.get_by_label("What do you read?").fill("Exit slips")
    desktop.get_by_label("How many pieces?").fill("2")
    desktop.get_by_label("Your codes").fill("reason\nno reason")
    desktop.get_by_role("button", name="Start this reading").click()
    desktop.get_by_role("heading", name="Exit slips").wait_for()
    at = f"/shared-reads/{SharedReading.objects.get().pk}/"
    sign_in(phone, devon)
    for reader, second in ((desktop, "no reason"), (phone, "reason")):
        reader.goto(at)
        reader.get_by_role("button", name="Start my own reading").click()
        reader.get_by_role("group", name="Piece 1").get_by_text("reason", exact=True).click()
        reader.get_by_role("group", name="Piece 2").get_by_text(second, exact=True).click()
        axe(reader)
        reader.get_by_role("button", name="I am done").click()
    expect(phone.get_by_text(re.compile("You gave 1 of 2 pieces the same code: 50"))).to_be_visible()
    phone.get_by_role("button", name=re.compile("We agree: no reason")).click()
    axe(phone)
    phone.get_by_role("button", name="Put 1 of 2 into Do").click()
    expect(phone.get_by_text("1 of 2 is a count in Do.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    entry = cycle.entries.get()
    assert (entry.count, entry.out_of) == (1, 2)


@pytest.mark.ac("S1 R-28")
def test_a_photo_goes_into_do(cycle, ana, sign_in, phone, axe):
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "navy").save(out, "JPEG")
    sign_in(phone, ana)
    phone.goto(f"/cycles/{cycle.pk}/")
    phone.get_by_role("link", name="Add a photo").click()
    phone.get_by_label("Photo", exact=True).set_input_files(
        {"name": "board.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    phone.get_by_label("What does it show?").fill("The board")
    phone.get_by_role("button", name="Add this photo").click()
    shown = phone.get_by_role("img", name="The board")
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("image => image.naturalWidth") > 0
    axe(phone)
    phone.goto(f"/cycles/{cycle.pk}/")
    expect(phone.get_by_role("img", name="The board")).to_be_visible()
    assert Photo.objects.get().entry.text == "The board"
