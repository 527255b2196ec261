"""A team asks somebody who knows the matter; she adds a layer; the team takes it over. On a phone and by keyboard."""

import pytest

from aimwell.contexts.orgs.models import OrgKind, Team
from aimwell.contexts.orgs.services import create_org, create_team
from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.models import Cause, Inquiry
from aimwell.contexts.theory.services import add_bone, add_cause, start_inquiry
from aimwell.domain.access import Rung


def walk_to(page, name, *, most=120):
    """Tab until what has the focus is called `name`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => { const e = document.activeElement;
            const own = e.labels && e.labels.length ? e.labels[0].textContent : e.textContent;
            return (e.getAttribute("aria-label") || own || "").replace(/\\s+/g, " ").trim(); }""")
        if found.startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by keyboard")


@pytest.fixture
def sketch(ana, team, person):
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    Team.objects.filter(pk=team.pk).update(org=school)
    grace, office = person("Grace Wheel"), create_team(name="Bus office", org=school)
    Membership.objects.create(team=office, user=grace, name="Grace Wheel", role="lead")
    inquiry = start_inquiry(by=ana, team=team, problem="Few families come on Wednesdays")
    bone = add_bone(by=ana, inquiry=inquiry, name="Getting here")
    add_cause(by=ana, bone=bone, text="Families have no time on Wednesdays")
    Inquiry.objects.update(rung=int(Rung.SCHOOL))
    return inquiry, grace


@pytest.mark.ac("S4 R-19")
def test_a_layer_is_asked_for_added_and_taken_over_by_keyboard(live_server, ana, sketch, sign_in, desktop, axe):
    inquiry, grace = sketch
    page = desktop
    page.set_viewport_size({"width": 390, "height": 800})
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/causes/")
    walk_to(page, "Ask somebody who knows this")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ask for their layer").wait_for()
    axe(page)
    walk_to(page, "Name of their layer")
    page.keyboard.type("Bus office")
    walk_to(page, "What do you want to know?")
    page.keyboard.type("What do we not see about the late bus?")
    walk_to(page, "Ask for their layer")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("Grace Wheel is asked").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.context.clear_cookies()
    sign_in(page, grace)
    page.goto("/asked/")
    page.get_by_role("link", name="What do we not see about the late bus?").click()
    page.get_by_label("A cause that you see").wait_for()
    walk_to(page, "A cause that you see")
    page.keyboard.type("The late bus does not run on Wednesdays")
    walk_to(page, "Where does it belong?")
    page.keyboard.press("ArrowDown")
    walk_to(page, "Add this cause")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("It is in your layer.").wait_for()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.context.clear_cookies()
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/layers/")
    page.get_by_text("layer: Bus office").locator("visible=true").wait_for()
    axe(page)
    walk_to(page, "Take it over")
    page.keyboard.press("Enter")
    walk_to(page, "Put it on the fishbone")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("first said by Bus office", exact=False).locator("visible=true").first.wait_for()
    assert Cause.objects.get(layer="Bus office").text == "The late bus does not run on Wednesdays"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
