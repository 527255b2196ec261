"""From a line in the log to a checked problem, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from aimwell.contexts.theory.models import Inquiry


@pytest.mark.ac("S0 R-41")
@pytest.mark.ac("S4 R-4")
@pytest.mark.ac("S4 R-5")
def test_a_line_of_the_log_becomes_a_checked_problem(live_server, ana, team, phone, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/noticed/")
    axe(phone)
    phone.get_by_label("What did you notice?").fill("Students look at the clock")
    phone.get_by_role("button", name="Put it in the log").click()
    phone.get_by_role("button", name="Seen again today").click()
    expect(phone.get_by_text("seen 2 times")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Work on this").click()
    expect(phone.locator("h1")).to_have_text("Students look at the clock")
    phone.get_by_text("Add a statement of fact", exact=True).click()
    facts = phone.locator("#evidence")
    facts.get_by_label("What you counted, saw or read").last.fill("11 of 24 looked up in two minutes")
    facts.get_by_label("Where it comes from").last.fill("Room 12, Monday")
    phone.get_by_role("button", name="Keep this statement").click()
    phone.get_by_text("Say what the data show", exact=True).click()
    phone.get_by_label("What do the data say?").select_option("verified")
    phone.get_by_label("It rests on").select_option(index=1)
    phone.get_by_role("button", name="Keep this answer").click()
    expect(phone.locator("#check strong")).to_have_text("Borne out")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    inquiry = Inquiry.objects.get()
    assert (inquiry.verification, inquiry.verified_by) == ("verified", ana)
    assert re.match(r"In our problem log 2 times", inquiry.how_known)
