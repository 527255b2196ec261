"""Three ways to use the same page: with a mouse, with a finger, and with the keyboard alone.

A hand finds things as a person does: by the words of a link, button, field or disclosure that can be seen.
`Mouse` clicks and types, `Finger` taps and types, `Keys` only ever presses keys (no click, no tap, no focus()).
"""

from __future__ import annotations

import datetime
import uuid
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Locator, Page

from browser.checks import stop

MOST_TABS = 250
TARGET = 43.5  # 44 less what rounding takes
GAP = """el => {
  const at = document.activeElement;
  if (at === el) return "here";
  if (!at || at === document.body) return "on";
  return el.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING ? "back" : "on";
}"""
CHOSEN = "select => select.selectedOptions[0].textContent.trim()"


class Hand(ABC):
    """What the three ways share. `filled` holds the labels of the fields that were filled; `folder` is for files."""

    asks_axe = True

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.wide = bool(page.viewport_size and page.viewport_size["width"] >= 1024)
        self.filled: list[str] = []
        self.email = f"ana-{uuid.uuid4().hex[:8]}@example.org"

    def stop(self) -> None:
        """Look around."""
        stop(self.page, ask_axe=self.asks_axe)

    def find(self, role: Any, name: str, within: str | Locator = "main", *, exact: bool = True) -> Locator:
        """The one thing of this role and name in view. Two with the same name would leave a reader guessing."""
        place = self.page.locator(within) if isinstance(within, str) else within
        found = place.get_by_role(role, name=name, exact=exact)
        found.first.wait_for()
        assert found.count() == 1, f"{found.count()} times {role} {name!r} on {self.page.url}"
        return found

    def field(self, label: str, within: str | Locator = "main") -> Locator:
        place = self.page.locator(within) if isinstance(within, str) else within
        found = place.get_by_label(label, exact=True).locator("visible=true")
        found.first.wait_for()
        assert found.count() == 1, f"{found.count()} fields {label!r} on {self.page.url}"
        return found

    def follow(self, name: str, within: str | Locator = "main", *, exact: bool = True) -> None:
        self.go(self.find("link", name, within, exact=exact))

    def press(self, name: str, within: str | Locator = "main") -> None:
        button = self.find("button", name, within)
        if button.evaluate("button => button.type === 'submit'"):
            self.go(button)
        else:
            self.use(button)

    def go(self, target: Locator) -> None:
        """Use what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            self.use(target)

    def open(self, summary: str, within: str | Locator = "main") -> None:
        """Open a disclosure."""
        place = self.page.locator(within) if isinstance(within, str) else within
        found = place.locator("summary:visible", has_text=summary)
        assert found.count() == 1, f"{found.count()} disclosures {summary!r} on {self.page.url}"
        self.use(found)

    def place(self, name: str) -> None:
        """Go to one of the five places by the bar of this width."""
        self.follow(name, "nav[aria-label^=Places]")

    def write(self, label: str, words: str, within: str | Locator = "main") -> None:
        self.filled.append(label)
        self.put(self.field(label, within), words)

    def paste(self, label: str, cells: str) -> None:
        """Cells as a spreadsheet gives them; a tab in them must not leave the field."""
        self.filled.append(label)
        self.reach(self.field(label))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(cells)

    def date(self, label: str, day: datetime.date, within: str | Locator = "main") -> None:
        self.filled.append(label)
        self.set_date(self.field(label, within), day)

    def pick(self, role: Any, name: str, within: str | Locator = "main") -> None:
        """A radio button or a check box."""
        self.check(self.find(role, name, within))

    def choose(self, label: str, option: str, within: str | Locator = "main") -> None:
        """An option of a list."""
        self.select(self.field(label, within), option)

    def download(self, name: str, within: str | Locator = "main") -> Download:
        link = self.find("link", name, within)
        with self.page.expect_download() as waiting:
            self.use(link)
        return waiting.value

    def attach(self, label: str, file: Path) -> None:
        self.filled.append(label)
        field = self.field(label)
        with self.page.expect_file_chooser() as chooser:
            self.use(field)
        chooser.value.set_files(file)

    def open_node(self, label: str) -> None:
        """A part of a drawing; on a phone, where the outline stands in its place, the row of the outline."""
        drawn = self.page.locator(f'driver-canvas [data-label="{label}"] a')
        self.go(drawn if self.wide else self.page.locator("#outline a", has_text=label).first)

    @abstractmethod
    def use(self, target: Locator) -> None:
        """Press it, in this way's way."""

    def reach(self, target: Locator) -> None:
        self.use(target)

    def put(self, target: Locator, words: str) -> None:
        target.fill(words)

    def set_date(self, target: Locator, day: datetime.date) -> None:
        target.fill(day.isoformat())

    def check(self, target: Locator) -> None:
        """People press the words beside the dot as well as the dot."""
        self.use(target.locator("xpath=ancestor::label"))
        assert target.is_checked()

    def select(self, target: Locator, option: str) -> None:
        target.select_option(label=option)


class Mouse(Hand):
    def use(self, target: Locator) -> None:
        target.click()


class Finger(Hand):
    """What it taps is 44 px high, unless it stands in a line of text (DESIGN, Interface)."""

    def use(self, target: Locator) -> None:
        target.wait_for()
        if target.evaluate("one => getComputedStyle(one).display") != "inline":
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= TARGET, f"{box['height']} px high: {target} on {self.page.url}"
        target.tap()


class Keys(Hand):
    """It stops at the pages of `Mouse`, at the same width: axe has seen them there and isn't asked again."""

    asks_axe = False

    def use(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def reach(self, target: Locator) -> None:
        """Tab, or Shift and Tab, until `target` has the focus."""
        target.wait_for()
        wanted = target.element_handle()  # found once: to find it again at each stop costs more than the key
        for _ in range(MOST_TABS):
            gap = wanted.evaluate(GAP)
            if gap == "here":
                return
            self.page.keyboard.press("Tab" if gap == "on" else "Shift+Tab")
        raise AssertionError(f"no way by keyboard to {target} on {self.page.url}")

    def open_node(self, label: str) -> None:
        """The drawing is one stop of the Tab key; inside it the arrows follow its lines."""
        self.reach(self.page.locator("driver-canvas a[tabindex='0']"))
        for _ in range(8):
            if self.page.evaluate("document.activeElement.closest('[data-node]').dataset.label") == label:
                break
            self.page.keyboard.press("ArrowRight")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def put(self, target: Locator, words: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def set_date(self, target: Locator, day: datetime.date) -> None:
        self.reach(target)
        for _ in range(3):  # to the month, whichever part the focus came to
            self.page.keyboard.press("ArrowLeft")
        self.page.keyboard.type(day.strftime("%m%d%Y"))
        assert target.input_value() == day.isoformat()

    def check(self, target: Locator) -> None:
        if target.get_attribute("type") == "radio":
            self._walk_to(target)
        else:
            self.reach(target)
        if not target.is_checked():
            self.page.keyboard.press("Space")
        assert target.is_checked()

    def _walk_to(self, target: Locator) -> None:
        """Tab to the group of radio buttons, then arrow to this one."""
        same = "name => document.activeElement.name === name && document.activeElement.type === 'radio'"
        name = target.get_attribute("name")
        for _ in range(MOST_TABS):
            if self.page.evaluate(same, name):
                break
            self.page.keyboard.press("Tab" if target.evaluate(GAP) == "on" else "Shift+Tab")
        for _ in range(12):
            if target.evaluate(GAP) == "here":
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no way by arrows to {target}")

    def select(self, target: Locator, option: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Home")
        for _ in range(60):
            if target.evaluate(CHOSEN) == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no option {option!r} in {target}")
