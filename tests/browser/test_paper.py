"""Forms on paper in a real browser: found from the problem page, switched to filled, kept as a file, printed."""

import io

import pytest
from pypdf import PdfReader

from aimwell.contexts.theory.services import start_inquiry


@pytest.mark.ac("S4 R-62")
def test_a_form_is_found_filled_kept_and_printed(live_server, ana, team, sign_in, desktop, axe):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/problem/")
    page.get_by_role("link", name="On paper").click()
    page.get_by_role("link", name="Problem statement", exact=True).wait_for()
    axe(page)
    page.get_by_role("link", name="Problem statement", exact=True).click()
    sheet = page.get_by_role("region", name="Problem statement")
    assert "Few say why" not in sheet.inner_text()
    page.get_by_role("link", name="Filled in").click()
    sheet.get_by_text("Few say why").wait_for()
    axe(page)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Save as PDF, A4").click()
    pdf = PdfReader(kept.value.path())
    assert (len(pdf.pages), "Few say why" in pdf.pages[0].extract_text()) == (1, True)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    printed = PdfReader(io.BytesIO(page.pdf(format="Letter")))
    words = " ".join(one.extract_text() for one in printed.pages)
    assert ("Few say why" in words, "Save as PDF" in words, "Today" in words) == (True, False, False)
