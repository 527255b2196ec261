"""The table of roles, and what is printed of it."""

from pathlib import Path

import pytest

from aimwell.domain.access import Permission, Relation, Rung, allowed
from aimwell.domain.access.roles import (
    IN_THE_TEAM,
    OFFICES,
    ROLES,
    SLOTS,
    Place,
    Power,
    Role,
    reads_as,
    with_power,
)
from aimwell.domain.access.sheet import COLUMNS, role_lines, role_table
from aimwell.domain.words.roles import TABLE

REFERENCE = Path(__file__).parents[3] / "docs/reference/roles.md"


def test_every_role_has_one_row():
    assert set(ROLES) == set(Role)
    assert [row.role for row in ROLES.values()] == list(ROLES)


@pytest.mark.ac("S3 R-4")
@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("role", [role for role in Role if role not in IN_THE_TEAM])
@pytest.mark.parametrize("permission", [Permission.EDIT, Permission.SHARE, Permission.INVITE])
def test_nobody_outside_the_team_changes_its_work_on_any_rung(role, permission):
    assert [rung for rung in Rung if allowed(frozenset({ROLES[role].relation}), permission, rung)] == []


@pytest.mark.parametrize("role", [role for role in Role if ROLES[role].powers])
def test_who_keeps_an_organisation_in_order_reads_what_everybody_reads(role):
    assert ROLES[role].relation == Relation.OTHER


def test_no_power_lies_with_an_office_that_reads():
    assert {power: sorted(with_power(power)) for power in Power} == {power: ["org_admin"] for power in Power}


def test_offices_by_how_they_stand_to_teams():
    assert reads_as(Relation.SCHOOL) == {Role.PRINCIPAL}
    assert reads_as(Relation.NETWORK) == {Role.SUPERVISOR, Role.DISTRICT_TEAM}
    assert reads_as(Relation.OTHER) == {Role.EVALUATOR, Role.ORG_ADMIN}
    assert {role for role in Role if ROLES[role].place == Place.ORG} == OFFICES


@pytest.mark.ac("S3 R-3")
def test_slots_are_places_in_a_team():
    assert SLOTS == ("lead", "backup", "facilitator", "sponsor", "content_coach")
    assert {ROLES[role].place for role in SLOTS} == {Place.TEAM}


def test_what_a_sponsor_is_told_about_the_role():
    sponsor = next(line for line in role_lines("en") if line.key == "sponsor")
    assert (sponsor.held, sponsor.reads) == ("in one team", "what the team opened to its school or wider")
    assert (sponsor.comments, sponsor.edits, sponsor.powers) == (sponsor.reads, "no", ())


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_role_is_printed_in_both_languages(lang):
    lines = role_lines(lang)
    assert [line.key for line in lines] == list(Role)
    assert [line.name for line in lines] == [TABLE.say(role, lang) for role in Role]
    assert {line.key for line in lines if line.outside} == {"hub", "evaluator", "guest"}
    assert {line.key for line in lines if line.powers} == {"org_admin", "site_admin"}


def test_a_network_is_told_that_it_may_not_comment_where_there_is_no_name():
    hub = next(line for line in role_lines("en") if line.key == "hub")
    assert (hub.reads, hub.comments) == (
        "what the team opened to the network, without its name where it wished so",
        "what the team opened to the network with its name",
    )
    assert next(line for line in role_lines("es") if line.key == "guest").comments == "no"


def test_the_printed_reference_is_the_table():
    assert role_table() in REFERENCE.read_text(encoding="utf-8")
    assert len(role_table().splitlines()) == len(Role) + 2
    assert role_table().splitlines()[0].count("|") == len(COLUMNS) + 1


@pytest.mark.ac("S1 R-74")
def test_the_statement_stands_in_the_reference():
    assert TABLE.say("statement", "en") in REFERENCE.read_text(encoding="utf-8")
