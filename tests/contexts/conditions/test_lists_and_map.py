"""The team's list, the conditions of a cycle, and the map of a thread: what members see and what others do not."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.models import Condition, RanUnder
from aimwell.contexts.cycles.queries import ramp
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit


def url(name: str, *args: Any) -> str:
    return reverse(f"conditions:{name}", args=args)


def said(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def listed(ana, team):
    """`listed("Room 12", "room")`: a value on the list of Ana's team."""

    def make(text: str, kind: str = "room") -> Condition:
        return services.add_condition(by=ana, team=team, text=text, kind=kind)

    return make


@pytest.fixture
def thread(ana, finished, listed):
    """Two linked cycles in Room 12: below, then held. The third is drafted for Room 14."""
    first = finished(result=8, decision="adapt")
    second = first.successor
    return first.cycle, second


def test_a_value_is_on_the_list_once_however_it_is_spelled(ana, team, listed):
    room = listed("Room 12")
    assert listed("  room 12 ") == room
    assert [row.text for row in queries.conditions_of(ana, team)] == ["Room 12"]
    services.set_aside(by=ana, thing=room)
    assert listed("ROOM 12").pk == room.pk
    assert Condition.objects.get().ended_at is None


def test_the_page_adds_changes_takes_off_and_brings_back(page, ana, team):
    page(ana, url("list", team.pk), {"text": "Before lunch", "kind": "time", "own_kind": ""})
    row = Condition.objects.get()
    page(ana, url("change", row.pk), {"text": "Before noon", "kind": "time", "version": row.version})
    assert "Before noon" in said(page(ana, url("list", team.pk)))
    page(ana, url("aside", "condition", row.pk), {})
    assert "Before noon" not in said(page(ana, url("list", team.pk))).split("can come back")[-1]
    page(ana, url("restore", "condition", row.pk), {})
    assert "Before noon" in said(page(ana, url("list", team.pk)))


def test_two_people_do_not_overwrite_each_other_and_names_stay_apart(ana, listed):
    room, other = listed("Room 12"), listed("Room 14")
    services.change_condition(by=ana, condition=room, version=room.version, text="Room 12 a", kind="room")
    with pytest.raises(StaleEdit):
        services.change_condition(by=ana, condition=room, version=room.version, text="Room 12 b", kind="room")
    with pytest.raises(Refused, match="condition_known"):
        services.change_condition(by=ana, condition=other, version=other.version, text="room 12 A", kind="room")


def test_a_cycle_says_under_which_conditions_it_runs(page, ana, draft, listed):
    cycle, lunch = draft(), listed("Before lunch", "time")
    page(ana, url("cycle", cycle.pk), {"text": "Room 12", "kind": "room"})
    page(ana, url("cycle", cycle.pk), {"condition": lunch.pk})
    page(ana, url("cycle", cycle.pk), {"condition": lunch.pk})
    assert [run.text for run in queries.runs_of(ana, cycle)] == ["Before lunch", "Room 12"]
    shown = said(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Before lunch, Room 12" in shown
    form = said(page(ana, url("cycle", cycle.pk)))
    assert '<datalist id="known-conditions">' in form
    assert 'list="known-conditions"' in form


def test_what_is_used_elsewhere_is_offered(page, ana, draft, listed):
    cycle, other = draft(), draft()
    room = listed("Room 12")
    services.add_to_cycle(by=ana, cycle=other, condition=room)
    assert "Add</button>" not in said(page(ana, url("cycle", cycle.pk)))
    assert f'name="condition" value="{room.pk}"' in said(page(ana, url("cycle", cycle.pk)))


def test_another_teams_condition_is_not_there(ana, draft, person):
    from integration.readers import make_team

    bo = person("Bo")
    theirs = services.add_condition(by=bo, team=make_team(bo), text="Room 3", kind="room")
    with pytest.raises(NotFound):
        services.add_to_cycle(by=ana, cycle=draft(), condition=theirs)
    with pytest.raises(NotAllowed):
        services.add_condition(by=bo, team=draft().owner_team, text="Room 3", kind="room")


@pytest.mark.ac("N-3")
def test_the_map_shows_where_it_held_and_what_to_try_next(page, ana, thread, listed):
    first, second = thread
    room, other, lunch = listed("Room 12"), listed("Room 14"), listed("After lunch", "time")
    for cycle, condition in ((first, room), (second, other)):
        services.add_to_cycle(by=ana, cycle=cycle, condition=condition)
    view = ramp(ana, first.inquiry).shown
    found = queries.coverage_of(ana, view)
    assert found.columns == ["1", "2"]
    assert [(row.text, row.words) for row in found.rows] == [
        ("Room 12", "held 0 of 1"), ("Room 14", "planned"), ("After lunch", "not tried"),
    ]  # fmt: skip
    assert [row.cells[0][0] for row in found.rows] == [["below"], [], []]
    shown = said(page(ana, reverse("cycles:ramp", args=[first.inquiry_id])))
    assert "Try next: after lunch" in shown
    assert "Not yet ready to spread." in shown
    assert "%" not in shown[shown.index("Where it held") : shown.index("Depth and spread")]
    assert lunch.text in shown


def test_what_came_out_there_differs_from_the_whole_cycle(page, ana, thread, listed):
    first, _ = thread
    run = services.add_to_cycle(by=ana, cycle=first, condition=listed("Room 12"))
    page(ana, url("came_out", run.pk), {"came_out": "held", "version": run.version})
    assert queries.coverage_of(ana, ramp(ana, first.inquiry).shown).rows[0].words == "held 1 of 1"
    with pytest.raises(Refused):
        services.say_came_out(by=ana, row=run, version=None, came_out="great")


def test_cycles_for_practice_do_not_count(ana, finished, listed):
    cycle = finished(plan={"practice": True}).cycle
    services.add_to_cycle(by=ana, cycle=cycle, condition=listed("Room 12"))
    assert queries.coverage_of(ana, ramp(ana, cycle.inquiry).shown).rows[0].words == "not tried"


@pytest.mark.parametrize("kind", ["room", "teacher", "group", "other"])
def test_rooms_and_teachers_stay_with_the_team(page, api, ana, thread, listed, readers, kind):
    first, _ = thread
    services.add_to_cycle(by=ana, cycle=first, condition=listed("Kite 7", kind))
    services.add_to_cycle(by=ana, cycle=first, condition=listed("After recess", "time"))
    for work in (first.inquiry, first):
        share(by=ana, obj=work, rung=Rung.SCHOOL)
    colleague = readers["colleague"]
    shown = said(page(colleague, reverse("cycles:ramp", args=[first.inquiry_id])))
    assert "After recess" in shown
    assert "Kite 7" not in shown
    told = api(colleague, "GET", f"/cycles/{first.pk}/conditions").json()
    assert len(told) == 1
    assert "Kite 7" not in api(colleague, "GET", f"/inquiries/{first.inquiry_id}/coverage").content.decode()
    assert len(api(ana, "GET", f"/cycles/{first.pk}/conditions").json()) == 2


def test_further_away_there_is_no_map(ana, thread, listed, readers):
    first, _ = thread
    services.add_to_cycle(by=ana, cycle=first, condition=listed("After recess", "time"))
    for work in (first.inquiry, first):
        share(by=ana, obj=work, rung=Rung.PUBLIC)
    stranger = readers["stranger"]
    assert queries.coverage_of(stranger, ramp(stranger, first.inquiry).shown) is None
    assert queries.runs_of(stranger, first) == []


def test_the_page_of_a_thread_costs_the_same_for_many_conditions(page, ana, finished, listed):
    def asked() -> int:
        with CaptureQueriesContext(connection) as made:
            page(ana, reverse("cycles:ramp", args=[cycle.inquiry_id]))
        return len(made)

    cycle = finished(decision="adopt").cycle
    services.add_to_cycle(by=ana, cycle=cycle, condition=listed("Room 1"))
    asked()
    few, before = asked(), cycle
    for number in range(2, 9):
        before = finished(plan={"predecessor": before, "why_follows": "It held"}, decision="adopt").cycle
        services.add_to_cycle(by=ana, cycle=before, condition=listed(f"Room {number}"))
    assert asked() == few


@pytest.mark.ac("S1 R-33")
@pytest.mark.ac("S2 R-36")
def test_the_drawing_and_the_list_say_the_same(page, ana, thread):
    """Order, scale, result, decision and reason: every text of the drawing stands in the list, in the same order."""
    from html import unescape
    from re import sub

    first, _ = thread
    shown = unescape(page(ana, reverse("cycles:ramp", args=[first.inquiry_id])).content.decode())
    drawing = shown[shown.index("ramp-drawing") :].split("</svg>")[0].split("<svg")[-1]
    listing = shown[shown.index('<ol class="thread"') : shown.index("</ol>", shown.index('<ol class="thread"'))]
    words = [" ".join(sub(r"<[^>]+>", " ", text).split()) for text in (drawing, listing)]
    drawn, written = (sub(r"[^\w]+", " ", text) for text in words)
    for part in ("Cycle 1", "at size 1", "8 of 24 predicted 12 or more", "Adapt", "because The card helps them begin"):
        assert part in drawn, part
        assert part in written, part
    assert [drawn.find("Cycle 1") < drawn.find("Cycle 2"), written.find("Cycle 1") < written.find("Cycle 2")] == [
        True
    ] * 2


def test_api_does_what_the_page_does(api, ana, team, draft):
    cycle = draft()
    room = api(ana, "POST", f"/teams/{team.pk}/test-conditions", {"text": "Room 12", "kind": "room"}).json()
    run = api(ana, "POST", f"/cycles/{cycle.pk}/conditions", {"condition": room["id"]}).json()
    assert api(ana, "PUT", f"/ran-under/{run['id']}/came-out", {"version": run["version"]}).status_code == 200
    assert api(ana, "POST", f"/ran-under/{run['id']}/set-aside", {}).status_code == 200
    assert not RanUnder.objects.filter(ended_at=None).exists()
    told = api(ana, "GET", f"/inquiries/{cycle.inquiry_id}/coverage").json()
    assert told["rows"][0]["words"] == "not tried"
    assert api(ana, "GET", f"/teams/{team.pk}/test-conditions").json()["count"] == 1


def test_a_name_taken_comes_back_with_what_was_typed(page, ana, listed):
    room, other = listed("Room 12"), listed("Room 14")
    sent = {"text": "room 12", "kind": "grade", "version": other.version}
    answer = page(ana, url("change", other.pk), sent)
    assert (answer.status_code, "is called so" in said(answer), 'value="room 12"' in said(answer)) == (422, True, True)
    services.set_aside(by=ana, thing=room)
    assert page(ana, url("change", other.pk), sent).status_code == 302
    with pytest.raises(Refused, match="in_the_way"):
        services.restore(by=ana, thing=room)


def test_a_condition_that_is_no_number_is_not_there(page, ana, draft):
    for sent in ("x", "9" * 40):
        assert page(ana, url("cycle", draft().pk), {"condition": sent}).status_code == 404
