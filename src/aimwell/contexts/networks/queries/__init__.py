"""Who reads a network, what it aims at, and what of its teams' work the reader may count."""

from aimwell.contexts.networks.queries.coverage import (
    CoverageView,
    coverage_view,
    teams_without,
)
from aimwell.contexts.networks.queries.cycles import cycles_in
from aimwell.contexts.networks.queries.drivers import DriverTree, driver_tree, drivers_of, earlier_of
from aimwell.contexts.networks.queries.goals import GoalView, goals_of, notes_of
from aimwell.contexts.networks.queries.members import OptionLine, choices_of, options_of, purposes_of
from aimwell.contexts.networks.queries.places import PlaceView, places_of
from aimwell.contexts.networks.queries.standing import (
    Look,
    current_year,
    find_look,
    find_thing,
    in_hub,
    networks_of,
    networks_of_team,
    speaks_for,
    year_of,
)
from aimwell.contexts.networks.queries.told import Told
from aimwell.contexts.networks.queries.weeks import NetworkWeeks, weeks_of

__all__ = [
    "CoverageView",
    "DriverTree",
    "GoalView",
    "Look",
    "NetworkWeeks",
    "OptionLine",
    "PlaceView",
    "Told",
    "choices_of",
    "coverage_view",
    "current_year",
    "cycles_in",
    "driver_tree",
    "drivers_of",
    "earlier_of",
    "find_look",
    "find_thing",
    "goals_of",
    "in_hub",
    "networks_of",
    "networks_of_team",
    "notes_of",
    "options_of",
    "places_of",
    "purposes_of",
    "speaks_for",
    "teams_without",
    "weeks_of",
    "year_of",
]
