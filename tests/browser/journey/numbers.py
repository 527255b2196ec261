"""What is counted, and its numbers: pasted, from a file, taken back; then a city's file as it was published."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import expect

from browser.hands import Hand
from contexts.measures.conftest import attendance_twin

MEASURE = "Students who give a reason to a partner"
ATTENDANCE = "Students who came to school"
REAL = Path(os.environ.get("AIMWELL_REAL", "../shared/real")) / "nyc-attendance-district-01.csv"
LONG = 90_000  # a file of thousands of rows is read and put in by the worker
COUNTS = [22, 25, 24, 21, 26, 23, 24, 25, 22, 27, 36, 38, 35, 39, 41, 38, 40, 42, 39, 43]
PASTED = 14
STUDENTS = 72


def weeks() -> list[datetime.date]:
    """The last twenty Mondays, so that no day is in the future whenever this runs."""
    today = timezone.localdate()
    monday = today - datetime.timedelta(days=today.weekday())
    return [monday - datetime.timedelta(weeks=back) for back in range(len(COUNTS), 0, -1)]


def name_the_measure(hand: Hand) -> None:
    page = hand.page
    hand.place("Data")
    hand.stop()
    hand.follow("Set up a measure first")
    hand.stop()
    hand.write("What do you count?", MEASURE)
    hand.choose("What kind of measure is it?", "process")
    hand.write("How do you count it?", "In one lesson a week, each pair once; a yes is one reason aloud.")
    hand.pick("radio", "up is good")
    hand.press("Keep this measure")
    expect(page.locator("h1")).to_have_text(MEASURE)
    hand.stop()


def paste_from_a_spreadsheet(hand: Hand) -> None:
    """One row cannot be right: it is named with its reason, and nothing goes in before it is looked at."""
    page = hand.page
    hand.follow("Paste numbers")
    hand.stop()
    rows = [f"{day:%-m/%-d/%Y}\t{count}\t{STUDENTS}" for day, count in zip(weeks(), COUNTS, strict=True)][:PASTED]
    wrong = f"{weeks()[0] - datetime.timedelta(weeks=1):%-m/%-d/%Y}\t80\t72"
    hand.paste("Your numbers", "\n".join(["Week\tGave a reason\tStudents", wrong, *rows]))
    hand.press("Look at them")
    expect(page.locator("h1")).to_have_text("Look before it goes in")
    settle = page.locator("#settle .odd-rows li")
    expect(settle).to_have_count(1)
    expect(settle).to_contain_text("80")
    hand.stop()
    hand.press(f"Put {PASTED} rows in")
    expect(page.locator("h1")).to_have_text(f"{PASTED} rows are in")
    hand.stop()
    hand.follow("See the chart")
    expect(page.locator("#numbers")).to_contain_text(f"All {PASTED} numbers")


def upload_a_file(hand: Hand) -> None:
    """Six more weeks from a file: in, taken back as a whole, and in again."""
    page = hand.page
    file = hand.folder / "spring.csv"
    rows = [f"{day.isoformat()},{count},{STUDENTS}" for day, count in zip(weeks(), COUNTS, strict=True)][PASTED:]
    file.write_text("\n".join(["week,gave a reason,students", *rows]), encoding="utf-8")
    for last in (False, True):
        hand.follow("Add this week’s count")
        hand.follow("From a file")
        hand.attach("Your file", file)
        hand.press("Look at the file")
        expect(page.locator("h1")).to_have_text("Look before it goes in: spring.csv", timeout=LONG)
        hand.stop()
        hand.press("Put 6 rows in")
        expect(page.locator("h1")).to_have_text("6 rows are in", timeout=LONG)
        if last:
            hand.follow("See the chart")
        else:
            hand.press("Take the file back")
        expect(page.locator("#numbers")).to_contain_text(f"All {len(COUNTS) if last else PASTED} numbers")


def take_a_citys_file(hand: Hand) -> None:
    """The published file as it is where it lies beside the project, else its made-up twin: 31 lines, NS is a gap."""
    page = hand.page
    file = REAL if REAL.exists() else hand.folder / "nyc-attendance-district-01.csv"
    if file != REAL:
        file.write_bytes(attendance_twin())
    rows = file.read_bytes().strip().count(b"\n")
    hand.place("Data")
    hand.follow("Set up a measure")
    hand.write("What do you count?", ATTENDANCE)
    hand.press("Keep this measure")
    hand.follow("From a file")
    hand.attach("Your file", file)
    hand.press("Look at the file")
    expect(page.locator("h1")).to_contain_text("Look before it goes in", timeout=LONG)
    for column, part in (("School DBN", "Room, school or group"), ("Date", "Date"), ("Attendance %", "Value")):
        hand.choose(f"{column} goes to", part)
    hand.choose("NS means", "Not sent in")
    expect(page.locator("#changes")).to_contain_text("31 lines, one chart each.")
    expect(page.locator("#changes")).to_contain_text("170 are missing: gaps, not zeros.")
    hand.stop()
    hand.press(f"Put {rows} rows in")
    expect(page.locator("h1")).to_have_text(f"{rows} rows are in", timeout=LONG)
    hand.follow("See the chart")
    hand.stop()
    names = page.locator("#lines .small-chart .head").all_inner_texts()
    while page.locator("#lines").get_by_role("link", name="Next").count():
        hand.follow("Next", "#lines")
        names += page.locator("#lines .small-chart .head").all_inner_texts()
    assert len(set(names)) == 31
