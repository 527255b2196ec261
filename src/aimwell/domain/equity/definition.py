"""What equity means in a place, and which text holds there on a day: the nearest place that says it (S4 R-1, L137)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

PRINCIPLES = ("equality", "equity", "justice")
"""The three principles that a definition is held against (S4 L34)."""


@dataclass(frozen=True, slots=True)
class Said:
    """A version: `place` said this from `starts` on. An empty text lets the place above speak again.

    `number` counts the versions of one place.
    """

    key: int
    place: str
    number: int
    starts: date
    text: str


def stands(versions: Iterable[Said], on: date) -> Said | None:
    """The version of one place that stands on this day; of one day the later one."""
    begun = [one for one in versions if one.starts <= on]
    return max(begun, key=lambda one: (one.starts, one.number), default=None)


def holds(versions: Iterable[Said], places: Sequence[str], on: date) -> Said | None:
    """What holds in the first of `places`, the nearest first; None where nobody said anything."""
    said = list(versions)
    for place in places:
        found = stands((one for one in said if one.place == place), on)
        if found is not None and found.text.strip():
            return found
    return None


def missing_examples(examples: dict[str, str]) -> tuple[str, ...]:
    """The principles without a local example. A definition without them may stand, and is shown as unfinished."""
    return tuple(one for one in PRINCIPLES if not examples.get(one, "").strip())


FEWEST_SAID = 3
"""From how many on the members' own words are shown: with fewer, who wrote what could be told (S4 R-3)."""


def shown_together(said: Sequence[str]) -> tuple[str, ...]:
    """All of them once there are enough, and before that none."""
    return tuple(said) if len(said) >= FEWEST_SAID else ()
