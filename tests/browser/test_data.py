"""From pasted numbers to a chart, with the keyboard alone, on a wide screen and on a phone."""

import pytest

from aimwell.contexts.measures.models import Observation
from aimwell.contexts.measures.services import apply_import, create_measure, start_import

pytestmark = pytest.mark.django_db(transaction=True)

TWELVE = "\n".join(f"{number} of 24" for number in range(6, 18))
ROWS = "date\troom\tyes\tn\n" + "".join(
    f"2026-0{2 + week // 4}-0{1 + week % 4 * 2}\tRoom {room}\t{week + room % 5}\t24\n"
    for week in range(12)
    for room in (9, 12, 14)
)


@pytest.fixture(params=["desktop", "phone"])
def screen(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def counted(ana, team):
    measure = create_measure(by=ana, team=team, name="Students who explain their reasoning")
    apply_import(by=ana, data_import=start_import(by=ana, measure=measure, text=ROWS))
    return measure


def reach(page, name, *, limit=60):
    """Press Tab until the control with this name has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        spoken = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
            " || document.activeElement.getAttribute('aria-label')"
        )
        if spoken == name:
            return
    raise AssertionError(f"{name} was not reached")


@pytest.mark.ac("S1 R-44")
def test_twelve_pasted_numbers_become_a_chart_by_keyboard(screen, ana, team, sign_in, axe):
    sign_in(screen, ana)
    screen.goto(f"/t/{team.pk}/data/")
    axe(screen)
    reach(screen, "Paste numbers")
    screen.keyboard.press("Enter")
    screen.wait_for_url("**/data/paste/")
    reach(screen, "What do you count?")
    screen.keyboard.type("Students who give a reason")
    reach(screen, "Your numbers")
    screen.keyboard.insert_text(TWELVE)
    axe(screen)
    reach(screen, "Look at them")
    screen.keyboard.press("Enter")
    screen.wait_for_url("**/imports/*/")
    axe(screen)
    assert Observation.objects.count() == 0
    reach(screen, "Put 12 rows in")
    screen.keyboard.press("Enter")
    screen.wait_for_selector("h1:has-text('12 rows are in')")
    axe(screen)
    reach(screen, "See the chart")
    screen.keyboard.press("Enter")
    screen.wait_for_url("**/measures/*/")
    assert screen.locator(".reading strong").inner_text().endswith("71\u00a0% (17 of 24).")
    assert Observation.objects.filter(ended_at=None).count() == 12


def test_points_of_a_chart_are_walked_with_the_arrow_keys(screen, ana, counted, sign_in):
    sign_in(screen, ana)
    screen.goto(f"/measures/{counted.pk}/")
    slider = screen.get_by_role("slider", name=counted.name)
    assert slider.count() == 1
    slider.focus()
    last = slider.get_attribute("aria-valuetext")
    screen.keyboard.press("ArrowLeft")
    before = slider.get_attribute("aria-valuetext")
    screen.keyboard.press("Home")
    first = slider.get_attribute("aria-valuetext")
    assert len({last, before, first}) == 3
    assert slider.get_attribute("aria-valuenow") == "1"
    assert "of 72" in first


def test_data_pages_have_no_violation_and_fit_the_screen(screen, ana, counted, sign_in, axe):
    sign_in(screen, ana)
    one = f"/measures/{counted.pk}/"
    read = start_import(by=ana, measure=counted, text=ROWS.replace("\t24\n", "\t3\n"))
    for url in (
        f"/t/{counted.owner_team_id}/data/", one, f"{one}?by=day", f"{one}edit/", f"{one}count/", f"{one}upload/",
        f"{one}numbers/", f"{one}marks/", f"/imports/{read.pk}/",
    ):  # fmt: skip
        screen.goto(url)
        axe(screen)
        assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_data_pages_fit_320_pixels_and_work_without_scripts(open_page, no_script, ana, counted, sign_in):
    narrow = open_page(width=320)
    for page in (narrow, no_script):
        sign_in(page, ana)
        page.goto(f"/measures/{counted.pk}/")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0 if page is narrow else True
    assert no_script.locator("svg.chart:visible, .only-phone svg:visible").count() == 1
    no_script.goto(f"/measures/{counted.pk}/count/")
    no_script.select_option("select[name=series]", "Room 12")
    no_script.fill("input[name=numerator]", "12")
    no_script.fill("input[name=denominator]", "24")
    no_script.click("text=Keep this count")
    no_script.wait_for_url(f"**/measures/{counted.pk}/")
    assert Observation.objects.filter(ended_at=None, numerator=12, denominator=24, data_import=None).count() == 1
