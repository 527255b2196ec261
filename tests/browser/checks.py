"""What must be true of every page, wherever a reader stops."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
PRIMARY = "a.button:not(.second), button.button:not(.second)"
LOOKS = """primary => {
  const seen = (element) => element.checkVisibility();
  return {
    wide: document.documentElement.scrollWidth - innerWidth,
    h1: [...document.querySelectorAll("h1")].filter(seen).length,
    primary: [...document.querySelectorAll(primary)].filter(seen).map((one) => one.textContent.trim()),
    title: document.title.trim(),
    lang: document.documentElement.lang,
    twice: [...new Set([...document.querySelectorAll("[id]")].map((one) => one.id)
      .filter((id, place, all) => all.indexOf(id) !== place))],
  };
}"""
AXE = """options => axe.run(document, options).then((found) => found.violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary.split("\\n").pop()}`)))"""


def axe(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What breaks WCAG 2.2 AA on the page as it stands; with `rules`, only these rules of axe are asked."""
    return _ask(page, {"runOnly": {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}})


def axe_all(page: Page) -> list[str]:
    """What breaks any rule of axe, those beyond WCAG as well."""
    return _ask(page, {})


def _ask(page: Page, options: dict[str, Any]) -> list[str]:
    """The answer names only what is broken: to send home all that is well takes longer than to look at it."""
    page.wait_for_load_state()
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(SCRIPT)
    found: list[str] = page.evaluate(AXE, {**options, "resultTypes": ["violations"]})
    return found


def looks(page: Page) -> dict[str, Any]:
    """What stands on the page once it is whole: straight after a click the next page may have no element yet."""
    page.wait_for_load_state()
    found: dict[str, Any] = page.evaluate(LOOKS, PRIMARY)
    return found


def wrong(page: Page, *, lang: str = "en") -> list[str]:
    """Everything a page must not be: without one title, wider than its screen, with two main buttons, with one
    id for two things, in another language than asked for."""
    seen = looks(page)
    found = []
    if seen["h1"] != 1:
        found.append(f"{seen['h1']} h1")
    if seen["wide"] > 0:
        found.append(f"{seen['wide']} px wider than the screen")
    if len(seen["primary"]) > 1:
        found.append(f"main buttons: {seen['primary']}")
    if seen["twice"]:
        found.append(f"ids used twice: {seen['twice']}")
    if not seen["title"]:
        found.append("no title")
    if seen["lang"] != lang:
        found.append(f"lang={seen['lang']}")
    return found


def stop(page: Page, *, ask_axe: bool = True) -> None:
    """The reader stops here and looks around: nothing may be wrong, and no accessibility rule broken."""
    found = [*wrong(page), *(axe(page) if ask_axe else [])]
    assert found == [], (page.url, found)
