"""The addresses and operations of protocols, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, of, team

SEEDED = {"team_id": "team", "key": "protocol_key"}
STEP = {"title": "Read aloud", "minutes": "4", "version": "1"}
PARTS = {"kind": "protocol_kind", "pk": "protocol-steps"}
PART = Part(
    rows={
        "protocols:library": team("members"),
        "protocols:protocol": Row("members", SEEDED),
        "protocols:lead": Row("members", SEEDED, {"meeting": ""}),
        "protocols:copy": Row("write", SEEDED),
        "protocols:own": of("protocols", "members"),
        "protocols:lead_own": Row("members", {"pk": "protocols"}, {"meeting": ""}),
        "protocols:change": Row(
            "members", {"pk": "protocols"}, {"name": "Our way", "purpose": "To think together", "version": "1"}
        ),
        "protocols:add_step": Row("write", {"pk": "protocols"}, STEP),
        "protocols:step": Row("write", {"pk": "protocol-steps"}, STEP),
        "protocols:move_step": Row("write", {"pk": "protocol-steps"}, {"to": "down"}),
        "protocols:run": of("protocol-runs", "members"),
        "protocols:now": of("protocol-runs", "members"),
        "protocols:change_run": Row("members", {"pk": "protocol-runs"}, {"meeting": "", "version": "1"}),
        "protocols:again": of("protocol-runs", "write"),
        "protocols:reopen": of("finished_run", "write"),
        "protocols:decide": Row("write", {"pk": "finished_run"}, {"text": "Ask about the bell"}),
        "protocols:write": Row(
            "write", {"pk": "protocol-run-steps"}, {"said": "The bell is late", "was": "", "version": "1"}
        ),
        "protocols:take_back": Row("write", PARTS),
        "protocols:aside": Row("write", PARTS),
        "protocols:restore": Row("write", PARTS),
    },
    api={
        "members": "list_protocols get_protocol list_protocol_runs get_protocol_run",
        "own": "copy_protocol change_protocol take_protocol_back add_protocol_step change_protocol_step "
        "move_protocol_step take_protocol_step_back start_protocol_run change_protocol_run write_run_step "
        "move_protocol_run begin_run_step_again finish_protocol_run reopen_protocol_run decide_in_run "
        "set_protocol_aside restore_protocol set_protocol_step_aside restore_protocol_step set_protocol_run_aside "
        "restore_protocol_run",
    },
    bodies={
        "copy_protocol": {"seed": "stuck"},
        "start_protocol_run": {"seed": "stuck"},
        "move_protocol_run": {"step": "@protocol-run-steps"},
    },
    files=frozenset({"protocols:now"}),
    more=(("protocols:run", "", {"pk": "finished_run"}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    import datetime

    from aimwell.contexts.meetings.protocols.services import finish, make_own, start_run, write
    from aimwell.contexts.meetings.services import add_meeting
    from aimwell.domain.rhythm.protocols import BY_KEY

    meeting = add_meeting(by=ana, team=team, kind="huddle", on=datetime.date(2026, 1, 15))
    own = make_own(by=ana, team=team, seed="consult", lang="en")
    run = start_run(by=ana, team=team, source=own, lang="en", meeting=meeting)
    ended = start_run(by=ana, team=team, source=BY_KEY["stuck"], lang="en", meeting=meeting)
    write(by=ana, step=ended.steps.first(), version=1, said="The counts of Room 14")
    return {
        "protocol_key": "stuck",
        "protocol_kind": "step",
        "protocols": own,
        "protocol-steps": own.steps.first(),
        "protocol-runs": run,
        "protocol-run-steps": run.steps.first(),
        "finished_run": finish(by=ana, run=ended),
        "finished_step": ended.steps.first(),
    }
