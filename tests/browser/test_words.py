"""A team names a term in its own words and goes over to light; with and without JavaScript, wide and narrow."""

import pytest
from playwright.sync_api import expect

from browser.checks import stop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S4 R-60", "S4 R-61")
@pytest.mark.parametrize("screen", ["desktop", "phone", "no_script"])
def test_a_team_names_a_term_and_chooses_light(request, screen, ana, team, sign_in):
    page = request.getfixturevalue(screen)
    sign_in(page, ana)
    page.goto(f"/t/{team.pk}/more/")
    page.get_by_role("link", name="Words in use").click()
    expect(page.locator("h1")).to_have_text("Words in use")
    if screen != "no_script":
        stop(page)
    page.get_by_role("link", name="cycle", exact=True).click()
    page.get_by_label("English, one").fill("inquiry loop")
    page.get_by_label("English, many").fill("inquiry loops")
    page.get_by_role("button", name="Look first").click()
    expect(page.locator("main")).to_contain_text("Start another inquiry loop")
    if screen != "no_script":
        stop(page)
    page.get_by_role("button", name="Keep this word").click()
    expect(page.locator("header, nav").get_by_role("link", name="Inquiry loops").first).to_be_attached()
    page.goto(f"/t/{team.pk}/method/")
    page.get_by_label("Light").check()
    page.get_by_role("button", name="Choose this method").click()
    expect(page.get_by_label("Light")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if screen != "no_script":
        stop(page)
