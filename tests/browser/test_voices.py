"""Voices and a board of answers in a real browser: by keyboard, by mouse, by finger, and without scripts."""

import datetime

import pytest

from aimwell.contexts.theory.services import add_bone, add_cause, start_inquiry
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Interview, Placing

ANSWERS = ("I wait", "It is loud", "No time", "Too fast")


@pytest.fixture
def board(live_server, ana, team):
    """A board with four answers and two groups, which Ana has begun."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason", for_whom="72 fifth graders")
    add_cause(by=ana, bone=add_bone(by=ana, inquiry=inquiry, name="Time"), text="We hurry")
    board = services.start_grouping(by=ana, inquiry=inquiry, question="What stops you?")
    services.put_in_responses(by=ana, grouping=board, texts=ANSWERS)
    for name in ("Time", "Noise"):
        services.add_category(by=ana, grouping=board, name=name)
    services.start_coding(by=ana, grouping=board)
    return board


def steps():
    return list(Placing.objects.order_by("number").values_list("response__text", "category__name"))


@pytest.mark.ac("S3 R-57")
def test_answers_are_grouped_by_the_number_keys_alone(board, ana, sign_in, desktop, axe):
    sign_in(desktop, ana)
    desktop.goto(f"/groupings/{board.pk}/")
    axe(desktop)
    for key, left in (("1", 2), ("2", 3), ("1", 4)):
        desktop.keyboard.press(key)
        desktop.get_by_text(f"Answer {left} of 4").wait_for()
    desktop.keyboard.press("ArrowLeft")
    desktop.get_by_text("Answer 3 of 4").wait_for()
    desktop.keyboard.press("2")
    desktop.get_by_text("Answer 4 of 4").wait_for()
    desktop.keyboard.press("1")
    desktop.get_by_text("Every answer is in a group.").wait_for()
    assert steps() == [
        ("I wait", "Time"), ("It is loud", "Noise"), ("No time", "Time"), ("No time", "Noise"), ("Too fast", "Time"),
    ]  # fmt: skip


def test_answers_are_dragged_and_chosen_on_the_whole_board(board, ana, sign_in, desktop, axe):
    sign_in(desktop, ana)
    desktop.goto(f"/groupings/{board.pk}/?view=board")
    desktop.locator("li[data-answer] p", has_text="I wait").drag_to(desktop.locator(".column[aria-label=Time]"))
    desktop.get_by_text("The move is kept.").wait_for()
    chosen = desktop.locator("li[data-answer]", has_text="It is loud").locator("select")
    with desktop.expect_response("**/place/"):
        chosen.select_option(label="Noise")
    desktop.get_by_text("2 of 4 answers are in a group.").wait_for()
    assert desktop.locator(".column[aria-label=Noise] li").inner_text().startswith("It is loud")
    axe(desktop)
    assert steps() == [("I wait", "Time"), ("It is loud", "Noise")]


def test_a_phone_holds_the_page_and_a_finger_hits_each_group(board, ana, sign_in, phone, axe):
    sign_in(phone, ana)
    phone.goto(f"/groupings/{board.pk}/")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    button = phone.get_by_role("button", name="Noise", exact=True)
    assert button.bounding_box()["height"] >= 43.5
    button.tap()
    phone.get_by_text("Answer 2 of 4").wait_for()
    assert steps() == [("I wait", "Noise")]


def test_without_scripts_the_whole_board_is_one_form(board, ana, sign_in, open_page):
    page = open_page(java_script_enabled=False)
    sign_in(page, ana)
    page.goto(f"/groupings/{board.pk}/?view=board")
    page.locator("li[data-answer] select").nth(1).select_option(label="Noise")
    page.get_by_role("button", name="Save the groups").click()
    page.get_by_text("1 of 4 answers are in a group.").wait_for()
    assert steps() == [("It is loud", "Noise")]


@pytest.mark.ac("S1 R-15", "S3 R-58")
def test_a_talk_becomes_evidence_on_a_cause(board, ana, sign_in, desktop, axe):
    sign_in(desktop, ana)
    desktop.goto(f"/i/{board.inquiry_id}/voices/")
    axe(desktop)
    desktop.get_by_role("link", name="Note an interview").click()
    desktop.get_by_label("Whose voice").select_option(label="families")
    desktop.get_by_label("Who, as a role").fill("parent")
    desktop.get_by_label("On which day").fill(datetime.date(2026, 11, 3).isoformat())
    desktop.get_by_label("Did you ask for consent?").select_option(label="asked, and given")
    axe(desktop)
    desktop.get_by_role("button", name="Keep this interview").click()
    desktop.get_by_label("New theme, in a few words").fill("I hear nothing")
    desktop.get_by_label("In their words").fill("Nobody calls")
    desktop.get_by_role("button", name="Note this theme").click()
    axe(desktop)
    desktop.get_by_role("link", name="Voices").click()
    desktop.get_by_text("Link to a cause").click()
    desktop.get_by_role("button", name="Link as evidence").click()
    desktop.get_by_text("Evidence on “We hurry”", exact=True).wait_for()
    assert Interview.objects.get().group == "families"
