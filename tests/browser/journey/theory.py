"""The aim in one sentence, and what must be true to reach it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from playwright.sync_api import expect

from browser.hands import Hand

WAY_IN = "Everyone has a way into the talk"
SAFE = "It is safe to be unsure"
THINK = "Time to think before talking"
PEERS = "Peers change their minds aloud"
MINUTE = "A quiet minute to rehearse"
PARENTS = {WAY_IN: "", SAFE: "", THINK: WAY_IN, PEERS: SAFE, MINUTE: THINK}


def build_the_aim(hand: Hand) -> None:
    """The sentence puts itself together, and names what is still open (S1 R-16)."""
    page = hand.page
    sentence = page.locator("#aim-sentence")
    hand.stop()
    hand.write("For whom", "our fifth graders")
    hand.write("Does what", "explain their reasoning to a partner")
    expect(sentence).to_contain_text("our fifth graders")
    hand.write("Where it is now", "34")
    hand.write("How much", "65")
    expect(sentence.locator(".gap", has_text="by when")).to_have_count(1)
    hand.press("Save the aim")
    expect(page.locator("h1")).to_have_text("The aim: 1 part still open")
    expect(sentence).to_contain_text("34")
    hand.date("By when", datetime.date(2030, 5, 28))
    expect(sentence.locator(".gap")).to_have_count(0)
    expect(sentence).to_contain_text("by May 28")
    hand.press("Save the aim")
    expect(page.locator("h1")).to_have_text("Our aim says how much, for whom and by when")
    hand.stop()
    hand.follow("Go on to the drivers")


def draw_the_drivers(hand: Hand) -> None:
    """Primary, secondary, idea; the same idea under two drivers (S1 R-17, N-6)."""
    page = hand.page
    hand.stop()
    for text, parent in PARENTS.items():
        if parent:
            open_part(hand, parent)
            hand.open("Add below")
            hand.write("In a few words", text, _doing("add"))
            if text != MINUTE:
                hand.pick("radio", "Secondary driver", _doing("add"))
            hand.press("Add", _doing("add"))
        else:
            hand.write("To reach the aim, it must be true that", text)
            hand.press("Add this driver")
        if text == WAY_IN:
            hand.follow("Outline")
            hand.follow("Close")
        expect(page.locator("#outline")).to_contain_text(text)
    hand.stop()


def link_the_idea_twice(hand: Hand) -> None:
    page = hand.page
    open_part(hand, MINUTE)
    hand.open("Link")
    hand.choose("It also serves", PEERS, _doing("link"))
    hand.press("Link", _doing("link"))
    expect(page.locator("#panel")).to_contain_text(PEERS)
    expect(page.locator("#panel")).to_contain_text(THINK)
    hand.open("Causes and measure")
    hand.pick("checkbox", "We ask for talk before time to think", _doing("connect"))
    hand.press("Save", _doing("connect"))
    expect(page.locator("#panel")).to_contain_text("Rests on")


def find_the_loose_end(hand: Hand) -> None:
    """A driver that leads nowhere is listed; so is an idea that hangs on nothing."""
    page = hand.page
    open_part(hand, MINUTE)
    for driver in (THINK, PEERS):
        hand.go(page.locator("#panel dd", has_text=driver).get_by_role("button"))
    expect(page.locator("#loose")).to_contain_text(MINUTE)
    hand.stop()
    for driver in (THINK, PEERS):
        hand.open("Link")
        hand.choose("It also serves", driver, _doing("link"))
        hand.press("Link", _doing("link"))
        expect(page.locator("#panel dd", has_text=driver)).to_have_count(2)  # what it serves, and a way to the aim


def keep_the_map(hand: Hand) -> None:
    page = hand.page
    hand.follow("Map")
    expect(page.locator("driver-canvas [data-node]")).to_have_count(6)
    hand.stop()
    svg = Path(hand.download("Map as SVG").path()).read_text(encoding="utf-8")
    assert all(text.split()[0] in svg for text in PARENTS)
    png = Path(hand.download("as PNG").path()).read_bytes()
    assert png.startswith(b"\x89PNG")


def open_part(hand: Hand, part: str) -> None:
    hand.go(hand.page.locator("#outline a", has_text=re.compile(rf"^\s*{re.escape(part)}")))
    expect(hand.page.locator("#panel h2")).to_have_text(part)


def _doing(what: str) -> str:
    return f"#panel [data-do={what}]"
