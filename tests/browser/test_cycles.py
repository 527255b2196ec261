"""Cycles in the browser: a whole PDSA by keyboard, a tally by touch, a lost connection during Do."""

import re
import uuid

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle, Entry, Tap
from aimwell.contexts.theory.services import add_part, start_inquiry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inquiry(ana, team):
    return start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")


@pytest.fixture
def doing(ana, inquiry):
    look_on = timezone.localdate() + timezone.timedelta(days=7)
    predicted = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}
    plan = {"try_what": "Starters on desk cards", "who_where": "Room 12", "look_on": look_on, **predicted}
    cycle = services.draft_cycle(by=ana, inquiry=inquiry, key=uuid.uuid4(), **plan)
    return services.start_do(by=ana, cycle=cycle)


def walk_to(page: Page, name: str, *, most: int = 80) -> None:
    """Tab until what has the focus is called `name`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => { const e = document.activeElement;
            const own = e.labels && e.labels.length ? e.labels[0].textContent : e.textContent;
            return (e.getAttribute("aria-label") || own || "").replace(/\\s+/g, " ").trim(); }""")
        if found == name:
            return
    raise AssertionError(f"no way to {name!r} by keyboard")


def typed(page: Page, name: str, words: str) -> None:
    walk_to(page, name)
    page.keyboard.type(words)


def nothing_waits(page: Page) -> None:
    """All that was kept on the phone has gone out."""
    for _ in range(50):
        if not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('aimwell:outbox'))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("something still waits on the phone")


@pytest.mark.ac("S1 R-25")
def test_a_whole_cycle_by_keyboard_alone(desktop, ana, inquiry, sign_in, axe):
    add_part(by=ana, inquiry=inquiry, kind="idea", text="Starters on desk cards")
    sign_in(desktop, ana)
    desktop.goto(f"/t/{inquiry.owner_team_id}/cycles/")
    axe(desktop)
    walk_to(desktop, "Start a cycle")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url(re.compile("/cycles/new/"))
    axe(desktop)
    typed(desktop, "What will you try?", "Starters on desk cards")
    typed(desktop, "This many", "12")
    typed(desktop, "of", "24")
    typed(desktop, "Who or what is counted", "students give a reason")
    typed(desktop, "When will you look?", "01292030")
    desktop.keyboard.press("Control+Enter")
    desktop.wait_for_url(re.compile(r"/cycles/\d+/$"))
    typed(desktop, "Or start now: one line on why", "We count in class on Friday")
    walk_to(desktop, "Start Do and lock the prediction")
    axe(desktop)
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_text("Locked", exact=False).first).to_be_visible()
    typed(desktop, "What happened?", "Two students argued in Spanish")
    desktop.keyboard.press("Control+Enter")
    expect(desktop.locator(".stream")).to_contain_text("Two students argued in Spanish")
    expect(desktop.get_by_label("What happened?")).to_have_value("")
    axe(desktop)
    walk_to(desktop, "Look at what happened")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", name="Act")).to_be_visible()
    typed(desktop, "Result", "8")
    typed(desktop, "of", "24")
    desktop.get_by_label("What did you learn that you did not know on").focus()
    desktop.keyboard.type("They read the card, then stop")
    walk_to(desktop, "Adopt")
    desktop.keyboard.press("ArrowRight")
    desktop.keyboard.press("Space")
    typed(desktop, "Why", "The card helps them begin")
    typed(desktop, "What will be different next time?", "A quiet minute to rehearse")
    axe(desktop)
    walk_to(desktop, "Finish cycle 1")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("h1")).to_have_text("A quiet minute to rehearse")
    axe(desktop)
    first, second = Cycle.objects.order_by("number")
    assert (first.state, first.result, first.decision, second.predecessor) == ("done", 8, "adapt", first)
    for address in (f"/cycles/{first.pk}/", f"/i/{inquiry.pk}/ramp/", f"/t/{inquiry.owner_team_id}/cycles/"):
        desktop.goto(address)
        axe(desktop)


class Keys:
    """The keyboard, counting every press that is no prose. A key with a modifier is two presses."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += key.count("+") + 1 if len(key) > 1 else 1

    def write(self, prose: str) -> None:
        self.page.keyboard.type(prose)

    def to(self, name: str) -> None:
        for _ in range(40):
            if self.page.evaluate(FOCUSED) == name:
                return
            self.press("Tab")
        raise AssertionError(f"no way to {name!r} by keyboard")


FOCUSED = """() => { const e = document.activeElement; const own = e.labels?.[0]?.textContent ?? e.textContent;
    return e === document.body ? "" : own.replace(/\\s+/g, " ").trim(); }"""


def test_act_and_the_next_plan_take_few_keys_besides_prose(desktop, ana, doing, sign_in, axe):
    """N-19: from an open Study to Do of the next cycle, by keyboard alone."""
    cycle = services.begin_study(by=ana, cycle=doing)
    learned = "They read the card, then stop"
    services.save_study(by=ana, cycle=cycle, version=None, result=8, result_out_of=24, learned=learned)
    sign_in(desktop, ana)
    desktop.goto(f"/cycles/{cycle.pk}/")
    expect(desktop.locator("details.differs")).to_have_attribute("open", "")
    desktop.get_by_label("What did you learn that you did not know on").focus()
    keys = Keys(desktop)
    keys.to("Which assumption does this question?")
    keys.write("That a card is enough")
    keys.to("Adopt")
    keys.press("r")
    expect(desktop.get_by_label("Repeat")).to_be_checked()
    keys.press("a")
    keys.press("a")
    expect(desktop.get_by_label("Adapt")).to_be_checked()
    axe(desktop)
    keys.to("Why")
    keys.write("The card helps them begin")
    keys.to("What will be different next time?")
    keys.write("A quiet minute to rehearse")
    keys.press("Control+Enter")
    expect(desktop.locator("h1")).to_have_text("A quiet minute to rehearse")
    expect(desktop.get_by_role("link", name="Finish the plan")).to_be_focused()
    keys.press("Enter")
    expect(desktop.get_by_label("This many")).to_be_focused()
    for key in "13":
        keys.press(key)
    keys.to("When will you look?")
    soon = timezone.localdate() + timezone.timedelta(days=7)
    for key in f"{soon:%m%d%Y}":
        keys.press(key)
    keys.press("Control+Enter")
    expect(desktop.get_by_label("Or start now: one line on why")).to_be_focused()
    keys.write("We count in class on Friday")
    keys.press("Enter")
    expect(desktop.get_by_text("Locked", exact=False).first).to_be_visible()
    first, second = Cycle.objects.order_by("number")
    assert (first.decision, first.assumption, second.low, second.state) == (
        "adapt", "That a card is enough", 13, "doing",
    )  # fmt: skip
    assert keys.pressed <= 40, keys.pressed


def test_a_result_other_than_predicted_opens_its_questions_at_once(desktop, ana, doing, sign_in):
    services.begin_study(by=ana, cycle=doing)
    sign_in(desktop, ana)
    desktop.goto(f"/cycles/{doing.pk}/")
    questions = desktop.locator("details.differs")
    for result, out_of, is_open in (("13", "24", False), ("13", "20", False), ("7", "24", True)):
        desktop.get_by_label("Result", exact=True).fill(result)
        desktop.locator("#id_result_out_of").fill(out_of)
        desktop.keyboard.press("Tab")
        assert questions.evaluate("one => one.open") is is_open
    expect(desktop.get_by_label("What will be different next time?")).to_be_visible()


def test_a_tally_by_touch_covers_the_prediction_until_it_is_finished(phone, ana, doing, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{doing.pk}/tally/")
    axe(phone)
    expect(phone.get_by_text("We predict 12 or more of 24")).to_be_hidden()
    for _ in range(3):
        phone.get_by_role("button", name="Heard: yes").tap()
    phone.get_by_role("button", name="Heard: no").tap()
    phone.get_by_role("button", name="Heard: yes").tap()
    phone.get_by_role("button", name="Undo last tap").tap()
    expect(phone.locator(".big[data-yes]")).to_have_text("3")
    expect(phone.locator(".big[data-heard]")).to_have_text("4")
    phone.get_by_role("button", name="Finish the count").tap()
    expect(phone.get_by_text("We predict 12 or more of 24")).to_be_visible()
    phone.wait_for_url(re.compile(rf"/cycles/{doing.pk}/#entry-"))
    counted = Entry.objects.get()
    assert (counted.count, counted.out_of, Tap.objects.count()) == (3, 4, 5)


@pytest.mark.ac("S3 R-51")
def test_taps_and_a_note_made_without_a_connection_arrive_once(phone, ana, doing, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{doing.pk}/tally/")
    phone.get_by_role("button", name="Heard: yes").tap()
    nothing_waits(phone)
    expect(phone.locator("[data-banners]")).to_be_empty()
    phone.context.set_offline(True)
    for _ in range(4):
        phone.get_by_role("button", name="Heard: yes").tap()
    phone.get_by_label("A surprise").fill("Two argued in Spanish")
    phone.get_by_role("button", name="Keep the surprise").tap()
    banner = phone.locator("[data-banners]")
    expect(banner).to_contain_text("No connection since")
    expect(banner).to_contain_text("4 taps and 1 note are safe on this phone. They go out by themselves, once each.")
    axe(phone)
    phone.context.set_offline(False)
    expect(banner).to_contain_text("Back online. 4 taps and 1 note have arrived. Nothing was counted twice.")
    phone.get_by_role("button", name="Finish the count").tap()
    phone.wait_for_url(re.compile("#entry-"))
    counted, note = Entry.objects.order_by("pk")
    assert (counted.count, counted.out_of, note.kind, note.text) == (5, 5, "surprise", "Two argued in Spanish")


def test_a_note_in_do_written_without_a_connection_outlives_a_closed_page(phone, ana, doing, sign_in):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{doing.pk}/")
    phone.context.set_offline(True)
    phone.get_by_label("What happened?").fill("Room 14 ran late")
    phone.get_by_role("button", name="Add it").tap()
    expect(phone.locator("[data-banners]")).to_contain_text("1 note is safe on this phone.")
    assert Entry.objects.count() == 0
    phone.context.set_offline(False)
    phone.goto(f"/cycles/{doing.pk}/")
    nothing_waits(phone)
    phone.reload()
    expect(phone.locator(".stream")).to_contain_text("Room 14 ran late")
    assert Entry.objects.get().text == "Room 14 ran late"


def test_a_note_that_lacks_something_comes_back_with_its_words(phone, ana, doing, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{doing.pk}/")
    phone.get_by_text("Count", exact=True).tap()
    phone.locator("#entry_count").fill("25")
    phone.locator("#entry_out_of").fill("24")
    phone.get_by_label("What happened?").fill("Counted twice?")
    phone.get_by_role("button", name="Add it").tap()
    expect(phone.get_by_role("alert")).to_contain_text("25 of 24 is more than the whole")
    expect(phone.get_by_label("What happened?")).to_have_value("Counted twice?")
    axe(phone)
    assert Entry.objects.count() == 0


def test_a_note_the_rules_refuse_is_not_lost(phone, ana, doing, sign_in):
    sign_in(phone, ana)
    phone.goto(f"/cycles/{doing.pk}/")
    phone.context.set_offline(True)
    phone.get_by_label("What happened?").fill("After the end")
    phone.get_by_role("button", name="Add it").tap()
    expect(phone.locator("[data-banners]")).to_contain_text("No connection since")
    services.set_aside(by=ana, cycle=doing)
    phone.context.set_offline(False)
    expect(phone.locator("[data-banners]")).to_contain_text("After the end")
    expect(phone.locator("[data-banners]")).to_contain_text("One note did not fit.")
    assert Entry.objects.count() == 0


def test_without_scripts_the_tally_is_a_form_and_everything_reads(no_script, ana, doing, sign_in):
    sign_in(no_script, ana)
    no_script.goto(f"/cycles/{doing.pk}/tally/")
    no_script.get_by_label("How many did").fill("8")
    no_script.get_by_label("Out of how many").fill("24")
    no_script.get_by_role("button", name="Put the count in").tap()
    expect(no_script.locator("#do")).to_contain_text("8 of 24")
    assert Entry.objects.get().out_of == 24


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_of_a_cycle_scrolls_sideways(open_page, ana, doing, inquiry, sign_in, width):
    page = open_page(width=width)
    sign_in(page, ana)
    for address in (
        f"/cycles/{doing.pk}/", f"/cycles/{doing.pk}/tally/", f"/i/{inquiry.pk}/ramp/", f"/i/{inquiry.pk}/cycles/new/",
        f"/t/{inquiry.owner_team_id}/cycles/", f"/cycles/{doing.pk}/plan/",
    ):  # fmt: skip
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
