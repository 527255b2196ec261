"""One PDSA cycle, from three lines to a decision, and the cycle that follows from it."""

from __future__ import annotations

import datetime
import re

from django.utils import timezone
from playwright.sync_api import expect

from browser.hands import Hand
from browser.journey.numbers import MEASURE
from browser.journey.theory import MINUTE

NEXT = "A quiet minute with a card to hold"
FIRST_WORDS = "We predict 12 or more of 24 students give a reason"


def start_with_three_lines(hand: Hand) -> None:
    """What we will try, what we predict, when we will look (S1 R-25, N-2)."""
    page = hand.page
    hand.place("Theory")
    hand.open_node(MINUTE)
    hand.follow("Test this idea")
    expect(page.locator("h1")).to_have_text("Three lines start a cycle")
    hand.stop()
    hand.write("What will you try?", MINUTE)
    hand.choose("We predict", "at least")
    hand.write("This many", "12")
    hand.write("of", "24")
    hand.write("Who or what is counted", "students give a reason")
    hand.date("When will you look?", timezone.localdate() + datetime.timedelta(days=7))
    hand.open("More about the plan")
    hand.choose("Measure", MEASURE)
    hand.press("Draft this cycle")
    expect(page.locator("h1")).to_have_text(MINUTE)
    expect(page.locator(".predict")).to_contain_text(FIRST_WORDS)
    hand.stop()
    hand.write("Or start now: one line on why", "We count in class on Friday")
    hand.press("Start Do and lock the prediction")
    expect(page.locator(".lock")).to_contain_text(re.compile(r"Locked \w+ \d+, \d+:\d\d"))
    hand.stop()


def date_a_change(hand: Hand) -> None:
    """A second thought stands beside the first, never over it (S1 R-27, S0 R-13)."""
    page = hand.page
    hand.open("Date a change of the prediction")
    hand.write("This many", "10", "#amend")
    hand.write("Why it changes", "Two students moved away", "#amend")
    hand.press("Date the change", "#amend")
    expect(page.locator(".amended")).to_contain_text("10 or more of 24")
    expect(page.locator(".amended")).to_contain_text("Two students moved away")
    expect(page.locator(".predict")).to_contain_text(FIRST_WORDS)
    hand.stop()


def write_what_happens(hand: Hand) -> None:
    page = hand.page
    hand.write("What happened?", "The room was silent for a whole minute", "#add")
    hand.press("Add it")
    expect(page.locator(".stream")).to_contain_text("The room was silent for a whole minute")
    hand.pick("radio", "Surprise", "#add")
    hand.write("What happened?", "Two students argued in Spanish", "#add")
    hand.press("Add it")
    expect(page.locator(".stream")).to_contain_text("Surprise. Two students argued in Spanish")
    hand.stop()


def count_in_class(hand: Hand) -> None:
    """Tap by tap; the prediction is covered until the count is finished."""
    page = hand.page
    hand.follow("Count on this phone")
    hand.stop()
    hand.write("Where", "Room 12")
    hand.write("How many in all", "24")
    expect(page.get_by_text("We predict")).to_be_hidden()
    for _ in range(3):
        hand.press("Heard: yes")
    hand.press("Heard: no")
    hand.press("Undo last tap")
    hand.press("Heard: no")
    expect(page.locator(".big[data-heard]")).to_have_text("4")
    hand.press("Finish the count")
    page.wait_for_url(re.compile(r"/cycles/\d+/#entry-"))
    expect(page.locator("#do")).to_contain_text("3 of 4")
    hand.stop()


def study_it(hand: Hand) -> None:
    """The result beside the prediction, and what the gap teaches; then adapt, with a reason (S1 R-30, R-31)."""
    page = hand.page
    hand.press("Look at what happened")
    expect(page.locator("h2#study-title")).to_be_visible()
    hand.write("Result", "8", "#study")
    hand.write("of", "24", "#study")
    learned = page.get_by_label(re.compile("^What did you learn that you did not know on"))
    hand.put(learned, "They begin, then look for a word and stop.")
    hand.pick("radio", "Adapt", "#study")
    hand.write("Why", "The minute helps them begin, not go on", "#study")
    hand.write("What will be different next time?", NEXT, "#study")
    hand.stop()
    hand.press("Keep for later")
    expect(page.locator("#study .strip:visible")).to_contain_text("8")
    expect(page.locator("#study")).to_contain_text(f"The next cycle: {NEXT}")
    hand.stop()
    hand.press("Finish cycle 1")
    expect(page.locator("h1")).to_have_text(NEXT)
    expect(page.locator("main")).to_contain_text("What the cycle before taught")
    expect(page.locator("main")).to_contain_text("Nothing predicted yet")
    hand.stop()


def climb_the_ramp(hand: Hand) -> None:
    """The chain, with the reason why the second follows from the first (S1 R-32, N-4)."""
    page = hand.page
    hand.place("Cycles")
    hand.stop()
    hand.follow("See how one led to the next", exact=False)
    steps = page.locator("ol.thread > li")
    expect(steps).to_have_count(2)
    expect(steps.first).to_contain_text("because: The minute helps them begin, not go on")
    expect(steps.last).to_contain_text(NEXT)
    expect(page.locator(".ramp-drawing svg")).to_be_visible(visible=hand.wide)  # a phone reads the steps in order
    hand.stop()
