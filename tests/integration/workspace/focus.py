"""The addresses and operations of focus, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry

PART = Part(
    rows={
        "focus:gap": inquiry("read"),
        "focus:gap_sentence": inquiry("read"),
        "focus:pause": Row("write", {"inquiry_id": "inquiry"}, {"because": "One at a time"}),
        "focus:resume": inquiry("write"),
    },
    api={
        "read": "get_gap_aim",
        "members": "list_aims_at_once",
        "write": "set_gap_aim pause_aim resume_aim",
    },
    files=frozenset({"focus:gap_sentence"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.focus import services

    facts = {"group": "Students new to English", "beside": "All others", "now": 20, "target": 10}
    gap = services.set_gap_aim(by=ana, inquiry=inquiry, version=None, **facts)
    rest = services.pause_aim(by=ana, inquiry=inquiry, because="One at a time")
    return {"gap-aims": gap, "aim-pauses": rest}
