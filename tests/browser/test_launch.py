"""A team of two begins: norms in silence, then agreed; what is missing; the primer."""

import pytest
from playwright.sync_api import expect


@pytest.mark.ac("S3 R-25")
@pytest.mark.ac("S3 R-26")
def test_a_team_begins(live_server, ana, devon, team, phone, sign_in, axe):
    from aimwell.contexts.meetings.launch.services import propose_norms

    propose_norms(by=devon, team=team, text="We never joke about a count")
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/launch/")
    axe(phone)
    phone.get_by_role("link", name="Agree on norms").click()
    expect(phone.get_by_text("1 of 2 have proposed.")).to_be_visible()
    expect(phone.get_by_text("We never joke")).to_have_count(0)
    phone.get_by_label("What would make it safe").fill("We begin on time")
    phone.get_by_role("button", name="Propose").click()
    axe(phone)
    phone.get_by_role("button", name="Show all proposals").click()
    expect(phone.get_by_label("Our norms")).to_have_value("We begin on time\nWe never joke about a count")
    axe(phone)
    phone.get_by_role("button", name="We agree on these").click()
    expect(phone.get_by_role("heading", name="We agreed")).to_be_visible()
    phone.goto(f"/t/{team.pk}/launch/conditions/")
    phone.locator("label.choice", has_text="missing").first.click()
    phone.get_by_label("What would help").first.fill("Cover on Thursdays")
    phone.get_by_role("button", name="Keep today’s look").click()
    expect(phone.get_by_text("What would help: Cover on Thursdays")).to_be_visible()
    axe(phone)
    phone.goto(f"/t/{team.pk}/launch/primer/")
    phone.get_by_role("button", name="I have read it").click()
    expect(phone.get_by_text("1 of 2 have read it.")).to_be_visible()
    expect(phone.locator("#norms")).to_contain_text("done")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
