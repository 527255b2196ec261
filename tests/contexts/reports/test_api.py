"""The team's page and its history through the API."""

import datetime

import pytest

from aimwell.contexts.cycles.services import change_plan, draft_cycle, start_do
from aimwell.contexts.theory.services import add_bone, change_problem, set_aside, start_inquiry
from aimwell.core.history.models import Event


@pytest.fixture
def at(api, ana):
    def ask(method, path, user=None):
        answer = api(user or ana, method, path)
        return answer.status_code, answer.json()

    return ask


def test_today_names_one_next_step(at, ana, team):
    status, told = at("GET", f"/teams/{team.pk}/today")
    assert (status, told["next_step"]["kind"], told["inquiry"], told["aim"], told["after"]) == (
        200, "say_problem", None, "", None,
    )  # fmt: skip
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    told = at("GET", f"/teams/{team.pk}/today")[1]
    assert (told["next_step"]["kind"], told["inquiry"]) == ("finish_problem", inquiry.pk)
    assert told["next_step"]["page"] == f"/i/{inquiry.pk}/problem/"
    later = at("GET", f"/teams/{team.pk}/today?after={told['after']}")[1]
    assert later["next_step"]["kind"] != "finish_problem"


def test_today_is_not_there_for_strangers(at, team, stranger):
    assert at("GET", f"/teams/{team.pk}/today", user=stranger)[0] == 404


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sheet_is_a_pdf(api, ana, team, paper):
    answer = api(ana, "GET", f"/teams/{team.pk}/where-we-are.pdf?paper={paper}")
    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert api(ana, "GET", f"/teams/{team.pk}/where-we-are.pdf?paper=a5").status_code == 422


@pytest.mark.ac("S0 R-89")
def test_what_was_set_aside_comes_back_from_the_history(at, ana, team):
    inquiry = start_inquiry(by=ana, team=team)
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    set_aside(by=ana, thing=bone)
    event = Event.objects.get(verb="set_aside")
    status, back = at("POST", f"/teams/{team.pk}/history/{event.pk}/restore")
    assert (status, back) == (200, {"target_type": "theory.bone", "target_id": bone.pk, "version": 3})
    made = Event.objects.get(verb="created", target_type="theory.bone")
    assert at("POST", f"/teams/{team.pk}/history/{made.pk}/restore")[1]["code"] == "wrong_state"


def test_earlier_words_come_back(at, ana, team, stranger):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    change_problem(by=ana, inquiry=inquiry, version=1, problem="One in three.", for_whom="", how_known="")
    event = Event.objects.get(verb="changed")
    path = f"/teams/{team.pk}/history/{event.pk}/revert"
    assert at("POST", path, user=stranger)[0] == 404
    assert at("POST", path)[1]["version"] == 3
    inquiry.refresh_from_db()
    assert inquiry.problem == "Few say why."


@pytest.mark.ac("S1 R-27")
def test_earlier_words_never_undo_a_locked_prediction(at, ana, team):
    inquiry = start_inquiry(by=ana, team=team)
    plan = {"try_what": "Cards", "look_on": datetime.date(2027, 1, 29), "kind": "at_least", "low": 12, "out_of": 24}
    cycle = draft_cycle(by=ana, inquiry=inquiry, **plan)
    cycle = change_plan(by=ana, cycle=cycle, version=1, low=16)
    start_do(by=ana, cycle=cycle)
    event = Event.objects.get(verb="changed", target_type="cycles.cycle")
    status, told = at("POST", f"/teams/{team.pk}/history/{event.pk}/revert")
    assert (status, told["code"]) == (422, "wrong_state")
    cycle.refresh_from_db()
    assert cycle.low == 16
