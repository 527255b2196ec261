"""Cycles rest while school does not run as planned, and go on together with what is different (S1 R-39)."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Pause
from aimwell.contexts.cycles.quick.services import pause_cycles
from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.contexts.meetings.windows import queries, services
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed

SNOW = "Snow days"


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


@pytest.fixture
def cycles(ana, team):
    """One in Do and one in Plan; both look in a week."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": day(7)}
    one, two = (draft_cycle(by=ana, inquiry=inquiry, try_what=text, **plan) for text in ("A minute", "Cards"))
    return start_do(by=ana, cycle=one), two


@pytest.fixture
def snow(ana, team, cycles):
    """Snow from today, with the open cycles at rest."""
    return services.log_disruption(by=ana, team=team, name=SNOW, starts_on=day(0), days=3, rest=True)


def url(name, *args):
    return reverse(f"windows:{name}", args=args)


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.ac("S1 R-39")
def test_open_cycles_rest_in_place_of_moving(page, ana, team, cycles):
    sent = {"name": SNOW, "starts_on": day(0).isoformat(), "days": "3"}
    assert "Let our open cycles rest meanwhile" in words(page(ana, url("disruption", team.pk), sent))
    page(ana, url("disruption", team.pk), {**sent, "rest": "on", "sure": "on"})
    for cycle in cycles:
        cycle.refresh_from_db()
        assert (cycle.paused_on, cycle.look_on) == (day(0), day(7))
    told = {(pause.reason, pause.expected_on) for pause in Pause.objects.all()}
    assert told == {(SNOW, day(3))}
    assert "It is over: 2 cycles go on" in words(page(ana, url("team", team.pk)))


@pytest.mark.ac("S1 R-39")
def test_when_it_is_over_all_go_on_in_one_step_with_what_changed(page, ana, team, cycles, snow):
    asked = words(page(ana, url("disruption_over", snow.pk)))
    assert "A minute" in asked
    assert "What is different now?" in asked
    answer = page(ana, url("disruption_over", snow.pk), {"what_changed": "Two students left"})
    assert answer.url == reverse("cycles:list", args=[team.pk])
    for cycle in cycles:
        cycle.refresh_from_db()
        assert cycle.paused_on is None
        assert events_of(cycle).filter(verb="resumed", reason="Two students left").count() == 1
    assert "It is over" not in words(page(ana, url("team", team.pk)))
    assert page(ana, url("disruption_over", snow.pk)).url == url("team", team.pk)


def test_taken_back_the_cycles_go_on_as_if_nothing_had_been_said(ana, cycles, snow):
    services.take_disruption_back(by=ana, disruption=snow)
    for cycle in cycles:
        cycle.refresh_from_db()
        assert (cycle.paused_on, cycle.look_on) == (None, day(7))
    assert not Pause.objects.filter(ended_at=None).exists()


def test_a_rest_that_somebody_began_before_is_not_ended_with_it(ana, team, cycles):
    pause_cycles(by=ana, cycles=[cycles[0]], reason="Ana is away")
    snow = services.log_disruption(by=ana, team=team, name=SNOW, starts_on=day(0), days=3, rest=True)
    assert [cycle.pk for cycle in services.end_disruption(by=ana, disruption=snow)] == [cycles[1].pk]
    cycles[0].refresh_from_db()
    assert cycles[0].paused_on == day(0)


def test_without_the_tick_nothing_rests(ana, team, cycles):
    snow = services.log_disruption(by=ana, team=team, name=SNOW, starts_on=day(0), days=3)
    assert queries.pauses_for(snow) == []
    assert not Pause.objects.exists()


def test_only_the_team_ends_it(page, stranger, snow):
    with pytest.raises(NotAllowed):
        services.end_disruption(by=stranger, disruption=snow)
    assert page(stranger, url("disruption_over", snow.pk)).status_code == 404
    assert len(queries.pauses_for(snow)) == 2


def test_the_list_asks_once_however_many_rest(ana, team, snow, django_assert_num_queries):
    queries.disruptions_of(ana, team)
    with django_assert_num_queries(2):
        assert [one.resting for one in queries.disruptions_of(ana, team)] == [2]


def test_programs_do_the_same(api, ana, team, cycles):
    asked = {"name": SNOW, "starts_on": day(0), "days": 2, "rest": True}
    made = api(ana, "POST", f"/teams/{team.pk}/disruptions", asked).json()
    told = api(ana, "POST", f"/disruptions/{made['id']}/over", {"what_changed": "A new room"}).json()
    assert {one["id"] for one in told} == {cycle.pk for cycle in cycles}
    assert Pause.objects.filter(what_changed="A new room").count() == 2
    assert Disruption.objects.get().ended_at is None
