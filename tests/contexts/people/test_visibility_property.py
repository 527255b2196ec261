"""For made-up organisations, roles and rungs: the filter of the database lists what the table allows."""

import datetime
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aimwell.contexts.measures.models import Measure, Series
from aimwell.contexts.orgs.models import NetworkOrg, OrgKind, Team
from aimwell.contexts.orgs.services import create_network, create_org, create_team
from aimwell.contexts.people.models import (
    ClosedToOutside,
    CoachAssignment,
    Membership,
    NetworkRole,
    OrgRole,
    TeamRole,
    User,
)
from aimwell.contexts.people.queries import visible_to
from aimwell.domain.access import Permission, Relation, Rung, allowed, masked
from aimwell.domain.access.roles import ROLES, Role

pytestmark = pytest.mark.django_db
OVER = datetime.date(2026, 9, 1)
SCHOOLS, NETWORKS, PEOPLE = 4, 2, 3
IN_TEAM = [role for role in TeamRole.values if role in ROLES]
OFFICES = [Role.PRINCIPAL, Role.SUPERVISOR, Role.DISTRICT_TEAM, Role.EVALUATOR, Role.ORG_ADMIN]

school, someone = st.integers(0, SCHOOLS - 1), st.integers(0, PEOPLE - 1)


def few(most, *parts):
    """Rows of these parts; the first two never come twice."""
    return st.lists(st.tuples(*parts), max_size=most, unique_by=lambda row: row[:2])


@dataclass(frozen=True)
class World:
    """Places by number: person, school or district, over or not. Schools 0 and 1 stand in one district, 2 and 3 in the
    other; each school has one team."""

    members: list
    offices: list
    coaches: list
    hubs: list
    joined: list
    closed: list
    rungs: list


org, network, over = st.integers(0, SCHOOLS + 1), st.integers(0, NETWORKS - 1), st.booleans()
worlds = st.builds(
    World,
    members=few(4, someone, school, over, st.sampled_from(IN_TEAM)),
    offices=few(3, someone, org, over, st.sampled_from(OFFICES)),
    coaches=few(2, someone, school, over),
    hubs=few(2, someone, network, over),
    joined=few(4, network, org, over),
    closed=st.lists(org, max_size=2, unique=True),
    rungs=st.lists(st.sampled_from(Rung), min_size=SCHOOLS, max_size=SCHOOLS),
)


def build(world):
    """Organisations 0 to 3 are schools, 4 and 5 their districts."""
    above = [create_org(kind=OrgKind.DISTRICT, name=f"District {n}") for n in range(2)]
    orgs = [create_org(kind=OrgKind.SCHOOL, name=f"School {n}", parent=above[n // 2]) for n in range(SCHOOLS)] + above
    teams = [create_team(name=f"Team {n}", org=orgs[n]) for n in range(SCHOOLS)]
    people = [User.objects.create_user(f"p{n}@example.org", None, name=f"P{n}") for n in range(PEOPLE)]
    networks = [create_network(name=f"Network {n}") for n in range(NETWORKS)]
    for who, at, over, role in world.members:
        Membership.objects.create(team=teams[at], user=people[who], name="P", role=role, ended=OVER if over else None)
    for who, at, over, kind in world.offices:
        OrgRole.objects.create(org=orgs[at], user=people[who], kind=kind, ended=OVER if over else None)
    for who, at, over in world.coaches:
        CoachAssignment.objects.create(team=teams[at], user=people[who], ended=OVER if over else None)
    for who, at, over in world.hubs:
        NetworkRole.objects.create(network=networks[at], user=people[who], ended=OVER if over else None)
    for network, at, over in world.joined:
        NetworkOrg.objects.create(network=networks[network], org=orgs[at], since=OVER, until=OVER if over else None)
    for at in world.closed:
        ClosedToOutside.objects.create(org=orgs[at], role="hub")
    for team, rung in zip(teams, world.rungs, strict=True):
        Series.objects.create(measure=Measure.objects.create(owner_team=team, rung=int(rung), name="M"), name="A")
    return people, teams


def line(at):
    """An organisation and what stands above it."""
    return {at, 4 + at // 2} if at < SCHOOLS else {at}


def standing(world, who, at):
    """How somebody stands to the team of a school, in plain words: the slow twin of the filter."""
    mine = [(team, role) for person, team, over, role in world.members if person == who and not over]
    held = [(org, kind) for person, org, over, kind in world.offices if person == who and not over]
    inside = [team for team, role in mine if ROLES[Role(role)].relation == Relation.MEMBER]
    found = {ROLES[Role(role)].relation for team, role in mine if team == at}
    found |= {Relation.SCHOOL for team in inside if team == at}
    found |= {Relation.SCHOOL for org, kind in held if org == at and ROLES[kind].relation == Relation.SCHOOL}
    found |= {Relation.COACH for person, team, over in world.coaches if (person, team) == (who, at) and not over}
    leads = {org for org, kind in held if ROLES[kind].relation in (Relation.SCHOOL, Relation.NETWORK)}
    stands_in = set().union(*(line(org) for org in inside)) | leads
    ours = {net for net, org, over in world.joined if not over and org in stands_in}
    hub = {net for person, net, over in world.hubs if person == who and not over}
    beside = leads | {org for net, org, over in world.joined if not over and net in ours}
    as_hub = {org for net, org, over in world.joined if not over and net in hub}
    if beside & line(at) or (as_hub & line(at) and not set(world.closed) & line(at)):
        found.add(Relation.NETWORK)
    return frozenset(found | {Relation.OTHER})


@pytest.mark.ac("S3 R-87")
@pytest.mark.ac("S1 R-75")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(world=worlds)
def test_the_filter_lists_exactly_what_the_table_allows(db, world):
    from django.db import transaction

    with transaction.atomic():
        people, teams = build(world)
        for who, user in enumerate(people):
            expected = set()
            for at, rung in enumerate(world.rungs):
                stands = standing(world, who, at)
                if allowed(stands, Permission.VIEW, rung) and not masked(stands, rung):
                    expected.add(teams[at].pk)
            assert set(visible_to(user, Measure).values_list("owner_team", flat=True)) == expected
            assert set(visible_to(user, Series).values_list("measure__owner_team", flat=True)) == expected
            for team in teams:
                listed = visible_to(user, Measure, team=team).values_list("owner_team", flat=True)
                assert set(listed) == expected & {team.pk}
        assert Team.objects.count() == SCHOOLS
        transaction.set_rollback(True)
