"""Without JavaScript everything can be read and every main form can be sent, as on a locked-down school device."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Observation
from aimwell.contexts.theory.models import Cause, Inquiry, Link
from browser.hands import Finger

PROBLEM = "Few of our fifth graders say why"
COUNTS = (8, 9, 7, 10, 9, 8, 11, 9, 12, 10)
WEEKS = (datetime.date(2025, 9, 1) + datetime.timedelta(weeks=week) for week in range(len(COUNTS)))
ROWS = (f"{day:%-m/%-d/%Y}\t{count}\t24" for day, count in zip(WEEKS, COUNTS, strict=True))
CELLS = "\n".join(["Date\tCount\tOut of", *ROWS])


@pytest.fixture
def hand(no_script, sign_in, ana, team, tmp_path):
    no_script.context.set_default_timeout(20_000)
    sign_in(no_script, ana)
    no_script.goto(f"/t/{team.pk}/")
    return Finger(no_script, tmp_path)


@pytest.fixture
def begun(hand):
    """The sentence is written; the reader stands at the problem."""
    hand.write("The problem, in one sentence", PROBLEM)
    hand.press("Start with this")
    expect(hand.page.locator("h1")).to_have_text(PROBLEM)
    return hand


def test_signing_up_needs_no_script(open_page, tmp_path):
    hand = Finger(open_page(width=390, java_script_enabled=False, has_touch=True), tmp_path)
    hand.page.goto("/")
    hand.write("The problem, in one sentence", PROBLEM)
    hand.press("Start with this")
    hand.write("Your name", "Ana Ruiz")
    hand.write("Email", hand.email)
    hand.write("Password", "correct horse battery")
    hand.press("Make the account")
    expect(hand.field("The problem, in one sentence")).to_have_value(PROBLEM)


def test_the_problem_and_its_causes(begun):
    hand, page = begun, begun.page
    hand.write("For whom", "72 fifth graders")
    hand.write("How we know", "24 of 72 in October")
    hand.press("Save the problem")
    hand.write("What you counted, saw or read", "8 lessons counted")
    hand.press("Keep this statement")
    expect(page.locator("#evidence")).to_contain_text("8 lessons counted")
    assert Inquiry.objects.get().how_known == "24 of 72 in October"
    hand.follow("Go on to the causes")
    hand.press("Start with these six")
    section = page.locator("section.bone").first
    hand.open("Add a cause", section)
    hand.write("The cause", "We ask for talk before time to think", section)
    hand.press("Add this cause", section)
    hand.choose("What we know", "supported", ".cause-open")
    hand.press("Save", ".cause-open")
    expect(page.locator("h1")).to_have_text("One cause, and it is supported")
    hand.follow("Drawing")
    expect(page.locator("driver-canvas svg")).to_contain_text("We ask for talk")
    assert Cause.objects.get().status == "supported"


def test_the_aim_and_the_drivers(begun):
    hand, page = begun, begun.page
    hand.follow("Aim", ".way", exact=False)
    for label, words in (
        ("For whom", "our fifth graders"),
        ("Does what", "give a reason"),
        ("Where it is now", "34"),
        ("How much", "65"),
    ):
        hand.write(label, words)
    hand.date("By when", datetime.date(2030, 5, 28))
    hand.press("Save the aim")
    expect(page.locator("#aim-sentence")).to_contain_text(
        "From 34\u00a0% to 65\u00a0% of our fifth graders give a reason"
    )
    hand.follow("Go on to the drivers")
    hand.write("To reach the aim, it must be true that", "Everyone has a way in")
    hand.press("Add this driver")
    hand.open("Add below")
    hand.write("In a few words", "Time to think", "[data-do=add]")
    hand.press("Add", "[data-do=add]")
    expect(page.locator("#outline")).to_contain_text("Time to think")
    hand.follow("Map")
    expect(page.locator("driver-canvas svg")).to_contain_text("Time to think")
    assert [(link.child.text, link.parent.text) for link in Link.objects.exclude(parent=None)] == [
        ("Time to think", "Everyone has a way in")
    ]


def test_numbers_are_pasted_looked_at_and_put_in(hand):
    page = hand.page
    hand.place("Data")
    hand.follow("Paste numbers")
    hand.write("What do you count?", "Students who give a reason")
    hand.paste("Your numbers", CELLS)
    hand.press("Look at them")
    hand.press("Put 10 rows in")
    hand.follow("See the chart")
    expect(page.locator("figure svg:visible")).to_contain_text("42\u00a0%")
    expect(page.locator("#numbers tbody tr").first).to_contain_text("24")
    hand.follow("All 10 numbers", "#numbers")
    expect(page.locator("tbody tr")).to_have_count(10)
    assert Observation.objects.count() == 10


def test_a_whole_cycle(begun):
    hand, page = begun, begun.page
    hand.place("Cycles")
    hand.follow("Start a cycle")
    hand.write("What will you try?", "A quiet minute")
    hand.write("This many", "12")
    hand.write("of", "24")
    hand.date("When will you look?", timezone.localdate() + datetime.timedelta(days=7))
    hand.press("Draft this cycle")
    hand.write("Or start now: one line on why", "We count in class on Friday")
    hand.press("Start Do and lock the prediction")
    hand.write("What happened?", "Nobody spoke for a minute", "#add")
    hand.press("Add it")
    expect(page.locator(".stream")).to_contain_text("Nobody spoke for a minute")
    hand.follow("Count on this phone")
    hand.write("How many did", "9")
    hand.write("Out of how many", "24")
    hand.press("Put the count in")
    expect(page.locator("#do")).to_contain_text("9 of 24")
    hand.press("Look at what happened")
    hand.write("Result", "9", "#study")
    hand.put(page.get_by_label(re.compile("^What did you learn that you did not know on")), "They begin, then stop.")
    hand.pick("radio", "Adapt", "#study")
    hand.write("Why", "They need words", "#study")
    hand.write("What will be different next time?", "Words on a card", "#study")
    hand.press("Finish cycle 1")
    expect(page.locator("h1")).to_have_text("Words on a card")
    first, second = Cycle.objects.order_by("number")
    assert (first.state, first.decision, first.result, second.predecessor) == ("done", "adapt", 9, first)
    hand.place("Today")
    expect(page.locator("h1")).to_have_text("Next: start cycle 2")
    expect(page.locator("main")).to_contain_text("Cycle 2: Words on a card")
