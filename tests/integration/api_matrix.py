"""Every operation of the API and who may use it. An operation without a row fails the walk.

personal  anyone signed in
team      GET; whoever may know the team
members   GET; members of the team only
read      GET; whoever the object's rung is open to
write     members only; others get 403 for what they see, 404 for what they do not, and nothing changes
held      GET; whoever holds any office in the organisation; to all others it is not there
site      those who run the site; others get 403, and nothing changes
office    whoever holds the office that it needs in the organisation; to all others it is not there
own       as write, for what is shown to members only: to others it is not there
"""

import datetime
from typing import Any

from integration.workspace import TOOLS

KINDS: dict[str, str] = {
    "personal": "list_sent_here list_roles list_orgs get_support pause_team_of_school resume_team_of_school "
    "get_me list_teams start_team",
    "team": "list_words_of_team get_method_of_team get_path_of_team get_cycle_words_of_team "
    "get_team list_inquiries list_measures list_cycles get_today get_sheet_pdf",
    "members": "list_slots get_taking_part get_return list_open_work "
    "list_members list_history list_series list_observations list_imports get_import get_left_out_csv "
    "get_for_whom get_for_whom_csv get_earlier get_sharing",
    "read": "get_timeline list_indicators get_aim_numbers "
    "get_causes_txt get_causes_pdf get_round list_own_lines list_filters get_pass list_stages "
    "get_drivers_pdf "
    "get_inquiry get_drivers_svg get_drivers_png get_causes_svg get_causes_png get_measure list_annotations "
    "get_look get_look_csv get_look_svg get_look_png "
    "get_reading get_chart_svg get_chart_png get_chart_csv get_chart_json "
    "get_chart_xlsx get_chart_pptx list_cycles_of_inquiry get_cycle list_entries get_ramp get_shared",
    "write": "change_cause_facts choose_cause unchoose_cause reframe_cause promote_cause send_cause_up take_back_sent "
    "start_round write_line change_line withdraw_line show_round set_rule_for_causes make_filter change_filter "
    "set_filter_aside restore_filter start_pass mark_cause undo_mark close_pass add_stage change_stage "
    "set_stage_aside restore_stage "
    "change_team name_term_in_team unname_term_in_team undo_term_in_team choose_method_of_team "
    "choose_path_of_team let_path_of_team_go undo_path_of_team "
    "map_stages_of_team choose_decisions_of_team choose_rounds_of_team choose_aims_of_team let_cycle_words_of_team_go "
    "undo_cycle_words_of_team "
    "step_out resume move_dates take_back_return agree_to_hub hand_on "
    "add_member invite start_inquiry change_problem skip_step reword_problem set_baseline verify_problem "
    "describe_problem close_inquiry reopen_inquiry add_evidence change_evidence "
    "set_evidence_aside restore_evidence add_perspective change_perspective set_perspective_aside "
    "restore_perspective add_bone offer_bones rename_bone set_bone_aside restore_bone order_bone add_cause "
    "change_cause move_cause set_cause_aside restore_cause order_cause set_aim attach_measure add_part change_part "
    "connect_aim_causes answer_outside choose_equity say_aim_status "
    "add_indicator change_indicator set_indicator_aside restore_indicator "
    "abandon_part take_part_up set_part_aside restore_part order_part link_part move_part unlink_part restore_link "
    "take_back_act "
    "choose_small_groups create_measure change_measure set_measure_aside restore_measure put_value take_back_value "
    "annotate move_annotation set_phase_baseline "
    "end_annotation restore_annotation start_import start_import_of_file start_from_paste "
    "choose_columns apply_import undo_import discard_import draft_cycle change_plan start_do amend_prediction "
    "make_cycle_smaller set_cycle_aside restore_cycle add_entry claim_entry set_entry_aside restore_entry "
    "send_tally undo_tap "
    "keep_cycle_size say_none_noticed begin_study save_study decide finish choose_onward correct_learning "
    "change_sharing",
    "held": "get_org list_orgs_below list_org_teams",
    "site": "make_top_org",
    "office": "answer_sent "
    "make_org_team make_org rename_org list_placements look_at_move move_org list_org_networks make_network "
    "join_network leave_network list_offices give_office end_office list_coaches name_coach end_coaching "
    "list_hub_places give_hub_place end_hub_place list_outsiders switch_outsider "
    "list_words_of_org name_term_in_org unname_term_in_org undo_term_in_org get_method_of_org "
    "choose_method_of_org get_path_of_org choose_path_of_org let_path_of_org_go undo_path_of_org "
    "get_cycle_words_of_org map_stages_of_org choose_decisions_of_org choose_rounds_of_org choose_aims_of_org "
    "let_cycle_words_of_org_go undo_cycle_words_of_org "
    "list_sign_in_providers add_sign_in_oidc add_sign_in_saml renew_sign_in remove_sign_in name_domain "
    "confirm_domain drop_domain invite_to_org make_card_of_org "
    "get_audit get_audit_csv list_staff_lists start_staff_list keep_students get_staff_list list_staff_list_rows "
    "list_staff_list_problems get_staff_list_problems_csv apply_staff_list undo_staff_list discard_staff_list",
    "own": "change_place hand_over invite_list take_invitation_back make_card renew_card "
    "end_membership restore_from_history revert_from_history put_back",
}
ROWS = {name: kind for kind, names in KINDS.items() for name in names.split()}
ROWS |= {name: kind for tool in TOOLS for kind, names in tool.PART.api.items() for name in names.split()}

# What a body needs beyond what its description requires; a word after "@" stands for a row of the world.
MORE: dict[str, dict[str, Any]] = {
    "set_cause_aside": {"reason": "Said twice"},
    "send_cause_up": {"org": "@districts"},
    "write_line": {"bone": "@bones"},
    "make_filter": {"values": [{"name": "ours", "effect": "keep"}, {"name": "not ours", "effect": "aside"}]},
    "change_filter": {"values": [{"name": "ours", "effect": "keep"}, {"name": "not ours", "effect": "aside"}]},
    "start_pass": {"filter": "@filters"},
    "mark_cause": {"cause": "@causes", "value": "ours"},
    "answer_sent": {"state": "declined", "answer": "Not this year"},
    "add_entry": {"text": "It was loud."},
    "verify_problem": {"verification": "verified", "evidence": "@evidence"},
    "move_cause": {"bone": "@bones"},
    "move_part": {"old": "@above", "new": "@above"},
    "put_value": {"value": 40},
    "set_aim": {"what": "explain"},
    "answer_outside": {"outside": "We ask each of them"},
    "amend_prediction": {"kind": "at_least", "low": 16},
    "give_office": {"email": "nobody@example.org"},
    "name_coach": {"email": "nobody@example.org"},
    "give_hub_place": {"email": "nobody@example.org"},
    "finish": {"learned": "They begin."},
    "take_back_act": {"events": [1]},
    **{name: body for tool in TOOLS for name, body in tool.PART.bodies.items()},
}


def body_of(operation: dict[str, Any], schemas: dict[str, Any], world: dict[str, Any]) -> dict[str, Any] | None:
    """The smallest body that fits the description, and what the rules ask for beside it."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return None
    more = MORE.get(operation["operationId"], {})
    meant = {name: _of_world(value, world) for name, value in more.items()}
    return {**(_least(content["schema"], schemas) or {}), **meant}  # a body that may be left out is empty


def _of_world(value: Any, world: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_of_world(one, world) for one in value]
    if isinstance(value, dict):
        return {name: _of_world(one, world) for name, one in value.items()}
    return world[value[1:]].pk if str(value).startswith("@") else value


def _least(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    schema = _resolved(schema, schemas)
    if "enum" in schema or "const" in schema:
        return schema.get("const", (schema.get("enum") or [None])[0])
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    match schema.get("type"):
        case "object":
            properties = schema.get("properties", {})
            return {name: _least(properties[name], schemas) for name in schema.get("required", [])}
        case "string":
            return "x"
        case "integer":
            return max(1, schema.get("minimum", 1))
        case "array":
            return []
        case "boolean":
            return True
    return None


FORMATS = {"date": datetime.date(2026, 1, 6), "uuid": "00000000-0000-4000-8000-0000000000ff"}


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    for key in ("allOf", "anyOf"):
        if key in schema:
            last = next(one for one in reversed(schema[key]))
            return _resolved(last, schemas)
    if "$ref" in schema:
        return _resolved(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    return schema
