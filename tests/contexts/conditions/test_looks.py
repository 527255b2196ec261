"""Adopted changes are looked at again: when, by whom, with what answer; and slippage is told in words."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.models import LookAgain
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import set_aside
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.domain.errors import NotFound, NotReady, Refused
from aimwell.domain.pdsa.recheck import months_after

ANSWER = {"still_used": "yes", "decision": "keep", "words": "Both rooms still do it."}


def url(name: str, *args: Any) -> str:
    return reverse(f"conditions:{name}", args=args)


@pytest.fixture
def adopted(finished):
    return finished(result=13, decision="adopt").cycle


@pytest.fixture
def old(adopted):
    """Adopted a hundred days ago: the first look waits."""
    Cycle.objects.filter(pk=adopted.pk).update(done_at=timezone.now() - datetime.timedelta(days=100))
    return Cycle.objects.get(pk=adopted.pk)


def first_day(cycle: Cycle) -> datetime.date:
    return queries.planned_days(cycle)[0]


@pytest.mark.ac("S2 R-34")
def test_adopting_plans_a_look_after_three_and_twelve_months(ana, team, adopted):
    done = timezone.localdate(adopted.done_at)
    looks = queries.looks_of_team(ana, team, "en")
    assert [look.due_on for look in looks] == [months_after(done, 3), months_after(done, 12)]
    assert queries.due_looks(ana, team, "en") == []
    assert not LookAgain.objects.exists()


@pytest.mark.ac("S2 R-34")
def test_what_waits_is_shown_to_the_team_and_to_nobody_else(page, ana, team, old, readers):
    assert [look.cycle for look in queries.due_looks(ana, team, "en")] == [old]
    shown = page(ana, url("looks", team.pk)).content.decode()
    assert "Waiting for a look" in shown
    assert "overdue" not in shown.lower()
    assert "1 adopted change to look at again" in page(ana, reverse("cycles:list", args=[team.pk])).content.decode()
    assert queries.due_looks(readers["colleague"], team, "en") == []
    assert page(readers["colleague"], url("looks", team.pk)).status_code == 404


def test_keeping_it_is_an_answer_with_a_date(page, ana, team, old):
    day = first_day(old)
    assert page(ana, url("look", old.pk, day), {**ANSWER, "found": "17 of 24", "change": ""}).status_code == 302
    row = LookAgain.objects.get()
    assert (row.answered_on, row.decision, row.found) == (timezone.localdate(), "keep", "17 of 24")
    assert [look.answered for look in queries.looks_of_team(ana, team, "en")] == [True, False]
    assert "17 of 24" in page(ana, url("looks", team.pk)).content.decode()


@pytest.mark.ac("S2 R-34")
def test_adjusting_drafts_the_next_cycle_of_the_thread(page, ana, old):
    answer = {"still_used": "partly", "decision": "adjust", "words": "Room 14 lets it slip.", "change": "A timer"}
    there = page(ana, url("look", old.pk, first_day(old)), answer)
    drafted = Cycle.objects.get(predecessor=old)
    assert there.url == reverse("cycles:cycle", args=[drafted.pk])
    assert (drafted.try_what, drafted.why_follows, drafted.state) == ("A timer", "Room 14 lets it slip.", "draft")


def test_adjusting_asks_what_will_be_different_and_loses_nothing(page, ana, old):
    answer = {"still_used": "no", "decision": "adjust", "words": "It slipped.", "change": ""}
    again = page(ana, url("look", old.pk, first_day(old)), answer)
    assert again.status_code == 422
    assert "It slipped." in again.content.decode()
    with pytest.raises(NotReady):
        services.answer_look(by=ana, cycle=old, planned_on=first_day(old), **{**ANSWER, "words": " "})


def test_the_same_answer_twice_is_one_and_another_is_not_swallowed(ana, old):
    typed = {"by": ana, "cycle": old, "planned_on": first_day(old)}
    first = services.answer_look(**typed, **ANSWER)
    assert services.answer_look(**typed, **ANSWER) == first
    with pytest.raises(Refused, match="look_answered"):
        services.answer_look(**typed, **{**ANSWER, "decision": "drop"})


def test_letting_go_ends_the_looks(ana, team, old):
    services.answer_look(by=ana, cycle=old, planned_on=first_day(old), **{**ANSWER, "decision": "drop"})
    assert [look.answered for look in queries.looks_of_team(ana, team, "en")] == [True]


@pytest.mark.ac("S2 R-34")
def test_the_team_moves_or_drops_a_look_with_a_reason(page, ana, team, old):
    day, later = first_day(old), timezone.localdate() + datetime.timedelta(days=30)
    assert page(ana, url("move", old.pk, day), {"due_on": later.isoformat(), "reason": ""}).status_code == 422
    page(ana, url("move", old.pk, day), {"due_on": later.isoformat(), "reason": "Testing weeks"})
    assert queries.due_looks(ana, team, "en") == []
    page(ana, url("drop", old.pk, day), {"reason": "Room 12 closed"})
    assert [look.dropped for look in queries.looks_of_team(ana, team, "en")] == [True, False]
    page(ana, url("take_up", LookAgain.objects.get().pk), {})
    assert later in [look.due_on for look in queries.looks_of_team(ana, team, "en")]


def test_a_day_that_is_not_planned_is_not_there(page, ana, old):
    assert page(ana, url("look", old.pk, "2020-01-01")).status_code == 404
    assert page(ana, url("look", old.pk, "next-week")).status_code == 404
    with pytest.raises(NotFound):
        services.drop_look(by=ana, cycle=old, planned_on=datetime.date(2020, 1, 1), reason="x")


def test_practice_and_cycles_set_aside_are_not_looked_at(ana, team, finished, old):
    finished(plan={"practice": True}, decision="adopt")
    set_aside(by=ana, cycle=old)
    assert queries.looks_of_team(ana, team, "en") == []


def test_the_list_costs_the_same_for_many(page, ana, team, finished):
    def asked() -> int:
        with CaptureQueriesContext(connection) as made:
            page(ana, url("looks", team.pk))
        return len(made)

    finished(decision="adopt")
    asked()
    few = asked()
    for _ in range(5):
        finished(decision="adopt")
    assert asked() == few
    assert len(queries.looks_of_team(ana, team, "en")) == 12


def test_a_slip_at_week_thirty_is_told_in_words(page, ana, inquiry, finished):
    """The measure of the cycle holds 15 of 20 a week, and from week 30 on 12 of 20 (products N-17)."""
    team = inquiry.owner_team
    measure = create_measure(by=ana, team=team, name="Reasons said", unit="percent", direction="up")
    cycle = finished(plan={"measure": Measure.objects.get(pk=measure.pk)}, decision="adopt").cycle
    start = timezone.localdate() - datetime.timedelta(weeks=44)
    Cycle.objects.filter(pk=cycle.pk).update(done_at=timezone.now() - datetime.timedelta(weeks=44))
    cycle.refresh_from_db()
    for week in range(1, 44):
        day = start + datetime.timedelta(weeks=week)
        put_value(by=ana, measure=measure, on=day, numerator=15 if week < 30 else 12, denominator=20)
    shown = page(ana, url("look", cycle.pk, first_day(cycle))).content.decode()
    assert "The numbers have slipped since then" in shown
    assert "after about 4 counts" in shown


def test_api_answers_moves_and_drops(api, ana, team, old):
    day = first_day(old)
    at = f"/adopted/{old.pk}/looks-again/{day}"
    assert api(ana, "GET", f"/teams/{team.pk}/looks-again").json()[0]["planned_on"] == str(day)
    assert api(ana, "POST", f"{at}/drop", {"reason": "Closed"}).json()["dropped"] is True
    assert api(ana, "POST", f"{at}/restore").json()["dropped"] is False
    assert api(ana, "POST", f"{at}/answer", ANSWER).json()["decision"] == "keep"
    assert len(api(ana, "GET", f"/adopted/{old.pk}/looks-again").json()) == 2


def test_two_who_move_a_look_meet_on_the_merge_page(page, ana, devon, old):
    """Both opened the page while no row stood, so neither sends a version."""
    day, later = first_day(old), timezone.localdate() + datetime.timedelta(days=30)
    assert page(devon, url("move", old.pk, day), {"due_on": later, "reason": "Testing weeks"}).status_code == 302
    sent = {"due_on": later + datetime.timedelta(days=7), "reason": "A trip"}
    assert page(ana, url("move", old.pk, day), sent).status_code == 409
    assert LookAgain.objects.get().due_on == later


def test_a_day_that_somebody_dropped_stands_again_once_it_is_answered_or_moved(ana, team, old):
    day, later = first_day(old), timezone.localdate() + datetime.timedelta(days=30)
    services.drop_look(by=ana, cycle=old, planned_on=day, reason="Room 12 closed")
    row = LookAgain.objects.get()
    row = services.move_look(by=ana, cycle=old, planned_on=day, due_on=later, reason="Open", version=row.version)
    assert row.ended_at is None
    services.drop_look(by=ana, cycle=old, planned_on=day, reason="Closed again")
    row = services.answer_look(by=ana, cycle=old, planned_on=day, **ANSWER)
    assert (row.ended_at, row.ended_reason) == (None, "")
    look = queries.looks_of_team(ana, team, "en")[0]
    assert (look.answered, look.dropped) == (True, False)


def test_whoever_comes_second_keeps_what_was_typed(page, ana, devon, old):
    day = first_day(old)
    services.answer_look(by=devon, cycle=old, planned_on=day, **ANSWER)
    typed = "Room 14 stopped in May."
    for name, sent in (
        ("look", {**ANSWER, "decision": "drop", "words": typed}),
        ("move", {"due_on": "2027-03-01", "reason": typed}),
        ("drop", {"reason": typed}),
    ):
        answer = page(ana, url(name, old.pk, day), sent)
        shown = " ".join(answer.content.decode().split())
        assert (answer.status_code, typed in shown, "has looked at this already" in shown) == (422, True, True), name


def test_api_moves_only_what_nobody_moved_since(api, ana, old):
    at = f"/adopted/{old.pk}/looks-again/{first_day(old)}"
    moved = {"due_on": "2027-03-01", "reason": "Testing weeks"}
    assert api(ana, "PUT", at, moved).json()["due_on"] == "2027-03-01"
    assert api(ana, "PUT", at, {**moved, "due_on": "2027-04-01"}).status_code == 409
