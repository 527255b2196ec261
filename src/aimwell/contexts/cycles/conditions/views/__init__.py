from aimwell.contexts.cycles.conditions.views.holding import choose_pace, hold, name_keeper, take_on
from aimwell.contexts.cycles.conditions.views.lists import aside, came_out, change, listed, of_cycle, restore
from aimwell.contexts.cycles.conditions.views.looks import drop, look, looks, move, take_up
from aimwell.contexts.cycles.conditions.views.schools import school

__all__ = [
    "aside",
    "came_out",
    "change",
    "choose_pace",
    "drop",
    "hold",
    "listed",
    "look",
    "looks",
    "move",
    "name_keeper",
    "of_cycle",
    "restore",
    "school",
    "take_on",
    "take_up",
]
