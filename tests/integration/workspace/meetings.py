"""The addresses and operations of meetings, and one of everything they speak of."""

import datetime
from typing import Any

from django.utils import timezone

from aimwell.contexts.meetings import services
from integration.workspace.rows import Part, Row, of, team

RHYTHM = {"starts_on": "2027-01-07", "ends_on": "2027-03-04", "weekday": "3", "pattern": "alternate", "every": "1",
          "huddle_minutes": "15", "pdsa_minutes": "45"}  # fmt: skip

PART = Part(
    rows={
        "meetings:list": team("team"),
        "meetings:coming": team("team"),
        "meetings:new": team("members", kind="huddle", on="2027-01-07"),
        "meetings:new_rhythm": team("members", **RHYTHM),
        "meetings:decisions_csv": team("members"),
        "meetings:rhythm": of("rhythms", "members"),
        "meetings:rhythm_end": of("rhythms", "write"),
        "meetings:rhythm_back": of("rhythms", "write"),
        "meetings:meeting": of("meetings", "read"),
        "meetings:change": of("meetings", "members"),
        "meetings:fill": of("meetings", "write"),
        "meetings:start": of("meetings", "write"),
        "meetings:close": of("meetings", "write"),
        "meetings:call_off": of("meetings", "write"),
        "meetings:after_all": of("meetings", "write"),
        "meetings:notes": of("meetings", "write"),
        "meetings:attend": of("meetings", "write"),
        "meetings:add_item": of("meetings", "write"),
        "meetings:decide": of("meetings", "write"),
        "meetings:set_aside": of("meetings", "write"),
        "meetings:restore": of("meetings", "write"),
        "meetings:item": of("agenda-items", "members"),
        "meetings:move_item": of("agenda-items", "write"),
        "meetings:reached": of("agenda-items", "write"),
        "meetings:decision": of("decisions", "members"),
        "meetings:done": of("decisions", "write"),
        "meetings:let_go": of("decisions", "write"),
        "meetings:reopen": of("decisions", "write"),
        "meetings:part_aside": Row("write", {"kind": "meeting_part", "pk": "agenda-items"}),
        "meetings:part_restore": Row("write", {"kind": "meeting_part", "pk": "agenda-items"}),
        "meetings:calendar": Row("personal"),
        "meetings:calendar_make": Row("personal"),
        "meetings:calendar_take_back": Row("personal"),
        "meetings:feed": Row("open", {"secret": "calendar_secret"}),
    },
    api={
        "team": "get_meetings_held",
        "read": "get_meeting",
        "members": "list_meetings list_rhythms list_meeting_decisions list_meeting_minutes",
        "own": "preview_new_rhythm preview_rhythm_change change_rhythm end_rhythm take_rhythm_change_back",
        "write": "add_meeting make_rhythm "
        "change_meeting fill_agenda start_meeting close_meeting call_meeting_off plan_meeting_again "
        "write_meeting_notes say_attendance set_meeting_aside restore_meeting add_agenda_item change_agenda_item "
        "move_agenda_item "
        "mark_agenda_item set_agenda_item_aside restore_agenda_item add_meeting_decision change_meeting_decision "
        "mark_decision_done let_decision_go reopen_decision set_meeting_decision_aside restore_meeting_decision",
    },
    bodies={
        "add_meeting": {"kind": "huddle", "on": "2027-01-07"},
        "say_attendance": {"name": "Ms. Lopez"},
        "close_meeting": {"without_next": "Summer comes."},
    },
    files=frozenset({"meetings:decisions_csv", "meetings:feed"}),
    sent_only=frozenset({"meetings:calendar_make", "meetings:calendar_take_back"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    today = timezone.localdate()
    facts = {"starts_on": today, "ends_on": today + datetime.timedelta(days=40), "weekday": today.weekday()}
    rhythm = services.make_rhythm(by=ana, team=team, **facts)
    meeting = services.add_meeting(by=ana, team=team, kind="huddle", on=today)
    services.attend(by=ana, meeting=meeting, person=ana)
    return {
        "rhythms": rhythm,
        "meetings": meeting,
        "agenda-items": services.add_item(by=ana, meeting=meeting, title="Look at slips"),
        "decisions": services.decide(by=ana, meeting=meeting, text="Print the cards"),
        "meeting_part": "item",
        "calendar_secret": services.make_link(by=ana, language="en"),
    }
