"""Problem, causes, aim and drivers in a real browser: by keyboard, by mouse, by finger, and without scripts."""

import datetime
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from aimwell.contexts.theory.models import Bone, Cause, Link, Part
from aimwell.contexts.theory.services import (
    abandon,
    add_cause,
    add_evidence,
    add_part,
    add_perspective,
    change_cause,
    offer_bones,
    set_aim,
    set_aside,
    start_inquiry,
)

PAGES = [
    "problem/",
    "causes/?view=drawing&cause={cause}",
    "causes/?view=outline&cause={cause}",
    "aim/",
    "drivers/",
    "drivers/?view=drawing&part={idea}",
    "drivers/?view=outline&part={idea}",
]


@pytest.fixture
def world(live_server, ana, team):
    """One inquiry with everything in it."""
    inquiry = start_inquiry(
        by=ana, team=team, problem="Few give a reason", for_whom="72 fifth graders", how_known="34 % on Nov 2"
    )
    add_evidence(by=ana, inquiry=inquiry, text="8 lessons counted", source="Rooms 9 and 12")
    add_perspective(by=ana, inquiry=inquiry, role="fifth grader", text="Everybody is already talking")
    bones = {bone.name: bone for bone in offer_bones(by=ana, inquiry=inquiry)}
    talk = add_cause(by=ana, bone=bones["Time"], text="We ask for talk before time to think")
    change_cause(by=ana, cause=talk, version=1, text=talk.text, status="supported", how_known="5 lessons")
    tasks = add_cause(by=ana, bone=bones["Tasks"], text="Most tasks have one right answer")
    shy = add_cause(by=ana, bone=bones["Belonging"], text="A wrong idea feels public")
    set_aside(by=ana, thing=shy, reason="outside our impact")
    set_aim(
        by=ana, inquiry=inquiry, what="explain their reasoning", for_whom="our fifth graders", baseline=34, target=65,
        by_when=datetime.date(2027, 5, 28),
    )  # fmt: skip
    way_in = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    safe = add_part(by=ana, inquiry=inquiry, kind="primary", text="It is safe to be unsure")
    think = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Time to think", parents=[way_in])
    peers = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Peers change their minds", parents=[safe])
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[think])
    gone = add_part(by=ana, inquiry=inquiry, kind="idea", text="Rotation by seat", parents=[peers])
    abandon(by=ana, part=gone, version=None, reason="no difference")
    return SimpleNamespace(
        inquiry=inquiry, talk=talk, tasks=tasks, way_in=way_in, safe=safe, think=think, peers=peers, idea=idea
    )


@pytest.fixture
def go(world, ana, sign_in):
    """Open a page of the inquiry as Ana: `go(desktop, "drivers/")`."""

    def there(page, path):
        sign_in(page, ana)
        page.goto(f"/i/{world.inquiry.pk}/{path.format(cause=world.talk.pk, idea=world.idea.pk)}")
        return page

    return there


def node(page, thing):
    return page.locator(f'driver-canvas [data-node="{thing.pk}"]')


def label_in_focus(page):
    return page.evaluate("document.activeElement.closest('[data-node]')?.dataset.label")


def parents(part):
    return sorted(link.parent.text for link in Link.objects.filter(child=part, ended_at=None))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_pages_are_accessible_and_never_scroll_sideways(request, go, axe, path, device):
    page = go(request.getfixturevalue(device), path)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_width_decides_between_drawing_and_outline(go, open_page):
    wide, narrow = open_page(width=1280), open_page(width=390)
    for path, outline in (("causes/", ".bones"), ("drivers/", "#outline")):
        go(wide, path)
        expect(wide.locator("driver-canvas")).to_be_visible()
        expect(wide.locator(outline)).to_be_hidden()
        go(narrow, path)
        expect(narrow.locator("driver-canvas")).to_be_hidden()
        expect(narrow.locator(outline)).to_be_visible()


@pytest.mark.ac("S1 R-17")
def test_drivers_are_edited_by_keyboard_alone(go, world, desktop):
    page = go(desktop, "drivers/?view=drawing")
    page.locator("driver-canvas a[tabindex='0']").focus()
    assert page.locator("driver-canvas a[tabindex='0']").count() == 1
    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight"):
        page.keyboard.press(key)
        walked.append(label_in_focus(page))
    assert walked == [
        "Everyone has a way in", "Time to think", "Peers change their minds", "Time to think", "A quiet minute",
    ]  # fmt: skip
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("n")
    page.wait_for_url("**/*do=add*")
    page.keyboard.type("Sentence starters")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*saved=panel*")
    new = Part.objects.get(text="Sentence starters")
    assert (new.kind, parents(new)) == ("idea", ["Time to think"])


def test_enter_opens_the_panel_and_escape_goes_back_to_the_map(go, world, desktop):
    page = go(desktop, "drivers/?view=drawing")
    page.locator("driver-canvas a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/*part={world.way_in.pk}*")
    page.wait_for_function("document.activeElement.id === 'panel'")
    page.keyboard.press("Escape")
    assert label_in_focus(page) == "Everyone has a way in"


def test_set_aside_by_key_is_undone_by_key(go, world, desktop):
    page = go(desktop, f"drivers/?view=drawing&part={world.idea.pk}")
    node(page, world.idea).locator("a").focus()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    undo = page.locator("form[action*='/restore/'] button", has_text="Undo")
    undo.wait_for()
    assert Part.objects.get(pk=world.idea.pk).ended_at is not None
    undo.focus()
    page.keyboard.press("Enter")
    page.get_by_text("is back, with its links").wait_for()
    assert Part.objects.get(pk=world.idea.pk).ended_at is None
    assert parents(world.idea) == ["Time to think"]


@pytest.mark.ac("S4 R-7")
def test_the_fishbone_is_edited_by_keyboard_alone(go, world, desktop):
    page = go(desktop, "causes/?view=drawing")
    page.locator("driver-canvas a[tabindex='0']").focus()
    assert label_in_focus(page) == "Most tasks have one right answer"
    page.keyboard.press("ArrowRight")
    assert label_in_focus(page) == "We ask for talk before time to think"
    page.keyboard.press("w")
    page.wait_for_url("**/*do=why*")
    page.keyboard.type("The period is 45 minutes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*saved=panel*")
    assert Cause.objects.get(text="The period is 45 minutes").parent == world.talk


def drag(page, start, end):
    """By mouse, in small steps as a hand does."""
    here, there = start.bounding_box(), end.bounding_box()
    page.mouse.move(here["x"] + 40, here["y"] + 12)
    page.mouse.down()
    page.mouse.move(there["x"] + 40, there["y"] + 14, steps=8)
    page.mouse.up()


def test_a_driver_is_linked_and_moved_by_mouse(go, world, desktop):
    page = go(desktop, "drivers/?view=drawing")
    drag(page, node(page, world.idea), node(page, world.peers))
    page.get_by_role("button", name="Link it here too").click()
    page.wait_for_url("**/*saved=panel*")
    assert parents(world.idea) == ["Peers change their minds", "Time to think"]
    drag(page, node(page, world.think), node(page, world.safe))
    page.get_by_role("button", name="Move it here").click()
    page.get_by_text("Moved.").wait_for()
    assert parents(world.think) == ["It is safe to be unsure"]


def test_a_drag_that_is_left_changes_nothing(go, world, desktop):
    page = go(desktop, "drivers/?view=drawing")
    drag(page, node(page, world.idea), node(page, world.peers))
    page.keyboard.press("Escape")
    assert label_in_focus(page) == "A quiet minute"
    assert parents(world.idea) == ["Time to think"]


def test_a_cause_moves_to_another_bone_by_mouse(go, world, desktop):
    page = go(desktop, "causes/?view=drawing")
    drag(page, node(page, world.tasks), node(page, world.talk))
    page.get_by_role("button", name="Move it here").click()
    page.wait_for_url("**/*saved=panel*")
    assert Cause.objects.get(pk=world.tasks.pk).parent == world.talk


def touch(page, start, end):
    """A finger rests on `start`, then slides to `end` and lets go."""
    session = page.context.new_cdp_session(page)
    here, there = start.bounding_box(), end.bounding_box()

    def send(kind, x=None, y=None):
        points = [] if x is None else [{"x": x, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    first, last = (here["x"] + 60, here["y"] + 14), (there["x"] + 60, there["y"] + 14)
    send("touchStart", *first)
    page.locator(".is-held").wait_for()
    for part in range(1, 7):
        send("touchMove", *(a + (b - a) * part / 6 for a, b in zip(first, last, strict=True)))
    send("touchEnd")


def test_a_driver_is_linked_by_a_finger_on_the_phone(go, world, phone):
    page = go(phone, "drivers/?view=drawing")
    node(page, world.peers).scroll_into_view_if_needed()
    page.locator("driver-canvas").evaluate("canvas => canvas.scrollTo(390, 0)")
    touch(page, node(page, world.idea), node(page, world.peers))
    page.get_by_role("button", name="Link it here too").tap()
    page.wait_for_url("**/*saved=panel*")
    assert parents(world.idea) == ["Peers change their minds", "Time to think"]


def test_a_cause_moves_by_a_finger_on_the_phone(go, world, phone):
    page = go(phone, "causes/?view=drawing")
    node(page, world.talk).scroll_into_view_if_needed()
    page.locator("driver-canvas").evaluate("canvas => canvas.scrollTo(60, 0)")
    touch(page, node(page, world.talk), node(page, world.tasks))
    page.get_by_role("button", name="Move it here").tap()
    page.wait_for_url("**/*saved=panel*")
    assert Cause.objects.get(pk=world.talk.pk).parent == world.tasks


def test_a_swipe_over_the_map_only_scrolls(go, world, phone):
    page = go(phone, "drivers/?view=drawing")
    box = node(page, world.way_in).bounding_box()
    session = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": box["x"] + 60, "y": box["y"] + 14}]),
        ("touchMove", [{"x": box["x"] - 20, "y": box["y"] + 14}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert page.locator("dialog").count() == 0
    assert page.locator(".is-held").count() == 0


@pytest.mark.ac("S1 R-16")
def test_the_aim_sentence_follows_what_is_typed(go, world, desktop):
    page = go(desktop, "aim/")
    page.get_by_label("How much").fill("70")
    page.locator("#aim-sentence strong", has_text="70").wait_for()
    page.get_by_label("By when").fill("")
    page.locator("#aim-sentence .gap").wait_for()
    assert page.locator("#aim-sentence .gap").inner_text() == "[by when?]"
    world.inquiry.aim.refresh_from_db()
    assert world.inquiry.aim.target == 65


def test_everything_works_without_scripts(go, world, no_script):
    page = go(no_script, "causes/?view=outline")
    bone = Bone.objects.get(name="Language")
    page.locator(f"#bone-{bone.pk} summary", has_text="Add a cause").click()
    page.locator(f"#b{bone.pk}-new").fill("We ask for reasons without giving the words")
    page.locator(f"#bone-{bone.pk}").get_by_role("button", name="Add this cause").click()
    cause = Cause.objects.get(bone=bone)
    page.get_by_label("What we know").select_option("supported")
    page.get_by_role("button", name="Save").click()
    cause.refresh_from_db()
    assert cause.status == "supported"
    go(page, f"drivers/?view=outline&part={world.think.pk}")
    page.locator("summary", has_text="Add below").click()
    page.locator("#add-text").fill("Whisper first")
    page.get_by_role("button", name="Add", exact=True).click()
    assert parents(Part.objects.get(text="Whisper first")) == ["Time to think"]


def test_pages_read_in_spanish(go, world, phone, live_server):
    page = phone
    page.context.add_cookies([{"name": "django_language", "value": "es", "url": live_server.url}])
    for path, title in (
        ("causes/", "2 causas; con respaldo: 1"),
        ("drivers/", "Nuestra teoría"),
        ("aim/", "Nuestra meta dice cuánto, para quiénes y para cuándo"),
    ):
        go(page, path)
        assert page.locator("h1").inner_text() == title
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
