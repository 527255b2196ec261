"""A team looks at its cycle as others will, opens it without its name and takes that back, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from aimwell.domain.access import Rung
from browser.checks import stop
from browser.hands import Keys
from integration.readers import make_readers
from integration.sharing_world import make_shared

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.ac("S3 R-74")
@pytest.mark.parametrize("screen", ["desktop", "phone", "no_script"])
def test_look_open_and_take_back(request, screen, ana, team, sign_in, tmp_path):
    page = request.getfixturevalue(screen)
    check = (lambda: None) if screen == "no_script" else (lambda: stop(page))
    make_readers(ana, team)
    cycle = make_shared(ana, team)["cycle"]
    sign_in(page, ana)
    keys = Keys(page, tmp_path)
    page.goto(f"/cycles/{cycle.pk}/")
    keys.follow("Who may see this")
    expect(page.locator("h1")).to_have_text("Who may see this cycle?")
    check()
    keys.follow("The network, without our name", exact=False)
    shown = page.locator(".shown")
    expect(shown).to_contain_text("A grade 5 team")
    expect(shown).to_contain_text("27 of 50")
    expect(shown).to_contain_text("Hidden. Rooms stay with the team.")
    check()
    keys.choose("See it as they will", "Our coach")
    keys.press("Look")
    expect(page.locator(".shown")).to_contain_text("Twoargued.")
    keys.press("Share without our name")
    expect(page.locator(".flash")).to_contain_text("Open to the network, without our name.")
    check()
    cycle.refresh_from_db()
    assert cycle.rung == Rung.NETWORK_UNNAMED
    keys.press("Undo")
    expect(page.locator(".flash")).to_contain_text("Open to our team only.")
    cycle.refresh_from_db()
    assert cycle.rung == Rung.TEAM


@pytest.mark.ac("S1 R-73")
@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_a_public_page_is_read_without_signing_in(request, screen, ana, team, sign_in):
    from aimwell.contexts.people.services import share
    from aimwell.contexts.reports.sharing.queries import shared_path

    page = request.getfixturevalue(screen)
    for kind, work in make_shared(ana, team).items():
        share(by=ana, obj=work, rung=Rung.PUBLIC)
        page.goto(shared_path(work))
        expect(page.locator("main")).to_contain_text(team.name)
        expect(page.locator("main")).not_to_contain_text(re.compile("Cuarto|Twoargued|Firedrill|Quintana"))
        assert page.locator(".shown-lines dt").count() >= 3, kind
        stop(page)
