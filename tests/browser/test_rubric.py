"""A team reads its cycle by the rubric on a phone; the coach reads it blind; both agree."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from aimwell.contexts.cycles.rubric.models import Review, Side
from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.contexts.people.models import CoachAssignment
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.access import Rung
from aimwell.domain.pdsa.rubric import CODES


def answer(page, *but):
    for code in CODES:
        page.locator(f"#{code} input[value={'no' if code in but else 'yes'}]").check()


@pytest.mark.ac("S1 R-47")
@pytest.mark.ac("S1 R-50")
def test_two_readings_become_one(live_server, ana, team, person, phone, sign_in, axe):
    coach = person("Cora Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2027, 1, 29)}
    cycle = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Desk cards", **plan))
    share(by=ana, obj=cycle, rung=Rung.COACH)

    sign_in(phone, ana)
    phone.goto(f"/cycles/{cycle.pk}/")
    phone.get_by_role("link", name="Read this cycle by the rubric").click()
    axe(phone)
    phone.get_by_role("link", name="Read it ourselves").click()
    axe(phone)
    answer(phone, "P3")
    phone.get_by_role("button", name="Keep our reading").click()
    expect(phone.get_by_text("9 of 10 points are in the record.")).to_be_visible()
    axe(phone)
    phone.get_by_text("Ask somebody", exact=True).click()
    phone.get_by_label("Whom do you ask?").select_option(label="Cora Coach")
    phone.get_by_role("button", name="Ask for a second reading").click()
    expect(phone.get_by_text("is asked", exact=True)).to_be_visible()

    sign_in(phone, coach)
    phone.goto(f"/cycles/{cycle.pk}/")
    phone.get_by_role("link", name="Read it", exact=True).click()
    axe(phone)
    expect(phone.get_by_text("9 of 10")).to_have_count(0)
    answer(phone, "D2")
    phone.get_by_role("button", name="I have finished").click()
    expect(phone.get_by_text("The two readings say the same on 8 of 10 points (80 percent).")).to_be_visible()
    axe(phone)

    sign_in(phone, ana)
    phone.goto(f"/cycles/{cycle.pk}/rubric/")
    phone.get_by_role("link", name="Agree on one version").click()
    axe(phone)
    answer(phone, "P3")
    phone.get_by_role("button", name="Keep the agreed version").click()
    expect(phone.get_by_text(re.compile("Agreed: 9 of 10"))).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("link", name="How do the cycles of this thread build on each other?").click()
    expect(phone.get_by_text("the gate asks for 3 cycles, and 1 are written down")).to_be_visible()
    axe(phone)
    assert sorted(Review.objects.values_list("side", flat=True)) == [Side.AGREED, Side.OTHER, Side.TEAM]
