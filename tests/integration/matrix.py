"""Every address of the product and who may use it. A new address without a row here fails the matrix test."""

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["open", "personal", "team", "members", "read", "write", "demo"]


@dataclass(frozen=True)
class Row:
    """`kind`:

    open      anyone, signed in or not
    personal  anyone signed in; shows or changes only the reader's own settings
    team      GET; whoever may know the team
    members   GET; members of the team on every rung
    read      GET; whoever the object's rung is open to
    write     POST; members only; for all others nothing changes
    demo      only in a demo

    `post`: what is sent; "{bone}" stands for the key of that thing in the test's world. `query`: what stands after
    the address.
    """

    kind: Kind
    params: dict[str, str] = field(default_factory=dict)
    post: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def team(kind: Kind, **post: Any) -> Row:
    return Row(kind, {"team_id": "team"}, post)


def inquiry(access: Kind, **more: str) -> Row:
    return Row(access, {"inquiry_id": "inquiry", **more})


def of(thing: str, access: Kind, **more: str) -> Row:
    return Row(access, {"pk": thing, **more})


MATRIX: dict[str, Row] = {
    "welcome": Row("open"),
    "jobs:healthz": Row("open"),
    "set_language": Row("open"),
    "ui:style": Row("open"),
    "people:start": Row("open"),
    "people:theme": Row("open"),
    "people:join": Row("open", {"token": "token"}),
    "people:home": Row("personal"),
    "people:team_new": Row("personal"),
    "people:settings": Row("personal"),
    "people:tokens": Row("personal"),
    "theory:hint_keep": Row("personal"),
    "people:revoke_token": Row("write", {"token_id": "api_token"}),
    "people:members": team("members"),
    "people:invite": team("write"),
    "people:add_member": team("write", name="Kim", role="member"),
    "people:end_membership": Row("write", {"team_id": "team", "membership_id": "membership"}),
    "reports:today": team("team"),
    "reports:begin": team("write", sentence="Few say why."),
    "reports:more": team("team"),
    "reports:sheet": team("team"),
    "reports:sheet_pdf": team("team"),
    "reports:history": team("members"),
    "reports:restore": Row("write", {"team_id": "team", "event_id": "aside_event"}),
    "reports:revert": Row("write", {"team_id": "team", "event_id": "changed_event"}),
    "theory:overview": team("team"),
    "theory:start": team("write"),
    "theory:problem": inquiry("read"),
    "theory:skip": inquiry("write", step="step"),
    "theory:evidence_add": inquiry("write"),
    "theory:evidence": of("evidence", "write"),
    "theory:perspective_add": inquiry("write"),
    "theory:perspective": of("perspective", "write"),
    "theory:fishbone": inquiry("read"),
    "theory:fishbone_svg": inquiry("read"),
    "theory:fishbone_png": inquiry("read"),
    "theory:bones_offer": inquiry("write"),
    "theory:bone_add": inquiry("write"),
    "theory:bone": of("bone", "write"),
    "theory:cause_add": of("bone", "write"),
    "theory:cause": of("cause", "write"),
    "theory:cause_move": Row("write", {"pk": "cause"}, {"to": "bone-{bone}"}),
    "theory:cause_evidence": of("cause", "write"),
    "theory:aim": inquiry("read"),
    "theory:aim_sentence": inquiry("read"),
    "theory:aim_measure": inquiry("write"),
    "theory:drivers": inquiry("read"),
    "theory:drivers_svg": inquiry("read"),
    "theory:drivers_png": inquiry("read"),
    "theory:part_add": inquiry("write"),
    "theory:part": of("part", "write"),
    "theory:part_connect": of("part", "write"),
    "theory:part_link": Row("write", {"pk": "part"}, {"parent": "aim"}),
    "theory:part_unlink": Row("write", {"pk": "part"}, {"parent": "aim"}),
    "theory:part_move": Row("write", {"pk": "part"}, {"parent": "aim"}),
    "theory:part_abandon": of("part", "write"),
    "theory:part_take_up": of("part", "write"),
    "theory:aside": of("cause", "write", kind="kind"),
    "theory:restore": of("cause", "write", kind="kind"),
    "theory:order": of("cause", "write", kind="kind"),
    "measures:list": team("team"),
    "measures:quick_paste": team("members"),
    "measures:new": team("members"),
    "measures:measure": of("measure", "read"),
    "measures:edit": of("measure", "members"),
    "measures:set_aside": of("measure", "write"),
    "measures:restore": of("measure", "write"),
    "measures:count": of("measure", "members"),
    "measures:value_undo": of("value", "write"),
    "measures:paste": of("measure", "members"),
    "measures:upload": of("measure", "members"),
    "measures:numbers": of("measure", "read"),
    "measures:numbers_csv": of("measure", "read"),
    "measures:for_whom": of("measure", "members"),
    "measures:for_whom_csv": of("measure", "members"),
    "measures:chart_svg": of("measure", "read"),
    "measures:chart_png": of("measure", "read"),
    "measures:chart_pptx": of("measure", "read"),
    "measures:chart_xlsx": of("measure", "read"),
    "measures:numbers_json": of("measure", "read"),
    "measures:mark": of("measure", "members"),
    "measures:chart": of("measure", "members"),
    "measures:chart_back": Row("write", {"pk": "measure"}, {}, "?chart=i&rules=nelson"),
    "measures:target": Row("write", {"pk": "measure"}, {"target": "60"}),
    "measures:point": of("measure", "members", day="day"),
    "measures:no_phase": of("measure", "write", day="day"),
    "measures:baseline": Row("write", {"pk": "measure"}, {}, "?until=2026-01-11"),
    "measures:mark_end": of("mark", "write"),
    "measures:mark_restore": of("mark", "write"),
    "measures:import": of("import", "members"),
    "measures:import_choose": of("import", "write"),
    "measures:import_undo": of("import", "write"),
    "measures:import_discard": of("import", "write"),
    "measures:import_left_out": of("import", "members"),
    "cycles:list": team("team"),
    "cycles:new": inquiry("members"),
    "cycles:ramp": inquiry("read"),
    "cycles:cycle": of("cycle", "read"),
    "cycles:plan": of("cycle", "members"),
    "cycles:start": of("cycle", "write"),
    "cycles:amend": of("cycle", "write"),
    "cycles:entry": of("cycle", "write"),
    "cycles:tally": of("cycle", "members"),
    "cycles:taps": of("cycle", "write"),
    "cycles:begin_study": of("cycle", "write"),
    "cycles:study": of("cycle", "write"),
    "cycles:finish": of("cycle", "write"),
    "cycles:learning": of("cycle", "write"),
    "cycles:set_aside": of("cycle", "write"),
    "cycles:restore": of("cycle", "write"),
    "cycles:entry_set_aside": of("entry", "write"),
    "cycles:entry_restore": of("entry", "write"),
}
