"""Who works on what, counted from what is open to the reader (S3 R-18, R-19)."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.networks import queries, services
from aimwell.contexts.people.models import ClosedToOutside, OutsideRole
from aimwell.core import standing
from aimwell.domain.access import Rung


@pytest.fixture
def look(net):
    def read(user=None):
        standing.forget()
        return queries.coverage_view(queries.find_look(user or net.hub, net.network.pk), net.year)

    return read


def told(view):
    return queries.Told(view, "en")


def numbers(net, keys):
    by_key = {driver.pk: number for number, driver in net.drivers.items()}
    return [by_key[key] for key in keys]


@pytest.mark.ac("S3 R-18")
def test_the_page_says_six_of_seven_and_names_the_untouched_one(page, net, section11):
    html = page(net.hub, f"/networks/{net.network.pk}/").content.decode()
    assert "<h1>6 of 7 secondary drivers addressed</h1>" in html
    assert "Nobody works yet on “Seventh secondary driver, not named in the source”." in html
    assert "3 members, 10 local teams" in html
    assert "2 members, 2 district teams" in html


@pytest.mark.ac("S3 R-18")
def test_teams_and_cycles_of_each_driver_and_teams_without(net, section11, look, make_effort):
    first, second = section11["A"][0], section11["A"][1]
    _cycle(first, datetime.date(2017, 10, 2))
    _cycle(first, datetime.date(2018, 9, 3))  # after the year
    _cycle(second, datetime.date(2018, 1, 8), rung=Rung.TEAM)
    make_effort("H", 9)
    view = look()
    assert [(row.local, row.wide, row.cycles) for row in view.coverage.rows] == [
        (10, 0, 1), (2, 0, 0), (7, 0, 1), (2, 0, 0), (9, 1, 0), (0, 2, 0), (0, 0, 0),
    ]  # fmt: skip
    assert numbers(net, view.coverage.untouched) == [7]
    assert [team.name for team in queries.teams_without(view)] == ["Team H9"]


def _cycle(effort, day, rung=Rung.NETWORK):
    at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    number = Cycle.objects.filter(inquiry=effort.inquiry).count() + 1
    return Cycle.objects.create(
        owner_team=effort.team, inquiry=effort.inquiry, number=number, state="doing", locked_at=at, try_what="A minute",
        rung=rung,
    )  # fmt: skip


def test_members_without_a_team_are_shown(page, net, make_effort, place, look):
    place(make_effort("A"), 1)
    assert len(look().coverage.quiet) == 7
    html = page(net.hub, f"/networks/{net.network.pk}/").content.decode()
    assert all(f"District {key}" in html for key in "ABCDEFGH")


@pytest.mark.ac("S3 R-19")
def test_the_talk_cluster_is_a_c_and_f_and_retention_stands_on_its_own(page, net, section11, look):
    view = look()
    names = {org.pk: org.name[-1] for org in view.look.members}
    clusters = {numbers(net, [one.driver])[0]: [names[key] for key in one.places] for one in view.foci.clusters}
    assert clusters == {1: ["A", "C", "F"], 5: ["B", "D", "E"]}
    assert [names[one.place] for one in view.foci.alone] == ["G", "H"]
    html = page(net.hub, f"/networks/{net.network.pk}/").content.decode()
    assert "A cluster around “Student academic discourse”: District A, District C and District F." in html
    assert "On its own: District G. It works on “Professional communities”, as does District D." in html
    assert "“finding and keeping teachers”" in html
    assert "misaligned" not in html


def test_work_open_without_a_name_counts_and_names_nobody(page, net, make_effort, place, look):
    hidden = make_effort("B", rung=Rung.NETWORK_UNNAMED)
    place(hidden, 5, serves="Secret words")
    view = look()
    row = view.coverage.rows[4]
    assert (row.local, row.unnamed, row.places) == (1, 1, ())
    assert [(one.team, one.member) for one in view.placed] == [(None, None)]
    html = page(net.hub, f"/networks/{net.network.pk}/").content.decode()
    assert "1 local team (1 without its name)" in html
    assert "Secret words" not in html
    assert FOCUS_B not in html
    assert [one.team for one in look(hidden.user).placed] == [hidden.team]  # its own members read the name


FOCUS_B = "students name what confuses them"


def test_what_is_not_open_is_not_counted(net, make_effort, place, look):
    place(make_effort("B", rung=Rung.TEAM), 5)
    place(make_effort("C", rung=Rung.COACH), 5)
    assert look().coverage.addressed == ()


def test_who_keeps_hubs_out_is_not_counted_for_the_hub(net, make_effort, place, look):
    place(make_effort("B"), 5)
    other = make_effort("C")
    ClosedToOutside.objects.create(org=net.districts["B"], role=OutsideRole.HUB)
    assert look().coverage.addressed == ()
    assert numbers(net, look(other.user).coverage.addressed) == [5]  # another member of the network reads it


def test_who_has_left_the_network_is_not_counted(net, make_effort, place, look):
    from aimwell.contexts.orgs.services import leave_network

    place(make_effort("B", rung=Rung.PUBLIC), 5)
    leave_network(network=net.network, org=net.districts["B"])
    assert look().coverage.addressed == ()


def test_a_driver_set_aside_leaves_its_teams_outside(net, make_effort, place, look):
    effort = make_effort("B")
    place(effort, 5)
    services.put_aside(by=net.hub, thing=net.drivers[5])
    view = look()
    assert (len(view.secondary), [one.team for one in view.outside]) == (6, [effort.team])
    services.bring_back(by=net.hub, thing=net.drivers[5])
    assert numbers(net, look().coverage.addressed) == [5]


def test_an_early_year_is_read_as_it_was(page, net, section11):
    services.start_year(
        by=net.hub, network=net.network, name="2018-19", starts=datetime.date(2018, 8, 1),
        ends=datetime.date(2019, 6, 30),
    )  # fmt: skip
    assert b"0 of 7 secondary drivers addressed" in page(net.hub, f"/networks/{net.network.pk}/").content
    html = page(net.hub, f"/networks/{net.network.pk}/?year={net.year.pk}").content
    assert b"6 of 7 secondary drivers addressed" in html


def test_an_empty_network_says_what_to_write_first(page, person):
    from aimwell.contexts.orgs.services import create_network
    from aimwell.contexts.people.models import NetworkRole

    network, hub = create_network(name="New"), person("Hub Person")
    NetworkRole.objects.create(network=network, user=hub)
    assert page(hub, "/networks/")["Location"] == f"/networks/{network.pk}/"
    html = page(hub, f"/networks/{network.pk}/").content.decode()
    assert "No drivers yet" in html
    assert "Write the drivers" in html


def test_the_page_costs_the_same_with_more_teams(page, net, make_effort, place, django_assert_num_queries):
    place(make_effort("A"), 1)
    make_effort("C", 9)
    where = f"/networks/{net.network.pk}/"
    page(net.hub, where)
    with CaptureQueriesContext(connection) as few:
        assert page(net.hub, where).status_code == 200
    for number in range(2, 7):
        place(make_effort("A", number), 1, 3)
        place(make_effort("B", number, rung=Rung.NETWORK_UNNAMED), 5)
        make_effort("C", number)
    with django_assert_num_queries(len(few)):
        html = page(net.hub, where).content.decode()
    assert len(few) == QUERIES
    assert "2 local teams" not in html
    assert "Team C6" in html


QUERIES = 20


def test_lists_are_cut_into_pages(page, net, make_effort):
    from aimwell.contexts.orgs.services import create_team

    school = make_effort("A").team.org
    for number in range(45):
        create_team(name=f"Quiet {number:02}", org=school)
    html = page(net.hub, f"/networks/{net.network.pk}/?year={net.year.pk}").content.decode()
    assert ("Quiet 39" in html, "Quiet 44" in html) == (True, False)
    html = page(net.hub, f"/networks/{net.network.pk}/?year={net.year.pk}&page=2").content.decode()
    assert ("Quiet 39" in html, "Quiet 44" in html) == (False, True)
