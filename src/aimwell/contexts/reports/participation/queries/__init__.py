"""Who takes part just now, who may welcome a call, and what awaits a team that comes back."""

from aimwell.contexts.reports.participation.queries.dates import Away, Moving, last_away, moved, moving
from aimwell.contexts.reports.participation.queries.fragile import Fragile, may_welcome_support, own_causes
from aimwell.contexts.reports.participation.queries.returning import Return, return_of
from aimwell.contexts.reports.participation.queries.states import (
    AWAY,
    Departed,
    TeamState,
    long_gaps_of,
    state_of,
    states,
)
from aimwell.contexts.reports.participation.queries.support import Support, leads_school, led_team, support_of

__all__ = [
    "AWAY",
    "Away",
    "Departed",
    "Fragile",
    "Moving",
    "Return",
    "Support",
    "TeamState",
    "last_away",
    "leads_school",
    "led_team",
    "long_gaps_of",
    "may_welcome_support",
    "moved",
    "moving",
    "own_causes",
    "return_of",
    "state_of",
    "states",
    "support_of",
]
