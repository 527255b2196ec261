"""Every page of the product, as a member of a team sees it: on a phone and on a wide screen, in the light and in the
dark, in English and in Spanish. No rule of accessibility broken, nothing wider than the screen, no word in the console.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.checks import axe, wrong
from browser.conftest import DESKTOP, PHONE, Watch
from browser.seeded import world
from integration.matrix import MATRIX
from integration.workspace import TOOLS

__all__ = ["world"]
SENT_ONLY = {
    "set_language", "people:start", "people:theme", "theory:hint_keep", "rosters:students", "rosters:put_in",
    "rosters:undo", "rosters:discard",
    *(f"signin:{name}" for name in ("with", "name_domain", "confirm_domain", "drop_domain", "renew", "remove",
                                     "take_back", "new_card")),
    *(f"people:{act}_{thing}" for act in ("make", "rename", "join", "leave") for thing in ("org", "team", "network")),
    *(f"people:{act}" for act in ("give_office", "end_office", "name_coach", "end_coaching", "give_hub_place")),
    *(f"people:{act}" for act in ("end_hub_place", "keep_out", "let_in")),
}  # fmt: skip
FILES = {
    "jobs:healthz", "reports:sheet_pdf", "theory:fishbone_svg", "theory:fishbone_png", "theory:aim_sentence",
    "theory:drivers_svg", "theory:drivers_png",
    "theory:drivers_pdf", "theory:drivers_changes", "measures:numbers_csv", "measures:chart_svg", "measures:chart_png",
    "measures:chart_pptx", "measures:chart_xlsx", "measures:numbers_json", "measures:import_left_out",
    "measures:for_whom_csv", "measures:looks_csv", "measures:looks_svg", "measures:looks_png",
    "reports:audit_csv", "rosters:problems", "signin:card_qr", "signin:totp_qr",
    "signin:invitation_qr",
}  # fmt: skip
SENT_ONLY &= MATRIX.keys()
SENT_ONLY |= {name for tool in TOOLS for name in tool.PART.sent_only}
FILES |= {name for tool in TOOLS for name in tool.PART.files}
GIVEN = [name for name, row in MATRIX.items() if row.kind not in ("write", "demo")]
PAGES = [(name, "", {}) for name in GIVEN if name not in SENT_ONLY | FILES]
MORE = [
    ("people:home", "?all=1", {}),
    ("reports:today", "?after=1", {}),
    ("theory:fishbone", "?view=drawing&cause={cause}", {}),
    ("theory:fishbone", "?view=outline&cause={cause}", {}),
    ("theory:drivers", "?view=drawing&part={idea}", {}),
    ("theory:drivers", "?view=outline&part={idea}", {}),
    ("theory:drivers", "?view=outline&part=aim", {}),
    *(("measures:looks", f"?look={look}", {}) for look in ("scatter", "funnel")),
    ("measures:measure", "?by=day", {}),
    ("measures:measure", "?series={series}", {}),
    ("measures:import", "", {"pk": "import_done"}),
    *(("cycles:cycle", "", {"pk": f"cycle_{state}"}) for state in ("draft", "doing", "done", "aside")),
    ("cycles:plan", "", {"pk": "cycle_doing"}),
    ("sharing:page", "?to=network_unnamed", {}),
    ("sharing:page", "?to=public", {"kind": "kind_measure", "pk": "measure"}),
    ("sharing:page", "?to=coach", {"kind": "kind_theory", "pk": "inquiry"}),
    ("cycles:tally", "", {"pk": "cycle_doing"}),
    *(("rosters:list", f"?show={show}", {}) for show in ("new", "changed", "ended", "unchanged", "problems")),
    *(("rosters:list", "", {"pk": f"list_{state}"}) for state in ("done", "refused", "waiting")),
    *(("people:move_org", query, {}) for query in ("?q=cla", "?to={other_org}")),
    ("sharing:page", "?to=network&as=hub", {}),
    ("people:move_org", "?q=Fern", {}),
    ("people:move_org", "?to=top", {}),
    ("mfa_index", "", {}),
    ("usersessions_list", "", {}),
    ("account_change_password", "", {}),
    ("account_logout", "", {}),
    *(look for tool in TOOLS for look in tool.PART.more),
]
OUTSIDE = ["welcome", "people:join", "account_login", "account_signup", "account_reset_password"]
EMPTY = ["reports:today", "theory:overview", "cycles:list", "measures:list", "reports:sheet", "reports:history"]


@pytest.fixture(scope="module")
def readers(chromium: Any, world: Any) -> Iterator[SimpleNamespace]:
    """Open pages that are used again and again: three of Ana's, one of a new team's, one of nobody's."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def reader(person: str, **options: Any) -> Page:
        context = chromium.new_context(base_url=world.url, reduced_motion="reduce", **{"locale": "en-US", **options})
        contexts.append(context)
        watches.append(Watch(context, world.url))
        context.set_default_timeout(20_000)
        if person:
            world.enter(context, person)
        return context.new_page()

    yield SimpleNamespace(
        phone=reader("ana", **PHONE),
        desktop=reader("ana", **DESKTOP),
        spanish=reader("ana", **PHONE, locale="es-MX"),
        new=reader("nell", **PHONE),
        nobody=reader("", **PHONE),
        complaints=lambda: [complaint for watch in watches for complaint in watch.complaints],
        forget=lambda: [watch.complaints.clear() for watch in watches],
    )
    for context in contexts:
        context.close()


def look(page: Page, address: str, *, lang: str = "en", full: bool = True, status: int = 200) -> list[str]:
    """What is wrong with the page at `address`. `full`: with every rule of accessibility, and the contrasts again in
    the dark."""
    answer = page.goto(address)
    found = [] if answer and answer.status == status else [f"status {answer.status if answer else 'none'}"]
    found += wrong(page, lang=lang)
    if full:
        found += axe(page)
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {one}" for one in axe(page, rules=["color-contrast"])]
        page.emulate_media(color_scheme="light")
    if page.viewport_size == PHONE["viewport"]:
        page.set_viewport_size({"width": 320, "height": 844})
        found += [f"at 320: {one}" for one in wrong(page, lang=lang) if "wider" in one]
        page.set_viewport_size(PHONE["viewport"])
    return found


def named(case: tuple[str, str, dict[str, str]]) -> str:
    name, query, instead = case
    return " ".join([name, query, *instead.values()]).strip()


@pytest.mark.django_db  # one test must say so, or pytest-django makes no database for the others, which ask the server
def test_every_address_is_a_page_a_file_or_a_form():
    assert sorted(set(GIVEN)) == sorted({name for name, _, _ in PAGES} | SENT_ONLY | FILES)


@pytest.mark.parametrize("case", PAGES + MORE, ids=named)
def test_a_page_as_a_member_sees_it(case, readers, world):
    name, query, instead = case
    address = world.address(name, query, **instead)
    found = [
        *(f"phone: {one}" for one in look(readers.phone, address)),
        *(f"desktop: {one}" for one in look(readers.desktop, address)),
        *(f"Spanish: {one}" for one in look(readers.spanish, address, lang="es", full=False)),
        *readers.complaints(),
    ]
    readers.forget()
    assert [one for one in found if name != "ui:style" or "main buttons" not in one] == []


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_with_nothing_on_it_yet(name, readers, world):
    found = look(readers.new, world.address(name, team_id="new_team"))
    assert [*found, *readers.complaints()] == []


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_page_before_signing_in(name, readers, world):
    found = look(readers.nobody, world.address(name))
    assert [*found, *readers.complaints()] == []


def test_a_page_that_is_not_there(readers):
    assert look(readers.phone, "/cycles/999999/", status=404) == []
    readers.forget()
