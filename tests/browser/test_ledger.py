"""The habits of a plan while it is typed, and one's own forecasts, on a phone."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.theory.services import start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inquiry(ana, team):
    return start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")


@pytest.mark.ac("S1 R-26")
def test_the_habits_follow_what_is_typed(phone, ana, inquiry, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/i/{inquiry.pk}/cycles/new/")
    panel = phone.locator("[data-craft]")
    expect(panel.locator("summary")).to_contain_text("0 of 4 habits")
    panel.locator("summary").click()
    phone.get_by_label("What will you try?").fill("Starters on desk cards")
    phone.get_by_label("This many").fill("12")
    phone.get_by_label("of", exact=True).fill("24")
    phone.get_by_label("Who or what is counted").fill("students give a reason")
    expect(panel).to_contain_text("Name what you count.")
    phone.get_by_text("More about the plan", exact=True).click()
    phone.get_by_label("Who and where").fill("Room 12")
    phone.get_by_label("What you count").fill("Reasons given to a partner")
    phone.get_by_label("When will you look?").fill((timezone.localdate() + timezone.timedelta(days=7)).isoformat())
    expect(panel.locator("summary")).to_contain_text("3 of 4 habits")
    expect(panel).to_contain_text("24 people × 7 days = 168")
    expect(panel).to_have_attribute("open", "")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="Draft this cycle").click()
    habits = phone.locator("#craft")
    expect(habits.locator("summary")).to_contain_text("3 of 7 habits")
    habits.locator("summary").click()
    expect(habits).to_contain_text("This comes in Study.")
    axe(phone)


def test_one_s_own_forecasts_from_the_menu(phone, ana, team, inquiry, sign_in, axe):
    now = timezone.now()
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason", "result_out_of": 24}
    done = {"state": "done", "locked_at": now, "locked_by": ana, "done_at": now, "learned": "They read the card."}
    chances = (90, 80, 80, 80, 70, 70, 60, 50, 20, 10)
    Cycle.objects.bulk_create(
        Cycle(
            owner_team=team, inquiry=inquiry, number=n, try_what=f"Cards {n}", chance=chance, result=8 + n % 2 * 5,
            **plan, **done,
        )
        for n, chance in enumerate(chances, 1)
    )  # fmt: skip
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/more/")
    phone.get_by_role("link", name="Your forecasts").click()
    expect(phone.locator("h1")).to_have_text("Your forecasts")
    expect(phone.get_by_text("By the chances you gave, about 6.1 of 10 would hold. 5 did.")).to_be_visible()
    expect(phone.locator("svg.c-chart-calibration")).to_be_visible()
    phone.get_by_text("The same as a table", exact=True).click()
    expect(phone.get_by_role("row", name=re.compile("8 in 10"))).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.goto(f"/t/{team.pk}/cycles/")
    phone.get_by_role("link", name="What surprised us").click()
    expect(phone.get_by_text("Lower than predicted: 8 of 24").first).to_be_visible()
    axe(phone)
