"""Which meaning of equity holds where and when, and who may say it."""

import datetime
import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.orgs.services import create_network, create_team, join_network
from aimwell.contexts.people.equity.models import EquityDefinition, WithoutDefinition
from aimwell.contexts.people.equity.queries import at_work, meaning_look, meaning_of
from aimwell.contexts.people.equity.services import define_equity, go_on_without, inherit_equity
from aimwell.contexts.people.models import NetworkRole
from aimwell.core.history.models import Event
from aimwell.demo.clock import as_if
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

SEP, JAN, MAR = datetime.date(2026, 9, 1), datetime.date(2027, 1, 10), datetime.date(2027, 3, 1)


def on(day):
    return as_if(timezone.make_aware(datetime.datetime.combine(day, datetime.time(15, 30))))


def say(by, place, text, version=0, **more):
    return define_equity(by=by, place=place, version=version, text=text, **more)


@pytest.mark.ac("S4 R-1")
def test_a_team_inherits_the_nearest_text_or_replaces_it(places):
    with on(SEP):
        say(places.noor, places.network, "All of the network")
        assert meaning_of(places.team).origin == "Bayline"
        say(places.grace, places.county, "All of the county")
        say(places.imani, places.district, "All of the district")
    with on(JAN):
        assert (meaning_of(places.team).text, meaning_of(places.school).text) == ("All of the district",) * 2
        say(places.nell, places.team, "Each fifth grader gives a reason each week")
    with on(MAR):
        found = meaning_of(places.team)
        assert (found.text, found.own) == ("Each fifth grader gives a reason each week", True)
        assert meaning_of(places.team, SEP).text == "All of the district"
        assert meaning_of(places.team, datetime.date(2026, 8, 31)) is None
        assert meaning_of(places.county).text == "All of the county"


def test_two_networks_of_one_name_do_not_hide_each_other(places, person):
    twin, hub = create_network(name="Bayline", aim=""), person("Bo Hub")
    join_network(network=twin, org=places.district, since=timezone.localdate())
    NetworkRole.objects.create(network=twin, user=hub)
    with on(SEP):
        say(places.noor, places.network, "First network")
        say(hub, twin, "Second network")
        assert meaning_of(places.team).text == "First network"
        inherit_equity(by=places.noor, place=places.network, version=1)
        assert meaning_of(places.team).text == "Second network"


@pytest.mark.ac("S4 R-1")
def test_a_new_text_is_version_two_and_older_work_shows_what_held_when_it_began(places):
    with on(SEP):
        first = say(places.imani, places.district, "First text")
    with on(JAN):
        second = say(places.imani, places.district, "Second text", version=1, reason="Families asked for it")
        found = at_work(places.team, SEP)
    assert (first.number, second.number, second.starts_on, second.reason) == (1, 2, JAN, "Families asked for it")
    assert (found.now.text, found.then.text, found.then_none) == ("Second text", "First text", False)
    with on(MAR):
        assert at_work(places.team, JAN).then is None
        assert at_work(places.team, datetime.date(2026, 8, 1)).then_none


def test_the_place_above_speaks_again(places):
    with on(SEP):
        say(places.imani, places.district, "District")
        say(places.nell, places.team, "Team")
    with on(JAN):
        inherit_equity(by=places.nell, place=places.team, version=1)
        assert meaning_of(places.team).text == "District"
        assert inherit_equity(by=places.nell, place=places.team, version=2).number == 2
        assert not meaning_look(places.team).may_inherit
    assert [one.text for one in meaning_look(places.team).versions] == ["", "Team"]


@pytest.mark.ac("S4 R-2")
def test_a_text_without_examples_stands_as_not_complete(places):
    say(places.nell, places.team, "Team", equity="Word cards before the talk")
    assert meaning_of(places.team).missing == ("equality", "justice")


def test_two_people_never_overwrite_each_other(places):
    say(places.nell, places.team, "First")
    say(places.nell, places.team, "Second", version=1)
    with pytest.raises(StaleEdit) as stale:
        say(places.nell, places.team, "Third", version=1)
    assert (stale.value.mine, stale.value.theirs, stale.value.data["version"]) == (
        {"text": "Third"},
        {"text": "Second"},
        2,
    )
    assert EquityDefinition.objects.count() == 2


def test_the_same_words_or_the_same_key_again_change_nothing(places):
    key = uuid.uuid4()
    made = {say(places.nell, places.team, "First", key=key).pk for _ in range(2)}
    assert made == {say(places.nell, places.team, " First ", version=0).pk}
    assert (EquityDefinition.objects.count(), Event.objects.filter(target_type="equity.equitydefinition").count()) == (
        1,
        1,
    )
    with pytest.raises(Refused) as refused:
        say(places.imani, places.district, "Other", key=key)
    assert refused.value.code == "key_used"


def test_an_empty_text_is_asked_for(places):
    with pytest.raises(Refused) as refused:
        say(places.nell, places.team, "  ")
    assert refused.value.code == "meaning_empty"
    assert not EquityDefinition.objects.exists()


def test_who_may_say_it(places, person):
    stranger = person("Sam Stranger")
    for by, place in (
        (stranger, places.team), (places.imani, places.team), (places.nell, places.school),
        (places.imani, places.county), (places.noor, places.district), (places.imani, places.network),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            say(by, place, "x")
        with pytest.raises(NotAllowed):
            inherit_equity(by=by, place=place, version=0)
    assert not EquityDefinition.objects.exists()
    assert say(places.grace, places.school, "x").org == places.school


@pytest.mark.ac("S4 R-1")
def test_a_team_may_go_on_without_for_a_reason(places, person):
    with pytest.raises(Refused):
        go_on_without(by=places.nell, team=places.team, reason=" ")
    with pytest.raises(NotAllowed):
        go_on_without(by=person("Sam"), team=places.team, reason="x")
    go_on_without(by=places.nell, team=places.team, reason="We write it in spring")
    go_on_without(by=places.nell, team=places.team, reason="We write it in spring")
    assert WithoutDefinition.objects.count() == 1
    assert at_work(places.team, SEP).without == "We write it in spring"
    say(places.imani, places.district, "District")
    assert at_work(places.team, SEP).without == ""


def test_a_team_without_an_organization_has_its_own(ana):
    from aimwell.contexts.people.models import Membership

    team = create_team(name="Room 3")
    Membership.objects.create(team=team, user=ana, name="Ana", role="lead")
    assert meaning_of(team) is None
    assert say(ana, team, "Ours").team == team


def test_what_holds_costs_the_same_however_much_was_said(places, django_assert_num_queries):
    for number in range(4):
        say(places.nell, places.team, f"Text {number}", version=number)
    with django_assert_num_queries(1):
        at_work(places.team, SEP)
