"""The addresses and operations of conditions, and one of everything they speak of."""

import datetime
from types import SimpleNamespace
from typing import Any

from integration.workspace.rows import Part, Row, of, team

LOOK = {"pk": "adopted", "day": "looks-again"}
PART = Part(
    rows={
        "conditions:list": team("members", text="Room 14", kind="room"),
        "conditions:change": of("test-conditions", "members"),
        "conditions:aside": Row("write", {"kind": "conditions_kind", "pk": "test-conditions"}),
        "conditions:restore": Row("write", {"kind": "conditions_kind", "pk": "test-conditions"}),
        "conditions:cycle": of("adopted", "members"),
        "conditions:came_out": Row("write", {"pk": "ran-under"}, {"came_out": "held", "version": "1"}),
        "conditions:looks": team("members"),
        "conditions:look": Row("members", LOOK),
        "conditions:move": Row("write", LOOK, {"due_on": "2027-03-01", "reason": "Testing weeks"}),
        "conditions:drop": Row("write", LOOK, {"reason": "Closed"}),
        "conditions:take_up": of("dropped_look", "write"),
        "conditions:hold": of("adopted", "members"),
        "conditions:pace": Row("write", {"pk": "adopted"}, {"pace": "two_weeks", "after": "0"}),
        "conditions:keeper": Row("write", {"pk": "adopted"}, {"place": "{held_place}"}),
        "conditions:take_on": of("keepers", "write"),
        "conditions:school": Row("held", {"org_id": "org"}),
    },
    api={
        "read": "list_conditions_of_cycle get_coverage list_looks_of_cycle",
        "members": "list_conditions list_looks_again list_held_changes get_held_change",
        "held": "get_cycles_of_school",
        "office": "note_seen_practice take_seen_practice_back",
        "write": "add_condition add_condition_to_cycle say_came_out set_ran_under_aside restore_ran_under "
        "move_look_again drop_look_again take_look_again_up answer_look_again choose_count_pace name_keeper "
        "take_on_held_change set_count_pace_aside restore_count_pace set_keeper_aside restore_keeper",
        "own": "change_condition set_condition_aside restore_condition",
    },
    bodies={
        "add_condition_to_cycle": {"condition": "@test-conditions"},
        "choose_count_pace": {"pace": "week"},
        "name_keeper": {"place": "@held_place"},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.cycles import services as cycles
    from aimwell.contexts.cycles.conditions import queries, services

    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 2, 1)}
    draft = cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Cards on every desk", **plan)
    cycle = cycles.begin_study(by=ana, cycle=cycles.start_do(by=ana, cycle=draft))
    done = cycles.finish(
        by=ana, cycle=cycle, version=cycle.version, result=13, result_out_of=24, learned="They begin.",
        decision="adopt", decision_object="idea", decision_reason="It held.",
    ).cycle  # fmt: skip
    room = services.add_condition(by=ana, team=team, text="Room 12", kind="room")
    first, second = queries.planned_days(done)
    place = team.memberships.get(user=ana)
    return {
        "adopted": done,
        "test-conditions": room,
        "conditions_kind": "condition",
        "ran-under": services.add_to_cycle(by=ana, cycle=done, condition=room),
        "looks-again": SimpleNamespace(pk=first.isoformat()),
        "dropped_look": services.move_look(by=ana, cycle=done, planned_on=second, due_on=second, reason="As planned"),
        "held_place": place,
        "count-paces": services.choose_pace(by=ana, cycle=done, pace="two_weeks"),
        "keepers": services.name_keeper(by=ana, cycle=done, place=place.pk),
        "seen-practices": SimpleNamespace(pk=1),
    }
