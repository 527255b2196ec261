"""Every address of the product and who may use it. A new address without a row here fails the matrix test."""

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["open", "personal", "team", "members", "lead", "read", "shared", "write", "held", "office", "demo"]


@dataclass(frozen=True)
class Row:
    """`kind`:

    open      anyone, signed in or not
    personal  anyone signed in; shows or changes only the reader's own settings
    team      GET; whoever may know the team
    members   GET; members of the team on every rung
    lead      who leads the team, or stands in for the lead
    read      GET; whoever the object's rung is open to
    shared    GET; as read, but also without the team's name, and for the public without signing in
    write     POST; members only; for all others nothing changes
    held      GET; whoever holds any office in the organisation; to all others it is not there
    office    whoever holds the office that it needs in the organisation; to all others it is not there
    demo      only in a demo

    `post`: what is sent; "{bone}" stands for the key of that thing in the test's world. `query`: what stands after
    the address.
    """

    kind: Kind
    params: dict[str, str] = field(default_factory=dict)
    post: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def team(kind: Kind, /, **post: Any) -> Row:
    return Row(kind, {"team_id": "team"}, post)


def inquiry(access: Kind, **more: str) -> Row:
    return Row(access, {"inquiry_id": "inquiry", **more})


def roster(list_too: bool = True, **post: Any) -> Row:
    return Row("office", {"org_id": "org"} | ({"pk": "staff_list"} if list_too else {}), post)


def of(thing: str, access: Kind, **more: str) -> Row:
    return Row(access, {"pk": thing, **more})


def office(post: dict[str, Any] | None = None, /, **more: str) -> Row:
    return Row("office", {"org_id": "org", **more}, post or {})


MATRIX: dict[str, Row] = {
    "welcome": Row("open"),
    "jobs:healthz": Row("open"),
    "set_language": Row("open"),
    "ui:style": Row("open"),
    "signin:work": Row("open"),
    "signin:org": Row("open", {"slug": "slug"}),
    "signin:with": Row("open", {"key": "google"}),
    "signin:card_qr": Row("open", {"code": "code"}),
    "signin:totp_qr": Row("personal"),
    "signin:card": Row("personal"),
    "signin:org_sign_in": office(),
    "signin:add_oidc": office(),
    "signin:add_saml": office(),
    "signin:provider": office(pk="providers"),
    "signin:name_domain": office(pk="providers"),
    "signin:confirm_domain": office(pk="providers", domain_id="domains"),
    "signin:drop_domain": office(pk="providers", domain_id="domains"),
    "signin:renew": office(pk="providers"),
    "signin:remove": office(pk="providers"),
    "signin:invite_to_org": office(),
    "signin:cards_of_org": office(),
    "signin:invite_to_team": Row("lead", {"team_id": "team"}, {"text": "email\nx@x.example", "send": "1"}),
    "signin:cards_of_team": Row("lead", {"team_id": "team"}, {"name": "Kim", "role": "member"}),
    "signin:invitations": team("lead"),
    "signin:invitation": Row("lead", {"team_id": "team", "pk": "invitations"}),
    "signin:invitation_qr": Row("lead", {"team_id": "team", "pk": "invitations"}),
    "signin:take_back": Row("lead", {"team_id": "team", "pk": "invitations"}),
    "signin:new_card": of("cards", "lead"),
    "people:start": Row("open"),
    "people:theme": Row("open"),
    "people:join": Row("open", {"token": "token"}),
    "people:home": Row("personal"),
    "people:team_new": Row("personal"),
    "people:settings": Row("personal"),
    "people:tokens": Row("personal"),
    "theory:hint_keep": Row("personal"),
    "people:roles": Row("personal"),
    "people:orgs": Row("personal"),
    "people:org": Row("held", {"org_id": "org"}),
    "people:structure": office(),
    "people:rename_org": office({"name": "Lantern"}),
    "people:make_org": office({"name": "Annex", "kind": "school"}),
    "people:make_team": office({"name": "Grade 6", "kind": "team"}),
    "people:move_org": office(),
    "people:make_network": office({"name": "Writers"}),
    "people:join_network": office({"network": "{networks}", "since": "2026-08-01"}),
    "people:leave_network": office(network_id="networks"),
    "people:org_people": office(),
    "people:give_office": office({"email": "nobody@example.org", "kind": "principal"}),
    "people:end_office": office(pk="offices"),
    "people:name_coach": office({"email": "nobody@example.org", "team": "{team}"}),
    "people:end_coaching": office(pk="coaches"),
    "people:give_hub_place": office({"email": "nobody@example.org", "network": "{networks}"}),
    "people:end_hub_place": office(pk="hub"),
    "people:outsiders": office(),
    "people:keep_out": office(role="outside_role"),
    "people:let_in": office(role="outside_role"),
    "people:place": Row("members", {"team_id": "team", "membership_id": "membership"}, {"role": "backup"}),
    "people:change_team": team("members", name="Room 14", kind="plc"),
    "people:revoke_token": Row("write", {"token_id": "api_token"}),
    "people:members": team("members"),
    "people:invite": team("write"),
    "people:add_member": team("write", name="Kim", role="member"),
    "people:end_membership": Row("write", {"team_id": "team", "membership_id": "membership"}),
    "rosters:lists": roster(list_too=False),
    "rosters:students": roster(list_too=False, keep="yes"),
    "rosters:list": roster(),
    "rosters:put_in": roster(),
    "rosters:undo": roster(),
    "rosters:discard": roster(),
    "rosters:problems": roster(),
    "vocabulary:org": office(),
    "vocabulary:org_word": office(key="term"),
    "vocabulary:org_method": office(),
    "vocabulary:team": team("members"),
    "vocabulary:team_word": Row("members", {"team_id": "team", "key": "term"}),
    "vocabulary:team_method": team("members"),
    "reports:today": team("team"),
    "reports:begin": team("write", sentence="Few say why."),
    "reports:more": team("team"),
    "reports:sheet": team("team"),
    "reports:sheet_pdf": team("team"),
    "reports:history": team("members"),
    "reports:earlier": Row("members", {"team_id": "team", "event_id": "changed_event"}),
    "reports:timeline": Row("read", {"kind": "part_kind", "pk": "part"}),
    "reports:audit": roster(False),
    "reports:audit_csv": roster(False),
    "reports:restore": Row("write", {"team_id": "team", "event_id": "aside_event"}),
    "reports:revert": Row("write", {"team_id": "team", "event_id": "changed_event"}),
    "participation:taking_part": team("members"),
    "participation:welcome_back": team("members"),
    "participation:pause": team("write", reason="Testing weeks"),
    "participation:leave": team("write"),
    "participation:resume": team("write"),
    "participation:dates": team("write"),
    "participation:take_back": team("write"),
    "participation:hub": team("write", agreed="yes"),
    "participation:support": Row("personal"),
    "handover:leaving": Row("members", {"team_id": "team", "membership_id": "membership"}),
    "handover:without_owner": team("members"),
    "handover:summary": Row("members", {"team_id": "team", "membership_id": "membership"}),
    "sharing:page": Row("members", {"kind": "share_kind", "pk": "cycle"}, {"to": "public", "version": "1"}),
    "sharing:shared": Row("shared", {"kind": "share_kind", "key": "share_key"}),
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
    "measures:looks": of("measure", "read"),
    "measures:looks_csv": of("measure", "read"),
    "measures:looks_svg": of("measure", "read"),
    "measures:looks_png": of("measure", "read"),
    "measures:small_groups": Row("write", {"pk": "measure"}, {"rule": "delaware"}),
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
