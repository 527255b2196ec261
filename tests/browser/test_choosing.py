"""Choosing a change idea in a real browser: rate, show, ask, choose, agree, park."""

import re
from types import SimpleNamespace

import pytest

from aimwell.contexts.theory.choosing.models import Commitment, IdeaFacts, Parked, Proposal, Rating
from aimwell.contexts.theory.choosing.services import change_facts, park_thought
from aimwell.contexts.theory.services import add_part, start_inquiry

PAGES = ["/i/{inquiry}/ideas/", "/ideas/{idea}/", "/i/{inquiry}/ideas/rate/", "/i/{inquiry}/ideas/choose/"]


@pytest.fixture
def world(live_server, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason", for_whom="72", how_known="34 %")
    driver = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[driver])
    change_facts(by=ana, idea=idea, version=0, students=True)
    park_thought(by=ana, inquiry=inquiry, text="An app")
    return SimpleNamespace(inquiry=inquiry, idea=idea)


@pytest.fixture
def go(world, ana, sign_in):
    def there(page, path):
        sign_in(page, ana)
        page.goto(path.format(inquiry=world.inquiry.pk, idea=world.idea.pk))
        return page

    return there


@pytest.mark.parametrize("path", [*PAGES, "/i/{inquiry}/ideas/parked/"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_pages_are_accessible_and_never_scroll_sideways(request, go, axe, path, device):
    page = go(request.getfixturevalue(device), path)
    for fold in page.locator("main details > summary").all():
        fold.click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.ac("S1 R-18")
def test_from_rating_to_an_agreed_action(go, world, phone):
    page = go(phone, PAGES[2])
    page.get_by_label("Effect on the aim").select_option("5")
    page.get_by_label("Our ability to do it").select_option("4")
    page.get_by_role("button", name="Keep my ratings").click()
    page.get_by_text("1 of 1 people rated so far.").wait_for()
    page.get_by_role("button", name="Show all ratings to the team").click()
    page.get_by_role("img", name="The ideas by effect and by what we can do").wait_for()
    page.get_by_role("main").get_by_role("link", name="Choose together").last.click()
    page.get_by_role("button", name="I would try this").click()
    page.get_by_role("button", name="Ask the team about it").click()
    page.get_by_label("How do you stand to it?").select_option("for_it")
    page.get_by_label("Put my name to it").check()
    page.get_by_role("button", name="Keep my answer").click()
    page.get_by_text("Record that we chose it").click()
    page.get_by_label("Why this one?").fill("It fits the class")
    page.get_by_role("button", name="Record the choice").click()
    page.get_by_text("With their names: Ana Ruiz.").wait_for()
    page.get_by_role("link", name="Agree who does what by when").click()
    page.get_by_text("Add an action or a milestone").click()
    page.get_by_label("What will you do?").fill("Print the cards")
    page.get_by_role("button", name="Agree on this").click()
    page.get_by_role("button", name=re.compile(r"^Done.*Print the cards")).click()
    page.get_by_role("button", name=re.compile(r"^Open again.*Print the cards")).wait_for()
    assert (Rating.objects.get().effect, Proposal.objects.get().chosen_because) == (5, "It fits the class")
    assert Commitment.objects.get().done_on is not None


@pytest.mark.ac("S4 R-47")
def test_going_on_and_parking_with_the_keyboard(go, world, desktop):
    page = go(desktop, PAGES[1])
    page.get_by_text("Go on with a reason").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("One week, to see")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("The team goes on: One week, to see").wait_for()
    page.get_by_text("Park this idea").click()
    page.get_by_role("button", name="Park it").click()
    page.get_by_text("“A quiet minute” waits in the parking lot.").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**/ideas/{world.idea.pk}/*")
    assert IdeaFacts.objects.get().went_on_because == "One week, to see"
    assert Parked.objects.get(idea=world.idea).parking == "taken_up"
