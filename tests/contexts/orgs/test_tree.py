"""A district of 77 schools in three segments, networks across it, and what a move changes."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import NetworkOrg, Org, OrgKind
from aimwell.contexts.orgs.queries import ancestors, below, under_any
from aimwell.contexts.orgs.services import (
    create_network,
    create_org,
    create_team,
    join_network,
    leave_network,
    move_org,
)
from aimwell.contexts.people.models import Membership, NetworkRole, OrgRole, TeamRole
from aimwell.contexts.people.queries import relations, visible_to
from aimwell.domain.access import Relation, Rung
from aimwell.domain.errors import Refused

LONG_AGO = datetime.date(2026, 1, 5)
SCHOOLS = 77

pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return create_org(kind=OrgKind.DISTRICT, name="Marlow", since=LONG_AGO)


@pytest.fixture
def segments(district):
    names = ("North", "Middle", "South")
    return [create_org(kind=OrgKind.SEGMENT, name=name, parent=district, since=LONG_AGO) for name in names]


@pytest.fixture
def schools(segments):
    return [
        create_org(kind=OrgKind.SCHOOL, name=f"School {number:02}", parent=segments[number % 3], since=LONG_AGO)
        for number in range(SCHOOLS)
    ]


@pytest.fixture
def supervisors(person, segments):
    """One for each segment."""
    found = [person(f"Supervisor {segment.name}") for segment in segments]
    for user, segment in zip(found, segments, strict=True):
        OrgRole.objects.create(org=segment, user=user, kind="supervisor")
    return found


def opened(team, rung=Rung.NETWORK):
    return Measure.objects.create(owner_team=team, rung=int(rung), name=f"Of {team.name}")


def seen(user):
    return set(visible_to(user, Measure).values_list("name", flat=True))


@pytest.mark.ac("S1 R-1")
def test_a_district_of_77_schools_in_three_segments_loads(district, segments, schools):
    for name in ("Grade 3", "Grade 4", "Grade 5"):
        create_team(name=name, org=schools[0])
    assert Org.objects.filter(below(district.path)).count() == 1 + 3 + SCHOOLS
    assert [Org.objects.filter(below(one.path), kind="school").count() for one in segments] == [26, 26, 25]
    assert [team.name for team in schools[0].teams.all()] == ["Grade 3", "Grade 4", "Grade 5"]
    assert schools[0].placements.get().started == LONG_AGO


def test_below_and_under_any_name_the_same_rows(district, segments, schools):
    other = create_org(kind=OrgKind.DISTRICT, name="Other")
    for org in (district, segments[1], schools[5], other):
        assert set(Org.objects.filter(below(org.path))) == set(Org.objects.filter(under_any([org.path])))
    many = [segments[0].path, *(school.path for school in schools)]
    assert set(Org.objects.filter(under_any(many))) == {segments[0], *schools}
    assert not Org.objects.filter(under_any([])).exists()


@pytest.mark.ac("S1 R-1")
@pytest.mark.ac("S3 R-9")
def test_one_person_holds_different_roles_in_two_schools(person, schools):
    first, second, third = (create_team(name=f"Team {org.name}", org=org) for org in schools[:3])
    maya = person("Maya")
    OrgRole.objects.create(org=schools[0], user=maya, kind="principal")
    Membership.objects.create(team=second, user=maya, name="Maya", role=TeamRole.LEAD)
    assert relations(maya, first) == {Relation.SCHOOL, Relation.NETWORK, Relation.OTHER}
    assert relations(maya, second) == {Relation.MEMBER, Relation.SCHOOL, Relation.OTHER}
    assert relations(maya, third) == {Relation.OTHER}


@pytest.mark.ac("S1 R-1")
def test_a_school_that_moves_between_segments_is_seen_by_others_and_keeps_its_history(supervisors, segments, schools):
    team, today = create_team(name="Grade 3", org=schools[0]), timezone.localdate()
    opened(team)
    assert [seen(user) for user in supervisors] == [{"Of Grade 3"}, set(), set()]
    move_org(org=schools[0], parent=segments[2], on=today)
    assert [seen(user) for user in supervisors] == [set(), set(), {"Of Grade 3"}]
    rows = schools[0].placements.order_by("started", "pk").values_list("parent", "started", "ended")
    assert list(rows) == [(segments[0].pk, LONG_AGO, today), (segments[2].pk, today, None)]
    team.refresh_from_db()
    assert ancestors(team.org.path)[1] == segments[2].path


def test_all_below_moves_along(district, segments, schools):
    new = create_org(kind=OrgKind.DISTRICT, name="Clark", since=LONG_AGO)
    move_org(org=segments[0], parent=new, on=timezone.localdate())
    assert Org.objects.filter(below(new.path)).count() == 1 + 1 + 26
    assert Org.objects.filter(below(district.path)).count() == 1 + 2 + 51
    for org in Org.objects.filter(below(new.path)).exclude(parent=None).select_related("parent"):
        assert org.path.startswith(org.parent.path)


@pytest.mark.parametrize("target", ["itself", "below"])
def test_nothing_hangs_below_itself(target, segments, schools):
    with pytest.raises(Refused) as refusal:
        move_org(org=segments[0], parent=segments[0] if target == "itself" else schools[0], on=timezone.localdate())
    assert refusal.value.code == "org_below_itself"


@pytest.mark.parametrize(("days", "code"), [(1, "org_moves_later"), (-400, "org_moved_since")])
def test_a_move_has_a_day_that_fits(days, code, segments, schools):
    with time_machine.travel(datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)):
        day = timezone.localdate() + datetime.timedelta(days=days)
        with pytest.raises(Refused) as refusal:
            move_org(org=schools[0], parent=segments[1], on=day)
    assert refusal.value.code == code
    assert schools[0].placements.count() == 1


def test_a_move_to_where_it_is_changes_nothing(segments, schools):
    move_org(org=schools[0], parent=segments[0], on=LONG_AGO)
    assert schools[0].placements.count() == 1


# Networks


@pytest.fixture
def networks(person, district):
    """Two networks with the district in both; a hub person for each, and one who is in both hubs."""
    found = [create_network(name=name) for name in ("Readers", "Counters")]
    people = [person("Rhea"), person("Carl"), person("Both")]
    for network, user in zip(found, people, strict=False):
        join_network(network=network, org=district, since=LONG_AGO)
        for one in (user, people[2]):
            NetworkRole.objects.create(network=network, user=one)
    return found, people


@pytest.mark.ac("S3 R-1")
@pytest.mark.ac("S4 R-59")
def test_what_a_network_shows_is_never_of_another_one(networks, district):
    (readers, counters), (rhea, carl, both) = networks
    only = {}
    for name, network in (("Alder", readers), ("Birch", counters)):
        only[name] = create_org(kind=OrgKind.DISTRICT, name=name)
        join_network(network=network, org=only[name], since=LONG_AGO)
        opened(create_team(name=name, org=only[name]))
    opened(create_team(name="Marlow", org=district))
    assert seen(rhea) == {"Of Alder", "Of Marlow"}
    assert seen(carl) == {"Of Birch", "Of Marlow"}
    assert seen(both) == {"Of Alder", "Of Birch", "Of Marlow"}


def test_who_left_a_network_may_join_again(networks, district):
    (readers, _), (rhea, *_) = networks
    opened(create_team(name="Marlow", org=district))
    leave_network(network=readers, org=district)
    assert seen(rhea) == set()
    join_network(network=readers, org=district, since=timezone.localdate())
    assert seen(rhea) == {"Of Marlow"}
    rows = NetworkOrg.objects.filter(network=readers, org=district).order_by("pk").values_list("since", "until")
    assert list(rows) == [(LONG_AGO, timezone.localdate()), (timezone.localdate(), None)]
    join_network(network=readers, org=district, since=timezone.localdate())
    assert NetworkOrg.objects.filter(network=readers, org=district).count() == 2
