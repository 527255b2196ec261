"""The style page and the first page in a real browser: look, keys, drafts, accessibility."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.checks import axe_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"), (320, "light")]


@pytest.fixture
def window(chromium: Browser, live_server: Any) -> Iterator[Any]:
    """Open an address at a width: `window("/style", width=390, scheme="dark")`. Fails on anything the console says."""
    opened, said = [], []

    def go(path: str, *, width: int = 1280, scheme: str = "light", **more: Any) -> Page:
        size = {"width": width, "height": 900}
        context = chromium.new_context(viewport=size, color_scheme=scheme, locale="en", **more)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(live_server.url + path)
        return page

    yield go
    for context in opened:
        context.close()
    assert said == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("path", ["/style", "/", "/account/login/", "/account/signup/"])
def test_no_page_breaks_an_accessibility_rule_or_scrolls_sideways(
    window: Any, path: str, width: int, scheme: str
) -> None:
    page = window(path, width=width, scheme=scheme)
    assert axe_all(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_chosen_theme_wins_over_the_device(window: Any) -> None:
    page = window("/style?theme=dark", scheme="light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(25, 24, 22)"
    page = window("/style?theme=light", scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 247, 240)"


def test_buttons_and_fields_are_at_least_44_high(window: Any) -> None:
    page = window("/style", width=390)
    heights = page.eval_on_selector_all(
        "main .button, main .link-button, main .field select, main .field textarea, main .choice, main .switch > *, "
        "main .check, main .field > input:not([type=checkbox])",
        "found => found.map(one => one.getBoundingClientRect().height)",
    )
    assert len(heights) > 30
    assert min(heights) >= 44


def test_the_first_tab_stop_skips_to_the_main_part(window: Any) -> None:
    page = window("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_arrow_keys_walk_the_points_of_a_chart_and_say_them(window: Any) -> None:
    page = window("/style")
    line = page.locator(".walk-words")
    line.focus()
    expect(line).to_have_text("Feb 1, 54\u00a0%, 39 of 72 (4 of 4)")
    page.keyboard.press("ArrowLeft")
    expect(line).to_have_text("Jan 19, 52\u00a0%, 37 of 71 (3 of 4)")
    assert line.get_attribute("aria-valuetext") == "Jan 19, 52\u00a0%, 37 of 71 (3 of 4)"
    page.keyboard.press("Home")
    assert line.get_attribute("aria-valuenow") == "1"


def test_the_line_can_be_heard_on_request_and_stopped(window: Any) -> None:
    page = window("/style")
    hear = page.get_by_role("button", name="Hear the line")
    expect(hear).to_be_visible()
    assert "listen.js" not in page.evaluate("performance.getEntriesByType('resource').map(one => one.name).join()")
    hear.click()
    stop = page.get_by_role("button", name="Stop the sound")
    expect(page.locator(".c-walk")).to_be_visible()
    stop.press("Escape")
    expect(hear).to_be_visible()
    hear.click()
    expect(stop).to_be_visible()
    expect(hear).to_be_visible(timeout=4000)


def test_a_gap_in_the_line_is_silence(window: Any) -> None:
    page = window("/style")
    heard = page.evaluate(
        """async () => {
          const { notes } = await import("/static/ui/js/listen.js");
          const point = (y, gap) => ({ dataset: gap ? { y, gap } : { y } });
          const { found, length } = notes([point("100"), point("50", "2"), point("0")]);
          return [found.map((note) => [note.pitch, note.beat]), length];
        }"""
    )
    assert heard == [[[220, 0], [440, 3], [880, 4]], 0.22]


def test_a_question_mark_lists_the_keys_and_escape_gives_the_focus_back(window: Any) -> None:
    page = window("/style")
    page.locator("main a").first.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys on this page")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("main a").first).to_be_focused()


def test_a_draft_is_kept_and_can_be_thrown_away(window: Any) -> None:
    page = window("/")
    page.get_by_label("The problem, in one sentence").fill("Few explain why.")
    expect(page.locator(".kept")).to_contain_text("Draft kept", timeout=4000)
    page.reload()
    expect(page.get_by_label("The problem, in one sentence")).to_have_value("Few explain why.")
    page.get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_label("The problem, in one sentence")).to_have_value("")
    page.reload()
    expect(page.get_by_label("The problem, in one sentence")).to_have_value("")


def test_a_draft_goes_once_the_server_has_taken_it(window: Any) -> None:
    page = window("/")
    page.get_by_label("The problem, in one sentence").fill("Few explain why.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".said")).to_contain_text("Few explain why.")
    kept = "Object.keys(localStorage).filter(key => key.endsWith(':sentence')).length"
    assert page.evaluate(kept) == 0


def test_without_a_connection_the_form_stays_and_says_so(window: Any) -> None:
    page = window("/")
    page.get_by_label("The problem, in one sentence").fill("Few explain why.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Start with this").click()
    expect(page.get_by_role("status").filter(has_text="No connection since")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("status").filter(has_text="Back online.")).to_be_visible()
    expect(page.get_by_label("The problem, in one sentence")).to_have_value("Few explain why.")


def test_the_first_page_works_without_scripts(window: Any) -> None:
    page = window("/", java_script_enabled=False)
    page.get_by_label("The problem, in one sentence").fill("Few explain why.")
    page.get_by_role("button", name="Start with this").click()
    expect(page.locator(".said")).to_contain_text("Few explain why.")


def test_the_first_load_weighs_at_most_150_kb_besides_fonts(window: Any, live_server: Any) -> None:
    page = window("/")
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
        ".map(one => [one.name, one.decodedBodySize])"
    )
    assert sum(size for name, size in sizes if "/fonts/" not in name) <= 150 * 1024
    assert sum(size for name, size in sizes) <= 250 * 1024
    assert all(name.startswith(live_server.url) for name, _ in sizes)


def test_spanish_is_one_press_away(window: Any) -> None:
    page = window("/")
    page.get_by_role("button", name="Español").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Qué está frenando a sus estudiantes?")
    assert page.locator("html").get_attribute("lang") == "es"
