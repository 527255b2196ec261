"""Planned counts beside those that came in: a table of people and days, for the team's own eyes."""

import datetime
import uuid

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.models import CountPlan
from aimwell.contexts.cycles.collecting.queries import plan_view
from aimwell.contexts.orgs.models import CalendarSpan
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit
from contexts.collecting.conftest import FIRST, LAST, WHO

SENT = {
    "people": "Room 12\nRoom 14\n", "first": "2026-01-12", "last": "2026-01-15", "weekdays": ["0", "1", "2", "3"],
}  # fmt: skip


def url(name, *args):
    return reverse(f"collecting:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S1 R-29")
def test_one_form_makes_the_plan_and_the_table_shows_what_is_missing(page, ana, cycle, counts):
    sent = {**SENT, "key": str(uuid.uuid4())}
    assert page(ana, url("plan", cycle.pk), sent).status_code == 302
    assert page(ana, url("plan", cycle.pk), sent).status_code == 302
    assert CountPlan.objects.count() == 2
    counts("Room 12", 12, 16, 24)
    counts("room 14", 12, None, text="Fire drill")
    shown = words(page(ana, url("plan", cycle.pk)))
    assert "1 of 8 planned counts came in" in shown
    assert "Jan 12 did not come in: Fire drill" in shown
    assert "Not in yet: Jan 13, Jan 14, Jan 15." in shown
    assert shown.count('only-read">not in yet') == 6


@pytest.mark.ac("S1 R-29")
def test_study_says_how_many_of_the_planned_counts_came_in_for_each_person(page, ana, cycle, plans, counts):
    counts("Room 12", 12, 16, 24)
    counts("Room 12", 13, 17, 24)
    counts("Room 14", 12, None, text="Fire drill")
    page(ana, reverse("cycles:begin_study", args=[cycle.pk]), {})
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "2 of 8 planned counts came in. Room 12: 2 of 4; Room 14: 0 of 4." in shown
    cycle.refresh_from_db()
    assert cycle.planned_counts == 8


def test_days_without_school_are_left_out_of_every_place_above(ana, team, cycle):
    for place, day in (({"org": team.org}, 13), ({"team": team}, 14)):
        if place.get("org", team):
            on = datetime.date(2026, 1, day)
            CalendarSpan.objects.create(kind="no_school", starts_on=on, ends_on=on, **place)
    (plan,) = services.plan_counts(by=ana, cycle=cycle, people=["T7"], first=FIRST, last=LAST, weekdays=range(5))
    left = [12, 15] if team.org else [12, 13, 15]
    assert [day.day for day in plan.dates] == left


def test_a_row_is_changed_taken_off_and_brought_back(page, ana, cycle, plans):
    plan = plans[0]
    sent = {"who": "Room 12", "kept": ["2026-01-12", "2026-01-13"], "more": "2026-01-20", "version": 1}
    assert page(ana, url("change", plan.pk), sent).status_code == 302
    plan.refresh_from_db()
    cycle.refresh_from_db()
    assert ([day.day for day in plan.dates], cycle.planned_counts) == ([12, 13, 20], 7)
    page(ana, url("aside", "plan", plan.pk), {})
    cycle.refresh_from_db()
    assert ([row.plan.who for row in plan_view(cycle, "en").rows], cycle.planned_counts) == (["Room 14"], 4)
    page(ana, url("restore", "plan", plan.pk), {})
    assert [row.plan.who for row in plan_view(cycle, "en").rows] == WHO


def test_a_row_without_days_is_asked_about_and_loses_nothing(page, ana, plans):
    answer = page(ana, url("change", plans[0].pk), {"who": "Room 15", "version": 1})
    assert answer.status_code == 422
    assert "Room 15" in words(answer)
    plans[0].refresh_from_db()
    assert plans[0].who == "Room 12"


def test_a_plan_that_does_not_fit_says_so_beside_what_was_typed(page, ana, cycle, plans):
    for changes, said in (({"last": "2026-01-01"}, "The last day is before"), ({}, "is in the plan already")):
        answer = page(ana, url("plan", cycle.pk), {**SENT, **changes})
        assert (answer.status_code, said in words(answer), "Room 14" in words(answer)) == (422, True, True)
    assert CountPlan.objects.count() == 2


def test_one_room_has_one_row_also_when_it_comes_back(ana, cycle, plans):
    services.set_aside(by=ana, thing=plans[0])
    services.plan_counts(by=ana, cycle=cycle, people=["room  12"], first=FIRST, last=FIRST, weekdays=range(5))
    with pytest.raises(Refused):
        services.restore(by=ana, thing=plans[0])
    with pytest.raises(Refused):
        services.change_plan(by=ana, plan=plans[1], version=1, who="ROOM 12", days=plans[1].dates)


def test_two_people_do_not_write_over_each_other(page, ana, devon, plans):
    services.change_plan(by=devon, plan=plans[0], version=1, who="Room 12", days=[FIRST])
    with pytest.raises(StaleEdit):
        services.change_plan(by=ana, plan=plans[0], version=1, who="Room 12", days=[LAST])
    merge = page(
        ana, url("change", plans[0].pk), {"who": "Room 12", "kept": ["2026-01-12"], "more": "2026-01-20", "version": 1}
    )
    assert merge.status_code == 409
    chosen = {"who": "Room 12", "days": "2026-01-12, 2026-01-20", "version": 2}
    assert page(ana, url("change", plans[0].pk), chosen).status_code == 302
    plans[0].refresh_from_db()
    assert [day.day for day in plans[0].dates] == [12, 20]


def test_a_count_and_a_missed_one_go_in_from_the_table(page, ana, cycle, plans):
    page(ana, url("came", cycle.pk), {"place": "Room 12", "happened_on": "2026-01-12", "count": "16", "out_of": "24"})
    page(ana, url("came", cycle.pk), {"place": "Room 14", "happened_on": "2026-01-12", "text": "A substitute"})
    assert [(row.row.received, len(row.row.missed)) for row in plan_view(cycle, "en").rows] == [(1, 0), (0, 1)]
    wrong = page(
        ana, url("came", cycle.pk), {"place": "Room 12", "happened_on": "2026-01-13", "count": "30", "out_of": "24"}
    )
    assert (wrong.status_code, cycle.entries.count()) == (422, 2)


def test_an_empty_page_teaches_with_an_example(page, ana, cycle):
    assert "Room 12: 12 of 12. Room 14: 10 of 12; fire drill, a substitute." in words(page(ana, url("plan", cycle.pk)))


def test_a_finished_cycle_keeps_its_plan(ana, cycle, plans):
    cycles.begin_study(by=ana, cycle=cycle)
    cycles.finish(
        by=ana, cycle=cycle, version=None, not_collected_because="Snow", learned="We learned.", decision="abandon",
        decision_object="idea", decision_reason="Snow",
    )  # fmt: skip
    with pytest.raises(Refused):
        services.plan_counts(by=ana, cycle=cycle, people=["T7"], first=FIRST, last=LAST, weekdays=range(5))
    with pytest.raises(Refused):
        services.set_aside(by=ana, thing=plans[0])


def test_rooms_are_for_the_team(page, readers, stranger, cycle, plans, near):
    near()
    for reader in (readers["principal"], stranger):
        assert page(reader, url("plan", cycle.pk)).status_code == 404
    assert "Room 14" not in words(page(readers["principal"], reverse("cycles:cycle", args=[cycle.pk])))
    with pytest.raises(NotAllowed):
        services.plan_counts(by=stranger, cycle=cycle, people=["T7"], first=FIRST, last=LAST, weekdays=range(5))


@pytest.mark.parametrize("many", [1, 9])
def test_the_page_costs_the_same_however_much_is_stored(page, ana, cycle, counts, django_assert_num_queries, many):
    people = [f"Room {n}" for n in range(many)]
    services.plan_counts(by=ana, cycle=cycle, people=people, first=FIRST, last=LAST, weekdays=range(5))
    for room in people:
        counts(room, 12, 5, 20)
    page(ana, url("plan", cycle.pk))
    with django_assert_num_queries(6):
        page(ana, url("plan", cycle.pk))


def test_the_plan_in_the_api(api, ana, stranger, cycle, counts):
    body = {"people": WHO, "first": FIRST, "last": LAST, "weekdays": [0, 1, 2, 3]}
    made = api(ana, "POST", f"/cycles/{cycle.pk}/planned-counts", body).json()
    assert [(one["who"], len(one["days"])) for one in made] == [("Room 12", 4), ("Room 14", 4)]
    counts("Room 12", 12, 16, 24)
    told = api(ana, "GET", f"/cycles/{cycle.pk}/planned-counts").json()
    assert (told["received"], told["planned"], told["rows"][0]["days"][0]["state"]) == (1, 8, "in")
    changed = api(ana, "PATCH", f"/count-plans/{made[1]['id']}", {"version": 1, "days": ["2026-01-13"]}).json()
    assert (changed["who"], changed["days"]) == ("Room 14", ["2026-01-13"])
    assert api(stranger, "GET", f"/cycles/{cycle.pk}/planned-counts").status_code == 404


def test_a_day_that_somebody_else_took_off_leads_to_the_merge_page(page, ana, devon, plans):
    services.change_plan(by=devon, plan=plans[0], version=1, who="Room 12", days=[FIRST])
    sent = {"who": "Room 12", "kept": ["2026-01-12", "2026-01-15"], "more": "", "version": 1}
    assert page(ana, url("change", plans[0].pk), sent).status_code == 409
    answer = page(ana, url("change", plans[0].pk), {**sent, "kept": ["some day"]})
    assert (answer.status_code, "Write a day, such as 2027-01-12." in words(answer)) == (422, True)


def test_a_name_too_long_for_a_row_is_asked_about(page, ana, cycle):
    answer = page(ana, url("plan", cycle.pk), {**SENT, "people": "Room 12, " * 12})
    assert (answer.status_code, "Write each one on its own line." in words(answer)) == (422, True)
    assert CountPlan.objects.count() == 0


def test_a_count_that_does_not_fit_leaves_the_plan_form_as_it_was(page, ana, cycle, plans):
    answer = words(page(ana, url("came", cycle.pk), {"place": "Room 12", "happened_on": "2026-01-12"}))
    assert "Write what happened, or how many." in answer
    days = [box.split(">")[0] for box in answer.split("<input") if 'name="weekdays"' in box]
    assert [day.rsplit(" ", 1)[-1] for day in days] == ["checked"] * 5


def test_the_merge_page_of_a_name_carries_all_planned_days(page, ana, devon, plans):
    services.change_plan(by=devon, plan=plans[0], version=1, who="Room 12 b", days=plans[0].dates)
    kept = [day.isoformat() for day in plans[0].dates]
    merge = page(ana, url("change", plans[0].pk), {"who": "Room 15", "kept": kept, "more": "", "version": 1})
    assert merge.status_code == 409
    assert f'name="days" value="{", ".join(kept)}"' in words(merge)
