"""The addresses and operations of barriers, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, of, team

LINE = {"text": "Bring the counts", "ready_by": "turns"}
PART = Part(
    rows={
        "barriers:log": team("members", text="The bell rings in the quiet minute"),
        "barriers:days": team("write", days="10", version="1"),
        "barriers:change": Row("members", {"pk": "barriers"}, {"text": "The bell", "version": "1"}),
        "barriers:say": Row("write", {"pk": "barriers", "stands": "barrier_stands"}),
        "barriers:agenda": Row("write", {"pk": "barriers"}, {"meeting": "{meetings}"}),
        "barriers:aside": of("barriers", "write"),
        "barriers:restore": of("barriers", "write"),
        "barriers:ready": Row("members", {"pk": "meetings"}, LINE),
        "barriers:take": Row("write", {"pk": "meetings"}, {"ready_by": "turns", "take": "Bring the counts of cycle 1"}),
        "barriers:prep": Row("members", {"pk": "prep-lines"}, {**LINE, "version": "1"}),
        "barriers:mark": of("prep-lines", "write"),
        "barriers:prep_aside": of("prep-lines", "write"),
        "barriers:prep_restore": of("prep-lines", "write"),
    },
    api={
        "members": "list_barriers get_barrier_days get_prep get_prep_over_time",
        "personal": "list_prep_asked_of_me",
        "own": "log_barrier change_barrier say_barrier put_barrier_on_agenda set_barrier_days set_barrier_aside "
        "restore_barrier add_prep change_prep mark_prep_ready set_prep_line_aside restore_prep_line",
    },
    bodies={
        "put_barrier_on_agenda": {"meeting": "@meetings"},
        "say_barrier": {"stands": "clearing"},
        "set_barrier_days": {"days": 10, "version": 1},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    import datetime

    from aimwell.contexts.meetings.barriers import services
    from aimwell.contexts.meetings.services import add_meeting

    meeting = add_meeting(by=ana, team=team, kind="huddle", on=datetime.date(2027, 3, 4))
    return {
        "barriers": services.log_barrier(by=ana, team=team, text="The bell rings in the quiet minute"),
        "barrier_stands": "clearing",
        "barrier_days": services.set_barrier_days(by=ana, team=team, days=21, version=0),
        "prep-lines": services.add_prep(by=ana, meeting=meeting, text="Print the chart"),
    }
