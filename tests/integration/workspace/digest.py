"""The addresses and operations of digest, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row

PART = Part(
    rows={
        "digest:settings": Row("personal"),
        "digest:preview": Row("personal"),
        "digest:stop": Row("open", {"token": "stop_token"}),
    },
    api={"personal": "get_digest choose_digest get_digest_preview"},
    bodies={"choose_digest": {"pace": "never"}},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.reports.digest.queries import stop_token

    return {"stop_token": stop_token(ana)}
