"""What may be read of collecting. Rooms are for the team's own eyes."""

from aimwell.contexts.cycles.collecting.queries.photos import photos_of, seen_photo
from aimwell.contexts.cycles.collecting.queries.plans import PlanView, plan_view
from aimwell.contexts.cycles.collecting.queries.reading import ReadingView, reading_view, readings_of
from aimwell.contexts.cycles.collecting.queries.tries import Split, rooms_of, split_of, tries_of

__all__ = [
    "PlanView",
    "ReadingView",
    "Split",
    "photos_of",
    "plan_view",
    "reading_view",
    "readings_of",
    "rooms_of",
    "seen_photo",
    "split_of",
    "tries_of",
]
