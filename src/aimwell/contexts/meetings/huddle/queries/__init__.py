"""What may be read of a meeting while it runs."""

from aimwell.contexts.meetings.huddle.queries.last import LastHuddle, last_huddle
from aimwell.contexts.meetings.huddle.queries.places import next_draft, places_of
from aimwell.contexts.meetings.huddle.queries.silent import Standing, is_shown, standing, thoughts_for
from aimwell.contexts.meetings.huddle.queries.view import HuddleView, found_meeting, huddle_view

__all__ = [
    "HuddleView",
    "LastHuddle",
    "Standing",
    "found_meeting",
    "huddle_view",
    "is_shown",
    "last_huddle",
    "next_draft",
    "places_of",
    "standing",
    "thoughts_for",
]
