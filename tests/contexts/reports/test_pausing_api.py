"""Pausing, helping and handing on through the API."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.orgs.models import Participation
from aimwell.contexts.people.models import Membership


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


@pytest.fixture
def ask(api, ana):
    def call(method, path, body=None, user=None):
        answer = api(user or ana, method, path, body)
        return answer.status_code, answer.json()

    return call


@pytest.fixture
def draft(ana, inquiry):
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="Cards", look_on=day(5))
    Cycle.objects.filter(pk=cycle.pk).update(created_at=timezone.now() - datetime.timedelta(days=40))
    return cycle


@pytest.mark.ac("S0 R-53")
def test_a_pause_and_its_end(ask, team, draft):
    path = f"/teams/{team.pk}"
    status, told = ask("POST", f"{path}/step-out", {"reason": "Testing", "expected_return": day(9).isoformat()})
    assert (status, told["state"], told["since"], told["reason"]) == (200, "paused", day(0).isoformat(), "Testing")
    told = ask("GET", f"{path}/today")[1]
    assert (told["next_step"], told["away_since"]) == (None, day(0).isoformat())
    Participation.objects.update(started=day(-30))
    status, told = ask("POST", f"{path}/resume", {})
    assert (status, told["moved"]) == (
        200, [{"cycle": draft.pk, "before": day(5).isoformat(), "after": day(35).isoformat()}],
    )  # fmt: skip
    assert told["open_cycles"] == [draft.pk]
    assert ask("GET", f"{path}/welcome-back")[1] == told
    assert ask("POST", f"{path}/resume/undo", {})[1]["state"] == "paused"
    assert ask("POST", f"{path}/resume", {"cycles": []})[1]["moved"] == []
    told = ask("POST", f"{path}/resume/dates", {"cycles": [draft.pk]})[1]
    assert [one["after"] for one in told["moved"]] == [day(35).isoformat()]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("resume", {}, "not_away"),
        ("resume/dates", {}, "not_back"),
        ("resume/undo", {}, "too_late_to_take_back"),
        ("step-out", {"expected_return": "2020-01-01"}, "return_not_later"),
        ("open-work", {"choices": [{"item": "cycle-1"}]}, "unknown_choice"),
    ],
)
def test_what_does_not_fit_names_its_rule(ask, team, path, body, code):
    status, told = ask("POST", f"/teams/{team.pk}/{path}", body)
    assert (status, told["code"]) == (422, code) or (status, told["code"]) == (409, code)


def test_a_team_lets_its_hub_hear_of_it(ask, team):
    assert ask("POST", f"/teams/{team.pk}/hub-hears", {"agreed": True})[1]["hub_agreed"] is True
    assert ask("GET", f"/teams/{team.pk}/taking-part")[1]["hub_agreed"] is True


@pytest.mark.ac("S0 R-53")
def test_a_principal_pauses_a_team_of_the_school(ask, readers, team):
    principal = readers["principal"]
    status, told = ask("POST", f"/support/teams/{team.pk}/pause", {"reason": "Snow"}, principal)
    assert (status, told["state"]) == (200, "paused")
    assert team.name in [one["name"] for one in ask("GET", "/support", user=principal)[1]["school"]]
    assert ask("POST", f"/support/teams/{team.pk}/resume", {}, principal)[1]["state"] == "active"
    assert ask("POST", f"/support/teams/{team.pk}/pause", {}, readers["coach"])[0] == 404


@pytest.mark.ac("S0 R-46")
def test_support_names_an_open_place(ask, readers, ana, team):
    Membership.objects.filter(user=ana).update(role="member")
    told = ask("GET", "/support", user=readers["coach"])[1]
    assert told == {
        "may_welcome_support": [],
        "welcome_a_call": [], "school": [],
        "without_lead": [{"team": team.pk, "name": team.name, "no_lead_since": day(0).isoformat()}],
    }  # fmt: skip


@pytest.mark.ac("S0 R-47")
def test_open_work_is_handed_on_and_the_place_ends(ask, ana, devon, team, draft):
    mine, theirs = (Membership.objects.get(user=one, team=team) for one in (ana, devon))
    told = ask("GET", f"/teams/{team.pk}/open-work")[1]
    assert [(one["item"], one["holder"], one["on"]) for one in told] == [
        (f"cycle-{draft.pk}", mine.pk, day(5).isoformat())
    ]
    choice = {"item": told[0]["item"], "to": theirs.pk}
    told = ask("POST", f"/teams/{team.pk}/open-work", {"choices": [choice]})[1]
    assert told[0]["holder"] == theirs.pk
    status, told = ask("POST", f"/members/{theirs.pk}/hand-over", {"choices": []})
    assert (status, told["ended"], [one["id"] for one in told["without_owner"]]) == (
        200, day(0).isoformat(), [draft.pk],
    )  # fmt: skip
    assert ask("POST", f"/members/{theirs.pk}/hand-over", {})[0] == 404
