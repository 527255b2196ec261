"""The digest in the browser: choose it, see it as it would go, stop it from the letter without signing in."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.meetings.services import add_meeting
from aimwell.contexts.reports.digest.models import DigestChoice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S1 R-91")
def test_choose_it_see_it_and_stop_it(phone, open_page, ana, team, sign_in, axe):
    add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate() + datetime.timedelta(days=1))
    sign_in(phone, ana)
    phone.goto("/settings/")
    phone.get_by_role("link", name="Digest by e-mail").click()
    axe(phone)
    phone.get_by_label("once a week").check()
    phone.get_by_label("Time", exact=True).fill("19:00")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("alert")).to_contain_text("19:00 lies in the quiet hours")
    axe(phone)
    phone.get_by_label("Time", exact=True).fill("07:30")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("The next one goes on", exact=False)).to_be_visible()
    phone.get_by_role("link", name="See it now").click()
    expect(phone.get_by_text("Your week in Aimwell")).to_be_visible()
    expect(phone.get_by_role("link", name="Huddle, ", exact=False)).to_be_visible()
    axe(phone)
    stop = phone.get_by_role("link", name="Stop it").get_attribute("href")

    visitor = open_page(width=1280)
    visitor.goto(stop)
    axe(visitor)
    assert DigestChoice.objects.get(user=ana).pace == "weekly"
    visitor.get_by_role("button", name="Stop the digest").click()
    expect(visitor.get_by_role("heading", name="The digest is stopped")).to_be_visible()
    axe(visitor)
    assert DigestChoice.objects.get(user=ana).pace == "never"
