"""What may be read of cycles, in shapes that pages, sheets and drawings share."""

from aimwell.contexts.cycles.queries.seen import cycle_seen, few, least
from aimwell.contexts.cycles.queries.threads import (
    Ramp,
    ThreadView,
    cycles_of,
    one_shot_of,
    open_cycle,
    open_cycles,
    ramp,
    ramp_whole,
    thread_page,
)
from aimwell.contexts.cycles.queries.turned import turned_once
from aimwell.contexts.cycles.queries.view import CycleView, cycle_view, seen_by, shared_entries
from aimwell.contexts.cycles.queries.words import CycleRow, PredictionWords

__all__ = [
    "CycleRow",
    "CycleView",
    "PredictionWords",
    "Ramp",
    "ThreadView",
    "cycle_seen",
    "cycle_view",
    "cycles_of",
    "few",
    "least",
    "one_shot_of",
    "open_cycle",
    "open_cycles",
    "ramp",
    "ramp_whole",
    "seen_by",
    "shared_entries",
    "thread_page",
    "turned_once",
]
