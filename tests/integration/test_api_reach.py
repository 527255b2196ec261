"""One product, three doors: whatever a service can do, the API can do."""

import ast
import importlib
from pathlib import Path

import pytest

import aimwell

PACKAGE = Path(aimwell.__file__).parent

CONTENT = "what the services of team work are made of"
TOKENS = "a token is made and taken away by a person in a browser, not by a token"
ACCOUNT = "part of coming in, and of one's own settings; done in a browser"
ELSEWHERE = {
    "people": {
        "INVITATION_DAYS": "a number, not an act",
        **dict.fromkeys(("change_content", "create_content", "restore", "set_aside", "share", "store_once"), CONTENT),
        **dict.fromkeys(("require", "require_member"), CONTENT),
        **dict.fromkeys(("digest_of", "make_token", "revoke_token", "token_of", "tokens_of"), TOKENS),
        **dict.fromkeys(("change_settings", "join_team", "open_invitation", "welcome_person"), ACCOUNT),
        "run_site": "the first administrator of a site is made at its command line",
    },
    "measures": {
        "choose_chart": "chart and rules are fields of a measure there, changed with the others",
        "set_baseline": "the same: baseline_until",
        "look": "part of starting an import and of choosing its columns",
        "put_rows_in": "what apply_import does, at once or by the worker",
        "set_target": "done by the aim, so that chart and aim cannot disagree",
    },
    "theory": {
        **dict.fromkeys(("BONES_OFFERED", "BONE_SETS", "OWN_BONES"), "names, not an act"),
        "begins_edition": "a question that set_aim asks itself",
        "go_on_unchecked": "part of starting a cycle, which cycles does",
        "may_show": "a question that show_round asks itself",
        "record_evidence": "derived when a cycle finishes; nobody writes it by hand",
    },
    "cycles": {"Finished": "the shape of an answer", "start_do": "what start_cycle does when nothing is left open"},
}


def called(context: str) -> set[str]:
    """Names after `services.` in the API of a context."""
    names: set[str] = set()
    for path in (PACKAGE / "contexts" / context / "api").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "services":
                names.add(node.attr)
    return names


@pytest.mark.parametrize("context", sorted(ELSEWHERE))
def test_every_service_is_reached_by_the_api(context):
    offered = set(importlib.import_module(f"aimwell.contexts.{context}.services").__all__)
    assert offered - called(context) == set(ELSEWHERE[context])
