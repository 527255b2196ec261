"""Counting with taps: each tap is counted once, however often and in whatever order it arrives (S3 R-51).

A tap and an undo carry keys made on the phone. The tally is what remains when undone taps are taken out, so
sending everything again after a lost connection changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tap:
    """`yes`: it was heard or seen; no: the student had a turn, and it was not."""

    key: str
    yes: bool


@dataclass(frozen=True)
class Undo:
    """Takes back the tap with this key, even where the tap arrives later."""

    key: str


@dataclass(frozen=True)
class Tally:
    taps: dict[str, bool] = field(default_factory=dict)
    undone: frozenset[str] = frozenset()

    def with_events(self, events: Iterable[Tap | Undo]) -> "Tally":
        """This tally after the events. A key keeps the first answer it came with."""
        taps, undone = dict(self.taps), set(self.undone)
        for event in events:
            if isinstance(event, Undo):
                undone.add(event.key)
            else:
                taps.setdefault(event.key, event.yes)
        return Tally(taps, frozenset(undone))

    @property
    def heard(self) -> int:
        """All taps that stand: the whole."""
        return sum(key not in self.undone for key in self.taps)

    @property
    def yes(self) -> int:
        return sum(yes for key, yes in self.taps.items() if key not in self.undone)

    def last(self) -> str | None:
        """The key that an undo would take back now."""
        return next((key for key in reversed(self.taps) if key not in self.undone), None)
