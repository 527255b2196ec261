"""One of everything that the API speaks of, by the word that stands before its number in an address."""

import datetime
import re
from types import SimpleNamespace
from typing import Any

from aimwell.contexts.cycles.services import (
    add_entry,
    begin_study,
    change_plan,
    draft_cycle,
    finish,
    start_do,
    start_tally,
)
from aimwell.contexts.measures.services import annotate, apply_import, create_measure, put_value, start_import
from aimwell.contexts.orgs.models import Org, OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.rosters.models import RosterBook, RosterImport
from aimwell.contexts.reports.sharing.keys import key_of
from aimwell.contexts.theory import services as theory
from aimwell.core.history.models import Event
from integration.offices_world import offices_world
from integration.signin_world import sign_in_world
from integration.workspace import things_of_tools

DAY = datetime.date(2026, 1, 5)
PREDICTION = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students"}
NOBODY = {"counts": {}, "seen": {}, "not_read": [], "ended": 0, "current": 0, "aside": 0, "notes": 0, "whole": False}
KEY = "00000000-0000-4000-8000-000000000001"


class World(dict[str, Any]):
    """By the word of an address. "staff-lists" is found under "lists", where nothing else is called so."""

    def __missing__(self, word: str) -> Any:
        short = word.rpartition("-")[2]
        if short == word:
            raise KeyError(word)
        return self[short]


def make_world(ana: Any, team: Any) -> World:
    """All made by Ana for her team; the second cycle follows from the first, which is finished."""
    inquiry = theory.start_inquiry(by=ana, team=team, problem="Few say why.")
    theory.change_problem(by=ana, inquiry=inquiry, version=1, problem="One in three.", for_whom="", how_known="")
    bone = theory.add_bone(by=ana, inquiry=inquiry, name="Time")
    cause = theory.add_cause(by=ana, bone=bone, text="We hurry")
    theory.set_aside(by=ana, thing=theory.add_cause(by=ana, bone=bone, text="Noise"), reason="Reworded")
    part = theory.add_part(by=ana, inquiry=inquiry, kind="primary", text="Way in")
    idea = theory.add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[part])
    measure = create_measure(by=ana, team=team, name="Explains")
    put_in = start_import(by=ana, measure=measure, text="week\tvalue\n2026-01-12\t40\n2026-01-19\tabc\n")
    apply_import(by=ana, data_import=put_in)
    value = put_value(by=ana, measure=measure, on=DAY, numerator=8, denominator=24)
    theory.set_aim(by=ana, inquiry=inquiry, what="explain", baseline=34, target=65, measure=measure)
    cycle = _second_cycle(ana, inquiry, measure, idea)
    theory.set_aside(by=ana, thing=theory.add_bone(by=ana, inquiry=inquiry, name="Tasks"))
    made = {
        "teams": team,
        "members": team.memberships.get(user=ana),
        "inquiries": inquiry,
        "evidence": theory.add_evidence(by=ana, inquiry=inquiry, text="8 of 24"),
        "perspectives": theory.add_perspective(by=ana, inquiry=inquiry, role="a student", text="I wait."),
        "bones": bone,
        "causes": cause,
        "parts": idea,
        "above": part,
        "links": idea.links_up.get(),
        "measures": measure,
        "observations": value,
        "series": value.series,
        "annotations": annotate(by=ana, measure=measure, kind="event", label="Fire drill", starts_on=DAY),
        "imports": start_import(by=ana, measure=measure, text="week\tvalue\n2026-01-26\t41\n2026-02-02\tNS\n"),
        "cycles": cycle,
        "entries": start_tally(by=ana, cycle=cycle, key=KEY, place="Room 12", expected=24, happened_on=DAY),
        "orgs": (book := RosterBook.objects.get_or_create(org=_org_of(team))[0]).org,
        "lists": RosterImport.objects.create(book=book, file_name="staff.csv", state="ready", report=NOBODY),
        **sign_in_world(ana, team, book.org),
        **offices_world(book.org, team),
        **things_of_tools(ana, team, inquiry),
        "outsiders": SimpleNamespace(pk="hub"),
        "kind": SimpleNamespace(pk="theory.part"),
        "shared": SimpleNamespace(pk="cycle"),
        "shared_key": SimpleNamespace(pk=key_of("cycle", cycle.pk)),
        "words": SimpleNamespace(pk="problem"),
        "cycle-words": SimpleNamespace(pk="stages"),
        "history": Event.objects.filter(verb="set_aside").first(),
    }
    return World(made)


def _org_of(team: Any) -> Org:
    return team.org or create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")


def _second_cycle(ana: Any, inquiry: Any, measure: Any, idea: Any) -> Any:
    plan = {"try_what": "A minute", "look_on": datetime.date(2026, 2, 1), "idea": idea, "measure": measure}
    first = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, **plan, **PREDICTION))
    add_entry(by=ana, cycle=first, kind="count", count=8, out_of=24, place="Room 12", happened_on=DAY)
    first = begin_study(by=ana, cycle=first)
    answers = {"result": 8, "result_out_of": 24, "learned": "They stop after a line.", "decision": "adapt"}
    more = {"decision_reason": "It helps to begin.", "what_changes": "Two minutes"}
    second = finish(by=ana, cycle=first, version=first.version, **answers, **more).successor
    second = change_plan(by=ana, cycle=second, version=second.version, look_on=DAY, **PREDICTION)
    return start_do(by=ana, cycle=second)


def word_before(path: str, parameter: str) -> str:
    """ "bones" for the parameter of /bones/{pk}/order; "agenda-items" for that of /agenda-items/{pk}."""
    path = path.removeprefix("/api/v1")
    if path.startswith("/history/"):
        return {"kind": "kind", "pk": "parts"}[parameter]
    if path.startswith("/trace/"):
        return {"kind": "trace", "pk": "inquiries"}[parameter]
    if path.startswith(("/sharing/", "/shared/")):
        return {"kind": "shared", "pk": "cycles", "key": "shared_key"}[parameter]
    found = re.search(rf"([\w-]+)/{{{parameter}}}", path)
    assert found is not None
    return found[1]
