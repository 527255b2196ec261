"""A team chooses its chart, leaves a point out, begins a phase, ends a baseline, and takes it all back: with a mouse on
a wide screen, with a finger on a phone, and with the keyboard alone.
"""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.measures.models import Annotation, Measure
from aimwell.contexts.measures.services import annotate, apply_import, create_measure, start_import
from browser.hands import Finger, Keys, Mouse

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = datetime.date(2026, 1, 5)
COUNTS = [8, 7, 9, 8, 6, 8, 9, 7, 8, 7, 8, 9, 14, 15, 16, 14, 15, 17, 16, 15, 14, 16, 15, 17]
DRILL, STARTERS = 3, 12


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


@pytest.fixture
def measure(ana, team):
    made = create_measure(by=ana, team=team, name="Students who explain their reasoning")
    rows = "date\tyes\tn\n" + "".join(f"{week(n)}\t{top}\t24\n" for n, top in enumerate(COUNTS))
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text=rows))
    return made


@pytest.fixture(params=["mouse", "finger", "keys"])
def hand(request, ana, sign_in, tmp_path):
    screen, way = {"mouse": ("desktop", Mouse), "finger": ("phone", Finger), "keys": ("desktop", Keys)}[request.param]
    page = request.getfixturevalue(screen)
    sign_in(page, ana)
    return way(page, tmp_path)


def open_point(hand, number):
    """Pick a point of the chart as this hand does, and follow the link below it."""
    page = hand.page
    point = page.locator(f"chart-walk .c-point[data-date='{week(number)}']:visible")
    if isinstance(hand, Keys):
        hand.reach(page.locator("chart-walk:visible [role=slider]"))
        page.keyboard.press("Home")
        for _ in range(number):
            page.keyboard.press("ArrowRight")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    else:
        box = point.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 30  # beside it: the nearest one is meant
        (page.touchscreen.tap if isinstance(hand, Finger) else page.mouse.click)(x, y)
        hand.go(page.locator(".point-way a"))
    expect(page.locator("h1")).to_contain_text("Week of")
    assert f"/point/{week(number)}/" in page.url


def undo(hand):
    hand.press("Undo", ".flash")


def test_a_chart_is_chosen_changed_and_taken_back(hand, measure):
    page = hand.page
    page.goto(f"/measures/{measure.pk}/")
    hand.stop()
    choose_the_chart(hand, measure)
    leave_a_point_out(hand)
    end_the_baseline(hand, measure)
    begin_the_proposed_phase(hand)
    assert [one.ended_at is None for one in Annotation.objects.order_by("pk")] == [False, True]


def choose_the_chart(hand, measure):
    page = hand.page
    hand.follow("Choose the chart")
    expect(page.locator("main")).to_contain_text("For these numbers: P chart.")
    hand.stop()
    hand.check(page.locator("input[name=chart][value=p]"))
    hand.check(page.locator("input[name=rules][value=western_electric]"))
    hand.press("Look at it first")
    expect(page.locator(".banner")).to_contain_text("Not saved yet.")
    assert Measure.objects.get().chart == "run"
    hand.stop()
    hand.press("Use this chart")
    expect(page.locator("#this-chart")).to_contain_text("P chart. Read with the Western Electric rules.")
    undo(hand)
    expect(page.locator("#this-chart")).to_contain_text("Run chart. Read with the Anhøj rules.")
    undo(hand)
    expect(page.locator("#this-chart")).to_contain_text("P chart.")
    assert page.url.endswith(f"/measures/{measure.pk}/")
    hand.stop()


def leave_a_point_out(hand):
    page = hand.page
    open_point(hand, DRILL)
    hand.stop()
    hand.open("Leave this point out")
    hand.press("Leave it out")
    expect(page.locator(".asks")).to_contain_text("One line is needed here")
    hand.stop()
    hand.write("Why is it left out?", "Fire drill")
    hand.press("Leave it out")
    expect(page.locator("#marks")).to_contain_text("Left out from January 26, 2026: Fire drill.")
    hand.stop()
    hand.press("Bring back: Fire drill")
    expect(page.locator("#marks")).not_to_contain_text("Fire drill")


def end_the_baseline(hand, measure):
    page = hand.page
    open_point(hand, STARTERS - 1)
    hand.press("End the baseline here")
    expect(page.locator("#marks")).to_contain_text("The first line comes from the points up to March 29, 2026.")
    undo(hand)
    expect(page.locator("#marks")).not_to_contain_text("The first line comes from")
    assert Measure.objects.get(pk=measure.pk).baseline_until is None


def begin_the_proposed_phase(hand):
    page = hand.page
    expect(page.locator("#proposed")).to_contain_text("Since Mar 30, ")
    hand.follow("Look at a new phase")
    hand.stop()
    hand.write("What changed in the work?", "Sentence starters in all rooms")
    hand.write("How do you know?", "We saw the cards in each room")
    hand.press("Begin the phase here")
    expect(page.locator("#marks")).to_contain_text("New phase from March 30, 2026: Sentence starters in all rooms.")
    expect(page.locator("#marks")).to_contain_text("We saw the cards in each room")
    expect(page.locator("#holding")).to_be_visible()
    hand.stop()
    undo(hand)
    expect(page.locator("#marks")).not_to_contain_text("Sentence starters")
    undo(hand)
    expect(page.locator("#marks")).to_contain_text("Sentence starters")


def test_a_point_is_left_out_without_a_script(no_script, ana, measure, sign_in):
    sign_in(no_script, ana)
    no_script.goto(f"/measures/{measure.pk}/numbers/")
    no_script.click(f"a[href*='/point/{week(DRILL)}/']")
    no_script.click("text=Leave this point out")
    no_script.fill("#leave_out_label", "Fire drill")
    no_script.click("button:has-text('Leave it out')")
    no_script.wait_for_url(f"**/measures/{measure.pk}/")
    assert no_script.locator("#marks").inner_text().count("Fire drill") == 1
    assert no_script.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_line_and_school_days_are_set_without_a_script(no_script, ana, team, sign_in):
    made = create_measure(by=ana, team=team, name="Referrals", unit="count")
    rows = "date\tvalue\n" + "".join(f"{week(n)}\t{COUNTS[n]}\n" for n in range(24))
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text=rows))
    annotate(by=ana, measure=made, kind="break", label="Break", starts_on=week(6), ends_on=week(6))
    page = no_script
    sign_in(page, ana)
    page.goto(f"/measures/{made.pk}/chart/")
    page.check("input[name=per_session]")
    page.check("input[name=line_from][value=given]")
    page.fill("input[name=line_value]", "2.5")
    page.click("button:has-text('Use this chart')")
    expect(page.locator("#line")).to_contain_text("Say where the number comes from")
    page.fill("input[name=line_source]", "State average 2026")
    page.click("button:has-text('Use this chart')")
    page.wait_for_url(f"**/measures/{made.pk}/")
    expect(page.locator("main")).to_contain_text("set by hand at 2.50 per school day: State average 2026.")
    kept = Measure.objects.get()
    assert (kept.per_session, kept.line_from, kept.line_value) == (True, "given", 2.5)
