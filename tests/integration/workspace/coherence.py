"""The addresses and operations of the coherence check, and one of everything they speak of."""

from types import SimpleNamespace
from typing import Any

from integration.workspace.rows import Part, inquiry

PART = Part(
    rows={
        "coherence:check": inquiry("read"),
        "coherence:answer": inquiry("members", question="question"),
        "coherence:connect": inquiry("write", tool="tool"),
    },
    api={"read": "get_coherence list_connections", "write": "answer_coherence say_how_tool_connects"},
    bodies={"say_how_tool_connects": {"text": "It shows where the wait comes from."}},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.coherence.services import answer_question, say_connection

    answer_question(by=ana, inquiry=inquiry, question="aim", state="clear", text="It says how much and by when.")
    say_connection(by=ana, inquiry=inquiry, tool="drivers", text="It shows what we try and why.")
    return {
        "question": "cause",
        "tool": "fishbone",
        "coherence": SimpleNamespace(pk="cause"),
        "connections": SimpleNamespace(pk="fishbone"),
    }
