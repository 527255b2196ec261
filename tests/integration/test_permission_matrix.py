"""Walks every address as every reader on every rung of the sharing ladder."""

import datetime
import re

import pytest
from django.apps import apps
from django.core import serializers
from django.urls import URLPattern, get_resolver, reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import add_entry, draft_cycle, start_do
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.measures.services import annotate, create_measure, put_value, start_import
from aimwell.contexts.people.services import invite, make_token
from aimwell.contexts.theory.models import Inquiry
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
from aimwell.domain.access import Permission, Relation, Rung, allowed, masked
from integration.matrix import MATRIX, Row

ELSEWHERE = ("api", "account")  # allauth tests its own pages; the API has its own walk
APPS = ("orgs", "people", "theory", "measures", "cycles", "history")


def addresses(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name and not pattern.name.startswith(ELSEWHERE):
                yield f"{prefix}{pattern.name}"
        elif pattern.namespace not in ELSEWHERE:
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from addresses(pattern.url_patterns, space)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(set(addresses(get_resolver().url_patterns))) == sorted(MATRIX)


@pytest.fixture
def world(readers, ana, team):
    """One of everything, made by Ana."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    change_problem(by=ana, inquiry=inquiry, version=1, problem="One in three say why.", for_whom="", how_known="")
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    gone = add_cause(by=ana, bone=bone, text="Set aside")
    set_aside(by=ana, thing=gone, reason="Reworded")
    part = add_part(by=ana, inquiry=inquiry, kind="primary", text="Way in", parents=[None])
    measure = create_measure(by=ana, team=team, name="Explains")
    value = put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 5), numerator=8, denominator=24)
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
        "aside_event": Event.objects.get(verb="set_aside"),
        "changed_event": Event.objects.filter(verb="changed").first(),
        "step": "causes",
        "kind": "cause",
        "day": "2026-01-05",
    }


def url_of(name: str, row: Row, world) -> str:
    values = {param: getattr(world[key], "pk", world[key]) for param, key in row.params.items()}
    return reverse(name, kwargs=values) + row.query


def post_of(row: Row, world) -> dict[str, str]:
    keys = {name: getattr(thing, "pk", thing) for name, thing in world.items()}
    return {name: value.format(**keys) for name, value in row.post.items()}


def open_to(rung: Rung) -> None:
    for model in (Inquiry, Measure, Cycle, DataImport):
        model.objects.update(rung=int(rung))


def stored() -> str:
    """All team work and its history as text, to show that a refusal changed nothing."""
    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    rows = [row for model in models for row in model._default_manager.order_by("pk")]
    return re.sub(r'"(used_on|last_login)": [^,}]*', "", serializers.serialize("json", rows))


def status(page, client, user, url, *, data=None) -> int:
    """404 also where a page that is not there sends the reader nowhere; a sign-in redirect counts as 401."""
    if not user.is_authenticated:
        client.logout()
    answer = page(user if user.is_authenticated else None, url, data)
    signing_in = answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
    return 401 if signing_in else answer.status_code


ROWS = {kind: [name for name, row in MATRIX.items() if row.kind == kind] for kind in
        ("open", "personal", "team", "members", "read", "write")}  # fmt: skip
TOLD_TEAM = {"former member", "stranger", "former colleague", "other district"}
DONE = {200, 302}


@pytest.mark.parametrize("name", ROWS["read"])
def test_read_follows_the_rung_for_every_reader(name, world, readers, page, client):
    from aimwell.contexts.people.queries import relations

    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        standing = relations(user, world["team"]) if user.is_authenticated else frozenset({Relation.OTHER})
        for rung in Rung:
            open_to(rung)
            told = status(page, client, user, url)
            if not user.is_authenticated:
                assert told == 401, (who, rung.name)
            elif allowed(standing, Permission.VIEW, rung) and not masked(standing, rung):
                assert told in DONE, (who, rung.name)
            else:
                assert told == 404, (who, rung.name)


@pytest.mark.parametrize("name", ROWS["team"])
def test_team_pages_are_there_for_whoever_may_know_the_team(name, world, readers, page, client):
    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        told = status(page, client, user, url)
        if not user.is_authenticated:
            assert told == 401
        else:
            assert (told == 404) if who in TOLD_TEAM else (told in DONE), (who, told)


@pytest.mark.parametrize("name", ROWS["members"])
def test_member_pages_stay_closed_on_every_rung(name, world, readers, page, client):
    url = url_of(name, MATRIX[name], world)
    for who, user in readers.items():
        for rung in (Rung.TEAM, Rung.PUBLIC):
            open_to(rung)
            told = status(page, client, user, url)
            if not user.is_authenticated:
                assert told == 401
            elif who == "member":
                assert told in DONE, (who, rung.name)
            else:
                assert told in {403, 404}, (who, rung.name)


@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("name", [*ROWS["write"], *ROWS["members"]])
def test_writes_by_others_change_nothing(name, world, readers, page, client):
    row = MATRIX[name]
    url = url_of(name, row, world)
    for rung in (Rung.TEAM, Rung.PUBLIC):
        open_to(rung)
        before = stored()
        for who, user in readers.items():
            if who != "member":
                assert status(page, client, user, url, data=post_of(row, world)) in {401, 403, 404, 405}, (
                    who,
                    rung.name,
                )
        assert stored() == before


@pytest.mark.parametrize("name", ROWS["write"])
def test_writes_reach_members(name, world, readers, page):
    row = MATRIX[name]
    assert page(readers["member"], url_of(name, row, world), post_of(row, world)).status_code in {200, 302, 400, 422}


@pytest.mark.parametrize("name", ROWS["personal"])
def test_personal_pages_need_a_sign_in(name, page, client, readers):
    url = reverse(name)
    assert status(page, client, readers["nobody signed in"], url) in {401, 405}
    assert status(page, client, readers["stranger"], url) in {200, 302, 405}


@pytest.mark.parametrize("name", ROWS["open"])
def test_open_pages_answer_everybody(name, world, client):
    assert client.get(url_of(name, MATRIX[name], world)).status_code in {200, 302, 405}
