"""The addresses and operations of the launch, and one of everything they speak of."""

from types import SimpleNamespace
from typing import Any

from integration.workspace.rows import Part, Row, team

PART = Part(
    rows={
        "launch:kit": team("members"),
        "launch:step": Row("write", {"team_id": "team", "step": "launch_step"}, {"stands": "done"}),
        "launch:agenda": Row("members", {"team_id": "team", "length": "launch_length"}),
        "launch:primer": team("members"),
        "launch:norms": team("members", text="We begin on time"),
        "launch:show": Row("write", {"team_id": "team"}),
        "launch:agree": Row("write", {"team_id": "team"}, {"text": "We begin on time", "number": "1"}),
        "launch:conditions": team("members", **{"time-stands": "yes"}),
        "launch:ask": Row("write", {"team_id": "team", "condition": "launch_condition"}),
        "launch:ground": team("members", host="plc", text="Our Thursday hour", version="1"),
        "launch:grounds": Row("held", {"org_id": "org"}),
    },
    api={
        "members": "list_launch_steps get_norms get_conditions",
        "own": "say_launch_step read_primer propose_norms show_norms agree_norms check_conditions say_ground "
        "ask_for_condition",
        "held": "count_grounds",
    },
    bodies={
        "check_conditions": {"answers": [{"condition": "time", "stands": "yes"}]},
        "agree_norms": {"number": 1},
        "say_ground": {"version": 1},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.meetings.launch.queries import ground_of, norms_of
    from aimwell.contexts.meetings.launch.services import (
        agree_norms,
        check_conditions,
        propose_norms,
        say_ground,
        say_step,
    )

    said = say_step(by=ana, team=team, step="roles", stands="done")
    check = check_conditions(by=ana, team=team, answers={"time": ("partly", "")})
    norms = agree_norms(by=ana, team=team, text="We begin on time", number=norms_of(ana, team).number)
    ground = ground_of(ana, team)
    return {
        "launch_step": "time",
        "launch_length": "half",
        "launch_condition": "time",
        "conditions": SimpleNamespace(pk="time"),
        "launch": SimpleNamespace(pk="time"),
        "launch_said": said,
        "place_check": check,
        "place_answer": check.answers.get(),
        "norms": norms,
        "norm_round": propose_norms(by=ana, team=team, text="We bring one surprise"),
        "ground_of_team": say_ground(
            by=ana, team=team, host="plc", text="Our Thursday hour", version=ground.version if ground else None
        ),
    }
