"""What may be read of conditions, looks at adopted changes, and the depth of a school's threads."""

from aimwell.contexts.cycles.conditions.queries.holding import (
    Held,
    HeldToday,
    HoldView,
    hands_of,
    held_by_team,
    held_today,
    hold_view,
)
from aimwell.contexts.cycles.conditions.queries.lists import Listed, RunView, conditions_of, runs_of
from aimwell.contexts.cycles.conditions.queries.looks import (
    LookView,
    due_looks,
    is_watched,
    look_view,
    looks_of_cycle,
    looks_of_team,
    planned_days,
    watched_words,
)
from aimwell.contexts.cycles.conditions.queries.maps import CoverageView, coverage_of
from aimwell.contexts.cycles.conditions.queries.schools import SchoolCard, may_note, school_card

__all__ = [
    "CoverageView",
    "Held",
    "HeldToday",
    "HoldView",
    "Listed",
    "LookView",
    "RunView",
    "SchoolCard",
    "conditions_of",
    "coverage_of",
    "due_looks",
    "hands_of",
    "held_by_team",
    "held_today",
    "hold_view",
    "is_watched",
    "look_view",
    "looks_of_cycle",
    "looks_of_team",
    "may_note",
    "planned_days",
    "runs_of",
    "school_card",
    "watched_words",
]
