"""Six people with a browser each, one clock for all, and a record of everything that anybody typed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from browser.conftest import DESKTOP, PHONE
from browser.eight_weeks.script import LEAD, NEXT_LEAD
from browser.hands import Finger, Hand, Mouse


@dataclass(frozen=True)
class Typed:
    """One field that somebody filled, in which week."""

    week: int
    who: str
    label: str
    words: str

    @property
    def is_prose(self) -> bool:
        return len(self.words.split()) > 2

    @property
    def plain(self) -> str:
        return re.sub(r"\W+", " ", self.words).strip().casefold()


@dataclass
class Record:
    """`pressed`: how many buttons, links and boxes were used, by week."""

    week: int = 0
    typed: list[Typed] = field(default_factory=list)
    pressed: Counter[int] = field(default_factory=Counter)

    def labels(self, label: str) -> list[Typed]:
        return [one for one in self.typed if one.label == label]

    @property
    def prose(self) -> list[Typed]:
        return [one for one in self.typed if one.is_prose]

    def told(self) -> str:
        """A line for each week: fields typed, keys, presses."""
        rows = []
        for week in sorted(self.pressed):
            mine = [one for one in self.typed if one.week == week]
            keys = sum(len(one.words) for one in mine)
            rows.append(f"week {week}: {len(mine)} fields, {keys} keys, {self.pressed[week]} presses")
        return "\n".join(rows)


class Typist(Hand):
    """A hand that writes down what it types. It also walks where the journey often goes."""

    who: str
    record: Record

    def put(self, target: Locator, words: str) -> None:
        super().put(target, words)
        self.record.typed.append(Typed(self.record.week, self.who, self.filled[-1], words))

    def set_date(self, target: Locator, day: dt.date) -> None:
        super().set_date(target, day)
        self.record.typed.append(Typed(self.record.week, self.who, self.filled[-1], day.isoformat()))

    def use(self, target: Locator) -> None:
        self.record.pressed[self.record.week] += 1
        super().use(target)

    def select(self, target: Locator, option: str) -> None:
        self.record.pressed[self.record.week] += 1
        super().select(target, option)

    def press_for(self, verb: str, what: str) -> None:
        """A button of many with one name: what it is for is read aloud after it."""
        self.go(self.find("button", re.compile(rf"^{verb} ?: {re.escape(what)}")))  # type: ignore[arg-type]

    def reads(self, *words: str) -> None:
        """All of it stands on the page, though nobody typed it here."""
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def holds(self, label: str, words: str) -> None:
        """The field has these words already."""
        expect(self.field(label)).to_have_value(words)


class Desk(Typist, Mouse):
    pass


class Pocket(Typist, Finger):
    pass


class Crew:
    """`crew.at(day)` moves the clock; `crew(name)` is that person's hand, signed in as of now."""

    def __init__(
        self, *, clock: Any, open_page: Callable[..., Page], sign_in: Callable[..., None], folder: Path
    ) -> None:
        self.clock, self.open_page, self.sign_in, self.folder = clock, open_page, sign_in, folder
        self.record = Record()
        self.users: dict[str, Any] = {}
        self.hands: dict[str, Typist] = {}
        self.things: Any = None

    def at(self, day: dt.date, clock: str = "12:20", *, week: int | None = None) -> None:
        self.clock.move_to(timezone.make_aware(dt.datetime.combine(day, dt.time.fromisoformat(clock))))
        if week is not None:
            self.record.week = week

    def __call__(self, name: str) -> Typist:
        if name not in self.hands:
            wide = name in (LEAD, NEXT_LEAD)
            hand = (Desk if wide else Pocket)(self.open_page(**(DESKTOP if wide else PHONE)), self.folder)
            hand.page.context.set_default_timeout(60_000)
            hand.who, hand.record = name, self.record
            self.hands[name] = hand
        self.sign_in(self.hands[name].page, self.users[name])
        return self.hands[name]

    def today(self, name: str) -> Typist:
        """Where everybody begins."""
        hand = self(name)
        hand.page.goto(f"/t/{self.things.team.pk}/")
        return hand
