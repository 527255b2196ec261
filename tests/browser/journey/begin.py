"""From a sentence on the first page to a problem in three parts, with evidence and a voice."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.hands import Hand

SENTENCE = "Only a few of my fifth graders say why their answer makes sense."
TEAM = "Room 12 and friends"


def sign_up(hand: Hand) -> None:
    """No district, no school, no set-up: a sentence, a name, a team (S2 R-56)."""
    page = hand.page
    page.goto("/")
    hand.stop()
    hand.write("The problem, in one sentence", SENTENCE)
    hand.press("Start with this")
    expect(page.locator("h1")).to_have_text("Keep your work with an account")
    expect(page.locator("main")).to_contain_text(SENTENCE)
    hand.stop()
    hand.write("Your name", "Ana Ruiz")
    hand.write("Your team", TEAM)
    hand.write("Email", hand.email)
    hand.write("Password", "correct horse battery")
    hand.press("Make the account")
    expect(page.locator("h1")).to_have_text("Say what gets in the way of your students")
    expect(page.locator("main")).to_contain_text(TEAM)
    hand.stop()
    expect(hand.field("The problem, in one sentence")).to_have_value(SENTENCE)
    hand.press("Start with this")
    expect(page.locator("h1")).to_have_text(SENTENCE)


def say_the_problem(hand: Hand) -> None:
    """Each missing part is named, and none of them stops the way (S1 R-10)."""
    page = hand.page
    hand.stop()
    asks = page.locator("#parts .three .ask")
    expect(asks).to_have_count(2)
    hand.write("For whom", "72 fifth graders in three rooms")
    hand.press("Save the problem")
    expect(asks).to_have_count(1)
    hand.follow("Causes", ".way", exact=False)
    expect(page.locator("h1")).to_have_text("What lies behind the problem?")
    hand.follow("Problem", ".way", exact=False)
    hand.write("How we know", "Counted in 8 lessons, September to November: 1 in 3")
    hand.press("Save the problem")
    expect(asks).to_have_count(0)
    hand.stop()


def hear_and_see(hand: Hand) -> None:
    """One thing seen, and what one of those affected says (S1 R-11, S3 R-57)."""
    page = hand.page
    hand.write("What you counted, saw or read", "24 of 72 students gave a reason")
    hand.choose("Kind", "data")
    hand.write("Where it comes from", "8 lessons")
    hand.press("Keep this statement")
    expect(page.locator("#evidence .rows")).to_contain_text("24 of 72 students gave a reason")
    hand.write("Who, as a role", "fifth grader")
    hand.write("What they say", "Everybody is already talking when I think of something.")
    hand.press("Keep this voice")
    expect(page.locator("#perspectives .rows")).to_contain_text("Everybody is already talking")
    expect(page.locator("main .ask")).to_have_count(0)
    hand.stop()
    hand.follow("Go on to the causes")
