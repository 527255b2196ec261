"""Pages and acts of the short ways in. Views read queries and call services; no rule stands here."""

from aimwell.contexts.cycles.quick.views.loose import attach, attach_to, loose, practice
from aimwell.contexts.cycles.quick.views.pausing import (
    all_go_on,
    go_on,
    rest,
    take_back_pauses,
    take_back_resume,
)
from aimwell.contexts.cycles.quick.views.scribe import claim, note, people, unclaim
from aimwell.contexts.cycles.quick.views.trying import aside, change, make_cycle, restore, tried

__all__ = [
    "all_go_on",
    "aside",
    "attach",
    "attach_to",
    "change",
    "claim",
    "go_on",
    "loose",
    "make_cycle",
    "note",
    "people",
    "practice",
    "rest",
    "restore",
    "take_back_pauses",
    "take_back_resume",
    "tried",
    "unclaim",
]
