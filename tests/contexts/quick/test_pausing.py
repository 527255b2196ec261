"""Rest and go on."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, Pause
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.cycles.quick import services
from aimwell.contexts.measures.models import Annotation
from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.people.services import share
from aimwell.contexts.reports.queries.team import team_view
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def url(name, *args):
    return reverse(f"quick:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def rest(ana, *cycles, reason="snow days", **more):
    return services.pause_cycles(by=ana, cycles=cycles, reason=reason, **more)


def rested(pause, days):
    """As if it had begun so many days ago."""
    Pause.objects.filter(pk=pause.pk).update(began_on=day(-days))
    Cycle.objects.filter(pk=pause.cycle_id).update(paused_on=day(-days))


@pytest.mark.ac("S1 R-39")
@pytest.mark.ac("S3 R-37")
def test_all_open_cycles_rest_at_once_and_nothing_is_due(page, ana, team, doing, draft):
    due, other = doing(look_on=day(-3)), draft(try_what="Another")
    assert "look_due" not in vars(due)
    assert cycle_view(ana, due.pk).look_due
    shown = words(page(ana, url("rest", team.pk)))
    assert shown.count(" checked") == 2
    sent = {"cycle": [due.pk, other.pk], "reason": "snow days", "expected_on": day(4).isoformat()}
    answer = page(ana, url("rest", team.pk), sent)
    assert answer["Location"] == url("rest", team.pk)
    assert [pause.reason for pause in Pause.objects.all()] == ["snow days"] * 2
    assert not cycle_view(ana, due.pk).look_due
    today = team_view(ana, team, lang="en")
    assert [step for step in today.steps if step.cycle] == []
    assert today.open_cycle is None
    told = words(page(ana, reverse("cycles:cycle", args=[due.pk])))
    assert "Resting since" in told
    assert "overdue" not in told.lower()


@pytest.mark.ac("S1 R-39")
def test_the_chart_of_its_measure_shows_the_rest_without_its_reason(ana, team, doing):
    measure = create_measure(by=ana, team=team, name="Reasons")
    [pause] = rest(ana, doing(measure=measure), expected_on=day(5))
    bar = Annotation.objects.get(kind="event")
    assert (bar.measure, bar.label, bar.starts_on, bar.ends_on) == (measure, "Cycle 1 rests", day(0), day(5))
    services.resume_cycle(by=ana, cycle=pause.cycle)
    bar.refresh_from_db()
    assert bar.ends_on == day(0)


@pytest.mark.ac("S1 R-39")
@pytest.mark.ac("S3 R-37")
def test_going_on_asks_what_changed_moves_the_look_and_says_what_was_next(page, ana, team, doing):
    cycle = doing(look_on=day(6), count_what="reasons in one lesson")
    [pause] = rest(ana, cycle)
    rested(pause, 4)
    shown = words(page(ana, url("go_on", cycle.pk)))
    assert "What is different now?" in shown
    assert "Next: go on counting. It was about: reasons in one lesson" in shown
    assert f'value="{day(10).isoformat()}"' in shown
    page(ana, url("go_on", cycle.pk), {"what_changed": "Two new students", "look_on": day(11).isoformat()})
    cycle.refresh_from_db()
    pause.refresh_from_db()
    assert (cycle.paused_on, cycle.look_on) == (None, day(11))
    assert (pause.resumed_on, pause.what_changed) == (day(0), "Two new students")
    page(ana, url("take_back_resume", cycle.pk), {})
    cycle.refresh_from_db()
    pause.refresh_from_db()
    assert (cycle.paused_on, cycle.look_on, pause.resumed_on) == (day(-4), day(6), None)


def test_a_pause_is_taken_back_in_one_press(page, ana, team, doing):
    measure = create_measure(by=ana, team=team, name="Reasons")
    pauses = rest(ana, doing(measure=measure), doing(try_what="Another"))
    keys = "-".join(str(pause.pk) for pause in pauses)
    page(ana, url("take_back_pauses", team.pk) + f"?pauses={keys}", {})
    assert not Cycle.objects.exclude(paused_on=None).exists()
    assert not Pause.objects.filter(ended_at=None).exists()
    assert not Annotation.objects.filter(kind="event", ended_at=None).exists()


def test_all_go_on_together(page, ana, team, doing):
    pauses = rest(ana, doing(look_on=day(2)), doing(try_what="Another", look_on=day(8)))
    for pause in pauses:
        rested(pause, 3)
    page(ana, url("all_go_on", team.pk), {"what_changed": "Half the class is new"})
    assert list(Cycle.objects.order_by("number").values_list("look_on", flat=True)) == [day(5), day(11)]
    assert set(Pause.objects.values_list("what_changed", flat=True)) == {"Half the class is new"}


def test_what_a_rest_asks_for(page, ana, stranger, team, doing, finished):
    cycle = doing()
    for asked, code in (({"reason": " "}, "why_rest_needed"), ({"expected_on": day(0)}, "go_on_day_passed")):
        with pytest.raises(Refused) as refused:
            rest(ana, cycle, **asked)
        assert refused.value.code == code
    with pytest.raises(Refused, match="choose_cycles"):
        rest(ana)
    with pytest.raises(Refused, match="wrong_state"):
        rest(ana, finished(decision="adopt").cycle)
    with pytest.raises(NotAllowed):
        services.pause_cycles(by=stranger, cycles=[cycle], reason="snow")
    assert page(ana, url("rest", team.pk), {"cycle": [cycle.pk], "reason": ""}).status_code == 422
    assert page(ana, url("rest", team.pk), {"reason": "snow"}).status_code == 422
    assert not Pause.objects.exists()


def test_twice_the_same_changes_nothing_more(ana, doing):
    cycle = doing()
    rest(ana, cycle)
    assert rest(ana, cycle) == []
    services.resume_cycle(by=ana, cycle=cycle)
    told = Event.objects.count()
    services.resume_cycle(by=ana, cycle=cycle)
    assert Event.objects.count() == told


def test_the_reason_stays_with_the_team(page, api, ana, stranger, doing):
    cycle = doing()
    rest(ana, cycle, reason="Somebody is ill")
    share(by=ana, obj=cycle, rung=Rung.PUBLIC)
    shown = words(page(stranger, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Resting since" in shown
    assert "Somebody is ill" not in shown
    told = api(stranger, "GET", f"/cycles/{cycle.pk}").json()
    assert (told["paused_on"], told["practice"], told["origin"]) == (day(0).isoformat(), False, "")
    assert api(stranger, "GET", f"/cycles/{cycle.pk}/pauses").status_code == 404


def test_the_page_of_rests_stays_flat(page, ana, team, doing, django_assert_num_queries):
    rest(ana, doing())
    doing(try_what="Second")
    page(ana, url("rest", team.pk))
    with CaptureQueriesContext(connection) as few:
        page(ana, url("rest", team.pk))
    rest(ana, doing(try_what="a"), doing(try_what="b"))
    doing(try_what="c")
    with django_assert_num_queries(len(few)):
        page(ana, url("rest", team.pk))


def test_what_was_not_chosen_stays_so_and_practice_needs_no_rest(page, ana, team, doing):
    doing()
    services.begin_practice(by=ana, team=team)
    asked = page(ana, url("rest", team.pk), {"reason": "snow"})
    assert asked.status_code == 422
    assert " checked" not in words(asked)
    shown = words(page(ana, url("rest", team.pk)))
    assert shown.count(" checked") == 1
    assert "paper plane" not in shown
