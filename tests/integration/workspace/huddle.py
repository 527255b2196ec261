"""The addresses and operations of a meeting that runs, and one of everything they speak of."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, of

PART = Part(
    rows={
        "huddle:huddle": of("huddle", "members"),
        "huddle:now": of("huddle", "members"),
        "huddle:summary": of("huddle", "members"),
        "huddle:begin": of("huddle", "write"),
        "huddle:clock": Row("write", {"pk": "huddle"}, {"rest": "1"}),
        "huddle:silence": of("huddle", "write"),
        "huddle:line": Row("write", {"pk": "huddle"}, {"text": "They whisper first."}),
        "huddle:decide": Row("write", {"pk": "huddle"}, {"text": "Print cards"}),
        "huddle:choose": Row("write", {"pk": "huddle"}, {"decision": "repeat", "decision_reason": "Too short"}),
        "huddle:start_next": Row("write", {"pk": "huddle"}, {"try_what": "A minute"}),
        "huddle:send": Row("write", {"pk": "huddle"}, {"sentence": "One.", "place": "do"}),
        "huddle:end": Row("write", {"pk": "huddle"}, {"version": "1"}),
        "huddle:write": Row("write", {"pk": "silence"}, {"text": "I wait."}),
        "huddle:show": of("silence", "write"),
        "huddle:line_back": of("noteline", "write"),
        "huddle:line_again": of("noteline", "write"),
        "huddle:undo": of("noteuse", "write"),
    },
    api={
        "members": "get_huddle get_silence",
        "own": "begin_huddle set_clock open_silence write_thought show_thoughts add_note_line take_note_line_back "
        "put_note_line_back send_sentences undo_sentence choose_in_meeting start_next_test end_huddle",
    },
    bodies={"send_sentences": {"sentences": ["One."], "place": "do"}},
    files=frozenset({"huddle:now"}),
    more=(
        ("huddle:huddle", "", {"pk": "huddle_deciding"}),
        ("huddle:huddle", "", {"pk": "huddle_over"}),
        ("huddle:huddle", "", {"pk": "huddle_planned"}),
        ("huddle:summary", "", {"pk": "huddle_over"}),
    ),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.cycles.models import Cycle
    from aimwell.contexts.meetings import services as meetings
    from aimwell.contexts.meetings.huddle import services

    cycle = Cycle.objects.filter(inquiry=inquiry, state="doing").first()

    def meeting(on: int, *, begun: bool = True) -> Any:
        day = datetime.date(2026, 1, on)
        made = meetings.add_meeting(by=ana, team=team, kind="huddle", on=day, cycle=cycle)
        if begun:
            services.begin(by=ana, meeting=made)
        return made

    running, over, deciding = meeting(6), meeting(7), meeting(8)
    line = services.add_line(by=ana, meeting=running, text="One. Two.")
    (use,) = services.send(by=ana, meeting=running, chosen=["Two."], place="do") if cycle else (None,)
    part = next((item for item in deciding.items.all() if item.purpose == "decide"), deciding.items.first())
    services.go_to(by=ana, meeting=deciding, item=part)
    for silence in deciding.silences.all():
        services.write_thought(by=ana, silence=silence, text="Cards help")
        services.show_thoughts(by=ana, silence=silence)
    services.add_line(by=ana, meeting=over, text="Three.")
    services.end_meeting(by=ana, meeting=over, version=None, without_next="Break")
    silence = running.silences.get()
    return {
        "huddle": running, "huddles": running, "huddle_over": over, "huddle_deciding": deciding,
        "huddle_planned": meeting(9, begun=False), "silence": silence, "silences": silence,
        "noteline": line, "notelines": line, "noteuse": use, "noteuses": use,
    }  # fmt: skip
