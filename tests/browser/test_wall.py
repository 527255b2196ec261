"""A photo of chart paper on a phone, by keyboard: added, its words typed, its lines put on the fishbone and undone."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.services import add_bone, start_inquiry
from aimwell.contexts.theory.wall.models import WallPhoto


@pytest.fixture
def inquiry(live_server, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason")
    for name in ("Time", "Tasks"):
        add_bone(by=ana, inquiry=inquiry, name=name)
    return inquiry


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.ac("S4 R-30")
def test_chart_paper_becomes_causes_by_keyboard(inquiry, ana, sign_in, phone, axe):
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "navy").save(out, "JPEG")
    sign_in(phone, ana)
    phone.goto(f"/i/{inquiry.pk}/causes/")
    phone.get_by_role("link", name="Photos of chart paper").focus()
    phone.keyboard.press("Enter")
    phone.get_by_label("Photo", exact=True).set_input_files(
        {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    expect(phone.get_by_role("img", name="The picture you chose")).to_be_visible()
    phone.get_by_label("What does it show?").fill("Our fishbone in marker")
    phone.get_by_label("We looked: no name").focus()
    phone.keyboard.press("Space")
    axe(phone)
    assert fits(phone)
    phone.get_by_role("button", name="Add this photo").focus()
    phone.keyboard.press("Enter")
    shown = phone.get_by_role("img", name="Our fishbone in marker")
    expect(shown).to_have_js_property("naturalWidth", 800)
    words = phone.get_by_role("textbox", name="The words on it")
    words.fill("Nobody reads aloud\nTime:\nWe hurry\nThe bell cuts us off")
    phone.get_by_role("button", name="Save the words").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Saved.")).to_be_visible()
    axe(phone)
    assert fits(phone)
    phone.get_by_role("link", name="Make causes of these lines").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("checkbox", name="We hurry")).to_be_checked()
    phone.get_by_role("checkbox", name="Nobody reads aloud").focus()
    phone.keyboard.press("Space")
    phone.get_by_label("Bone: Nobody reads aloud").select_option(label="Tasks")
    axe(phone)
    assert fits(phone)
    phone.get_by_role("button", name="Look at them first").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="This is what would go on the fishbone")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Put 3 causes on the fishbone").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("3 lines are causes now.")).to_be_visible()
    told = list(Cause.objects.order_by("pk").values_list("bone__name", "text"))
    assert told == [("Tasks", "Nobody reads aloud"), ("Time", "We hurry"), ("Time", "The bell cuts us off")]
    expect(phone.locator(".wall-strip img")).to_be_visible()
    phone.get_by_role("button", name="Undo").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("3 causes are taken back.")).to_be_visible()
    assert not Cause.objects.filter(ended_at=None).exists()


def test_side_by_side_on_a_wide_screen_and_without_scripts(inquiry, ana, sign_in, desktop, no_script):
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "navy").save(out, "PNG")
    sign_in(no_script, ana)
    no_script.goto(f"/i/{inquiry.pk}/wall/")
    no_script.get_by_label("Photo", exact=True).set_input_files(
        {"name": "wall.png", "mimeType": "image/png", "buffer": out.getvalue()}
    )
    no_script.get_by_label("What does it show?").fill("The wall")
    no_script.get_by_role("button", name="Add this photo").click()
    no_script.get_by_role("heading", name="The wall").wait_for()
    sign_in(desktop, ana)
    desktop.goto(f"/wall/{WallPhoto.objects.get().pk}/")
    picture = desktop.get_by_role("img", name="The wall").bounding_box()
    typed = desktop.get_by_role("textbox", name="The words on it").bounding_box()
    assert typed["x"] >= picture["x"] + picture["width"]
    desktop.emulate_media(media="print")
    expect(desktop.get_by_role("img", name="The wall")).to_be_visible()
    expect(desktop.get_by_role("textbox", name="The words on it")).to_be_hidden()
