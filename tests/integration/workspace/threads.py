"""The addresses and operations of threads and principles."""

from types import SimpleNamespace
from typing import Any

from integration.workspace.rows import Part, Row, team

PART = Part(
    rows={
        "threads:trace": Row("read", {"kind": "thread_kind", "pk": "inquiry"}),
        "threads:principles": team("team"),
    },
    api={"read": "get_trace", "team": "get_principles"},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    return {"thread_kind": "problem", "trace": SimpleNamespace(pk="problem")}
