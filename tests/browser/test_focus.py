"""An aim that names one group, and one main aim at a time: on a phone, with and without scripts."""

import datetime

import pytest
from playwright.sync_api import expect

from aimwell.contexts.measures.services import apply_import, create_measure, start_import
from aimwell.contexts.theory.focus.models import AimPause, GapAim
from aimwell.contexts.theory.services import set_aim, start_inquiry


@pytest.fixture
def inquiry(live_server, ana, team):
    made = start_inquiry(by=ana, team=team, problem="Few say why", for_whom="72 fifth graders")
    set_aim(by=ana, inquiry=made, what="explain their reasoning", for_whom="all fifth graders", target=65)
    return made


@pytest.fixture
def measure(ana, team):
    made = create_measure(by=ana, team=team, name="Explains to a partner")
    weeks = [datetime.date(2026, 1, 5) + datetime.timedelta(weeks=n) for n in range(8)]
    rows = [f"{on}\t{name}\t{top}\t{of}" for name, top, of in (("New", 9, 23), ("Others", 27, 49)) for on in weeks]
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text="date\tgroup\tyes\tn\n" + "\n".join(rows)))
    return made


def no_sideways(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.ac("S2 R-17")
def test_all_students_become_one_group_and_the_sentence_follows(sign_in, ana, inquiry, measure, phone, axe):
    sign_in(phone, ana)
    phone.goto(f"/i/{inquiry.pk}/aim/")
    phone.get_by_role("link", name="Name a group and its gap").click()
    words = phone.locator("#aim-sentence")
    expect(words.get_by_text("The group: not named yet.")).to_be_visible()
    phone.get_by_label("For which group?").fill("All students")
    expect(words.get_by_text("This names everyone.")).to_be_visible()
    phone.get_by_label("For which group?").fill("Students new to English")
    expect(words.get_by_text("The group: not named yet.")).to_have_count(0)
    phone.get_by_label("Its numbers", exact=True).select_option(label="New")
    phone.get_by_label("The numbers beside it").select_option(label="Others")
    expect(words.get_by_text("That is 16 points apart.")).to_be_visible()
    phone.get_by_label("How far then").fill("8")
    phone.get_by_label("By when").fill("2099-05-28")
    expect(words.get_by_text("8 points by May 28, 2099")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Save this aim").click()
    expect(phone.locator("#gap").get_by_text("Saved")).to_be_visible()
    assert no_sideways(phone)
    row = GapAim.objects.get()
    assert (row.group, row.beside, row.now, row.target) == ("Students new to English", "Others", 16, 8)
    phone.get_by_role("link", name="This gap over time: Explains to a partner").click()
    expect(phone.locator("#gap")).to_be_visible()


@pytest.mark.ac("S2 R-17")
def test_the_same_without_scripts(sign_in, ana, inquiry, no_script):
    sign_in(no_script, ana)
    no_script.goto(f"/i/{inquiry.pk}/aim/gap/")
    no_script.get_by_label("For which group?").fill("Students new to English")
    no_script.get_by_role("button", name="Save this aim").click()
    expect(no_script.get_by_text("The gap to reach: not said yet.")).to_be_visible()
    assert GapAim.objects.get().group == "Students new to English"


@pytest.mark.ac("S2 R-19")
def test_a_second_aim_is_told_about_and_the_first_one_rests_by_one_press(sign_in, ana, team, inquiry, phone, axe):
    second = start_inquiry(by=ana, team=team, problem="Homework is not read")
    set_aim(by=ana, inquiry=second, what="read what others wrote", target=20)
    sign_in(phone, ana)
    phone.goto(f"/i/{second.pk}/aim/")
    expect(phone.get_by_text("2 aims in work; 1 at one time is usual here")).to_be_visible()
    axe(phone)
    assert no_sideways(phone)
    phone.get_by_role("button", name="Let the first one rest").click()
    expect(phone.get_by_text("2 aims in work")).to_have_count(0)
    assert AimPause.objects.get().inquiry == inquiry
    phone.goto(f"/i/{inquiry.pk}/aim/")
    expect(phone.get_by_text("This aim rests since")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Go on with it").click()
    expect(phone.get_by_text("2 aims in work")).to_be_visible()
