"""A team asks for class cover on a phone; the principal answers; the team reads it."""

import pytest
from playwright.sync_api import expect

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole, OrgRoleKind


@pytest.mark.ac("S1 R-58")
def test_a_request_comes_back_with_an_answer(live_server, ana, team, person, phone, sign_in, axe):
    principal = person("Pat Principal")
    team.org = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    team.save(update_fields=["org"])
    OrgRole.objects.create(org=team.org, user=principal, kind=OrgRoleKind.PRINCIPAL)
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/support/")
    axe(phone)
    phone.get_by_label("What would help?").select_option("class_cover")
    phone.get_by_label("What do you ask for, in your own words?").fill("Somebody to cover Room 12 on Friday")
    phone.get_by_role("button", name="Ask for it").click()
    expect(phone.get_by_text("Asked 0 days ago")).to_be_visible()
    axe(phone)
    sign_in(phone, principal)
    phone.goto("/support-requests/")
    axe(phone)
    phone.locator("input[value=partly]").check()
    phone.get_by_label("In one sentence").fill("From 9:20 on")
    phone.get_by_role("button", name="Send the answer").click()
    expect(phone.locator("main").get_by_text("partly: From 9:20 on")).to_be_visible()
    axe(phone)
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/support/")
    expect(phone.get_by_text("Partly: From 9:20 on")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
