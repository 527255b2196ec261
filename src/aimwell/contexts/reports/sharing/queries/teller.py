"""Lines of what is told, and of what is not with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.words.sharing import TABLE


@dataclass(frozen=True)
class Line:
    """One part of the work. `hidden` says why it is not shown; then nothing else is there."""

    key: str
    label: str
    text: str = ""
    items: tuple[str, ...] = ()
    mark: str = ""
    wide: str = ""
    phone: str = ""
    hidden: str = ""


@dataclass(frozen=True)
class Teller:
    """Writes lines through one pair of eyes, in one language."""

    eyes: Eyes
    lang: str

    def line(self, key: str, text: str = "", **more: object) -> Line:
        return Line(key, self.say(f"label.{key}"), text, **more)  # type: ignore[arg-type]

    def near(
        self, key: str, detail: Detail, text: str = "", *, why: str = "", items: tuple[str, ...] = ()
    ) -> Line | None:
        """A line that is told only where these eyes see the detail; None where they do and there is nothing to tell.
        `why`: the reason, where it is not the usual.
        """
        if self.eyes.sees(detail):
            return self.line(key, text, items=items) if text or items else None
        return self.line(key, hidden=self.say(f"hidden.{why or detail}"))

    def hidden(self, key: str, why: str, **facts: object) -> Line:
        return self.line(key, hidden=self.say(f"hidden.{why}", **facts))

    def say(self, key: str, **facts: object) -> str:
        return TABLE.say(key, self.lang, **facts)
