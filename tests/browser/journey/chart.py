"""The run chart: words first, the drawing, the numbers behind it; by day and by week."""

from __future__ import annotations

import csv
import io
import statistics
from pathlib import Path

from playwright.sync_api import expect

from browser.hands import Hand
from browser.journey.numbers import COUNTS, MEASURE, STUDENTS


def read_the_chart(hand: Hand) -> None:
    page = hand.page
    middle = f"{round(statistics.median(COUNTS) / STUDENTS * 100)}\u00a0%"
    expect(page.locator(".reading")).to_contain_text(f"60\u00a0% ({COUNTS[-1]} of {STUDENTS}).")
    expect(page.locator(".reading")).to_contain_text(f"The last ten weeks are all above the middle of {middle}")
    expect(page.locator("main")).to_contain_text("What this does not say.")
    expect(page.locator(".chart svg:visible, figure svg:visible")).to_have_count(1)
    expect(page.locator("#numbers tbody tr").first.locator("td").last).to_have_text(middle)
    hand.stop()
    hand.follow("By day")
    expect(page.locator("nav.switch [aria-current]")).to_have_text("By day")
    hand.follow("By week")
    expect(page.locator("nav.switch [aria-current]")).to_have_text("By week")
    hand.stop()


def keep_the_numbers(hand: Hand) -> None:
    """The table, the file and the picture say what the chart says."""
    page = hand.page
    table = Path(hand.download("CSV").path()).read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == len(COUNTS) + 1
    assert Path(hand.download("Save as picture").path()).read_bytes().startswith(b"\x89PNG")
    assert "<svg" in Path(hand.download("SVG").path()).read_text(encoding="utf-8")
    hand.follow(f"All {len(COUNTS)} numbers", "#numbers")
    expect(page.locator("h1")).to_have_text(f"All {len(COUNTS)} numbers")
    expect(page.locator("main tbody tr")).to_have_count(len(COUNTS))
    hand.stop()


def give_the_aim_its_measure(hand: Hand) -> None:
    page = hand.page
    hand.place("Theory")
    hand.follow("Aim", ".way", exact=False)
    hand.choose("Which measure shows it?", MEASURE)
    hand.press("Use this measure")
    expect(page.locator("#measure")).to_contain_text("Saved.")
    hand.stop()


def see_the_cycle_on_it(hand: Hand) -> None:
    """One more count by hand; the cycle stands under the line (S3 R-47)."""
    page = hand.page
    hand.place("Data")
    hand.stop()
    hand.follow(MEASURE)
    hand.follow("Add this week’s count")
    hand.stop()
    hand.write("Count", "44")
    hand.write("Out of", str(STUDENTS))
    hand.press("Keep this count")
    expect(page.locator(".reading")).to_contain_text("44 of 72")
    expect(page.locator("svg:visible .c-cycle").first).to_be_attached()
    hand.stop()
