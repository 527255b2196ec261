"""A huddle on a phone and by keyboard: silence, one decision, the next test, notes that become parts of the cycle."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import NoteLine, NoteUse, Silence, Thought
from aimwell.contexts.meetings.models import Decision
from aimwell.contexts.theory.services import go_on_unchecked, start_inquiry

LOOKS = 20_000  # a page asks for news every five seconds


@pytest.fixture
def meeting(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    go_on_unchecked(by=ana, inquiry=inquiry, reason="We see it every day")
    draft = cycles.draft_cycle(
        by=ana, inquiry=inquiry, try_what="Starters on desk cards", look_on=timezone.localdate(), who_where="Room 12",
        kind="at_least", low=12, out_of=24, unit_name="students give a reason",
    )  # fmt: skip
    doing = cycles.start_do(by=ana, cycle=draft)
    cycles.add_entry(by=ana, cycle=doing, kind="count", count=8, out_of=24, place="Room 12")
    cycles.begin_study(by=ana, cycle=doing)
    at = datetime.time(12, 20)
    return meetings.add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate(), at=at, minutes=15)


@pytest.fixture
def running(ana, meeting):
    services.begin(by=ana, meeting=meeting)
    return meeting


def part(meeting, purpose):
    return meeting.items.get(purpose=purpose)


def nothing_waits(page):
    """All that waited on this device has gone out."""
    for _turn in range(100):
        if not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('aimwell:outbox:'))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("something still waits on this device")


@pytest.mark.ac("S1 R-55")
def test_a_huddle_on_a_phone_from_the_first_tap_to_the_summary(phone, ana, devon, meeting, sign_in, axe):
    sign_in(phone, ana)
    phone.goto(f"/meetings/{meeting.pk}/huddle/")
    axe(phone)
    phone.get_by_role("button", name="Start the clock").tap()
    expect(phone.get_by_text("Part 1 of 4")).to_be_visible()
    expect(phone.get_by_role("timer")).to_contain_text("1:")
    axe(phone)
    phone.get_by_label("First alone, in silence.").fill("They argue in Spanish first")
    phone.get_by_role("button", name="I am done").tap()
    expect(phone.get_by_text("1 of 2 have written.")).to_be_visible()
    phone.get_by_role("button", name="Show all now").tap()
    expect(phone.get_by_role("heading", name="What we wrote")).to_be_visible()
    phone.get_by_role("button", name="To the notes").tap()
    expect(phone.locator(".agenda-line")).to_contain_text("They argue in Spanish first")
    axe(phone)
    phone.locator("[data-sentence]").get_by_text("They argue in Spanish first").tap()
    phone.get_by_role("button", name="Send to Study").tap()
    expect(phone.get_by_text("Sent to Study of cycle 1.")).to_be_visible()
    assert Cycle.objects.get().learned == "They argue in Spanish first"
    assert NoteUse.objects.get().field == "learned"
    phone.get_by_role("button", name="Pause").tap()
    expect(phone.locator("[data-about]")).to_have_text("paused")
    phone.get_by_role("button", name="Go on").tap()
    phone.get_by_role("button", name="Next part").tap()
    expect(phone.get_by_text("Part 2 of 4")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.goto(f"/meetings/{meeting.pk}/summary/")
    axe(phone)
    phone.get_by_role("button", name="End the meeting").tap()
    expect(phone.get_by_role("heading", name="What we leave with")).to_be_visible()
    axe(phone)


class Counted:
    """A keyboard that counts the keys it presses; prose is typed beside it."""

    def __init__(self, page):
        self.page, self.presses = page, 0

    def press(self, *keys):
        for key in keys:
            self.presses += key.count("+") + 1
            self.page.keyboard.press(key)

    def go(self, *keys):
        with self.page.expect_navigation():
            self.press(*keys)
        self.page.wait_for_load_state("networkidle")

    def prose(self, words):
        self.page.keyboard.type(words)


@pytest.mark.ac("N-19")
def test_act_and_the_next_plan_take_at_most_40_keys_besides_prose(desktop, ana, running, sign_in):
    services.go_to(by=ana, meeting=running, item=part(running, "decide"))
    sign_in(desktop, ana)
    desktop.goto(f"/meetings/{running.pk}/huddle/")
    keys = Counted(desktop)
    keys.press("Enter")
    keys.prose("The task works once they have rehearsed.")
    keys.go("Control+Enter")
    keys.press("2")
    keys.prose("The card helps them begin")
    keys.press("Tab")
    keys.prose("A quiet minute first")
    keys.press("Tab")
    keys.prose("They stop after one sentence")
    keys.go("Control+Enter")
    expect(desktop.get_by_text("Part 3 of 4")).to_be_visible()
    keys.press("Enter", "Tab", "Tab")
    keys.press("1", "6")
    keys.go("Control+Enter")
    first, second = Cycle.objects.order_by("number")
    assert (first.state, first.decision, first.result) == ("done", "adapt", 8)
    assert (second.state, second.low, second.out_of) == ("doing", 16, 24)
    assert second.look_on == timezone.localdate() + datetime.timedelta(days=7)
    assert keys.presses <= 40, keys.presses


def test_space_pauses_n_goes_on_and_the_keys_can_be_turned_off(desktop, ana, running, sign_in):
    Silence.objects.update(shown_at=timezone.now())
    sign_in(desktop, ana)
    desktop.goto(f"/meetings/{running.pk}/huddle/")
    with desktop.expect_navigation():
        desktop.keyboard.press("Space")
    expect(desktop.locator("[data-about]")).to_have_text("paused")
    with desktop.expect_navigation():
        desktop.keyboard.press("Space")
    with desktop.expect_navigation():
        desktop.keyboard.press("n")
    expect(desktop.get_by_text("Part 2 of 4")).to_be_visible()
    with desktop.expect_navigation():
        desktop.keyboard.press("ArrowLeft")
    expect(desktop.get_by_text("Part 1 of 4")).to_be_visible()
    desktop.get_by_role("button", name="Turn these keys off").click()
    desktop.locator("h1").click()
    desktop.keyboard.press("n")
    expect(desktop.get_by_role("button", name="Turn these keys on")).to_be_visible()
    expect(desktop.get_by_text("Part 1 of 4")).to_be_visible()


@pytest.mark.ac("S1 R-56")
def test_a_selected_sentence_is_marked_and_sent(desktop, ana, running, sign_in):
    services.add_line(by=ana, meeting=running, text="One is short. Two is the one. Three is long.")
    sign_in(desktop, ana)
    desktop.goto(f"/meetings/{running.pk}/huddle/")
    middle = desktop.locator("[data-sentence]").nth(1)
    middle.locator("span").first.evaluate("one => document.getSelection().selectAllChildren(one)")
    expect(middle.get_by_role("checkbox")).to_be_checked()
    expect(desktop.locator("[data-sentence]").first.get_by_role("checkbox")).not_to_be_checked()
    desktop.get_by_role("button", name="Send to Act").click()
    expect(desktop.get_by_text("Sent to Act of cycle 1.")).to_be_visible()
    assert Cycle.objects.get().decision_reason == "Two is the one."


@pytest.mark.ac("S3 R-40")
def test_others_see_the_words_only_when_they_are_shown(open_page, ana, devon, running, sign_in):
    anas, devons = open_page(width=1280), open_page(width=390)
    sign_in(anas, ana)
    sign_in(devons, devon)
    for page in (anas, devons):
        page.goto(f"/meetings/{running.pk}/huddle/")
    anas.get_by_label("First alone, in silence.").fill("Not out of will")
    anas.get_by_role("button", name="I am done").click()
    expect(devons.get_by_text("1 of 2 have written.")).to_be_visible(timeout=LOOKS)
    assert "Not out of will" not in devons.content()
    devons.get_by_label("First alone, in silence.").fill("Out of time")
    devons.get_by_role("button", name="I am done").click()
    expect(devons.locator(".thoughts")).to_contain_text("Not out of will")
    expect(anas.locator(".thoughts")).to_contain_text("Out of time", timeout=LOOKS)


def test_a_connection_that_drops_at_the_third_of_five_loses_and_doubles_nothing(phone, ana, devon, running, sign_in):
    """The test of issue 6: silent words, lines of the notes and a decision, all by the same way out."""
    sign_in(phone, ana)
    services.go_to(by=ana, meeting=running, item=part(running, "who_does"))
    phone.goto(f"/meetings/{running.pk}/huddle/")

    def line(words, *, waits):
        phone.get_by_label("A line for the notes").fill(words)
        phone.get_by_role("button", name="Keep this line").tap()
        if waits:
            expect(phone.locator("[data-banners]")).to_contain_text("safe on this phone")
        else:
            expect(phone.locator(".agenda-line").last).to_contain_text(words)

    line("First", waits=False)
    line("Second", waits=False)
    phone.context.set_offline(True)
    line("Third", waits=True)
    phone.get_by_label("What we decided").fill("Print cards")
    phone.get_by_role("button", name="Add this decision").tap()
    line("Fifth", waits=True)
    expect(phone.locator("[data-banners]")).to_contain_text("3 notes are safe on this phone.")
    assert (NoteLine.objects.count(), Decision.objects.count()) == (2, 0)
    phone.context.set_offline(False)
    expect(phone.locator("[data-banners]")).to_contain_text("3 notes have arrived. Nothing was counted twice.")
    nothing_waits(phone)
    running.refresh_from_db()
    assert running.notes.splitlines() == ["First", "Second", "Third", "Fifth"]
    assert [one.text for one in Decision.objects.all()] == ["Print cards"]
    assert NoteLine.objects.get(text="Third").item == part(running, "who_does")


def test_silent_words_written_without_a_connection_arrive_once(phone, ana, devon, running, sign_in):
    sign_in(phone, ana)
    phone.goto(f"/meetings/{running.pk}/huddle/")
    phone.context.set_offline(True)
    phone.get_by_label("First alone, in silence.").fill("Kept on my phone")
    phone.get_by_role("button", name="I am done").tap()
    expect(phone.locator("[data-banners]")).to_contain_text("1 note is safe on this phone.")
    phone.context.set_offline(False)
    nothing_waits(phone)
    assert [one.text for one in Thought.objects.all()] == ["Kept on my phone"]


def test_without_scripts_the_same_page_works_by_its_forms(no_script, ana, running, sign_in):
    sign_in(no_script, ana)
    no_script.goto(f"/meetings/{running.pk}/huddle/")
    no_script.get_by_label("First alone, in silence.").fill("They whisper")
    no_script.get_by_role("button", name="I am done").tap()
    expect(no_script.get_by_role("heading", name="What we wrote")).to_be_visible()
    no_script.get_by_role("button", name="To the notes").tap()
    no_script.get_by_label("They whisper").check()
    no_script.get_by_role("button", name="Send to Study").tap()
    expect(no_script.get_by_text("Sent to Study of cycle 1.")).to_be_visible()
    assert Cycle.objects.get().learned == "They whisper"
    no_script.get_by_role("button", name="Next part").tap()
    expect(no_script.get_by_text("Part 2 of 4")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("purpose", ["surprise", "decide", "next_test", "who_does"])
def test_no_part_scrolls_sideways(open_page, ana, running, sign_in, width, purpose):
    services.go_to(by=ana, meeting=running, item=part(running, purpose))
    Silence.objects.update(shown_at=timezone.now())
    page = open_page(width=width)
    sign_in(page, ana)
    page.goto(f"/meetings/{running.pk}/huddle/")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
