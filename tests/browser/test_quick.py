"""The quick log in the browser: one line on a phone, a lost connection, and a cycle made of it."""

import re

import pytest
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.quick.models import Tried

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S1 R-37")
def test_a_line_written_without_a_connection_arrives_once_and_becomes_a_cycle(phone, ana, team, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/tried/")
    axe(phone)
    phone.context.set_offline(True)
    phone.get_by_label("What did you try?").fill("Partners wrote one word first")
    phone.get_by_role("button", name="Keep this line").click()
    expect(phone.get_by_text("is safe on this phone", exact=False)).to_be_visible()
    assert not Tried.objects.exists()
    phone.context.set_offline(False)
    expect(phone.get_by_text("has arrived", exact=False)).to_be_visible()
    assert Tried.objects.count() == 1
    phone.goto(f"/t/{team.pk}/tried/")
    phone.locator("summary", has_text="Make it a cycle").click()
    phone.get_by_role("button", name="Make it a cycle").click()
    phone.wait_for_url(re.compile(r"/cycles/\d+/"))
    expect(phone.get_by_text("No prediction recorded")).to_be_visible()
    axe(phone)
    assert Cycle.objects.get().origin == "quick"
