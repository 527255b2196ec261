"""The nine steps on a phone, with and without JavaScript: chosen, renamed, walked in any order, one left for later."""

import pytest
from playwright.sync_api import expect

from browser.checks import stop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S1 R-9")
@pytest.mark.parametrize("screen", ["phone", "no_script"])
def test_nine_steps_on_a_phone(request, screen, ana, team, sign_in):
    from aimwell.contexts.theory.services import start_inquiry

    inquiry = start_inquiry(by=ana, team=team, problem="Few of our fifth graders say why")
    page = request.getfixturevalue(screen)
    page.context.set_default_timeout(20_000)
    sign_in(page, ana)
    page.goto(f"/t/{team.pk}/steps/")
    page.get_by_role("button", name="Use this path").click()
    row = page.get_by_role("row", name="Causal analysis")
    row.locator("summary").click()
    row.get_by_label("Name in English").fill("Why it happens")
    row.get_by_label("Place").fill("1")
    stop(page, ask_axe=screen == "phone")
    page.get_by_role("button", name="Keep these steps").click()

    page.goto(f"/i/{inquiry.pk}/aim/")
    bar = page.locator(".way")
    expect(bar.locator("summary")).to_have_text("Step 4 of 9: Improvement aim")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    expect(bar.get_by_text("Ask why it happens.")).to_be_visible()
    stop(page, ask_axe=screen == "phone")
    bar.get_by_role("link", name="Coherence check").click()
    expect(page.locator(".way summary")).to_have_text("Step 8 of 9: Coherence check")
    page.locator(".way").get_by_role("link", name="Why it happens").click()
    expect(page.locator(".way summary")).to_contain_text("of 9: Why it happens")

    page.locator(".way").get_by_role("link", name="All steps").click()
    step = page.locator("#step-research")
    step.locator("summary").click()
    step.get_by_label("One line on why").fill("We read in May")
    step.get_by_role("button").click()
    expect(page.locator("#step-research")).to_contain_text("We read in May")
    stop(page, ask_axe=screen == "phone")
