"""A round of ninety days on a phone: begun, moved, set aside and back."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from aimwell.contexts.cycles.rounds.models import CycleRound
from aimwell.contexts.theory.services import start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S4 R-45")
def test_a_round_is_begun_moved_and_set_aside(phone, ana, team, sign_in, axe, live_server):
    start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    sign_in(phone, ana)
    phone.goto(live_server.url + reverse("rounds:year", args=[team.pk]))
    axe(phone)
    expect(phone.get_by_text("January 11 to April 11, 90 days")).to_be_visible()
    expect(phone.get_by_label("How many days")).to_have_value("90")
    phone.get_by_role("button", name="Begin this round").click()
    expect(phone.get_by_role("status")).to_contain_text("The round ends on")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("link", name="Change").first.click()
    phone.get_by_label("How many days").fill("120")
    phone.get_by_role("button", name="Keep these days").click()
    expect(phone.get_by_text("Most rounds take 45 to 90 days.").first).to_be_visible()
    assert CycleRound.objects.get().days == 120
    phone.get_by_role("link", name="Change").first.click()
    axe(phone)
    phone.get_by_role("button", name="Set this round aside").click()
    expect(phone.get_by_role("link", name="Change")).to_have_count(0)
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("link", name="Change").first).to_be_visible()
