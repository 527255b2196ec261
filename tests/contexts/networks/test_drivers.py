"""Drivers by year: another year leaves the links of the first as they were (S3 R-17)."""

import datetime
import uuid

import pytest

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.models import Alignment, NetworkDriver, NetworkYear
from aimwell.domain.errors import NotAllowed, NotFound, Refused

NEXT = {"name": "2018-19", "starts": datetime.date(2018, 8, 1), "ends": datetime.date(2019, 6, 30)}


@pytest.fixture
def second(net):
    return services.start_year(by=net.hub, network=net.network, **NEXT)


@pytest.mark.ac("S3 R-17")
def test_a_second_year_leaves_the_links_of_the_first(net, make_effort, place):
    effort = make_effort("A")
    place(effort, 1, 3)
    second = services.start_year(by=net.hub, network=net.network, **NEXT)
    talk = second.drivers.get(follows=net.drivers[1])
    services.change_driver(by=net.hub, driver=talk, version=1, name="Talk, written and spoken", parent=None)
    services.put_aside(by=net.hub, thing=second.drivers.get(follows=net.drivers[3]))
    services.add_driver(by=net.hub, year=second, name="Families")
    assert net.year.drivers.first().name == "Student academic discourse"
    assert net.year.drivers.filter(ended_at=None).count() == 7
    assert second.drivers.filter(ended_at=None).count() == 7
    old = Alignment.objects.get()
    assert {one.pk for one in old.drivers.all()} == {net.drivers[1].pk, net.drivers[3].pk}
    place(effort, year=second, drivers=[talk])
    assert {one.pk for one in old.drivers.all()} == {net.drivers[1].pk, net.drivers[3].pk}
    look = queries.find_look(net.hub, net.network.pk)
    first, now = (queries.coverage_view(look, year).coverage.addressed for year in (net.year, second))
    assert (first, now) == ((net.drivers[1].pk, net.drivers[3].pk), (talk.pk,))


def test_seven_drivers_with_one_that_has_no_name_yet(net):
    assert [driver.number for driver in net.year.drivers.all()] == [1, 2, 3, 4, 5, 6, 7]
    assert net.drivers[7].name == "Seventh secondary driver, not named in the source"


def test_primary_and_secondary_drivers_come_over_together(net):
    primary = services.add_driver(by=net.hub, year=net.year, name="Classrooms", kind="primary")
    services.change_driver(by=net.hub, driver=net.drivers[1], version=1, name="Talk", parent=primary)
    second = services.start_year(by=net.hub, network=net.network, **NEXT)
    new = second.drivers.get(kind="primary")
    assert (new.follows, new.number) == (primary, 1)
    assert second.drivers.get(name="Talk").parent == new


def test_a_driver_stands_under_a_primary_driver_of_its_year(net, second):
    other = services.add_driver(by=net.hub, year=second, name="Classrooms", kind="primary")
    for parent in (other, net.drivers[2]):
        with pytest.raises(Refused, match="network_driver_parent"):
            services.change_driver(by=net.hub, driver=net.drivers[1], version=1, name="Talk", parent=parent)
    assert NetworkDriver.objects.get(pk=net.drivers[1].pk).version == 1


def test_a_driver_keeps_its_place_under_one_that_was_set_aside(net):
    top = services.add_driver(by=net.hub, year=net.year, name="Classrooms", kind="primary")
    services.change_driver(by=net.hub, driver=net.drivers[1], version=1, name="Talk", parent=top)
    services.put_aside(by=net.hub, thing=top)
    driver = NetworkDriver.objects.get(pk=net.drivers[1].pk)
    changed = services.change_driver(by=net.hub, driver=driver, version=2, name="Talk in pairs", parent=driver.parent)
    assert (changed.name, changed.parent_id) == ("Talk in pairs", top.pk)
    assert queries.driver_tree(net.year).groups == []
    assert len(queries.driver_tree(net.year).loose) == 7


def test_a_year_sent_again_with_another_day_leads_to_the_one_that_was_made(page, net):
    where, key = f"/networks/{net.network.pk}/years/", str(uuid.uuid4())
    sent = {"name": "2018-19", "starts": "2018-08-01", "ends": "2019-06-30", "key": key}
    first = page(net.hub, where, sent)
    assert page(net.hub, where, {**sent, "starts": "2018-08-02"})["Location"] == first["Location"]
    assert NetworkYear.objects.get(name="2018-19").starts == datetime.date(2018, 8, 1)


def test_a_year_needs_days_in_order_and_starts_once(net):
    with pytest.raises(Refused, match="network_year_days"):
        services.start_year(by=net.hub, network=net.network, **{**NEXT, "ends": NEXT["starts"]})
    with pytest.raises(Refused, match="network_year_there"):
        services.start_year(by=net.hub, network=net.network, **{**NEXT, "starts": net.year.starts})
    key = uuid.uuid4()
    made = services.start_year(by=net.hub, network=net.network, key=key, **NEXT)
    assert services.start_year(by=net.hub, network=net.network, key=key, **NEXT) == made
    assert NetworkYear.objects.count() == 2


def test_only_the_hub_writes_drivers(net, make_effort):
    user = make_effort("A").user
    with pytest.raises(NotAllowed):
        services.start_year(by=user, network=net.network, **NEXT)
    with pytest.raises(NotAllowed):
        services.add_driver(by=user, year=net.year, name="Mine")
    with pytest.raises(NotAllowed):
        services.change_driver(by=user, driver=net.drivers[1], version=1, name="Mine", parent=None)
    assert (NetworkYear.objects.count(), NetworkDriver.objects.count()) == (1, 7)


def test_drivers_are_written_and_read_on_the_page(page, net, make_effort):
    where = f"/networks/{net.network.pk}/drivers/"
    assert page(net.hub, where, {"name": "Classrooms", "kind": "primary"}).status_code == 302
    primary = NetworkDriver.objects.get(name="Classrooms")
    sent = {"name": "Talk", "parent": str(primary.pk), "version": "1"}
    assert page(net.hub, f"{where}{net.drivers[1].pk}/", sent).status_code == 302
    next_year = {"name": "2018-19", "starts": "2018-08-01", "ends": "2019-06-30"}
    answer = page(net.hub, f"/networks/{net.network.pk}/years/", next_year)
    second = NetworkYear.objects.get(name="2018-19")
    assert answer["Location"] == f"{where}?year={second.pk}&saved=drivers#drivers"
    html = page(net.hub, answer["Location"]).content.decode()
    assert "Classrooms" in html
    new = second.drivers.get(name="Talk")
    assert "2017-18: Talk" in page(net.hub, f"{where}{new.pk}/").content.decode()
    read = page(make_effort("A").user, where)
    assert (read.status_code, b"Add a driver" in read.content) == (200, False)


def test_a_year_of_another_network_is_not_there(page, net):
    from aimwell.contexts.orgs.services import create_network
    from aimwell.contexts.people.models import NetworkRole

    other = create_network(name="Other")
    NetworkRole.objects.create(network=other, user=net.hub)
    look = queries.find_look(net.hub, other.pk)
    with pytest.raises(NotFound):
        queries.year_of(look, net.year.pk)
    assert page(net.hub, f"/networks/{other.pk}/drivers/{net.drivers[1].pk}/").status_code == 404


def test_the_year_that_runs_is_shown(net, second):
    assert queries.current_year([net.year, second]) == second  # both are over: the last that began
    assert queries.current_year([]) is None
    later = services.start_year(
        by=net.hub, network=net.network, name="Far", starts=datetime.date(2140, 1, 1), ends=datetime.date(2140, 9, 1)
    )
    assert queries.current_year([net.year, second, later]) == second
    assert queries.current_year([later]) == later
