"""Walks every operation of the API as every kind of reader, on closed and on open rungs."""

import re
from collections import Counter
from enum import Enum
from typing import get_args

import pytest
from django.test import Client

from aimwell.api.assembly import api as assembled
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.queries import relations
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.access import Permission, Rung, allowed, masked
from integration.api_matrix import ROWS, body_of
from integration.api_world import make_world, word_before
from integration.holders import FIRST_OF_THEIR_KIND, THERE, answers, make_holders, reads
from integration.stored import stored
from integration.workspace import LABELS
from integration.workspace.collecting import picture

SCHEMA = assembled.get_openapi_schema()
OPERATIONS = {
    operation["operationId"]: (method.upper(), path.removeprefix("/api/v1"), operation)
    for path, methods in SCHEMA["paths"].items()
    for method, operation in methods.items()
}
WALKERS = ("member", "former member", "colleague", "coach", "principal", "sponsor", "hub", "stranger")
APPS = ("signin", "people", "theory", "measures", "cycles", "history", *LABELS)
KNOW_THE_TEAM = {"member", "colleague", "coach", "principal", "sponsor", "hub"}
RUNGS = (Rung.TEAM, Rung.COACH, Rung.PUBLIC)


def test_every_operation_has_a_row_and_every_row_an_operation():
    assert sorted(OPERATIONS) == sorted(ROWS)


def test_no_two_shapes_share_a_name():
    shapes = [shape for shape in _subclasses() if shape.__module__.startswith("aimwell.")]
    assert [name for name, times in Counter(shape.__name__ for shape in shapes).items() if times > 1] == []


def test_two_different_lists_of_values_have_two_names():
    """In the description of the API the second one would stand for the first, too."""
    shapes = [shape for shape in _subclasses() if shape.__module__.startswith("aimwell.")]
    found = {one for shape in shapes for field in shape.model_fields.values() for one in _enums(field.annotation)}
    lists = {(one.__name__, tuple(value.value for value in one)) for one in found}
    assert [name for name, times in Counter(name for name, _ in lists).items() if times > 1] == []


def _enums(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {annotation}
    return {one for part in get_args(annotation) for one in _enums(part)}


def _subclasses():
    from ninja import Schema

    from aimwell.contexts.people.api.shared import Body

    todo, seen = [Schema, Body], set()
    while todo:
        for below in todo.pop().__subclasses__():
            if below not in seen:
                seen.add(below)
                todo.append(below)
    return seen


@pytest.fixture
def world(readers, ana, team):
    return make_world(ana, team)


@pytest.fixture
def ask(api, world):
    def call(user, name):
        method, path, operation = OPERATIONS[name]
        address = re.sub(r"{(\w+)}", lambda found: str(world[word_before(path, found[1])].pk), path)
        body = body_of(operation, SCHEMA["components"]["schemas"], world)
        if user is None:
            return Client().generic(method, f"/api/v1{address}").status_code
        if name in ("add_photo", "add_wall_photo"):
            sent = {"alt": "The board", **({"place": "fishbone"} if name == "add_wall_photo" else {})}
            return api(user, method, address, sent, upload=picture().read()).status_code
        if name in ("start_import_of_file", "start_staff_list", "put_counts_of_file", "read_old_forms"):
            return api(user, method, address, upload=b"week,value\n2026-01-05,3\n").status_code
        return api(user, method, address, body).status_code

    return call


def of(*kinds):
    return [name for name, kind in ROWS.items() if kind in kinds]


def open_to(rung):
    for model in (Inquiry, Measure, Cycle, DataImport, Meeting):
        model.objects.update(rung=int(rung))


def seen(user, world, rung):
    stands = relations(user, world["teams"])
    return allowed(stands, Permission.VIEW, rung) and not masked(stands, rung)


def test_nobody_comes_in_without_a_token_or_a_session(ask, world):
    assert {name: ask(None, name) for name in ROWS} == dict.fromkeys(ROWS, 401)


@pytest.mark.ac("S3 R-4")
@pytest.mark.parametrize("rung", RUNGS, ids=lambda rung: rung.name)
def test_reading_follows_the_rung(ask, world, readers, rung):
    open_to(rung)
    for who in WALKERS:
        expected = 200 if seen(readers[who], world, rung) else 404
        told = {name: ask(readers[who], name) for name in of("read")}
        assert told == dict.fromkeys(told, expected), who


def test_what_concerns_a_team_is_for_those_who_may_know_it(ask, readers):
    for who in WALKERS:
        told = {name: ask(readers[who], name) for name in of("team")}
        assert told == dict.fromkeys(told, 200 if who in KNOW_THE_TEAM else 404), who


def test_what_is_for_members_stays_closed_on_every_rung(ask, readers):
    for who in WALKERS:
        for rung in (Rung.TEAM, Rung.PUBLIC):
            open_to(rung)
            told = {name: ask(readers[who], name) for name in of("members")}
            if who == "member":
                assert told == dict.fromkeys(told, 200)
            else:
                assert set(told.values()) <= {403, 404}, (who, rung.name)


def test_what_an_office_opens_is_not_there_for_others(ask, world, readers):
    for who in WALKERS:
        ask(readers[who], "get_me")
        before = stored(*APPS, "rosters")
        told = {name: ask(readers[who], name) for name in of("office")}
        assert told == dict.fromkeys(told, 404), who
        assert stored(*APPS, "rosters") == before, who


@pytest.mark.parametrize("who", ["principal", "supervisor", "evaluator", "org admin", "site admin", "hub", "stranger"])
def test_an_organisation_is_there_for_those_with_an_office_in_it(ask, readers, who):
    told = {name: ask(readers[who], name) for name in of("held")}
    assert told == dict.fromkeys(told, 404 if who in ("hub", "stranger") else 200)


def test_the_top_of_the_tree_is_for_those_who_run_the_site(ask, readers):
    told = {who: ask(readers[who], name) for who in (*WALKERS, "org admin", "site admin") for name in of("site")}
    assert told == dict.fromkeys(told, 403) | {"site admin": 201}


@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("rung", Rung, ids=lambda rung: rung.name)
def test_writing_by_others_changes_nothing(ask, world, readers, rung):
    open_to(rung)
    for who in WALKERS[1:]:
        ask(readers[who], "get_me")
    before = stored(*APPS)
    for who in WALKERS[1:]:
        user = readers[who]
        told = {name: ask(user, name) for name in of("write", "own")}
        work = 403 if seen(user, world, rung) else 404
        team = 403 if who in KNOW_THE_TEAM else 404
        expected = {name: team if "/teams/" in OPERATIONS[name][1] else work for name in of("write")}
        assert told == {**expected, **dict.fromkeys(of("own"), 404)}, who
    assert stored(*APPS) == before


@pytest.mark.ac("S3 R-4")
@pytest.mark.parametrize("rung", Rung, ids=lambda rung: rung.name)
def test_every_role_of_the_table_reads_what_the_table_says(ask, world, team, rung):
    """Expected answers come from domain.access alone."""
    holders = make_holders(team)
    open_to(rung)
    for role in FIRST_OF_THEIR_KIND:
        told = {name: ask(holders[role], name) for name in of("read") if name != "get_shared"}
        assert told == dict.fromkeys(told, 200 if reads(role, rung) else 404), role
        unnamed = ask(holders[role], "get_shared")
        assert (unnamed == 200) == (answers("shared", role, rung) == THERE), role
