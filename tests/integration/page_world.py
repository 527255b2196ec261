"""One of everything that the pages speak of, by the words of the matrix."""

import datetime
from typing import Any

from django.urls import reverse

from aimwell.contexts.cycles.services import add_entry, draft_cycle, start_do
from aimwell.contexts.measures.services import annotate, create_measure, put_value, start_import
from aimwell.contexts.people.rosters.models import RosterBook, RosterImport
from aimwell.contexts.people.services import invite, make_token
from aimwell.contexts.reports.sharing.keys import key_of
from aimwell.contexts.theory.services import (
    add_bone,
    add_cause,
    add_evidence,
    add_part,
    add_perspective,
    change_problem,
    set_aside,
    start_inquiry,
)
from aimwell.core.history.models import Event
from integration.matrix import Row
from integration.offices_world import offices_world
from integration.signin_world import sign_in_world
from integration.workspace import things_of_tools


def make_page_world(ana: Any, team: Any) -> dict[str, Any]:
    """One of everything, made by Ana for her team."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    change_problem(by=ana, inquiry=inquiry, version=1, problem="One in three say why.", for_whom="", how_known="")
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    gone = add_cause(by=ana, bone=bone, text="Set aside")
    set_aside(by=ana, thing=gone, reason="Reworded")
    part = add_part(by=ana, inquiry=inquiry, kind="primary", text="Way in", parents=[None])
    measure = create_measure(by=ana, team=team, name="Explains")
    value = put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 5), numerator=8, denominator=24)
    put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 19), numerator=9, denominator=24)
    cycle = draft_cycle(
        by=ana, inquiry=inquiry, measure=measure, try_what="A minute", kind="at_least", low=12, out_of=24,
        look_on=datetime.date(2026, 2, 1),
    )  # fmt: skip
    start_do(by=ana, cycle=cycle)
    return {
        "team": team,
        "membership": team.memberships.get(user=ana),
        "token": invite(by=ana, team=team).token,
        "api_token": make_token(by=ana, name="upload")[0],
        "inquiry": inquiry,
        "evidence": add_evidence(by=ana, inquiry=inquiry, text="8 of 24"),
        "perspective": add_perspective(by=ana, inquiry=inquiry, role="a student", text="I wait."),
        "bone": bone,
        "cause": add_cause(by=ana, bone=bone, text="We hurry"),
        "part": part,
        "measure": measure,
        "value": value,
        "mark": annotate(
            by=ana, measure=measure, kind="event", label="Fire drill", starts_on=datetime.date(2026, 1, 5)
        ),
        "import": start_import(by=ana, measure=measure, text="week\tvalue\n2026-01-12\t40\n"),
        "cycle": cycle,
        "entry": add_entry(by=ana, cycle=cycle, text="It was loud.", happened_on=datetime.date(2026, 1, 6)),
        **sign_in_world(ana, team, team.org),
        **offices_world(team.org, team),
        **things_of_tools(ana, team, inquiry),
        "outside_role": "hub",
        "slug": "clark",
        "code": "abcd-efgh",
        "google": "google",
        "org": (book := RosterBook.objects.create(org=team.org)).org,
        "staff_list": RosterImport.objects.create(book=book, file_name="staff.csv", state="ready"),
        "aside_event": Event.objects.get(verb="set_aside", target_type="theory.cause"),
        "changed_event": Event.objects.filter(verb="changed").first(),
        "step": "causes",
        "kind": "cause",
        "part_kind": "theory.part",
        "share_kind": "cycle",
        "share_key": key_of("cycle", cycle.pk),
        "day": "2026-01-05",
        "term": "problem",
    }


def url_of(name: str, row: Row, world: dict[str, Any]) -> str:
    values = {param: getattr(world[key], "pk", world[key]) for param, key in row.params.items()}
    keys = {key: getattr(thing, "pk", thing) for key, thing in world.items()}
    return reverse(name, kwargs=values) + row.query.format(**keys)


def post_of(row: Row, world: dict[str, Any]) -> dict[str, str]:
    keys = {name: getattr(thing, "pk", thing) for name, thing in world.items()}
    return {name: value.format(**keys) for name, value in row.post.items()}
