"""Counts of Do, place by place: what came in, what did not, and the lesson in the middle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from aimwell.contexts.cycles.models import Entry, EntryKind

FOUR = 4


@dataclass(frozen=True)
class Place:
    """One room or group. `entries` are its counts and its missed counts, in the order of the days."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def squares(self) -> list[bool]:
        return [entry.kind == EntryKind.COUNT for entry in self.entries]

    @property
    def groups(self) -> list[list[bool]]:
        """The squares in fours, as they are read."""
        return [self.squares[at : at + FOUR] for at in range(0, len(self.squares), FOUR)]

    @property
    def came_in(self) -> int:
        return sum(self.squares)

    @property
    def missed(self) -> int:
        return len(self.entries) - self.came_in

    @cached_property
    def middle(self) -> Entry | None:
        """The count with the middle share; of an even number the lower of the two. None where one has no whole."""
        counts = [entry for entry in self.entries if entry.kind == EntryKind.COUNT]
        if not counts or any(not entry.out_of for entry in counts):
            return None
        ordered = sorted(counts, key=lambda entry: (Fraction(entry.count or 0, entry.out_of or 1), entry.pk))
        return ordered[(len(ordered) - 1) // 2]


def places_of(entries: Iterable[Entry], unnamed: str) -> list[Place]:
    """Places in the order of their names, those without a name first under `unnamed`."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == EntryKind.MISSED or (entry.kind == EntryKind.COUNT and entry.count is not None):
            found.setdefault(entry.place, []).append(entry)
    return [Place(name or unnamed, tuple(found[name])) for name in sorted(found)]


def total_of(places: Iterable[Place]) -> tuple[int, int] | None:
    """The middle counts of all places together: 16 of 24 and 11 of 26 are 27 of 50. None without any."""
    middles = [place.middle for place in places if place.came_in]
    if not middles or any(middle is None for middle in middles):
        return None
    return sum(m.count or 0 for m in middles if m), sum(m.out_of or 0 for m in middles if m)
