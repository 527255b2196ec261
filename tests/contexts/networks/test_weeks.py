"""When the schools of a network have room: counts, never names (S0 R-56)."""

import datetime

import pytest
import time_machine

from aimwell.contexts.networks.queries import find_look, weeks_of
from aimwell.contexts.orgs.models import OrgKind, SpanKind
from aimwell.contexts.orgs.services import add_span, create_network, create_org, join_network

TODAY = datetime.date(2027, 2, 9)
MONDAY = datetime.date(2027, 3, 1)
FRIDAY = datetime.date(2027, 3, 5)


@pytest.fixture(autouse=True)
def _tuesday():
    with time_machine.travel(datetime.datetime(2027, 2, 9, 15, 0, tzinfo=datetime.UTC), tick=True):
        yield


@pytest.fixture
def mark(net):
    """`mark("ABC", "high")`: the week of March 1 in the calendars of these districts."""

    def put(keys, kind, first=MONDAY, last=FRIDAY, **more):
        for key in keys:
            add_span(org=net.districts[key], team=None, kind=SpanKind(kind), starts_on=first, ends_on=last, **more)

    return put


@pytest.mark.ac("S0 R-56")
def test_the_hub_sees_where_the_weeks_of_all_schools_overlap(page, net, mark):
    mark("ABCDEF", "high", name="After the exams")
    mark("F", "testing", last=MONDAY)
    mark("G", "no_school")
    html = page(net.hub, f"/networks/{net.network.pk}/weeks/").content.decode()
    good = html.split("Good weeks to come together")[1].split("Week by week")[0]
    assert "Mar 1" in good
    assert "5 of 8 schools have more room" in good
    assert "1 has little room" in good
    assert "1 has no school" in good
    assert "7 of 8 schools have days in their calendar" in html
    assert "After the exams" not in html
    assert "District A" not in html


@pytest.mark.ac("S0 R-56")
def test_schools_below_a_member_count_and_inherit_its_days(net, mark, django_assert_num_queries):
    for name in ("North", "South"):
        school = create_org(kind=OrgKind.SCHOOL, name=name, parent=net.districts["A"])
        add_span(org=school, team=None, kind=SpanKind.HIGH, starts_on=MONDAY, ends_on=FRIDAY)
    mark("A", "testing", first=FRIDAY)
    mark("BC", "high")
    look = find_look(net.hub, net.network.pk)
    with django_assert_num_queries(2):
        found = weeks_of(look, MONDAY)
    first = found.weeks[0]
    assert (found.schools, found.marked) == (9, 4)
    assert (first.more, first.little) == (2, 2)


def test_days_of_a_team_and_days_taken_back_are_not_read(net, mark, make_effort):
    team = make_effort("A").team
    add_span(org=None, team=team, kind=SpanKind.LOW, starts_on=MONDAY, ends_on=FRIDAY, name="Our own reason")
    found = weeks_of(find_look(net.hub, net.network.pk), TODAY)
    assert found.marked == 0
    assert not found.best


def test_a_small_network_gets_no_counts(page, person):
    from aimwell.contexts.people.models import NetworkRole

    network, hub = create_network(name="Two"), person("Noor Small")
    NetworkRole.objects.create(network=network, user=hub)
    for name in ("East", "West"):
        org = create_org(kind=OrgKind.DISTRICT, name=name)
        join_network(network=network, org=org, since=TODAY)
        add_span(org=org, team=None, kind=SpanKind.HIGH, starts_on=MONDAY, ends_on=FRIDAY)
    html = page(hub, f"/networks/{network.pk}/weeks/").content.decode()
    assert "too few schools for counts" in html
    assert "Mar " not in html


def test_no_marks_teach_with_an_example_and_odd_days_mean_today(page, net, mark):
    address = f"/networks/{net.network.pk}/weeks/"
    assert "No school has marked its weeks yet" in page(net.hub, address).content.decode()
    mark("A", "high")
    for odd in ("soon", "2027-13-01", "1999-01-01", "9999-12-31"):
        assert "until June 25, 2027" in page(net.hub, f"{address}?from={odd}").content.decode()
    later = page(net.hub, f"{address}?from=2027-06-28").content.decode()
    assert "0 of 8 schools have days in their calendar" in later
    assert "In these weeks no school has marked more room." in later


def test_programs_get_the_same(api, net, mark):
    mark("ABC", "high")
    told = api(net.hub, "GET", f"/networks/{net.network.pk}/weeks?first=2027-03-03").json()
    assert (told["schools"], told["marked"], told["too_few"]) == (8, 3, False)
    assert told["best"] == [{"starts": "2027-03-01", "ends": "2027-03-05", "more": 3, "little": 0, "closed": 0}]
    assert len(told["weeks"]) == 20
