"""A network in a real browser: a hub writes what it aims at, a team says where it stands, the page says who works on
what; on a phone and on a wide screen, with and without scripts."""

import datetime
from types import SimpleNamespace

import pytest

from aimwell.contexts.networks.models import Alignment, Goal
from aimwell.contexts.networks.services import add_driver, start_year
from browser.checks import wrong


@pytest.fixture
def world(live_server, ana, team, person):
    from aimwell.contexts.orgs.models import OrgKind, Team
    from aimwell.contexts.orgs.services import create_network, create_org, join_network
    from aimwell.contexts.people.models import NetworkRole
    from aimwell.contexts.people.services import share
    from aimwell.contexts.theory.services import start_inquiry
    from aimwell.domain.access import Rung

    network, hub = create_network(name="Bayline"), person("Noor Haddad")
    NetworkRole.objects.create(network=network, user=hub)
    for name in ("Alder", "Fern Valley"):
        org = create_org(kind=OrgKind.DISTRICT, name=name)
        join_network(network=network, org=org, since=datetime.date(2026, 8, 1))
    Team.objects.filter(pk=team.pk).update(org=org)
    team.refresh_from_db()
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason")
    share(by=ana, obj=inquiry, rung=Rung.NETWORK)
    year = start_year(
        by=hub, network=network, name="2026-27", starts=datetime.date(2026, 8, 1), ends=datetime.date(2027, 6, 30)
    )
    for name in ("Reasoning said and questioned", "Families see and hear the math"):
        add_driver(by=hub, year=year, name=name)
    return SimpleNamespace(network=network, hub=hub, ana=ana, inquiry=inquiry, year=year)


@pytest.fixture
def fine(axe):
    def look(page):
        assert wrong(page) == []
        axe(page)

    return look


def test_from_an_aim_to_who_works_on_it(desktop, phone, world, sign_in, fine):
    for page in (desktop, phone):
        page.context.set_default_timeout(30_000)
    sign_in(desktop, world.hub)
    desktop.goto(f"/networks/{world.network.pk}/goals/")
    fine(desktop)
    desktop.get_by_label("What is to change").fill("Students grow in math")
    desktop.get_by_label("For whom").fill("Black and Latino students")
    desktop.get_by_role("button", name="Keep it").click()
    desktop.get_by_text("Broad for now.").wait_for()
    fine(desktop)
    assert Goal.objects.get().who == "Black and Latino students"

    sign_in(phone, world.ana)
    phone.goto(f"/i/{world.inquiry.pk}/network/")
    fine(phone)
    phone.get_by_label("How does it serve the aim of the network?").fill("We hear what they understand.")
    phone.get_by_role("button", name="Save the answer").click()
    phone.get_by_text("Choose at least one driver").first.wait_for()
    fine(phone)
    phone.get_by_label("Reasoning said and questioned").check()
    phone.get_by_role("button", name="Save the answer").click()
    phone.get_by_text("Saved.").wait_for()
    fine(phone)
    assert Alignment.objects.get().serves == "We hear what they understand."

    desktop.goto(f"/networks/{world.network.pk}/")
    desktop.get_by_role("heading", name="1 of 2 secondary drivers addressed").wait_for()
    assert desktop.get_by_text("Nobody works yet on “Families see and hear the math”.").count() == 1
    fine(desktop)
    phone.goto(f"/networks/{world.network.pk}/")
    phone.get_by_role("heading", name="1 of 2 secondary drivers addressed").wait_for()
    fine(phone)


def test_the_team_answers_without_scripts(no_script, world, sign_in):
    page = no_script
    sign_in(page, world.ana)
    page.goto(f"/i/{world.inquiry.pk}/network/")
    page.get_by_label("It stands outside the current drivers").check()
    page.get_by_label("Why does it stand outside?").fill("Teachers leave.")
    page.get_by_role("button", name="Save the answer").click()
    page.get_by_text("Saved.").wait_for()
    assert Alignment.objects.get().reason == "Teachers leave."
