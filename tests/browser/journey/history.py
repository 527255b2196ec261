"""A cause, a driver and a cycle are set aside; the history brings each back with what hung on it (S0 R-89)."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.hands import Hand
from browser.journey.causes import TALK
from browser.journey.cycle import NEXT
from browser.journey.theory import MINUTE, PEERS, THINK, open_part


def set_aside_a_cause(hand: Hand) -> None:
    page = hand.page
    hand.place("Theory")
    hand.follow("Causes", ".way", exact=False)
    hand.follow("Outline")
    hand.follow(TALK, "#causes", exact=False)
    opened = page.locator(".cause-open")
    hand.open("Set aside", opened)
    hand.write("Or set it aside, because", "we will not work on it", opened)
    hand.press("Set aside with this reason", opened)
    expect(page.locator("h1")).to_have_text("2 causes, none supported yet")


def set_aside_a_driver(hand: Hand) -> None:
    page = hand.page
    hand.follow("Drivers", ".way", exact=False)
    hand.follow("Outline")
    open_part(hand, THINK)
    hand.open("Set aside", "#panel")
    hand.press("Set aside", "#panel [data-do=aside]")
    expect(page.locator("#outline")).not_to_contain_text(THINK)


def set_aside_a_cycle(hand: Hand) -> None:
    page = hand.page
    hand.place("Cycles")
    hand.follow(NEXT)
    hand.press("Set this cycle aside")
    expect(page.locator(".flash")).to_contain_text("Cycle 2 is set aside. Nothing is lost.")


def bring_them_back(hand: Hand) -> None:
    page = hand.page
    hand.place("More")
    hand.follow("History")
    expect(page.locator("h1")).to_have_text("What changed, who and why")
    expect(page.locator(".history")).to_contain_text("because: we will not work on it")
    hand.stop()
    for what in (NEXT, THINK, TALK):
        line = page.locator(".history > li", has=page.get_by_role("button", name="Bring it back"), has_text=what)
        hand.press("Bring it back", line.first)
        expect(page.locator(".flash").last).to_be_visible()
        if page.locator(".history").count() == 0:
            hand.place("More")
            hand.follow("History")


def find_them_as_they_were(hand: Hand) -> None:
    page = hand.page
    hand.place("Theory")
    hand.follow("Outline")
    open_part(hand, MINUTE)
    for words in (THINK, PEERS, TALK):
        expect(page.locator("#panel")).to_contain_text(words)
    hand.place("Cycles")
    hand.follow("See how one led to the next", exact=False)
    expect(page.locator("ol.thread > li")).to_have_count(2)
    expect(page.locator("ol.thread > li").last).to_contain_text(NEXT)
