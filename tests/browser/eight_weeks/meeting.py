"""What is done the same way in every meeting of the eight weeks."""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import expect

from browser.eight_weeks.crew import Crew, Typist


def begin(crew: Crew, name: str) -> Typist:
    """From Today into the meeting, and start its clock; the agenda fills itself."""
    hand = crew.today(name)
    hand.go(hand.page.locator(".next-meeting .next-name a"))
    hand.go(hand.page.locator("main .page-title a.button"))
    hand.press("Start the clock")
    expect(hand.page.locator(".clock")).to_be_visible()
    return hand


def come_along(crew: Crew, name: str, leader: Typist) -> Typist:
    """The same meeting on somebody else's screen."""
    hand = crew(name)
    hand.page.goto(leader.page.url)
    return hand


def title(hand: Typist) -> str:
    return hand.page.locator("#part-title").inner_text()


def to_part(hand: Typist, words: str) -> None:
    """Go on from part to part until this one."""
    for _ in range(10):
        if words in title(hand):
            return
        hand.press("Next part")
    raise AssertionError(f"no part {words!r}")


def show(hand: Typist) -> None:
    """Nobody else writes in this round."""
    hand.press("Show all now")


def think(hand: Typist, words: str) -> None:
    """Alone, in silence."""
    hand.filled.append("First alone, in silence.")
    hand.put(hand.page.locator("main textarea[name=text]:visible"), words)
    hand.press("I am done")


def keep_line(hand: Typist, words: str) -> None:
    hand.write("A line for the notes", words)
    hand.press("Keep this line")
    expect(hand.page.locator(".agenda-line", has_text=words)).to_be_visible()


def send(hand: Typist, words: str, place: str) -> None:
    """A sentence of the notes becomes a part of the cycle."""
    hand.page.locator("[data-sentence]", has_text=words).get_by_role("checkbox").check()
    hand.press(f"Send to {place}")
    expect(hand.page.get_by_text(f"Sent to {place} of cycle")).to_be_visible()


def who_does(hand: Typist, words: str, owner: str) -> None:
    """One decision with a name; the day is there already."""
    hand.write("What we decided", words)
    hand.choose("Who does it", owner)
    hand.press("Add this decision")
    expect(hand.page.locator(".decisions", has_text=words)).to_contain_text(owner)


def end(hand: Typist) -> None:
    hand.page.goto(hand.page.url.split("/huddle/")[0] + "/summary/")
    hand.press("End the meeting")
    expect(hand.page.get_by_role("heading", name="What we leave with")).to_be_visible()


def predict(hand: Typist, least: int, sure: str, look_on: dt.date | None, of: str = "24") -> None:
    """What is counted came along; only the number, the chance and the day are new."""
    hand.write("This many", str(least))
    if look_on is not None:
        hand.date("When will you look?", look_on)
    hand.choose("How sure are you?", sure)
    hand.holds("of", of)
