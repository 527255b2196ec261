"""The short ways in, pausing and going on. Each service checks permission itself and writes history."""

from aimwell.contexts.cycles.quick.services.loose import attach, begin_loose, begin_practice
from aimwell.contexts.cycles.quick.services.pausing import (
    pause_cycles,
    resume_cycle,
    resume_cycles,
    take_back_pauses,
    take_back_resume,
)
from aimwell.contexts.cycles.quick.services.scribe import claim, correct_note, name_people, unclaim
from aimwell.contexts.cycles.quick.services.trying import change_tried, log_tried, make_cycle, restore, set_aside

__all__ = [
    "attach",
    "begin_loose",
    "begin_practice",
    "change_tried",
    "claim",
    "correct_note",
    "log_tried",
    "make_cycle",
    "name_people",
    "pause_cycles",
    "restore",
    "resume_cycle",
    "resume_cycles",
    "set_aside",
    "take_back_pauses",
    "take_back_resume",
    "unclaim",
]
