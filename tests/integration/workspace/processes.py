"""The addresses and operations of processes, and one of everything they speak of."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of

PART = Part(
    rows={
        "processes:processes": inquiry("read"),
        "processes:process": of("processes", "read"),
        "processes:svg": of("processes", "read"),
        "processes:png": of("processes", "read"),
        "processes:txt": of("processes", "read"),
        "processes:rename": Row("write", {"pk": "processes"}, {"name": "Talk", "version": "1"}),
        "processes:step_add": Row("write", {"pk": "processes"}, {"text": "Wait", "kind": "step"}),
        "processes:step": Row("write", {"pk": "steps"}, {"text": "Wait", "kind": "step", "version": "1"}),
        "processes:step_move": of("steps", "write"),
        "processes:look": Row("write", {"pk": "steps"}, {"on": "2026-01-06", "looks": "10", "breaks": "3"}),
        "processes:cause": Row("write", {"pk": "steps"}, {"bone": "{bone}", "text": "We hurry"}),
        "processes:aside": of("steps", "write", kind="kind_step"),
        "processes:restore": of("steps", "write", kind="kind_step"),
    },
    api={
        "read": "list_processes get_process get_process_svg get_process_png get_process_text",
        "write": "start_process rename_process add_process_step change_process_step move_process_step count_at_step "
        "make_cause_of_step set_process_aside restore_process set_process_step_aside restore_process_step "
        "set_step_count_aside restore_step_count",
    },
    bodies={"make_cause_of_step": {"bone": "@bones"}},
    files=frozenset({"processes:svg", "processes:png", "processes:txt"}),
    more=(("processes:process", "", {"pk": "empty_process"}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.processes import services

    process = services.start_process(by=ana, inquiry=inquiry, name="Partner talk")
    services.add_step(by=ana, process=process, text="The task is read", kind="start")
    think = services.add_step(by=ana, process=process, text="Students think alone", owner="students")
    ready = services.add_step(by=ana, process=process, text="Has everyone an idea?", kind="decision")
    services.change_step(
        by=ana, step=ready, version=None, text=ready.text, kind="decision", else_to=think, no_label="not yet"
    )
    services.add_step(by=ana, process=process, text="Both have said why", kind="end")
    count = services.add_look(by=ana, step=think, on=datetime.date(2026, 1, 5), looks=40, breaks=17)
    return {
        "processes": process,
        "empty_process": services.start_process(by=ana, inquiry=inquiry, name="Not begun"),
        "steps": think,
        "looks": count,
        "kind_step": "step",
    }
