"""The same through the API."""

import datetime

import pytest

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.choosing.models import Proposal, Rating
from aimwell.domain.access import Rung


@pytest.mark.ac("S4 R-47")
def test_an_idea_tells_its_open_point_to_team_and_coach(api, ana, coach, stranger, world):
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    path = f"/inquiries/{world.inquiry.pk}/ideas"
    ideas = api(ana, "GET", path).json()
    assert [one["open_point"] and one["open_point"]["gap"] for one in ideas["ideas"]] == [None, "no_cause"]
    assert ideas["ideas"][0]["causes"] == [world.cause.pk]
    assert (ideas["most"], ideas["asks_students_only"]) == (3, [0, 0])
    assert api(coach, "GET", path).json()["ideas"][1]["open_point"]["gap"] == "no_cause"
    others = api(stranger, "GET", path).json()
    assert (others["ideas"][1]["open_point"], others["asks_students_only"]) == (None, None)
    told = api(ana, "POST", f"/ideas/{world.prizes.pk}/go-on", {"reason": "One week only"}).json()
    assert told["open_point"]["reason"] == "One week only"


@pytest.mark.ac("S1 R-18")
def test_ratings_stay_hidden_until_they_are_shown(api, ana, devon, world):
    path = f"/inquiries/{world.inquiry.pk}/ratings"
    body = {"ratings": [{"idea": world.later.pk, "effect": 4, "ability": 2}]}
    mine = api(ana, "PUT", path, body).json()
    assert mine["mine"] == [{"idea": world.later.pk, "effect": 4, "ability": 2}]
    others = api(devon, "GET", path).json()
    assert (others["people"], others["mine"], others["rated"]) == (1, [], [])
    assert api(devon, "POST", f"{path}/open").status_code == 422
    assert api(ana, "POST", f"{path}/open").json()["rated"][0]["effect"] == [4]
    body["ratings"][0]["effect"] = 9
    assert api(ana, "PUT", path, body).status_code == 422
    assert Rating.objects.get().effect == 4


def test_a_whole_way_from_offer_to_choice(api, ana, world):
    made = api(ana, "POST", f"/inquiries/{world.inquiry.pk}/ideas", {"text": "A late bus", "source": "parents"})
    assert (made.status_code, made.json()["source"], made.json()["open_point"]["gap"]) == (201, "parents", "no_cause")
    idea, version = made.json()["id"], made.json()["version"]
    changed = api(ana, "PATCH", f"/ideas/{idea}", {"version": version, "schedule": True, "fees": "none"}).json()
    assert (changed["who"], changed["fees"], changed["source"]) == (["schedule"], "none", "parents")
    assert api(ana, "PATCH", f"/ideas/{idea}", {"version": version, "fees": "2 dollars"}).status_code == 409
    proposal = api(ana, "POST", f"/ideas/{idea}/propose").json()
    assert api(ana, "PUT", f"/proposals/{proposal['id']}/answer", {"stand": "for_it"}).status_code == 204
    body = {"version": proposal["version"], "reason": "Families asked"}
    assert api(ana, "POST", f"/proposals/{proposal['id']}/record", body).json()["chosen_because"] == "Families asked"
    [told] = api(ana, "GET", f"/inquiries/{world.inquiry.pk}/proposals").json()["items"]
    assert (told["for_it"], told["concerns"], told["agreed"]) == (1, [], [])
    evening = datetime.datetime(2026, 11, 23, 1, 30, tzinfo=datetime.UTC)  # the day of the school, not of UTC
    Proposal.objects.update(chosen_at=evening)
    ideas = api(ana, "GET", f"/inquiries/{world.inquiry.pk}/ideas").json()["ideas"]
    assert [one["chosen_on"] for one in ideas if one["id"] == idea] == ["2026-11-22"]


def test_a_commitment_of_a_place_elsewhere_is_not_found(api, ana, stranger, world):
    from aimwell.contexts.people.services import start_team

    place = start_team(by=stranger, name="Others").memberships.get()
    body = {"what": "Call", "owner": place.pk}
    assert api(ana, "POST", f"/ideas/{world.later.pk}/commitments", body).status_code == 404
    made = api(ana, "POST", f"/ideas/{world.later.pk}/commitments", {"what": "Call"}).json()
    moved = {"version": made["version"], "by_when": "2027-03-01"}
    assert api(ana, "PATCH", f"/commitments/{made['id']}", moved).json()["what"] == "Call"
