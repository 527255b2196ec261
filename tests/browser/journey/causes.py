"""Causes under bones, each with what is known about it. The drawing and the outline are the same thing."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.hands import Hand

TALK = "We ask for talk before time to think"
TASKS = "Most tasks have one right answer"
SHY = "Students do not value reasons"
STATES = {TALK: "supported", TASKS: "assumed", SHY: "contradicted"}
UNDER = {TALK: "Time", TASKS: "Tasks", SHY: "Belonging"}


def draw_the_fishbone(hand: Hand) -> None:
    page = hand.page
    hand.stop()
    hand.press("Start with these six")
    hand.stop()
    hand.follow("Outline")
    for cause, bone in UNDER.items():
        hand.open(f"Add a cause: {bone}")
        section = page.locator("section.bone", has=page.get_by_role("heading", name=bone, exact=True))
        hand.write("The cause", cause, section)
        hand.press("Add this cause", section)
        expect(page.locator("#causes")).to_contain_text(cause)
    expect(page.locator("h1")).to_have_text("3 causes, none supported yet")
    hand.stop()


def say_what_is_known(hand: Hand) -> None:
    page = hand.page
    for cause, state in STATES.items():
        if state == "assumed":
            continue
        hand.follow(cause, exact=False)
        opened = page.locator(".cause-open")
        hand.choose("What we know", state, opened)
        hand.write("How we know", "5 lessons timed", opened.locator("[data-do=edit]"))
        hand.press("Save", opened)
        expect(page.locator("#causes .cause-row", has_text=cause)).to_contain_text(state)
    expect(page.locator("h1")).to_have_text("3 causes, 1 of them supported")
    hand.stop()


def see_both_views(hand: Hand) -> None:
    """Every cause with its state is in the drawing and in the outline, by the same words."""
    page = hand.page
    listed = {
        cause: page.locator("#causes .cause-row", has_text=cause)
        .locator(".state")
        .inner_text()
        .split(":")[0]
        .split(",")[0]
        for cause in STATES
    }
    assert listed == STATES
    hand.follow("Drawing")
    hand.stop()
    nodes = page.locator("driver-canvas [data-node]")
    assert sorted(nodes.evaluate_all("nodes => nodes.map((node) => node.dataset.label)")) == sorted(STATES)
    spoken = " / ".join(nodes.locator("a").evaluate_all("links => links.map((one) => one.getAttribute('aria-label'))"))
    for cause, state in STATES.items():
        assert cause in spoken
        assert state in spoken
    assert hand.download("Drawing as SVG").suggested_filename == "causes.svg"
    assert hand.download("as PNG").suggested_filename == "causes.png"
    hand.follow("Go on to the aim")
