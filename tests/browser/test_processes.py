"""A process map in a real browser, by keyboard: steps, a question with two ways out, a count, a cause."""

import pytest

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.processes.models import Step
from aimwell.contexts.theory.services import add_bone, start_inquiry


@pytest.mark.ac("S2 R-11")
@pytest.mark.ac("S1 R-15")
def test_a_map_grows_and_feeds_the_fishbone(live_server, ana, team, sign_in, desktop, axe):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
    add_bone(by=ana, inquiry=inquiry, name="Time")
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/processes/")
    page.get_by_label("Which work do you want to see?").fill("Partner talk")
    page.keyboard.press("Enter")
    new = page.locator("#new-step")
    for words, kind in (("The task is read", "start"), ("Has everyone an idea?", "decision"), ("Both said why", "end")):
        new.get_by_label("What happens").fill(words)
        new.get_by_label("Kind").select_option(kind)
        new.get_by_role("button", name="Add this step").click()
        page.locator(".steps .row-text", has_text=words).wait_for()
    asks = Step.objects.get(kind="decision")
    row = page.locator(f"#step-{asks.pk}")
    row.get_by_text("Change").first.click()
    row.get_by_label("If no, it goes to").select_option(label="1. The task is read")
    row.get_by_role("button", name="Save this step").click()
    page.locator(f"#step-{asks.pk}", has_text="no: goes to 1").wait_for()
    assert page.locator(".process-drawing svg .d-node").count() == 3
    row.get_by_text("Count here").click()
    row.get_by_label("How often you looked").fill("40")
    row.get_by_label("How often it went otherwise").fill("17")
    row.get_by_role("button", name="Keep this count").click()
    page.locator("#otherwise").wait_for()
    row.get_by_text("Count here").click()
    row.get_by_label("The cause").fill("We start before everyone has an idea")
    row.get_by_role("button", name="Put it on the fishbone").click()
    row.get_by_role("link", name="Now a cause").wait_for()
    assert Cause.objects.get().text == "We start before everyone has an idea"
    axe(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
