"""The addresses and operations of talks about data, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, of, team

PART = Part(
    rows={
        "conversation:talks": team("members", measure="{talk_measure}"),
        "conversation:talk": of("talks", "members"),
        "conversation:line": Row("write", {"pk": "talks"}, {"stage": "expect", "text": "The same in both"}),
        "conversation:go_on": of("talks", "write"),
        "conversation:names": of("talks", "write"),
        "conversation:doubt": Row("write", {"pk": "talks"}, {"text": "Was Monday counted?"}),
        "conversation:changed": Row("write", {"pk": "talks"}, {"changed": "Nothing", "version": "1"}),
        "conversation:again": of("talks", "write"),
        "conversation:answer": Row("write", {"pk": "doubts"}, {"answer": "fixed", "version": "1"}),
        "conversation:aside": Row("write", {"kind": "talk_kind", "pk": "talk_lines"}),
        "conversation:restore": Row("write", {"kind": "talk_kind", "pk": "talk_lines"}),
    },
    api={
        "members": "list_talks get_talk",
        "own": "start_talk say_line move_talk show_names say_changed park_doubt talk_again answer_doubt set_talk_aside "
        "restore_talk set_talk_line_aside restore_talk_line set_doubt_aside restore_doubt",
    },
    bodies={"start_talk": {"measure": "@talk_measure"}},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    import datetime

    from aimwell.contexts.measures.services import create_measure, put_value
    from aimwell.contexts.meetings.conversation.services import park_doubt, say_line, start_talk

    measure, day = create_measure(by=ana, team=team, name="Talked about"), datetime.date(2026, 1, 12)
    put_value(by=ana, measure=measure, on=day, numerator=9, denominator=24, series="Room 12")
    talk = start_talk(by=ana, measure=measure)
    said = say_line(by=ana, talk=talk, stage="expect", text="Half of them")
    return {
        "talks": talk,
        "talk_measure": measure,
        "talk_lines": said,
        "talk-lines": said,
        "talk_kind": "line",
        "doubts": park_doubt(by=ana, talk=talk, text="Was Monday counted?"),
    }
