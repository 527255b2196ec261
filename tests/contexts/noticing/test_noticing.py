"""The problem log and the goals set from outside."""

import datetime
import uuid

import pytest
from django.urls import reverse

from aimwell.contexts.people import services as people
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.noticing.models import MandatedGoal, Noticed, Sighting
from aimwell.contexts.theory.noticing.queries import goals_of, log_of
from aimwell.contexts.theory.noticing.services import (
    add_goal,
    change_noticed,
    match_goal,
    notice,
    restore,
    see_again,
    set_aside,
    take_up,
)
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

D1, D2 = datetime.date(2026, 9, 14), datetime.date(2026, 11, 2)


def url(name, *args):
    return reverse(f"noticing:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def clock(ana, team):
    noticed = notice(by=ana, team=team, text="Half the class looks at the clock", seen_on=D1)
    see_again(by=ana, noticed=noticed, seen_on=D2, what="11 of 24 at ten past two")
    return noticed


@pytest.mark.ac("S0 R-41")
def test_one_line_is_enough_and_twice_the_same_key_makes_one(page, ana, team):
    sent = {"text": "Two groups had no calculator", "key": str(uuid.uuid4())}
    page(ana, url("log", team.pk), sent)
    page(ana, url("log", team.pk), sent)
    assert (Noticed.objects.count(), Sighting.objects.count()) == (1, 1)


@pytest.mark.ac("S0 R-41")
def test_the_log_begins_with_what_came_back_most(page, ana, team, clock):
    notice(by=ana, team=team, text="Seen once", seen_on=D2)
    proved = notice(by=ana, team=team, text="Seen once, with a count", seen_on=D1, what="9 minutes")
    log = log_of(ana, team)
    assert [row.noticed.text for row in log.open] == [clock.text, proved.text, "Seen once"]
    assert (log.open[0].times, len(log.open[0].evidence)) == (2, 1)
    shown = words(page(ana, url("log", team.pk)))
    assert shown.index("seen 2 times") < shown.index("Seen once, with a count")


@pytest.mark.ac("S0 R-41")
def test_taking_up_types_nothing_twice(page, ana, team, clock):
    there = page(ana, url("take_up", clock.pk), {})
    inquiry = Inquiry.objects.get()
    assert there.url == reverse("theory:problem", args=[inquiry.pk])
    assert inquiry.problem == "Half the class looks at the clock"
    assert inquiry.how_known == "In our problem log 2 times, from September 14, 2026 to November 2, 2026."
    fact = inquiry.evidence.get()
    assert (fact.text, fact.source) == ("11 of 24 at ten past two", "our problem log, November 2, 2026")
    assert take_up(by=ana, noticed=clock) == inquiry
    log = log_of(ana, team)
    assert (log.open, [row.noticed for row in log.taken_up]) == ((), [clock])


def test_setting_aside_needs_a_reason_and_can_come_back(page, ana, team, clock):
    assert page(ana, url("aside", "noticed", clock.pk), {"reason": ""}).status_code == 422
    with pytest.raises(Refused):
        set_aside(by=ana, thing=clock)
    page(ana, url("aside", "noticed", clock.pk), {"reason": "The clock moved"})
    assert [row.noticed.ended_reason for row in log_of(ana, team).aside] == ["The clock moved"]
    page(ana, url("restore", "noticed", clock.pk), {})
    assert [row.noticed for row in log_of(ana, team).open] == [clock]


def test_a_wrong_date_is_taken_off(ana, team, clock):
    first = clock.sightings.first()
    set_aside(by=ana, thing=first)
    assert log_of(ana, team).open[0].times == 1
    restore(by=ana, thing=first)
    assert log_of(ana, team).open[0].times == 2


def test_an_empty_log_teaches_with_an_example(page, ana, team):
    assert "Half the class looks at the clock when we share answers." in words(page(ana, url("log", team.pk)))


def test_two_people_do_not_write_over_each_other(ana, devon, clock):
    change_noticed(by=devon, noticed=clock, version=1, text="Most look at the clock")
    with pytest.raises(StaleEdit):
        change_noticed(by=ana, noticed=clock, version=1, text="They look away")
    clock.refresh_from_db()
    assert clock.text == "Most look at the clock"


def test_the_log_is_for_the_team(page, stranger, team, clock):
    assert page(stranger, url("log", team.pk)).status_code == 404
    for act in (
        lambda: notice(by=stranger, team=team, text="x"),
        lambda: see_again(by=stranger, noticed=clock),
        lambda: take_up(by=stranger, noticed=clock),
        lambda: add_goal(by=stranger, team=team, text="x", set_by="y"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert (Noticed.objects.count(), Sighting.objects.count(), Inquiry.objects.count()) == (1, 2, 0)
    assert MandatedGoal.objects.count() == 0


@pytest.mark.ac("S0 R-38")
def test_goals_are_matched_and_what_is_unmatched_stands_on_both_sides(page, ana, team):
    ours, other = (start_inquiry(by=ana, team=team, problem=text) for text in ("Few give a reason", "Absences"))
    math = add_goal(by=ana, team=team, text="Math scores rise", set_by="The district", due_on=D2)
    nights = add_goal(by=ana, team=team, text="Two family nights", set_by="The state grant")
    page(ana, url("match", math.pk), {"inquiries": [ours.pk]})
    found = goals_of(ana, team)
    assert (found.unmatched, found.own) == ((nights,), (other,))
    shown = words(page(ana, url("goals", team.pk)))
    assert "None of our problems serves it yet." in shown
    assert "Nobody outside asked for these. That is fine." in shown
    match_goal(by=ana, goal=math, inquiries=[])
    assert goals_of(ana, team).unmatched == (math, nights)


def test_a_match_outlasts_setting_the_inquiry_aside(page, ana, team):
    ours, other = (start_inquiry(by=ana, team=team, problem=text) for text in ("Few give a reason", "Absences"))
    goal = add_goal(by=ana, team=team, text="Math scores rise", set_by="The district")
    match_goal(by=ana, goal=goal, inquiries=[ours])
    people.set_aside(by=ana, obj=ours)
    page(ana, url("match", goal.pk), {"inquiries": [other.pk]})
    assert list(goal.inquiries.order_by("pk")) == [ours, other]
    page(ana, url("match", goal.pk), {})
    assert list(goal.inquiries.all()) == [ours]


@pytest.mark.ac("S0 R-38")
def test_goals_go_out_as_a_table(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="=Few give a reason")
    goal = add_goal(by=ana, team=team, text="Math scores rise", set_by="The district", due_on=D2)
    match_goal(by=ana, goal=goal, inquiries=[inquiry])
    add_goal(by=ana, team=team, text="Two family nights", set_by="The state grant")
    rows = b"".join(page(ana, url("goals_csv", team.pk)).streaming_content).decode().splitlines()
    assert rows[1:] == [
        "Math scores rise,The district,2026-11-02,'=Few give a reason",
        "Two family nights,The state grant,,no problem of ours yet",
    ]


def test_a_goal_is_never_matched_with_another_team(ana, team, person):
    from integration.readers import make_team

    sam = person("Sam Other")
    theirs = start_inquiry(by=sam, team=make_team(sam), problem="Theirs")
    goal = add_goal(by=ana, team=team, text="Math scores rise", set_by="The district")
    with pytest.raises(NotFound):
        match_goal(by=ana, goal=goal, inquiries=[theirs])
    assert goal.inquiries.count() == 0


@pytest.mark.parametrize("many", [1, 8])
def test_both_pages_cost_the_same_however_much_is_stored(page, ana, team, django_assert_num_queries, many):
    page(ana, url("log", team.pk))
    for number in range(many):
        noticed = notice(by=ana, team=team, text=f"Line {number}", what="9 minutes")
        take_up(by=ana, noticed=noticed)
        notice(by=ana, team=team, text=f"Open {number}")
        goal = add_goal(by=ana, team=team, text=f"Goal {number}", set_by="The district")
        match_goal(by=ana, goal=goal, inquiries=Inquiry.objects.all())
    with django_assert_num_queries(7):  # and the effort whose sheets can be printed
        page(ana, url("log", team.pk))
    with django_assert_num_queries(7):
        page(ana, url("goals", team.pk))


def test_the_log_in_the_api(api, ana, team, stranger, clock):
    made = api(ana, "POST", f"/teams/{team.pk}/noticed", {"text": "Exit slips without a name"}).json()
    assert (made["text"], len(made["sightings"])) == ("Exit slips without a name", 1)
    listed = api(ana, "GET", f"/teams/{team.pk}/noticed").json()["items"]
    assert [(one["id"], len(one["sightings"])) for one in listed] == [(clock.pk, 2), (made["id"], 1)]
    taken = api(ana, "POST", f"/noticed/{clock.pk}/take-up").json()
    assert taken["problem"] == "Half the class looks at the clock"
    assert api(stranger, "GET", f"/teams/{team.pk}/noticed").status_code == 404
