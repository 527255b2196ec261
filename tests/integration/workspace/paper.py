"""The addresses and operations of paper, and one of everything they speak of."""

from types import SimpleNamespace
from typing import Any

from integration.workspace.rows import Part, inquiry

PART = Part(
    rows={
        "paper:forms": inquiry("read"),
        "paper:form": inquiry("read", key="form"),
        "paper:file": inquiry("read", key="form"),
    },
    api={"read": "list_paper_forms get_paper_form"},
    files=frozenset({"paper:file"}),
    more=(("paper:form", "?as=filled", {"key": "form_idea"}), ("paper:form", "?as=filled", {"key": "form_fishbone"})),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    return {"paper": SimpleNamespace(pk="problem"), "form": "problem", "form_idea": "idea", "form_fishbone": "fishbone"}
