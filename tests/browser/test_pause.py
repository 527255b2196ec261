"""A pause and a return on a phone, with a keyboard and without JavaScript; a handover in one screen."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.orgs.models import Participation
from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.services import start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


def day(number):
    return timezone.localdate() + timezone.timedelta(days=number)


@pytest.fixture
def draft(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few students say why.", for_whom="grade 5")
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", look_on=day(5))
    Cycle.objects.filter(pk=cycle.pk).update(created_at=timezone.now() - timezone.timedelta(days=40))
    return cycle


def narrow(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.ac("S0 R-53")
@pytest.mark.ac("S0 R-54")
def test_a_team_pauses_looks_at_its_dates_and_comes_back(phone, ana, team, draft, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/more/")
    phone.get_by_role("link", name="Taking part").tap()
    expect(phone.locator("h1")).to_have_text("Taking part")
    axe(phone)
    phone.get_by_label("Why, if you want to say").fill("Testing weeks")
    phone.get_by_role("button", name="Pause from today").tap()
    expect(phone.locator("h1")).to_contain_text("Paused since")
    axe(phone)
    narrow(phone)
    Participation.objects.update(started=day(-30))
    phone.get_by_role("link", name="See first which dates move").tap()
    expect(phone.get_by_role("checkbox")).to_be_checked()
    axe(phone)
    narrow(phone)
    phone.get_by_role("button", name="Come back today").tap()
    expect(phone.locator("h1")).to_have_text("Welcome back")
    expect(phone.locator("main a.button")).to_have_count(1)
    axe(phone)
    narrow(phone)
    assert Cycle.objects.get().look_on == day(35)
    phone.get_by_role("button", name="Undo").tap()
    expect(phone.locator("h1")).to_contain_text("Paused since")
    assert Cycle.objects.get().look_on == day(5)


@pytest.mark.ac("S0 R-53")
def test_a_return_takes_one_step_without_javascript(no_script, ana, team, draft, sign_in):
    Participation.objects.create(team=team, state="paused", started=day(-30))
    sign_in(no_script, ana)
    no_script.goto(f"/t/{team.pk}/")
    no_script.get_by_role("button", name="Come back today").tap()
    expect(no_script.locator("h1")).to_have_text("Welcome back")
    assert Cycle.objects.get().look_on == day(35)


@pytest.mark.ac("S0 R-47")
def test_a_handover_in_one_screen(desktop, ana, devon, team, draft, sign_in, axe):
    sign_in(desktop, devon)
    place = Membership.objects.get(user=ana, team=team)
    desktop.goto(f"/t/{team.pk}/people/{place.pk}/handover/")
    axe(desktop)
    desktop.get_by_label("Who leads from now on").select_option("Devon Park")
    desktop.get_by_label("Who takes it").select_option("Devon Park")
    desktop.get_by_role("button", name="End the place of Ana Ruiz").press("Enter")
    expect(desktop.locator("h1")).to_have_text("For whoever takes over")
    axe(desktop)
    expect(desktop.get_by_role("main")).to_contain_text(re.compile("to Devon Park"))
    desktop.goto(f"/t/{team.pk}/")
    expect(desktop.get_by_role("link", name="Ana Ruiz left: what to know when you take over")).to_be_visible()
    axe(desktop)
