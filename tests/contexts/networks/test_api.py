"""A network through the API: the same answers as its pages."""

import datetime

import pytest

from aimwell.contexts.networks import services
from aimwell.contexts.networks.models import Alignment


@pytest.fixture
def at(api):
    def ask(user, method, path, body=None):
        answer = api(user, method, path, body)
        return answer.status_code, answer.json()

    return ask


@pytest.mark.ac("S3 R-13")
def test_two_strands_and_what_the_aim_misses(at, net):
    root = f"/networks/{net.network.pk}"
    broad = {
        "what": "Math grows",
        "who": "Black and Latino students",
        "where": "Grades 4 to 8",
        "measure": "State test",
    }
    assert at(net.hub, "POST", f"{root}/goals", {"kind": "outcome", **broad})[0] == 201
    status, skill = at(net.hub, "POST", f"{root}/goals", {"kind": "capability", "what": "Districts improve"})
    assert status == 201
    note = {"on": "2018-02-01", "text": "Seven teams finished a cycle", "value": "7"}
    assert at(net.hub, "POST", f"/network_goals/{skill['id']}/notes", note)[0] == 201
    status, told = at(net.hub, "GET", root)
    aim, goal = told["outcome_aim"][0], told["capability_goals"][0]
    assert (aim["missing"], aim["broad"]) == (["how_much", "by_when", "baseline"], True)
    assert aim["missing_words"] == "how much: missing; by when: missing; baseline: missing"
    assert (aim["newest"], goal["newest"]["value"], goal["missing"]) == (None, "7", [])
    assert {name for name in told if "progress" in name or "total" in name} == set()


@pytest.mark.ac("S3 R-18")
@pytest.mark.ac("S3 R-19")
def test_coverage_and_foci(at, net, section11):
    status, told = at(net.hub, "GET", f"/networks/{net.network.pk}/coverage")
    assert (status, told["headline"]) == (200, "6 of 7 secondary drivers addressed")
    assert told["without_teams"] == [net.drivers[7].pk]
    a, c, f, g = (net.districts[key].pk for key in "ACFG")
    assert told["drivers"][0]["members"] == [a, c, f]
    assert told["on_their_own"][0]["member"] == g
    assert at(net.hub, "GET", f"/networks/{net.network.pk}/efforts?limit=5")[1]["count"] == 23
    assert at(net.hub, "GET", f"/networks/{net.network.pk}/teams_without")[1]["items"] == []


@pytest.mark.ac("S3 R-15")
def test_a_team_says_where_it_stands(at, net, make_effort):
    effort = make_effort("G")
    path = f"/inquiries/{effort.inquiry.pk}/networks"
    body = {"year": net.year.pk, "stance": "outside", "reason": "Teachers leave."}
    status, made = at(effort.user, "PUT", path, body)
    assert (status, made["stance"], made["drivers"], made["version"]) == (200, "outside", [], 1)
    body = {"year": net.year.pk, "drivers": [net.drivers[6].pk], "serves": "Adults stay.", "version": 1}
    status, changed = at(effort.user, "PUT", path, body)
    assert (status, changed["drivers"], changed["serves"]) == (200, [net.drivers[6].pk], "Adults stay.")
    assert at(effort.user, "PUT", path, {**body, "serves": "Stale"})[0] == 409
    assert at(effort.user, "PUT", path, {**body, "drivers": [999999]})[1]["code"] == "network_driver_elsewhere"
    assert at(net.hub, "PUT", path, body)[0] == 403
    assert at(net.hub, "GET", path)[1]["items"][0]["serves"] == "Adults stay."
    assert Alignment.objects.get().version == changed["version"]


@pytest.mark.ac("S3 R-17")
def test_years_and_drivers(at, net):
    body = {"name": "2018-19", "starts": "2018-08-01", "ends": "2019-06-30"}
    status, year = at(net.hub, "POST", f"/networks/{net.network.pk}/years", body)
    assert status == 201
    status, listed = at(net.hub, "GET", f"/networks/{net.network.pk}/drivers?year={year['id']}")
    assert [one["follows"] for one in listed["items"]] == [net.drivers[n].pk for n in range(1, 8)]
    first = listed["items"][0]
    status, changed = at(net.hub, "PATCH", f"/network_drivers/{first['id']}", {"version": 1, "name": "Talk"})
    assert (status, changed["name"], changed["version"]) == (200, "Talk", 2)
    before = at(net.hub, "GET", f"/networks/{net.network.pk}/drivers?year={net.year.pk}")[1]["items"]
    assert before[0]["name"] == "Student academic discourse"


def test_efforts_without_a_name_keep_their_words(at, net, make_effort, place):
    from aimwell.domain.access import Rung

    place(make_effort("B", rung=Rung.NETWORK_UNNAMED), 5, serves="Secret words")
    row = at(net.hub, "GET", f"/networks/{net.network.pk}/efforts")[1]["items"][0]
    assert (row["team"], row["member"], row["serves"], row["drivers"]) == (None, None, "", [net.drivers[5].pk])


def test_purposes_are_for_hub_and_member(at, net, speaker):
    a, b, path = speaker("A"), speaker("B"), f"/networks/{net.network.pk}/purposes"
    body = {"org": net.districts["A"].pk, "purpose": "both", "central": "center", "why": "To learn"}
    assert at(a, "PUT", path, body)[0] == 200
    assert at(b, "PUT", path, body)[0] == 403
    assert [at(user, "GET", path)[1]["count"] for user in (net.hub, a, b)] == [1, 1, 0]


def test_a_choice_with_positions_and_a_decision(at, net, speaker):
    choice = services.start_choice(by=net.hub, network=net.network, title="Which?")
    option = at(net.hub, "POST", f"/network_choices/{choice.pk}/options", {"name": "Math"})[1]
    body = {"org": net.districts["A"].pk, "position": "live", "text": "If it helps"}
    assert at(speaker("A"), "PUT", f"/network_options/{option['id']}/positions", body)[0] == 200
    decision = {"version": 1, "decided": option["id"], "decided_on": datetime.date(2016, 5, 12), "reasons": "Pressing"}
    assert at(net.hub, "POST", f"/network_choices/{choice.pk}/decision", decision)[0] == 200
    told = at(speaker("B"), "GET", f"/network_choices/{choice.pk}")[1]
    assert (told["decided"], told["positions"][0]["text"]) == (option["id"], "If it helps")
