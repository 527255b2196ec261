"""The driver diagram under two pairs of hands: undo, size, lines drawn with the mouse, and what somebody else does."""

import pytest
from playwright.sync_api import expect

from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.services import add_part, change_part, set_aim, start_inquiry

WAIT = 12_000  # the page asks every four seconds


@pytest.fixture
def inquiry(live_server, ana, team):
    found = start_inquiry(by=ana, team=team, problem="Few give a reason", for_whom="72 fifth graders", how_known="34 %")
    set_aim(by=ana, inquiry=found, what="explain", for_whom="our fifth graders", target=65)
    return found


@pytest.fixture
def tree(ana, inquiry):
    """Two drivers, what each takes, and an idea below the first."""
    way_in = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    safe = add_part(by=ana, inquiry=inquiry, kind="primary", text="It is safe to be unsure")
    think = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Time to think", parents=[way_in])
    peers = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Peers change their minds", parents=[safe])
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[think])
    return {"way_in": way_in, "safe": safe, "think": think, "peers": peers, "idea": idea}


@pytest.fixture
def go(inquiry, tree, ana, sign_in):
    def there(page, query="", user=None):
        sign_in(page, user or ana)
        page.goto(f"/i/{inquiry.pk}/drivers/{query}")
        return page

    return there


def node(page, thing):
    return page.locator(f'driver-canvas [data-node="{thing.pk}"]')


def parents(part):
    return sorted(
        link.parent.text if link.parent else "the aim" for link in Link.objects.filter(child=part, ended_at=None)
    )


def told(page, words):
    page.locator("[data-live-words]", has_text=words).wait_for(timeout=WAIT)


@pytest.mark.ac("S2 R-22")
def test_keys_undo_and_do_again(go, desktop, tree):
    page = go(desktop, f"?view=drawing&part={tree['idea'].pk}")
    page.locator("summary", has_text="Link").first.click()
    page.locator("#link-parent").select_option(label="Peers change their minds")
    page.get_by_role("button", name="Link", exact=True).click()
    page.wait_for_url("**/*saved=panel*")
    assert parents(tree["idea"]) == ["Peers change their minds", "Time to think"]
    with page.expect_navigation():
        page.keyboard.press("Control+z")
    assert parents(tree["idea"]) == ["Time to think"]
    with page.expect_navigation():
        page.keyboard.press("Control+Shift+z")
    assert parents(tree["idea"]) == ["Peers change their minds", "Time to think"]
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").click()
    assert parents(tree["idea"]) == ["Time to think"]


def test_undo_in_a_field_is_the_fields_own(go, desktop, tree):
    page = go(desktop, f"?view=drawing&part={tree['idea'].pk}&do=edit")
    page.locator("#edit-text").fill("Other words")
    page.keyboard.press("Control+z")
    assert page.url.endswith("do=edit")


@pytest.mark.ac("S2 R-22")
def test_a_line_is_drawn_with_the_mouse_and_a_loop_is_not(go, desktop, tree):
    page = go(desktop, "?view=drawing")
    node(page, tree["safe"]).hover()
    drawn_from(page, tree["safe"], tree["think"])
    page.wait_for_url("**/*part=*")
    assert parents(tree["think"]) == ["Everyone has a way in", "It is safe to be unsure"]
    page.goto(page.url.split("?")[0] + "?view=drawing")
    node(page, tree["way_in"]).hover()
    drawn_from(page, tree["way_in"], tree["safe"])
    assert parents(tree["safe"]) == ["the aim"]


def drawn_from(page, thing, onto):
    grip = node(page, thing).locator(".d-grip-face").bounding_box()
    there = node(page, onto).locator(".d-ground").bounding_box()
    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    page.mouse.move(there["x"] + 30, there["y"] + 20, steps=6)
    page.mouse.up()


def test_size_and_place_stay_after_an_act(go, desktop, tree):
    page = go(desktop, f"?view=drawing&part={tree['idea'].pk}")
    usual = width(page)
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Larger").click()
    assert width(page) == pytest.approx(usual * 1.25**2, rel=0.02)
    page.evaluate("document.querySelector('driver-canvas').scrollTo(70, 20)")
    page.locator("summary", has_text="Edit").click()
    page.locator("#edit-detail").fill("One minute")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_url("**/*saved=panel*")
    assert width(page) == pytest.approx(usual * 1.25**2, rel=0.02)
    assert page.evaluate("document.querySelector('driver-canvas').scrollLeft") == 70
    page.get_by_role("button", name="See it whole").click()
    assert page.evaluate("(c => c.scrollWidth <= c.clientWidth + 1)(document.querySelector('driver-canvas'))")
    page.get_by_role("button", name="Usual size").click()
    assert width(page) == pytest.approx(usual, rel=0.02)


def test_size_by_key_and_by_wheel_and_the_ground_pans(go, desktop, tree):
    page = go(desktop, "?view=drawing")
    usual = width(page)
    page.locator("driver-canvas a[tabindex='0']").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert width(page) > usual * 1.4
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("document.querySelector('driver-canvas').scrollLeft") > 0
    page.keyboard.press("-")
    smaller = width(page)
    node(page, tree["think"]).hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    assert width(page) == pytest.approx(smaller * 1.1, rel=0.02)
    before = page.evaluate("document.querySelector('driver-canvas').scrollLeft")
    x, y = page.evaluate(GROUND)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 30, y, steps=3)
    page.mouse.up()
    assert page.evaluate("document.querySelector('driver-canvas').scrollLeft") == pytest.approx(before + 30, abs=2)


GROUND = """(() => {
  const frame = document.querySelector("driver-canvas").getBoundingClientRect();
  for (let y = frame.top + 40; y < Math.min(frame.bottom, innerHeight) - 10; y += 10)
    for (let x = frame.left + 60; x < frame.right - 20; x += 10)
      if (document.elementFromPoint(x, y)?.matches("driver-canvas > svg")) return [x, y];
})()"""


def width(page):
    return page.evaluate("document.querySelector('driver-canvas svg').getBoundingClientRect().width")


def test_two_people_see_each_other_and_lose_nothing(go, open_page, inquiry, tree, ana, devon, live_server):
    mine, theirs = open_page(width=1280), open_page(width=1280)
    go(mine, f"?view=drawing&part={tree['idea'].pk}")
    go(theirs, f"?view=drawing&part={tree['think'].pk}", user=devon)
    mine.locator("summary", has_text="Edit").click()
    mine.locator("#edit-detail").fill("What Ana is writing")
    theirs.locator("summary", has_text="Add below").click()
    theirs.locator("#add-text").fill("Sentence starters")
    theirs.get_by_role("button", name="Add", exact=True).click()
    theirs.wait_for_url("**/*saved=panel*")
    told(mine, "Devon Park added “Sentence starters”.")
    told(mine, "What you were writing is still here.")
    new = Part.objects.get(text="Sentence starters")
    expect(node(mine, new)).to_be_visible()
    assert mine.locator("#edit-detail").input_value() == "What Ana is writing"
    assert mine.evaluate("document.activeElement.id") == "edit-detail"
    mine.get_by_role("button", name="Save").first.click()
    mine.wait_for_url("**/*saved=panel*")
    tree["idea"].refresh_from_db()
    assert tree["idea"].detail == "What Ana is writing"
    told(theirs, "Ana Ruiz changed “A quiet minute”.")


def test_focus_stays_on_its_part_when_the_map_is_drawn_anew(go, desktop, tree, devon):
    page = go(desktop, "?view=drawing")
    page.locator("driver-canvas a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    change_part(by=devon, part=tree["peers"], version=None, text="Peers think again")
    told(page, "Devon Park changed “Peers think again”.")
    focus = "document.activeElement.closest('[data-node]').dataset.label"
    assert page.evaluate(focus) == "Everyone has a way in"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focus) == "It is safe to be unsure"


def test_undo_says_when_somebody_else_was_there_since(go, desktop, tree, devon):
    page = go(desktop, f"?view=drawing&part={tree['idea'].pk}")
    page.locator("summary", has_text="Edit").click()
    page.locator("#edit-text").fill("A loud minute")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_url("**/*saved=panel*")
    change_part(by=devon, part=tree["idea"], version=None, text="A long minute")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").click()
    page.get_by_text("“A long minute” has changed since then").wait_for()
    tree["idea"].refresh_from_db()
    assert tree["idea"].text == "A long minute"


@pytest.mark.ac("S0 R-4")
def test_a_driver_with_something_below_asks_first(go, desktop, tree):
    page = go(desktop, f"?view=drawing&part={tree['think'].pk}")
    page.locator("summary", has_text="Set aside").click()
    page.get_by_text("One part hangs on it alone").wait_for()
    page.get_by_role("button", name="Set aside").click()
    page.get_by_role("heading", name="Set aside “Time to think”?").wait_for()
    page.get_by_role("button", name="Set it aside").click()
    page.wait_for_url("**/drivers/**")
    tree["think"].refresh_from_db()
    assert tree["think"].ended_at is not None
    page.get_by_text("“A quiet minute” does not lead to the aim yet.").wait_for()


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_page_is_accessible_with_its_tools(request, go, axe, tree, device):
    page = go(request.getfixturevalue(device), f"?view=drawing&part={tree['idea'].pk}")
    page.get_by_role("button", name="Larger").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_outline_has_the_whole_width(go, phone, tree):
    page = go(phone, "")
    assert not page.locator(".map-sizes").is_visible()  # the buttons of the map, which is not shown here
    box = page.locator("#outline .kind-aim a").bounding_box()
    assert box is not None
    assert box["width"] > 300


@pytest.mark.ac("S2 R-22")
def test_a_hundred_and_fifty_parts_are_walked_at_a_desk_and_read_on_a_phone(go, desktop, phone, inquiry, tree, ana):
    chain = {"primary": None, "secondary": tree["way_in"], "idea": tree["think"]}
    kinds = ["primary"] * 5 + ["secondary"] * 50 + ["idea"] * 90
    parts = Part.objects.bulk_create(
        Part(inquiry=inquiry, kind=kind, text=f"Part {n} of the {kind} ones", position=n, created_by=ana)
        for n, kind in enumerate(kinds, start=5)
    )
    Link.objects.bulk_create(Link(parent=chain[part.kind], child=part, created_by=ana) for part in parts)
    page = go(desktop, "?view=drawing")
    assert page.locator("driver-canvas [data-node]").count() == 151  # and the aim
    page.get_by_role("button", name="See it whole").click()
    assert page.evaluate("(c => c.scrollWidth <= c.clientWidth + 1)(document.querySelector('driver-canvas'))")
    page.locator("driver-canvas a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    focus = "document.activeElement.closest('[data-node]').dataset.node"
    assert int(page.evaluate(focus)) in Part.objects.filter(kind="primary").values_list("pk", flat=True)
    go(phone, "")
    assert phone.locator("#outline li").count() >= 151
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row = phone.locator("#outline a", has_text="Part 149 of the idea ones")
    row.scroll_into_view_if_needed()
    assert row.bounding_box()["height"] >= 43.5
