"""What may be done in a meeting while it runs. Each service checks permission itself."""

from aimwell.contexts.meetings.huddle.services.clock import begin, go_to, rest
from aimwell.contexts.meetings.huddle.services.cycle import choose, start_next
from aimwell.contexts.meetings.huddle.services.ending import end_meeting
from aimwell.contexts.meetings.huddle.services.notes import add_line, send, take_line_back, undo_use
from aimwell.contexts.meetings.huddle.services.silence import open_silence, show_thoughts, write_thought

__all__ = [
    "add_line",
    "begin",
    "choose",
    "end_meeting",
    "go_to",
    "open_silence",
    "rest",
    "send",
    "show_thoughts",
    "start_next",
    "take_line_back",
    "undo_use",
    "write_thought",
]
