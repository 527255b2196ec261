"""From a cycle's conditions to the map and what to try next, on a phone; and an adopted change looked at again."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.conditions.services import add_condition
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.services import start_inquiry


@pytest.fixture
def finished(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}
    look_on = timezone.localdate() + datetime.timedelta(days=7)
    draft = services.draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", look_on=look_on, **plan)
    cycle = services.begin_study(by=ana, cycle=services.start_do(by=ana, cycle=draft))
    return services.finish(
        by=ana, cycle=cycle, version=cycle.version, result=13, result_out_of=24, learned="They begin the sentence.",
        decision="adopt", decision_object="idea", decision_reason="It held twice.",
    ).cycle  # fmt: skip


@pytest.mark.ac("S1 R-33")
def test_where_it_held_and_what_to_try_next(live_server, ana, team, finished, phone, sign_in, axe):
    add_condition(by=ana, team=team, text="Tasks we wrote", kind="material")
    add_condition(by=ana, team=team, text="Tasks from the unit", kind="material")
    sign_in(phone, ana)
    phone.goto(f"/cycles/{finished.pk}/")
    phone.get_by_role("link", name="Say under which conditions it runs").click()
    axe(phone)
    phone.get_by_role("button", name="Add Tasks we wrote").click()
    phone.get_by_label("Condition", exact=True).fill("Room 12")
    phone.get_by_label("Kind", exact=True).select_option("room")
    phone.get_by_role("button", name="Add it to this cycle").click()
    expect(phone.get_by_text("Room 12").first).to_be_visible()
    phone.goto(f"/i/{finished.inquiry_id}/ramp/")
    expect(phone.get_by_role("heading", name="Try next: tasks from the unit")).to_be_visible()
    expect(phone.get_by_role("row", name="Room 12")).to_contain_text("held 1 of 1")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.ac("S2 R-34")
def test_an_adopted_change_is_adjusted_when_it_is_looked_at_again(
    live_server, ana, team, finished, desktop, sign_in, axe
):
    Cycle.objects.filter(pk=finished.pk).update(done_at=timezone.now() - datetime.timedelta(days=100))
    sign_in(desktop, ana)
    desktop.goto(f"/t/{team.pk}/cycles/")
    desktop.get_by_role("link", name="1 adopted change to look at again").click()
    axe(desktop)
    desktop.get_by_role("link", name="Starters on desk cards").first.click()
    desktop.get_by_label("in part").check()
    desktop.get_by_label("Why, in a sentence").fill("Room 14 lets it slip.")
    desktop.get_by_label("adjust it: a new cycle").check()
    desktop.get_by_label("What will be different").fill("A timer on the board")
    axe(desktop)
    desktop.get_by_role("button", name="Keep the answer").click()
    expect(desktop.locator("h1")).to_contain_text("A timer on the board")


@pytest.mark.ac("N-17")
def test_a_change_is_held_counted_less_often_and_handed_over(live_server, ana, team, finished, phone, sign_in, axe):
    devon = Membership.objects.create(team=team, name="Devon Miles", role="member")
    measure = create_measure(by=ana, team=team, name="Reasons said", unit="percent", direction="up")
    Cycle.objects.filter(pk=finished.pk).update(measure=measure, done_at=timezone.now() - datetime.timedelta(weeks=9))
    for week in range(8):
        day = timezone.localdate() - datetime.timedelta(weeks=week, days=timezone.localdate().weekday())
        put_value(by=ana, measure=measure, on=day, numerator=15, denominator=20)
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/look-again/")
    phone.get_by_role("link", name="Starters on desk cards", exact=True).click()
    expect(phone.get_by_text("You could count every other school week now")).to_be_visible()
    expect(phone.get_by_label("every other school week")).to_be_checked()
    axe(phone)
    phone.get_by_label("Why, in a sentence").fill("It holds in both rooms.")
    phone.get_by_role("button", name="Count this often").press("Enter")
    expect(phone.get_by_text("Now: every other school week")).to_be_visible()
    phone.get_by_text("Somebody else looks after it").click()
    phone.get_by_role("button", name="Devon Miles").press("Enter")
    expect(phone.locator("#who")).to_contain_text("Devon Miles")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    Membership.objects.filter(pk=devon.pk).update(ended=timezone.localdate())
    phone.goto(f"/t/{team.pk}/")
    expect(phone.get_by_role("link", name="Who looks after “Starters on desk cards” now?")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name=ana.name).click()
    expect(phone.locator("#who")).to_contain_text(ana.name)
