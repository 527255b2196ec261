"""Cycles through the API, from the first line to the draft that follows."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, Entry, Tap
from aimwell.contexts.people.models import CoachAssignment
from aimwell.domain.access import Rung

TWELVE = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}
PLAN = {"try_what": "Starters on desk cards", "look_on": "2027-01-29", **TWELVE}


@pytest.fixture
def at(api, ana):
    def ask(method, path, body=None, user=None):
        answer = api(user or ana, method, path, body)
        return answer.status_code, answer.json() if answer.content else None

    return ask


@pytest.mark.ac("S1 R-25")
def test_a_cycle_from_plan_to_the_draft_that_follows(at, inquiry, idea):
    made = at("POST", f"/inquiries/{inquiry.pk}/cycles", {**PLAN, "idea": idea.pk})[1]
    assert (made["number"], made["state"], made["predicted"]) == (1, "draft", "12 or more of 24")
    path = f"/cycles/{made['id']}"
    doing = at("POST", f"{path}/start", {"version": 1, "reason": "We count on Friday"})[1]
    assert (doing["state"], doing["locked_at"] is None) == ("doing", False)
    counted = at("POST", f"{path}/entries", {"kind": "count", "count": 8, "out_of": 24, "place": "Room 12"})
    assert (counted[0], counted[1]["count"], counted[1]["out_of"]) == (201, 8, 24)
    whole = at("GET", path)[1]
    assert (whole["received"], whole["suggested"], whole["may_edit"]) == (1, {"result": 8, "result_out_of": 24}, True)
    studying = at("POST", f"{path}/begin-study")[1]
    learned = {"result": 8, "result_out_of": 24, "learned": "They stop after one sentence."}
    kept = at("PATCH", f"{path}/study", {"version": studying["version"], **learned})[1]
    assert (kept["mark"], kept["state"]) == ("below", "studying")
    choice = {"decision": "adapt", "decision_object": "steps", "decision_reason": "The card helps them begin."}
    status, told = at("POST", f"{path}/finish", {"version": kept["version"], **choice})
    assert (status, told["code"], told["data"]["missing"]) == (422, "not_ready", ["change"])
    decided = at("POST", f"{path}/decide", {"version": kept["version"], **choice, "what_changes": "A quiet minute"})[1]
    done = at("POST", f"{path}/finish", {"version": decided["version"]})[1]
    assert (done["cycle"]["state"], done["next"]["number"], done["next"]["predecessor"]) == ("done", 2, made["id"])
    assert done["next"]["predicted"] == ""
    assert at("POST", f"{path}/finish", {"version": decided["version"]})[1]["next"]["id"] == done["next"]["id"]
    [thread] = at("GET", f"/inquiries/{inquiry.pk}/ramp")[1]["threads"]
    assert [(step["line"], step["cycle"]["number"]) for step in thread["steps"]] == [(0, 1), (0, 2)]
    assert at("GET", path)[1]["successors"] == [done["next"]["id"]]
    wording = {"version": done["cycle"]["version"], "learned": "They need time.", "reason": "Said too short"}
    assert at("PATCH", f"{path}/learning", wording)[1]["learned"] == "They need time."


def test_the_same_key_drafts_one_cycle(at, inquiry):
    body = {**PLAN, "key": str(uuid.uuid4())}
    assert at("POST", f"/inquiries/{inquiry.pk}/cycles", body) == at("POST", f"/inquiries/{inquiry.pk}/cycles", body)
    assert Cycle.objects.count() == 1


def test_a_stale_plan_gets_both_texts(at, draft, devon):
    cycle = draft()
    at("PATCH", f"/cycles/{cycle.pk}", {"version": 1, "because": "They know the words."}, user=devon)
    status, told = at("PATCH", f"/cycles/{cycle.pk}", {"version": 1, "because": "They need a start."})
    assert (status, told["data"]["mine"], told["data"]["theirs"]) == (
        409, {"because": "They need a start."}, {"because": "They know the words."},
    )  # fmt: skip
    assert told["data"]["who"] == "Devon Park"


@pytest.mark.ac("S1 R-27")
def test_a_locked_prediction_stays_and_a_change_is_dated_beside_it(at, doing):
    cycle = doing()
    path = f"/cycles/{cycle.pk}"
    status, told = at("PATCH", path, {"version": cycle.version, "low": 16})
    assert (status, told["code"]) == (422, "prediction_locked")
    moved = at("PATCH", path, {"version": cycle.version, "look_on": "2027-02-05"})[1]
    assert (moved["look_on"], moved["low"]) == ("2027-02-05", 12)
    body = {**TWELVE, "low": 16, "reason": "Two more students came", "key": str(uuid.uuid4())}
    for _ in range(2):
        status, amended = at("POST", f"{path}/amendments", body)
        assert (status, amended["low"]) == (201, 16)
    whole = at("GET", path)[1]
    assert (whole["low"], [one["low"] for one in whole["amendments"]]) == (12, [16])


def test_do_waits_for_what_is_missing(at, inquiry):
    made = at("POST", f"/inquiries/{inquiry.pk}/cycles", {"try_what": "Cards"})[1]
    status, told = at("POST", f"/cycles/{made['id']}/start", {"version": 1})
    assert (status, told["code"], told["data"]["missing"]) == (422, "not_ready", ["prediction", "look_on"])
    assert told["detail"].startswith("A part is still missing: ")


@pytest.mark.ac("S3 R-51")
def test_taps_are_counted_once_however_often_they_are_sent(at, doing):
    cycle = doing()
    now = timezone.now().isoformat()
    taps = [{"key": str(uuid.uuid4()), "yes": yes, "at": now} for yes in (True, True, False)]
    body = {"key": str(uuid.uuid4()), "place": "Room 12", "expected": 24, "taps": taps}
    for _ in range(2):
        assert at("POST", f"/cycles/{cycle.pk}/tallies", body)[1]["count"] is None
    taps[0]["undone"] = True
    status, counted = at("POST", f"/cycles/{cycle.pk}/tallies", {**body, "finish": True})
    assert (status, counted["count"], counted["out_of"], Tap.objects.count()) == (200, 1, 2, 3)
    assert at("POST", f"/entries/{counted['id']}/undo-tap")[1]["out_of"] == 1
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("at_time", ["2026-01-05T10:00:00", "0001-01-01T00:00:00Z", "soon"])
def test_a_tap_needs_a_time_with_its_zone(at, doing, at_time):
    taps = [{"key": str(uuid.uuid4()), "yes": True, "at": at_time}]
    assert at("POST", f"/cycles/{doing().pk}/tallies", {"key": str(uuid.uuid4()), "taps": taps})[0] == 422
    assert Entry.objects.count() == 0


def test_entries_are_listed_claimed_set_aside_and_brought_back(at, doing):
    path = f"/cycles/{doing().pk}/entries"
    made = at("POST", path, {"kind": "surprise", "text": "Mateo explained twice", "happened_on": "2026-01-06"})[1]
    claimed = at("PATCH", f"/entries/{made['id']}", {"version": 1, "seen_by": "Devon Park"})[1]
    assert claimed["seen_by"] == "Devon Park"
    at("POST", f"/entries/{made['id']}/set-aside", {})
    assert at("GET", path)[1]["items"] == []
    at("POST", f"/entries/{made['id']}/restore")
    assert [entry["text"] for entry in at("GET", path)[1]["items"]] == ["Mateo explained twice"]


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"text": " "}, "not_ready"),
        ({"kind": "count"}, "not_ready"),
        ({"kind": "count", "count": 25, "out_of": 24}, "numerator_above_denominator"),
        ({"text": "Tomorrow", "happened_on": "2149-01-01"}, "future_date"),
        ({"kind": "feeling", "text": "Good"}, "unreadable"),
    ],
)
def test_an_entry_that_cannot_be_says_why(at, doing, sent, code):
    status, told = at("POST", f"/cycles/{doing().pk}/entries", sent)
    assert (status, told["code"]) == (422, code)


def test_a_cycle_set_aside_is_there_for_its_team_only(at, draft, person, team):
    cycle = draft()
    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    Cycle.objects.update(rung=int(Rung.COACH))
    assert at("GET", f"/cycles/{cycle.pk}", user=coach)[1]["may_edit"] is False
    assert at("PATCH", f"/cycles/{cycle.pk}", {"version": 1, "because": "x"}, user=coach)[0] == 403
    assert at("POST", f"/cycles/{cycle.pk}/set-aside", {"reason": "A double"})[1]["ended_reason"] == "A double"
    assert at("GET", f"/cycles/{cycle.pk}", user=coach)[0] == 404
    assert at("GET", f"/cycles/{cycle.pk}")[0] == 200
    assert at("POST", f"/cycles/{cycle.pk}/restore", {})[1]["ended_at"] is None


def test_lists_and_the_ramp_take_no_more_queries_for_more_cycles(
    api, ana, team, inquiry, draft, django_assert_num_queries
):
    draft()
    for path in (f"/teams/{team.pk}/cycles", f"/inquiries/{inquiry.pk}/cycles", f"/inquiries/{inquiry.pk}/ramp"):
        api(ana, "GET", path)
        with CaptureQueriesContext(connection) as few:
            api(ana, "GET", path)
        draft(), draft()
        with django_assert_num_queries(len(few)):
            api(ana, "GET", path)
    listed = api(ana, "GET", f"/teams/{team.pk}/cycles?limit=2&offset=1").json()
    assert (listed["count"], [cycle["number"] for cycle in listed["items"]]) == (7, [2, 3])
