"""The addresses and operations of oldforms, and one of everything they speak of."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, of, team

PART = Part(
    rows={
        "oldforms:start": team("members"),
        "oldforms:example": Row("personal"),
        "oldforms:look": of("old-forms", "members"),
        "oldforms:take_back": of("old-forms-in", "write"),
        "oldforms:let_go": of("old-forms", "write"),
    },
    api={
        "members": "list_old_forms get_old_forms",
        "write": "read_old_forms",
        "own": "choose_for_old_forms bring_in_old_forms take_back_old_forms let_old_forms_go",
    },
    files=frozenset({"oldforms:example"}),
    more=(("oldforms:look", "", {"pk": "old-forms-in"}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from aimwell.contexts.cycles.oldforms import services
    from aimwell.domain.words.oldforms import say

    text = say("example", "en")
    again = SimpleUploadedFile("fall.txt", f"School: Lee\n{text}".encode())
    brought = services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[again])
    chosen = [{"began": datetime.date(2025, 11, 3)}]
    services.choose(by=ana, source=brought, version=brought.version, forms=chosen)
    first = SimpleUploadedFile("first.txt", f"{text}Budget: none\n".encode())
    return {
        "old-forms": services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[first]),
        "old-forms-in": services.bring_in(by=ana, source=brought),
    }
