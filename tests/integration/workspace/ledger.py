"""The addresses and operations of ledger. It keeps nothing of its own."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry, team

PART = Part(
    rows={
        "ledger:mine": Row("personal"),
        "ledger:surprises": team("team"),
        "ledger:abandoned": team("team"),
        "ledger:craft": inquiry("write"),
    },
    api={
        "personal": "get_my_forecasts list_my_forecasts",
        "team": "list_surprises list_abandoned",
        "members": "get_craft",
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """Nothing stored."""
    return {}
