"""What really happened in each room, and the counts of rooms where the same was done (S1 R-42)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from aimwell.contexts.cycles.collecting.models import How, RoomTry
from aimwell.contexts.cycles.collecting.queries.plans import COUNTING, plans_of
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.cycles.queries.counts import Place
from aimwell.domain.pdsa.collecting import Together, same_name, together


@dataclass(frozen=True)
class Split:
    """Rooms where the same was done. Never a share of rooms: nobody is measured by it (S0 R-16)."""

    how: How
    rooms: tuple[RoomTry, ...]
    sum: Together

    @property
    def label(self) -> str:
        return str(self.how.label)

    @property
    def total(self) -> str:
        if self.sum.count is None:
            return ""
        return _("%(n)s of %(all)s") % {"n": self.sum.count, "all": self.sum.out_of}


def tries_of(cycle: Cycle) -> list[RoomTry]:
    return list(cycle.room_tries.filter(ended_at=None))


def split_of(tries: Iterable[RoomTry], places: Iterable[Place]) -> list[Split]:
    """In the order as planned, adapted, not yet; what nobody told is not there."""
    told = list(tries)
    middles = {
        place.name: (place.middle.count or 0, place.middle.out_of)
        for place in places
        if place.middle and place.middle.out_of
    }
    groups = [(how, tuple(one for one in told if one.how == how)) for how in How]
    return [Split(how, rooms, together([one.who for one in rooms], middles)) for how, rooms in groups if rooms]


def rooms_of(cycle: Cycle, entries: Iterable[Entry], told: Iterable[RoomTry]) -> list[str]:
    """Rooms of the plan and of the counts of which nobody has told yet, in the order of their names."""
    said = {same_name(one.who) for one in told}
    found = [plan.who for plan in plans_of(cycle)] + [entry.place for entry in entries if entry.kind in COUNTING]
    rooms = {same_name(name): name for name in reversed(found) if name and same_name(name) not in said}
    return sorted(rooms.values())
