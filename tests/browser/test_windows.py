"""Snow days in the browser: what moves is seen first, moved, and taken back in one press."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.theory.services import start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S0 R-57")
def test_snow_days_move_the_look_and_one_press_takes_it_back(phone, ana, team, sign_in, axe):
    look_on = timezone.localdate() + datetime.timedelta(days=5)
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain")
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="One quiet minute", look_on=look_on)
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/days/")
    axe(phone)
    phone.get_by_role("link", name="Move open dates").click()
    phone.get_by_label("What happened?").fill("Snow days")
    phone.get_by_label("How many days").fill("3")
    phone.get_by_role("button", name="See what moves").click()
    expect(phone.get_by_text("One quiet minute")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Move them").click()
    expect(phone.get_by_text("Open dates have moved.", exact=False)).to_be_visible()
    assert Cycle.objects.get(pk=cycle.pk).look_on > look_on
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_text("Dates are as they were", exact=False)).to_be_visible()
    assert Cycle.objects.get(pk=cycle.pk).look_on == look_on
