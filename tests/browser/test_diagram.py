"""The theory on other days, and as a file, in a real browser."""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.theory.diagram.models import KeptVersion
from aimwell.contexts.theory.models import Part
from aimwell.contexts.theory.services import add_part, change_part, start_inquiry
from aimwell.demo.clock import as_if


def day(text):
    return datetime.datetime.fromisoformat(f"{text}T16:00+00:00")


@pytest.fixture
def grown(live_server, ana, team):
    """A theory that was said otherwise in October and grew in November."""
    with as_if(day("2026-09-10")):
        inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
        way = add_part(by=ana, inquiry=inquiry, kind="primary", text="Partners talk more")
    with as_if(day("2026-10-05")):
        change_part(by=ana, part=way, version=None, text="Everyone has a way into the talk")
    with as_if(day("2026-11-03")):
        add_part(by=ana, inquiry=inquiry, kind="secondary", text="Time to think before talking", parents=[way])
    return inquiry


@pytest.mark.ac("S3 R-17")
@pytest.mark.ac("S2 R-23")
def test_the_slider_goes_back_by_keyboard_and_the_page_says_what_changed(desktop, ana, grown, sign_in, axe):
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{grown.pk}/drivers/")
    page.get_by_role("link", name="Then and now").click()
    expect(page.get_by_role("heading", name="2 changes")).to_be_visible()
    slider = page.get_by_role("slider", name="Day shown")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("heading", name="1 change", exact=True).wait_for()
    told = page.get_by_text("“Partners talk more” is now “Everyone has a way into the talk”")
    expect(told).to_be_visible()
    assert "New: “Time to think" not in page.inner_text("main")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("heading", name="Nothing changed between these days").wait_for()
    axe(page)
    assert "to=2026-09-10" in page.url  # the day can be sent to somebody
    page.reload()
    expect(page.get_by_role("heading", name="Nothing changed between these days")).to_be_visible()


def test_a_version_is_kept_on_a_phone_without_scripts(no_script, ana, grown, sign_in):
    page = no_script
    sign_in(page, ana)
    page.goto(f"/i/{grown.pk}/drivers/then/")
    page.get_by_role("link", name="September 10, 2026").click()
    expect(page.get_by_role("heading", name="Nothing changed between these days")).to_be_visible()
    page.get_by_text("Keep a version").click()
    assert page.get_by_label("Name of this version").input_value() == "2026-27"
    page.get_by_label("Name of this version").fill("Our first guess")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Our first guess, compared with now").click()
    expect(page.get_by_role("heading", name="2 changes")).to_be_visible()
    assert KeptVersion.objects.get().day == datetime.date(2026, 9, 10)


@pytest.mark.ac("S2 R-22")
def test_a_theory_goes_out_as_a_list_and_comes_back_with_more(phone, ana, grown, sign_in, axe):
    page = phone
    sign_in(page, ana)
    page.goto(f"/i/{grown.pk}/drivers/file/")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download the list").click()
    text = started.value.path().read_text(encoding="utf-8")
    page.get_by_label("Or paste it").fill(text + "      - I A quiet minute\n      - P Not here\n")
    page.get_by_role("button", name="Look at the changes").click()
    expect(page.locator("main")).to_contain_text("cannot stand there")
    axe(page)
    lines = page.get_by_label("The lines")
    lines.fill(lines.input_value().replace("      - P Not here\n", ""))
    page.get_by_role("button", name="Look again").click()
    expect(page.locator("main")).to_contain_text("New: “A quiet minute”")
    axe(page)
    page.get_by_role("button", name="Take it in").click()
    assert Part.objects.get(text="A quiet minute").links_up.get().parent.text == "Time to think before talking"
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("The theory is as it was before “pasted text”.").wait_for()
    assert Part.objects.get(text="A quiet minute").ended_at is not None
