"""A team looks at a measure in other ways than over time: one chart at a time, chosen by links."""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.measures.services import apply_import, create_measure, start_import
from browser.checks import stop

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = datetime.date(2026, 1, 5)
ROOMS = {"Room 9": (60, 24), "Room 12": (20, 16), "Room 14": (35, 14)}


@pytest.fixture
def measure(ana, team):
    rooms = [(f"\t{name}", top, of) for name, (of, top) in ROOMS.items()]
    made = [
        _made(ana, team, name, head, lines)
        for name, head, lines in (
            ("Say why", "date\tgroup\tyes\tn", rooms),
            ("Talks with a starter", "date\tyes\tn", [("", 4, 12)]),
        )
    ]
    return made[0]


def _made(ana, team, name, head, lines):
    made = create_measure(by=ana, team=team, name=name)
    weeks = [FIRST + datetime.timedelta(weeks=n) for n in range(10)]
    rows = [f"{day}{line}\t{top + n % 3}\t{of}" for n, day in enumerate(weeks) for line, top, of in lines]
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text="\n".join([head, *rows])))
    return made


@pytest.mark.parametrize("screen", ["desktop", "phone", "no_script"])
def test_one_chart_at_a_time(request, screen, ana, measure, sign_in):
    page = request.getfixturevalue(screen)
    check = (lambda: None) if screen == "no_script" else (lambda: stop(page))
    sign_in(page, ana)
    page.goto(f"/measures/{measure.pk}/")
    page.get_by_role("link", name="Other ways to look").click()
    expect(page.locator("h1")).to_have_text("Other ways to look")
    expect(page.locator("#look")).to_contain_text("Half of the 10 values lie between")
    check()
    page.get_by_role("link", name="Dots").click()
    expect(page.locator("#look .label")).to_have_text("Dot plot")
    check()
    page.get_by_role("link", name="Scatter plot").click()
    expect(page.get_by_label("The other measure")).to_have_text("Talks with a starter")
    check()
    page.get_by_role("link", name="Funnel chart").click()
    expect(page.locator("#numbers tbody th")).to_have_text(["Room 12", "Room 14", "Room 9"])
    expect(page.locator("#look")).to_contain_text("One of three groups lies outside")
    check()
    page.get_by_label("Time").select_option("All together")
    page.get_by_label("Allow for differences between groups").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("so the limits were made wider")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    check()
