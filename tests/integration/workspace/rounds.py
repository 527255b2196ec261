"""The addresses and operations of rounds, and one of them."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, of, team

PART = Part(
    rows={
        "rounds:year": team("members", inquiry="{inquiry}", starts_on="2027-01-11", days="90"),
        "rounds:round": Row(
            "members", {"pk": "cycle-rounds"}, {"starts_on": "2027-01-12", "days": "60", "version": "1"}
        ),
        "rounds:aside": of("cycle-rounds", "write"),
        "rounds:restore": of("cycle-rounds", "write"),
    },
    api={
        "members": "get_cycle_year list_cycle_rounds",
        "write": "start_cycle_round change_cycle_round set_cycle_round_aside restore_cycle_round",
    },
    more=(("rounds:year", "?year=1999", {}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.cycles.rounds.services import start_round

    return {"cycle-rounds": start_round(by=ana, inquiry=inquiry, starts_on=datetime.date(2027, 1, 11))}
