"""What is done already, and what ideas rest on, in a real browser."""

import pytest

from aimwell.contexts.theory.services import add_part, start_inquiry


@pytest.mark.ac("S0 R-37")
@pytest.mark.ac("S1 R-23")
def test_practices_and_sources_stand_beside_the_drivers(live_server, ana, team, sign_in, desktop, axe):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
    way_in = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[way_in])
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/practices/")
    page.get_by_label("What we do already").fill("We call on hands that are up")
    page.get_by_label("What does it do to the problem?").select_option("worsens")
    page.get_by_role("button", name="Add this practice").click()
    page.get_by_text("We call on hands that are up").first.wait_for()
    axe(page)
    page.goto(f"/i/{inquiry.pk}/grounds/")
    page.get_by_role("button", name="It is a local hunch, untested").click()
    page.locator("#ideas").get_by_text("local hunch, untested").wait_for()
    axe(page)
    page.goto(f"/i/{inquiry.pk}/drivers/")
    beside = page.locator(".beside-drivers")
    assert "We call on hands that are up" in beside.inner_text()
    assert "local hunch, untested" in beside.inner_text()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
