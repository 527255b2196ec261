"""The addresses and operations of support, and one of everything they speak of."""

from typing import Any

from aimwell.contexts.cycles.support.queries import places_to_ask
from aimwell.contexts.cycles.support.services import ask_support
from integration.workspace.rows import Part, Row, of, team

PART = Part(
    rows={
        "support:team": team("members", help_kind="class_cover", text="Somebody to cover Room 12 on Friday."),
        "support:back": of("requests", "write"),
        "support:again": of("requests", "write"),
        "support:note": Row("write", {"pk": "requests"}, {"said": "yes"}),
        "support:inbox": Row("personal"),
        "support:answer": Row("personal"),
    },
    api={
        "members": "list_support",
        "write": "ask_support",
        "own": "take_back_support ask_support_again note_support_answer",
        "personal": "list_support_asked_here",
        "office": "answer_support",
    },
    bodies={"answer_support": {"said": "yes"}},
    sent_only=frozenset({"support:answer"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    places = places_to_ask(team)
    org = places[-1].org if places else None
    return {"requests": ask_support(by=ana, team=team, kind="class_cover", text="Somebody to cover Room 12.", org=org)}
