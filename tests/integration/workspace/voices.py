"""The addresses and operations of voices, and one of everything they speak of."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of

PART = Part(
    rows={
        "voices:voices": inquiry("read"),
        "voices:points": Row("write", {"inquiry_id": "inquiry"}, {"version": "1", "design": "Two parents chose"}),
        "voices:interview_add": Row(
            "members", {"inquiry_id": "inquiry"}, {"role": "parent", "group": "families", "held_on": "2026-01-06"}
        ),
        "voices:interview": of("interviews", "members"),
        "voices:quote_add": Row("write", {"pk": "interviews"}, {"new_theme": "Time", "text": "Too fast"}),
        "voices:quote": Row("write", {"pk": "quotes"}, {"version": "1", "text": "Too fast"}),
        "voices:theme": Row("write", {"pk": "themes"}, {"version": "1", "text": "No time"}),
        "voices:theme_link": Row("write", {"pk": "themes"}, {"cause": "{cause}"}),
        "voices:grouping_add": Row("write", {"inquiry_id": "inquiry"}, {"question": "What helps?"}),
        "voices:grouping": of("groupings", "read"),
        "voices:put_in": Row("members", {"pk": "groupings"}, {"text": "I wait", "do": "put_in"}),
        "voices:take_back": Row("write", {"pk": "groupings", "batch": "answers_batch"}),
        "voices:board_csv": of("groupings", "members"),
        "voices:replay": of("groupings", "members"),
        "voices:category_add": Row("write", {"pk": "groupings"}, {"name": "Noise"}),
        "voices:category": Row("write", {"pk": "categories"}, {"version": "1", "name": "Noise"}),
        "voices:category_link": Row("write", {"pk": "open_category"}, {"cause": "{cause}"}),
        "voices:start_coding": of("groupings", "write"),
        "voices:place": Row("write", {"pk": "groupings"}, {"place-{responses}": "{categories}"}),
        "voices:done": of("groupings", "write"),
        "voices:open": of("groupings", "write"),
        "voices:settle": Row("write", {"pk": "open_response"}, {"category": "{open_category}"}),
        "voices:sample": of("open_response", "write"),
        "voices:unlink": of("grounds", "write"),
        "voices:aside": of("quotes", "write", kind="voice_kind"),
        "voices:restore": of("quotes", "write", kind="voice_kind"),
    },
    api={
        "read": "get_voices get_grouping",
        "members": "get_interview get_replay get_grouping_csv",
        "write": "add_interview change_interview set_interview_aside restore_interview add_quote change_quote "
        "set_quote_aside restore_quote rename_theme set_theme_aside restore_theme link_theme link_category "
        "unlink_ground add_grouping change_grouping set_grouping_aside restore_grouping put_in_responses "
        "take_back_responses add_category change_category set_category_aside restore_category start_coding "
        "place_responses say_grouping_done settle_response keep_sample set_response_aside restore_response "
        "open_grouping say_who_took_part",
    },
    bodies={
        "add_quote": {"new_theme": "Time"},
        "link_theme": {"cause": "@causes"},
        "link_category": {"cause": "@causes"},
        "put_in_responses": {"texts": ["I wait"]},
    },
    files=frozenset({"voices:board_csv"}),
    more=(
        ("voices:grouping", "", {"pk": "open_grouping"}),
        ("voices:grouping", "?view=board", {"pk": "groupings"}),
        ("voices:replay", "?step=1", {"pk": "open_grouping"}),
    ),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.models import Cause
    from aimwell.contexts.theory.voices import services

    interview = services.add_interview(
        by=ana, inquiry=inquiry, role="fifth grader", group="students", held_on=datetime.date(2026, 1, 5),
        consent="given", notes="Looked at the floor",
    )  # fmt: skip
    quote = services.add_quote(by=ana, interview=interview, new_theme="No time to think", text="It is too fast")
    cause = Cause.objects.filter(bone__inquiry=inquiry, ended_at=None).first()
    ground = services.link_theme(by=ana, theme=quote.theme, cause=cause) if cause else None
    services.say_who_took_part(by=ana, inquiry=inquiry, version=None, design="Six riders chose")
    board = _board(ana, inquiry, "What stops you?")
    done = _board(ana, inquiry, "What helps you?")
    services.open_grouping(by=ana, grouping=done)
    category = board.categories.get()
    return {
        "interviews": interview,
        "quotes": quote,
        "themes": quote.theme,
        "grounds": ground,
        "groupings": board,
        "categories": category,
        "responses": board.responses.first(),
        "open_grouping": done,
        "open_category": done.categories.get(),
        "open_response": done.responses.first(),
        "answers_batch": board.responses.first().batch,
        "voice_kind": "quote",
    }


def _board(ana: Any, inquiry: Any, question: str) -> Any:
    from aimwell.contexts.theory.voices import services

    board = services.start_grouping(by=ana, inquiry=inquiry, question=question)
    services.put_in_responses(by=ana, grouping=board, texts=["I wait", "It is loud"])
    category = services.add_category(by=ana, grouping=board, name="Time")
    services.start_coding(by=ana, grouping=board)
    services.place(by=ana, grouping=board, placings={board.responses.first().pk: category.pk})
    return board
