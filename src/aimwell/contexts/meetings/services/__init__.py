"""What may be done with meetings. Each service checks permission itself and writes history."""

from aimwell.contexts.meetings.services.agenda import (
    add_item,
    change_item,
    fill_agenda,
    mark_not_reached,
    move_item,
)
from aimwell.contexts.meetings.services.decisions import change_decision, decide, let_go, mark_done, reopen
from aimwell.contexts.meetings.services.feed import make_link, take_link_back
from aimwell.contexts.meetings.services.keeping import restore, set_aside
from aimwell.contexts.meetings.services.meeting import (
    add_meeting,
    attend,
    call_off,
    change_meeting,
    close_meeting,
    hold_after_all,
    start_meeting,
    write_notes,
)
from aimwell.contexts.meetings.services.rhythm import FIELDS as RHYTHM_FIELDS
from aimwell.contexts.meetings.services.rhythm import change_rhythm, checked, end_rhythm, make_rhythm, take_change_back

__all__ = [
    "RHYTHM_FIELDS",
    "add_item",
    "add_meeting",
    "attend",
    "call_off",
    "change_decision",
    "change_item",
    "change_meeting",
    "change_rhythm",
    "checked",
    "close_meeting",
    "decide",
    "end_rhythm",
    "fill_agenda",
    "hold_after_all",
    "let_go",
    "make_link",
    "make_rhythm",
    "mark_done",
    "mark_not_reached",
    "move_item",
    "reopen",
    "restore",
    "set_aside",
    "start_meeting",
    "take_change_back",
    "take_link_back",
    "write_notes",
]
