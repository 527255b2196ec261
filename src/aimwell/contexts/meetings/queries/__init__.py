"""What may be read of meetings, in shapes that pages, the API and the team's page share."""

from aimwell.contexts.meetings.queries.calendar import closures_of
from aimwell.contexts.meetings.queries.decisions import (
    Promise,
    decisions_of_team,
    mine,
    open_decisions,
    open_of_team,
)
from aimwell.contexts.meetings.queries.held import Held8, held_lately, may_hear, minutes_by_source
from aimwell.contexts.meetings.queries.lists import (
    MeetingRow,
    TeamMeetings,
    next_meeting,
    next_meeting_after,
    running_rhythm,
    team_meetings,
)
from aimwell.contexts.meetings.queries.preview import Preview, preview_change, preview_rhythm
from aimwell.contexts.meetings.queries.suggested import left_over, suggested_lines
from aimwell.contexts.meetings.queries.view import (
    MeetingView,
    NextMeeting,
    meeting_through,
    meeting_view,
    my_part,
    next_panel,
)

__all__ = [
    "Held8",
    "MeetingRow",
    "MeetingView",
    "NextMeeting",
    "Preview",
    "Promise",
    "TeamMeetings",
    "closures_of",
    "decisions_of_team",
    "held_lately",
    "left_over",
    "may_hear",
    "meeting_through",
    "meeting_view",
    "mine",
    "minutes_by_source",
    "my_part",
    "next_meeting",
    "next_meeting_after",
    "next_panel",
    "open_decisions",
    "open_of_team",
    "preview_change",
    "preview_rhythm",
    "running_rhythm",
    "suggested_lines",
    "team_meetings",
]
