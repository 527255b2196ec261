"""An adopted change is held: counts thin by choice, a slip is watched, and somebody looks after it (products N-17)."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.models import CountPace, Keeper
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.orgs.models import CalendarSpan
from aimwell.contexts.people.models import Membership
from aimwell.domain.calendar.periods import week_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.pdsa.thinning import Pace

WEEK = datetime.timedelta(weeks=1)
COST = 7
"""Two for where the reader stands; then cycles, places, steps, names, looks."""


def url(name: str, *args: Any) -> str:
    return reverse(f"conditions:{name}", args=args)


def today_of(page: Any, user: Any, team: Any) -> str:
    return " ".join(page(user, reverse("reports:today", args=[team.pk])).content.decode().split())


def view_of(user: Any, cycle: Cycle) -> Any:
    return queries.hold_view(user, Cycle.objects.get(pk=cycle.pk), "en")


@pytest.fixture
def measure(ana, inquiry):
    made = create_measure(by=ana, team=inquiry.owner_team, name="Reasons said", unit="percent", direction="up")
    return Measure.objects.get(pk=made.pk)


@pytest.fixture
def held(ana, finished, measure):
    """Adopted forty weeks ago; nothing counted yet."""
    cycle = finished(plan={"measure": measure}, result=13, decision="adopt").cycle
    Cycle.objects.filter(pk=cycle.pk).update(done_at=timezone.now() - 40 * WEEK)
    return Cycle.objects.get(pk=cycle.pk)


def count(by: Any, cycle: Cycle, weeks: Any, top: int = 15) -> None:
    monday = week_of(timezone.localdate(cycle.done_at))
    for week in weeks:
        put_value(by=by, measure=cycle.measure, on=monday + week * WEEK, numerator=top, denominator=20)


def place_of(user: Any, team: Any) -> Membership:
    return Membership.objects.get(team=team, user=user, ended=None)


def leave(user: Any, team: Any) -> None:
    Membership.objects.filter(team=team, user=user).update(ended=timezone.localdate())


@pytest.mark.ac("N-17")
def test_after_eight_settled_counts_a_thinner_pace_is_proposed_and_chosen_by_a_person(page, ana, held):
    count(ana, held, range(1, 8))
    assert view_of(ana, held).proposal is None
    count(ana, held, [8])
    view = view_of(ana, held)
    assert (view.counts, view.proposal, view.held.pace) == (8, Pace.EVERY_OTHER, Pace.EVERY_WEEK)
    shown = page(ana, url("hold", held.pk)).content.decode()
    assert "You could count every other school week now" in shown
    assert "Our rule: 8 settled counts" in shown
    assert not CountPace.objects.exists()
    page(ana, url("pace", held.pk), {"pace": "two_weeks", "words": "It holds in both rooms.", "after": "0"})
    row = CountPace.objects.get()
    assert (row.pace, row.since, row.words) == ("two_weeks", timezone.localdate(), "It holds in both rooms.")
    assert "every other school week" in view_of(ana, held).held.summary


@pytest.mark.ac("N-17")
def test_a_step_is_undone_and_comes_back(page, ana, held):
    row = services.choose_pace(by=ana, cycle=held, pace="two_weeks")
    services.choose_pace(by=ana, cycle=held, pace="four_weeks")
    last = CountPace.objects.last()
    page(ana, url("aside", "pace", last.pk), {})
    assert view_of(ana, held).held.row == row
    page(ana, url("restore", "pace", last.pk), {})
    assert view_of(ana, held).held.row == last


def test_two_people_do_not_choose_over_each_other(page, ana, devon, held):
    services.choose_pace(by=devon, cycle=held, pace="two_weeks")
    answer = page(ana, url("pace", held.pk), {"pace": "four_weeks", "words": "It is quiet.", "after": "0"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "since you opened this page" in shown
    assert "It is quiet." in shown
    assert CountPace.objects.get().pace == "two_weeks"
    again = services.choose_pace(by=ana, cycle=held, pace="two_weeks", after=0)
    assert again == CountPace.objects.get()


@pytest.mark.ac("N-17")
def test_a_slip_at_week_thirty_of_thinned_counts_proposes_every_week_again(page, ana, held):
    """Eight counts by the week, six every other week, then every fourth; from week 30 on it is 9 of 20."""
    count(ana, held, [*range(1, 9), *range(10, 21, 2), 24, 28])
    CountPace.objects.create(
        cycle=held, pace="four_weeks", since=timezone.localdate(held.done_at) + 20 * WEEK, created_by=ana
    )
    view = view_of(ana, held)
    assert (view.signal, view.proposal, view.counts) == (False, None, 2)
    count(ana, held, [32, 36], top=9)
    view = view_of(ana, held)
    assert (view.signal, view.proposal) == (True, Pace.EVERY_WEEK)
    shown = page(ana, url("hold", held.pk)).content.decode()
    assert "The watch shows a slip. Count every school week again" in shown
    assert "The numbers have slipped since then" in shown


def test_the_page_states_the_delay_at_every_pace(page, ana, held):
    count(ana, held, range(1, 9))
    choices = view_of(ana, held).choices
    counts = int(choices[0].sure.split()[0])
    assert [int(one.sure.split()[-3]) for one in choices] == [counts, 2 * counts, 4 * counts]
    assert "9 of 10 slips" in page(ana, url("hold", held.pk)).content.decode()


@pytest.mark.ac("N-17")
def test_today_asks_for_no_count_in_a_week_that_is_left_out(page, ana, held):
    team, today = held.owner_team, timezone.localdate()
    assert "This week we count" not in today_of(page, ana, team)
    row = services.choose_pace(by=ana, cycle=held, pace="two_weeks")
    assert "This week we count: Reasons said" in today_of(page, ana, team)
    CountPace.objects.filter(pk=row.pk).update(since=today - WEEK)
    assert "This week we count" not in today_of(page, ana, team)
    CountPace.objects.filter(pk=row.pk).update(since=today - 2 * WEEK)
    assert "This week we count" in today_of(page, ana, team)
    monday = week_of(today)
    CalendarSpan.objects.create(
        team=team, kind="no_school", starts_on=monday - WEEK, ends_on=monday - datetime.timedelta(days=1)
    )
    assert "This week we count" not in today_of(page, ana, team)


def test_a_week_that_is_counted_is_not_asked_for_again(ana, held):
    services.choose_pace(by=ana, cycle=held, pace="week")
    assert [row.cycle for row in queries.held_today(ana, held.owner_team, "en").to_count] == [held]
    put_value(by=ana, measure=held.measure, on=week_of(timezone.localdate()), numerator=15, denominator=20)
    assert not queries.held_today(ana, held.owner_team, "en").any


@pytest.mark.ac("N-17")
def test_when_whoever_looks_after_it_leaves_today_asks_who_does_now(page, ana, devon, held):
    team = held.owner_team
    services.name_keeper(by=devon, cycle=held, place=place_of(devon, team).pk)
    assert "What we hold" not in today_of(page, ana, team)
    leave(devon, team)
    shown = today_of(page, ana, team)
    assert "Who looks after “" in shown
    assert "has left the team" in shown
    assert "It held twice." in shown or "Why:" in shown
    kept = Keeper.objects.get()
    answer = page(ana, url("keeper", held.pk), {"place": str(place_of(ana, team).pk), "after": str(kept.pk)})
    assert answer.status_code == 302
    assert view_of(ana, held).held.keeper == place_of(ana, team)
    assert "What we hold" not in today_of(page, ana, team)


def test_without_a_name_it_is_whoever_drafted_the_cycle(ana, devon, held):
    team = held.owner_team
    assert view_of(devon, held).held.keeper == place_of(ana, team)
    leave(ana, team)
    (row,) = queries.held_today(devon, team, "en").nobody
    assert row.left is not None
    assert row.left.user == ana
    Membership.objects.create(team=team, user=ana, name=ana.name, role="member")
    assert queries.held_today(devon, team, "en").nobody == []


@pytest.mark.ac("N-17")
def test_somebody_who_is_named_is_asked_and_takes_it_on(page, ana, devon, held):
    team = held.owner_team
    row = services.name_keeper(by=ana, cycle=held, place=place_of(devon, team).pk)
    assert row.taken_on is None
    assert "Will you look after “" not in today_of(page, ana, team)
    assert "Will you look after “" in today_of(page, devon, team)
    with pytest.raises(NotAllowed):
        services.take_on(by=ana, keeper=row)
    page(devon, url("take_on", row.pk), {})
    assert Keeper.objects.get().taken_on == timezone.localdate()
    assert "Will you look after “" not in today_of(page, devon, team)
    page(devon, url("aside", "keeper", row.pk), {})
    assert view_of(ana, held).held.keeper == place_of(ana, team)


def test_only_somebody_of_the_team_is_named_and_nobody_over_another(page, ana, devon, readers, held):
    team = held.owner_team
    with pytest.raises(Refused, match="unknown_choice"):
        services.name_keeper(by=ana, cycle=held, place=10**6)
    services.name_keeper(by=devon, cycle=held, place=place_of(devon, team).pk)
    answer = page(ana, url("keeper", held.pk), {"place": str(place_of(ana, team).pk), "after": "0"})
    assert answer.status_code == 422
    assert "somebody since you opened this page" in answer.content.decode()
    assert Keeper.objects.get().looked_after_by == place_of(devon, team)


def test_others_see_nothing_of_it(page, readers, team, held):
    outside = readers["colleague"]
    assert page(outside, url("hold", held.pk)).status_code in (403, 404)
    assert queries.held_by_team(outside, team, "en") == []
    with pytest.raises(NotFound):
        queries.hold_view(outside, held, "en")


def test_what_was_let_go_or_never_adopted_is_not_held(page, ana, team, finished, held):
    other = finished(decision="abandon").cycle
    assert page(ana, url("hold", other.pk)).status_code == 404
    with pytest.raises(NotFound):
        services.choose_pace(by=ana, cycle=other, pace="week")
    day = queries.planned_days(held)[0]
    answer = {"still_used": "no", "decision": "drop", "words": "Nobody does it."}
    services.answer_look(by=ana, cycle=held, planned_on=day, **answer)
    assert queries.held_by_team(ana, team, "en") == []


def test_the_summary_names_what_why_how_often_and_the_last_look(ana, held):
    day = queries.planned_days(held)[0]
    services.answer_look(by=ana, cycle=held, planned_on=day, still_used="yes", decision="keep", words="Both rooms.")
    said = view_of(ana, held).held.summary
    for words in ("Adopted on", "Why:", "It is counted every school week: Reasons said.", "keep it as it is"):
        assert words in said
    assert "The next look is on" in said


def test_the_list_costs_the_same_for_many(ana, team, held, finished, django_assert_num_queries):
    with django_assert_num_queries(COST):
        assert len(queries.held_by_team(ana, team, "en")) == 1
    for _ in range(3):
        finished(decision="adopt")
    with django_assert_num_queries(COST):
        rows = queries.held_by_team(ana, team, "en")
        assert {row.keeper.user_id for row in rows if row.keeper} == {ana.pk}
        assert all(row.summary for row in rows)


def test_api_reads_chooses_names_and_takes_back(api, ana, devon, team, held):
    at = f"/adopted/{held.pk}"
    count(ana, held, range(1, 9))
    found = api(ana, "GET", f"{at}/hold").json()
    assert (found["pace"], found["proposed"], found["pace_row"]) == ("week", "two_weeks", None)
    made = api(ana, "POST", f"{at}/paces", {"pace": "two_weeks", "after": 0}).json()
    assert api(ana, "GET", f"/teams/{team.pk}/held-changes").json()["items"][0]["pace_row"] == made["id"]
    assert api(ana, "POST", f"{at}/paces", {"pace": "four_weeks", "after": 0}).status_code == 422
    api(ana, "POST", f"/count-paces/{made['id']}/set-aside", {})
    assert api(ana, "GET", f"{at}/hold").json()["pace"] == "week"
    named = api(ana, "POST", f"{at}/keepers", {"place": place_of(devon, team).pk}).json()
    assert named["taken_on"] is None
    assert api(ana, "POST", f"/keepers/{named['id']}/take-on").status_code == 403
    assert api(devon, "POST", f"/keepers/{named['id']}/take-on").json()["taken_on"]
