"""Coming in: tokens, sessions, scopes; what a refusal looks like; how lists are cut."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from aimwell.contexts.people.models import ApiToken, Membership
from aimwell.contexts.people.services import make_token, revoke_token

KIND = "application/problem+json"


def get(token, path="/me", **headers):
    return Client().get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}", **headers})


def test_a_token_speaks_for_its_person(api, ana):
    answer = api(ana, "GET", "/me")
    assert answer.json() == {"id": ana.pk, "name": "Ana Ruiz", "email": ana.email}


def test_without_credentials_401_names_the_way_in(team):
    answer = Client().get(f"/api/v1/teams/{team.pk}")
    assert (answer.status_code, answer["Content-Type"], answer["WWW-Authenticate"]) == (401, KIND, "Bearer")
    assert answer.json()["code"] == "sign_in"


def test_a_revoked_token_opens_nothing(ana):
    token, text = make_token(by=ana, name="sheet")
    assert get(text).status_code == 200
    revoke_token(by=ana, token=token)
    assert get(text).status_code == 401


def test_an_inactive_person_has_no_way_in(ana, client):
    text = make_token(by=ana, name="sheet")[1]
    client.force_login(ana)
    ana.is_active = False
    ana.save()
    assert get(text).status_code == 401
    assert client.get("/api/v1/me").status_code == 401


def test_a_wrong_token_is_not_made_up_for_by_a_session(ana, client):
    client.force_login(ana)
    assert client.get("/api/v1/me").status_code == 200
    assert client.get("/api/v1/me", headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_a_token_to_read_cannot_write(api, ana):
    assert api(ana, "GET", "/teams", scope="read").status_code == 200
    answer = api(ana, "POST", "/teams", {"name": "Second"}, scope="read")
    assert (answer.status_code, answer.json()["code"]) == (403, "read_only_token")
    assert answer.json()["detail"].startswith("This token may read and not write.")
    assert Membership.objects.filter(user=ana).count() == 0


def test_a_session_writes_only_with_its_csrf_token(ana):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    send = {"data": json.dumps({"name": "Room 4"}), "content_type": "application/json"}
    refused = browser.post("/api/v1/teams", **send)
    assert (refused.status_code, refused.json()["code"]) == (403, "cross_site")
    browser.get(reverse("people:settings"))
    token = browser.cookies["csrftoken"].value
    assert browser.post("/api/v1/teams", headers={"X-CSRFToken": token}, **send).status_code == 201


def test_nobody_signed_in_gets_401_before_any_talk_of_csrf():
    answer = Client(enforce_csrf_checks=True).post("/api/v1/teams", {}, content_type="application/json")
    assert answer.status_code == 401


def test_the_day_of_use_is_noted_once(ana, django_assert_num_queries):
    text = make_token(by=ana, name="sheet")[1]
    get(text)
    with django_assert_num_queries(1):
        get(text)
    assert ApiToken.objects.get().used_on is not None


@pytest.mark.parametrize(
    ("sent", "kind"),
    [("{", "application/json"), ('"text"', "application/json"), ("[1]", "application/json"), ("", "application/json")],
)
def test_a_body_that_cannot_be_read_is_a_problem(ana, sent, kind):
    text = make_token(by=ana, name="sheet", scope="write")[1]
    headers = {"Authorization": f"Bearer {text}"}
    answer = Client().post("/api/v1/teams", sent, content_type=kind, headers=headers)
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (422, KIND, "unreadable")


def test_a_field_nobody_knows_is_named(api, ana):
    answer = api(ana, "POST", "/teams", {"name": "Room 4", "nmae": "Room 5"})
    assert answer.status_code == 422
    assert answer.json()["fields"] == [{"where": ["body", "team", "nmae"], "what": "Extra inputs are not permitted"}]


def test_a_body_that_is_too_large_is_a_problem(api, ana, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    answer = api(ana, "POST", "/teams", {"name": "x" * 1_100_000})
    assert (answer.status_code, answer.json()["code"]) == (422, "too_large")
    assert "larger than 1\u00a0MB" in answer.json()["detail"]


def test_a_text_with_a_null_character_is_refused(api, ana):
    assert api(ana, "POST", "/teams", {"name": "Room\u0000 4"}).status_code == 422


@pytest.mark.parametrize("path", ["/nothing", "/teams/999999", "/teams/1/nothing"])
def test_nothing_there_is_a_problem_in_the_words_of_a_missing_page(api, ana, path):
    answer = api(ana, "GET", path)
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (404, KIND, "not_found")


def test_words_follow_the_language_asked_for(ana):
    text = make_token(by=ana, name="sheet")[1]
    answer = get(text, "/teams/999999", **{"Accept-Language": "es"})
    assert answer.json()["detail"].startswith("Aquí no hay ninguna página.")


def test_lists_come_in_pages_of_at_most_200(api, ana, person):
    from aimwell.contexts.people.services import start_team

    for number in range(3):
        start_team(by=ana, name=f"Team {number}")
    answer = api(ana, "GET", "/teams?limit=2&offset=1").json()
    assert (answer["count"], [team["name"] for team in answer["items"]]) == (3, ["Team 1", "Team 2"])
    assert api(ana, "GET", "/teams?limit=200").status_code == 200
    assert api(ana, "GET", "/teams?limit=201").status_code == 422
    assert api(ana, "GET", "/teams?offset=-1").status_code == 422


def test_a_member_invites_adds_and_ends(api, ana, team, devon):
    made = api(ana, "POST", f"/teams/{team.pk}/invitations", {"role": "facilitator"})
    assert (made.status_code, made.json()["role"]) == (201, "facilitator")
    kim = api(ana, "POST", f"/teams/{team.pk}/members", {"name": " Kim "}).json()
    assert (kim["name"], kim["has_login"]) == ("Kim", False)
    ended = api(ana, "POST", f"/members/{kim['id']}/end").json()
    assert ended["ended"] is not None
    names = [one["name"] for one in api(ana, "GET", f"/teams/{team.pk}/members").json()["items"]]
    assert names == ["Ana Ruiz", "Devon Park"]


def test_the_last_member_stays(api, ana, team):
    place = team.memberships.get()
    answer = api(ana, "POST", f"/members/{place.pk}/end")
    assert (answer.status_code, answer.json()["code"]) == (422, "last_member")


def test_the_history_is_for_members(api, ana, team, stranger):
    [event] = api(ana, "GET", f"/teams/{team.pk}/history").json()["items"]
    assert (event["verb"], event["actor_name"], event["after"]) == ("created", "Ana Ruiz", {"name": team.name})
    assert api(stranger, "GET", f"/teams/{team.pk}/history").status_code == 404


def test_the_description_is_open_and_names_every_operation_once(client):
    told = client.get("/api/v1/openapi.json").json()
    names = [operation["operationId"] for path in told["paths"].values() for operation in path.values()]
    assert (len(names), len(set(names))) == (len(names), len(names))
    assert set(told["components"]["securitySchemes"]) == {"TokenAuth", "BrowserAuth"}
    problem = told["paths"]["/api/v1/teams"]["post"]["responses"]["422"]["content"]
    assert list(problem) == [KIND]
