"""A round of predictions in a real browser: write, close, see the table, and put what was found on the fishbone."""

import pytest

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.predicting.models import Prediction
from aimwell.contexts.theory.services import add_bone, start_inquiry
from domain.theory import sage


@pytest.mark.ac("S4 R-23")
def test_a_round_from_the_question_to_the_fishbone(live_server, ana, team, sign_in, desktop, axe):
    inquiry = start_inquiry(by=ana, team=team, problem="Attendance is low")
    add_bone(by=ana, inquiry=inquiry, name="Time")
    page = desktop
    sign_in(page, ana)
    page.goto(f"/i/{inquiry.pk}/predictions/")
    page.get_by_label("The question").fill("Why is attendance low?")
    page.get_by_role("button", name="Open this question").click()
    page.get_by_label("I think that").fill("Families take long weekends")
    page.get_by_label("Which data").fill("attendance by day of the week")
    page.get_by_role("button", name="Keep this prediction").click()
    page.get_by_text("Put in a table of counts").click()
    page.get_by_label("Paste the table").fill(sage.text())
    page.get_by_label("How often is one student counted?").fill("50")
    page.get_by_role("button", name="Put the table in").click()
    page.get_by_text("Its numbers are covered").wait_for()
    assert "1,260" not in page.content()
    axe(page)

    page.get_by_text("Close the round and open the data").click()
    page.get_by_role("button", name="Close the round").click()
    page.get_by_label("Cut the counts by").select_option("day|distance")
    page.get_by_role("button", name="Show this table").click()
    page.get_by_text("299 of these 361").first.wait_for()
    page.get_by_label("not supported").check()
    page.get_by_role("button", name="Keep this result").click()
    page.get_by_role("link", name="The table by day").or_(page.get_by_text("not supported")).first.wait_for()
    assert Prediction.objects.get().result == "not_supported"

    page.get_by_text("Keep a finding").click()
    page.get_by_label("Make it a cause at once").select_option("Time")
    page.locator("#finding-cause").fill("Short Wednesdays cost far students most of a day")
    page.get_by_role("button", name="Keep this finding").click()
    page.get_by_role("link", name="Now a cause").wait_for()
    assert Cause.objects.get().text == "Short Wednesdays cost far students most of a day"
    axe(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
