"""The team's page with everything on it, and the one page for the next meeting."""

from __future__ import annotations

from playwright.sync_api import expect
from pypdf import PdfReader

from browser.checks import looks
from browser.hands import Hand
from browser.journey.begin import TEAM
from browser.journey.cycle import NEXT
from browser.journey.numbers import MEASURE
from browser.journey.theory import WAY_IN

PAPERS = {"Save as PDF, Letter": (612, 792), "Save as PDF, A4": (595, 842)}


def see_today(hand: Hand) -> None:
    """Aim, theory, open cycle, newest chart, and one next step."""
    page = hand.page
    hand.place("Today")
    expect(page.locator("h1")).to_have_text("Next: start cycle 2")
    main = page.locator("main")
    expect(main.locator(".aim-sentence")).to_contain_text("of our fifth graders explain their reasoning")
    expect(main.locator(".glance")).to_contain_text(WAY_IN)
    expect(main).to_contain_text(f"Cycle 2: {NEXT}")
    expect(main.locator("svg:visible")).not_to_have_count(0)
    expect(main.get_by_role("link", name=MEASURE)).to_be_visible()
    assert looks(page)["primary"] == ["Open the draft"]
    hand.stop()


def print_where_we_are(hand: Hand) -> None:
    hand.place("More")
    hand.stop()
    hand.follow("Where we are")
    hand.stop()
    for words, size in PAPERS.items():
        pdf = PdfReader(hand.download(words).path())
        assert len(pdf.pages) == 1
        assert (round(pdf.pages[0].mediabox.width), round(pdf.pages[0].mediabox.height)) == size
        assert pdf.root_object["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in pdf.root_object
        assert TEAM in pdf.pages[0].extract_text()
