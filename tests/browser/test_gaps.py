"""A team looks at a measure group by group, compares two of its groups, and sees what could be shown to others."""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.measures.services import apply_import, create_measure, start_import
from browser.checks import stop

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = datetime.date(2026, 1, 5)
GROUPS = {"All others": (49, 19, 27), "Multilingual learners": (23, 5, 9), "New this year": (11, 3, 4)}


@pytest.fixture
def measure(ana, team):
    made = create_measure(by=ana, team=team, name="Students who explain their reasoning")
    rows = [
        f"{FIRST + datetime.timedelta(weeks=n)}\t{name}\t{(first if n < 8 else later) + n % 2}\t{of}"
        for name, (of, first, later) in {**GROUPS, "Students with IEPs": (7, 2, 3)}.items()
        for n in range(16)
    ]
    text = "date\tgroup\tyes\tn\n" + "\n".join(rows)
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text=text))
    return made


@pytest.mark.parametrize("screen", ["desktop", "phone", "no_script"])
def test_for_whom_is_read_and_two_groups_are_compared(request, screen, ana, measure, sign_in):
    page = request.getfixturevalue(screen)
    sign_in(page, ana)
    page.goto(f"/measures/{measure.pk}/")
    page.locator("#lines").get_by_role("link", name="For whom").click()
    expect(page.locator("h1")).to_have_text("For whom")
    expect(page.locator("#verdict")).to_contain_text("Rising together, gap about the same.")
    expect(page.locator("#groups .small-chart")).to_have_count(4)
    if screen != "no_script":
        stop(page)
    page.get_by_label("First group").select_option("New this year")
    page.get_by_label("Second group").select_option("All others")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#gap .label")).to_contain_text("New this year minus All others")
    page.get_by_role("link", name="Everyone else").click()
    expect(page.locator("#groups .hidden-value")).to_have_count(2)
    expect(page.locator("#groups")).to_contain_text("worked out by subtraction")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if screen != "no_script":
        stop(page)
