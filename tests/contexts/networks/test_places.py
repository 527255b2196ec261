"""The team's own answer: how its work serves the aim, by which drivers, or why it stands outside (S3 R-15)."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.models import Alignment
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


@pytest.fixture
def effort(make_effort):
    return make_effort("G")


@pytest.mark.ac("S3 R-15")
def test_work_outside_the_drivers_is_kept_with_its_reason_and_shows_in_coverage(page, net, effort, place):
    place(effort, reason="Teachers who stay are what our schools lack most.", serves="Nobody learns from a substitute.")
    kept = Alignment.objects.get()
    assert (kept.stance, kept.serves) == ("outside", "Nobody learns from a substitute.")
    html = page(net.hub, f"/networks/{net.network.pk}/?year={net.year.pk}").content.decode()
    shown = html.split("Outside the current drivers")[1]
    assert "Team G1" in shown
    assert "Teachers who stay are what our schools lack most." in shown


@pytest.mark.ac("S3 R-15")
def test_the_same_work_may_belong_to_a_driver(net, effort, place):
    place(effort, serves="Nobody learns from a substitute.")
    place(effort, 6, serves="Nobody learns from a substitute.", version=1)
    view = queries.coverage_view(queries.find_look(net.hub, net.network.pk), net.year)
    assert view.coverage.addressed == (net.drivers[6].pk,)
    assert view.outside == []


def test_the_form_keeps_the_answer(page, net, effort):
    where = f"/i/{effort.inquiry.pk}/network/"
    sent = {
        "stance": "drivers", "toward": "both", "serves": "It keeps adults learning.", "reason": "", "version": "0",
        f"driver_{net.drivers[6].pk}": "on", f"driver_{net.drivers[5].pk}": "on",
    }  # fmt: skip
    answer = page(effort.user, f"{where}{net.year.pk}/", sent)
    assert answer["Location"] == f"{where}?saved=year-{net.year.pk}#year-{net.year.pk}"
    kept = Alignment.objects.get()
    assert (kept.toward, kept.serves, kept.version) == ("both", "It keeps adults learning.", 1)
    assert sorted(one.number for one in kept.drivers.all()) == [5, 6]
    html = page(effort.user, where).content.decode()
    assert "Beliefs about math; Professional communities" in html


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"stance": "drivers"}, "Choose at least one driver"),
        ({"stance": "outside"}, "Say in one line what it works on"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(page, net, effort, sent, told):
    sent = {**sent, "toward": "outcome", "serves": "My words", "version": "0"}
    answer = page(effort.user, f"/i/{effort.inquiry.pk}/network/{net.year.pk}/", sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html
    assert "My words" in html
    assert Alignment.objects.count() == 0


def test_to_rather_not_say_is_an_answer(page, net, effort, place):
    place(effort, stance="declined", reason="")
    view = queries.coverage_view(queries.find_look(net.hub, net.network.pk), net.year)
    assert (view.coverage.addressed, view.outside, list(queries.teams_without(view))) == ((), [], [])


def test_two_people_do_not_overwrite_each_other(page, net, effort, place):
    place(effort, 6, serves="First")
    place(effort, 6, serves="Second", version=1)
    with pytest.raises(StaleEdit):
        place(effort, 6, serves="Third", version=1)
    with pytest.raises(Refused, match="network_place_moved"):
        place(effort, 5, serves="Second", version=1)
    kept = Alignment.objects.get()
    assert (kept.serves, [one.number for one in kept.drivers.all()]) == ("Second", [6])
    sent = {"stance": "drivers", "toward": "outcome", "serves": "Mine", "version": "1"}
    sent |= {f"driver_{net.drivers[5].pk}": "on"}
    answer = page(effort.user, f"/i/{effort.inquiry.pk}/network/{net.year.pk}/", sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else chose other drivers" in html
    assert "Mine" in html
    assert 'name="version" value="2"' in html


def test_other_drivers_count_as_a_change_in_the_history(net, effort, place):
    place(effort, 6)
    place(effort, 5, 6, version=1)
    assert Alignment.objects.get().version == 2
    changes = Event.objects.filter(target_type="networks.alignment", verb="changed").order_by("number")
    assert [(one.before, one.after) for one in changes] == [
        ({"drivers": []}, {"drivers": [net.drivers[6].pk]}),
        ({"drivers": [net.drivers[6].pk]}, {"drivers": [net.drivers[5].pk, net.drivers[6].pk]}),
    ]


def test_only_the_team_answers(net, effort, make_effort, speaker):
    for who in (net.hub, speaker("G"), make_effort("A").user):
        with pytest.raises(NotAllowed):
            services.place_inquiry(by=who, inquiry=effort.inquiry, year=net.year, drivers=[net.drivers[1]])
    assert Alignment.objects.count() == 0


def test_drivers_of_another_year_or_network_do_not_fit(net, effort, ana, team):
    from aimwell.contexts.theory.services import start_inquiry

    second = services.start_year(
        by=net.hub, network=net.network, name="2018-19", starts=datetime.date(2018, 8, 1),
        ends=datetime.date(2019, 6, 30),
    )  # fmt: skip
    with pytest.raises(Refused, match="network_driver_elsewhere"):
        services.place_inquiry(by=effort.user, inquiry=effort.inquiry, year=second, drivers=[net.drivers[1]])
    lonely = start_inquiry(by=ana, team=team)
    with pytest.raises(Refused, match="network_team_elsewhere"):
        services.place_inquiry(by=ana, inquiry=lonely, year=net.year, drivers=[net.drivers[1]])
    assert Alignment.objects.count() == 0


def test_a_team_in_two_networks_answers_each(page, net, effort, place):
    from aimwell.contexts.orgs.services import create_network, join_network
    from aimwell.contexts.people.models import NetworkRole

    other = create_network(name="Staying", aim="Teachers stay")
    NetworkRole.objects.create(network=other, user=net.hub)
    join_network(network=other, org=net.districts["G"], since=net.year.starts)
    year = services.start_year(
        by=net.hub, network=other, name="One", starts=net.year.starts, ends=net.year.ends
    )  # fmt: skip
    talk = services.add_driver(by=net.hub, year=year, name="A talk in January")
    place(effort, 6)
    place(effort, year=year, drivers=[talk])
    assert [(one.network.name, len(one.chosen)) for one in queries.places_of(effort.inquiry)] == [
        ("Bayline", 1), ("Staying", 1),
    ]  # fmt: skip
    html = page(effort.user, f"/i/{effort.inquiry.pk}/network/").content.decode()
    assert "A talk in January" in html
    assert "Teachers stay" in html


def test_the_new_year_marks_what_was_chosen_before(page, net, effort, place):
    place(effort, 6)
    today = timezone.localdate()
    year = services.start_year(
        by=net.hub, network=net.network, name="Now", starts=today, ends=today + datetime.timedelta(days=300)
    )
    view = queries.places_of(effort.inquiry)[0]
    assert (view.year, view.place) == (year, None)
    assert [driver.follows for driver in view.drivers if driver.pk in view.chosen] == [net.drivers[6]]
    html = page(effort.user, f"/i/{effort.inquiry.pk}/network/").content.decode()
    assert "The drivers you chose in 2017-18 are marked" in html


def test_a_team_without_a_network_reads_what_this_is_for(page, ana, team):
    from aimwell.contexts.theory.services import start_inquiry

    inquiry = start_inquiry(by=ana, team=team)
    html = page(ana, f"/i/{inquiry.pk}/network/").content.decode()
    assert "No network asks yet" in html
    assert page(ana, f"/i/{inquiry.pk}/problem/").content.decode().count(f"/i/{inquiry.pk}/network/") == 1


def test_the_page_of_the_team_costs_the_same_with_more_networks(page, net, effort, place, django_assert_num_queries):
    place(effort, 6)
    page(effort.user, f"/i/{effort.inquiry.pk}/network/")
    with django_assert_num_queries(6):
        found = queries.places_of(effort.inquiry)
        assert [len(one.drivers) for one in found] == [7]
        assert sorted(found[0].chosen) == [net.drivers[6].pk]


def test_the_history_of_an_answer_names_its_drivers(page, net, effort, place):
    from django.urls import reverse

    place(effort, 6)
    kept = Alignment.objects.get()
    assert kept.get_absolute_url() == f"/i/{effort.inquiry.pk}/network/"
    html = page(effort.user, reverse("reports:timeline", args=["networks.alignment", kept.pk])).content.decode()
    assert "Professional communities" in html
