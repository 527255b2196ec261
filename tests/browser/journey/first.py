"""The shortest way from the first page to a chart and to a cycle under way: only what must be filled is filled."""

from __future__ import annotations

import datetime

from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from browser.hands import Hand
from browser.journey.begin import SENTENCE


def sign_up(hand: Hand) -> None:
    page = hand.page
    page.goto("/")
    hand.write("The problem, in one sentence", SENTENCE)
    hand.press("Start with this")
    hand.write("Your name", "Ana Ruiz")
    hand.write("Email", hand.email)
    hand.write("Password", "correct horse battery")
    hand.press("Make the account")
    hand.press("Start with this")
    expect(page.locator("h1")).to_have_text(SENTENCE)


def see_a_chart(hand: Hand) -> None:
    page = hand.page
    hand.place("Data")
    hand.follow("Paste numbers")
    hand.write("What do you count?", "Students who give a reason")
    hand.paste("Your numbers", "\n".join(str(count) for count in (8, 7, 9, 8, 10, 9, 8, 11, 9, 10, 12, 9)))
    hand.press("Look at them")
    hand.press("Put 12 rows in")
    hand.follow("See the chart")
    expect(page.locator(".reading")).to_be_visible()
    expect(page.locator("svg:visible").last).to_be_visible()


def start_a_cycle(hand: Hand) -> None:
    page = hand.page
    hand.place("Cycles")
    hand.follow("Start a cycle")
    hand.write("What will you try?", "A quiet minute before partners talk")
    hand.write("This many", "12")
    hand.date("When will you look?", timezone.localdate() + datetime.timedelta(days=7))
    hand.press("Draft this cycle")
    hand.write("Or start now: one line on why", "We count in class on Friday")
    hand.press("Start Do and lock the prediction")
    expect(page.locator(".lock")).to_contain_text("Locked")


def print_one_page(hand: Hand) -> None:
    """What came of it so far, on one sheet to hand around; nothing more is asked for it."""
    hand.place("More")
    hand.follow("Where we are")
    pdf = PdfReader(hand.download("Save as PDF, Letter").path())
    assert len(pdf.pages) == 1
    told = " ".join(pdf.pages[0].extract_text().split())
    assert "A quiet minute before partners talk" in told
