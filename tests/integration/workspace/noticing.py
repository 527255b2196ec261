"""The addresses and operations of noticing, and one of everything they speak of."""

import datetime
from typing import Any

from aimwell.contexts.theory.noticing.services import add_goal, notice
from integration.workspace.rows import Part, Row, of, team

PART = Part(
    rows={
        "noticing:log": team("members", text="Half the class looks at the clock."),
        "noticing:change": of("noticed", "write"),
        "noticing:seen": of("noticed", "write"),
        "noticing:take_up": of("noticed", "write"),
        "noticing:aside": Row("write", {"kind": "noticing_kind", "pk": "sightings"}),
        "noticing:restore": Row("write", {"kind": "noticing_kind", "pk": "sightings"}),
        "noticing:goals": team("members", text="Raise math scores.", set_by="The district"),
        "noticing:goals_csv": team("members"),
        "noticing:goal": of("goals", "write"),
        "noticing:match": of("goals", "write"),
    },
    api={
        "members": "list_noticed list_goals",
        "write": "notice_problem add_goal",
        "own": "change_noticed see_again take_up_noticed set_noticed_aside restore_noticed set_sighting_aside "
        "restore_sighting change_goal match_goal set_goal_aside restore_goal",
    },
    bodies={"set_noticed_aside": {"reason": "Said twice"}},
    files=frozenset({"noticing:goals_csv"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    noticed = notice(by=ana, team=team, text="Two groups had no calculator.", seen_on=datetime.date(2026, 1, 5))
    return {
        "noticed": noticed,
        "sightings": noticed.sightings.get(),
        "noticing_kind": "sighting",
        "goals": add_goal(by=ana, team=team, text="Raise math scores.", set_by="The district"),
    }
