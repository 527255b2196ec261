"""What a network decides, what its members say, and where a team's effort stands in it."""

from aimwell.contexts.networks.services.choosing import add_option, change_option, decide, start_choice, take_position
from aimwell.contexts.networks.services.drivers import add_driver, change_driver, start_year
from aimwell.contexts.networks.services.goals import add_goal, add_note, change_goal
from aimwell.contexts.networks.services.keeping import bring_back, put_aside
from aimwell.contexts.networks.services.places import place_inquiry
from aimwell.contexts.networks.services.purposes import state_purpose

__all__ = [
    "add_driver",
    "add_goal",
    "add_note",
    "add_option",
    "bring_back",
    "change_driver",
    "change_goal",
    "change_option",
    "decide",
    "place_inquiry",
    "put_aside",
    "start_choice",
    "start_year",
    "state_purpose",
    "take_position",
]
