"""What a team does with its conditions and with changes it adopted, and what is seen in a school."""

from aimwell.contexts.cycles.conditions.services.holding import choose_pace, name_keeper, take_on
from aimwell.contexts.cycles.conditions.services.lists import (
    add_condition,
    add_to_cycle,
    change_condition,
    restore,
    say_came_out,
    set_aside,
)
from aimwell.contexts.cycles.conditions.services.looks import answer_look, drop_look, move_look, take_look_up
from aimwell.contexts.cycles.conditions.services.schools import note_seen, take_note_back

__all__ = [
    "add_condition",
    "add_to_cycle",
    "answer_look",
    "change_condition",
    "choose_pace",
    "drop_look",
    "move_look",
    "name_keeper",
    "note_seen",
    "restore",
    "say_came_out",
    "set_aside",
    "take_look_up",
    "take_note_back",
    "take_on",
]
