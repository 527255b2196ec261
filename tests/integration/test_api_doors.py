"""What stands before every operation of the API: narrow and ending tokens, limits, keys, and the page that tells it."""

import datetime
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from aimwell.api import keys, scopes
from aimwell.api.assembly import api as assembled
from aimwell.api.models import KeptAnswer
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.services import make_token, start_team
from aimwell.domain.errors import NotAllowed
from integration.api_world import make_world

KIND = "application/problem+json"
SCHEMA = assembled.get_openapi_schema(path_prefix="/api/v1/")


def caller(by, **wishes):
    text = make_token(by=by, name="program", **{"scope": "write", **wishes})[1]
    return Client(headers={"Authorization": f"Bearer {text}"})


def post(client, path, body, **headers):
    return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)


def code(answer):
    return answer.status_code, answer.json().get("code")


def test_a_token_holds_for_90_days_unless_somebody_says_otherwise(ana):
    today = timezone.localdate()
    assert make_token(by=ana, name="a")[0].expires_on == today + datetime.timedelta(days=89)
    assert make_token(by=ana, name="b", days=1)[0].expires_on == today
    with pytest.raises(ValueError, match="365"):
        make_token(by=ana, name="c", days=366)


def test_a_token_that_ran_out_says_so(ana):
    client = caller(ana, days=7)
    last = timezone.localdate() + datetime.timedelta(days=6)
    noon = datetime.time(12, tzinfo=timezone.get_current_timezone())
    with time_machine.travel(datetime.datetime.combine(last, noon), tick=False):
        assert client.get("/api/v1/me").status_code == 200
    with time_machine.travel(datetime.datetime.combine(last + datetime.timedelta(days=1), noon), tick=False):
        answer = client.get("/api/v1/me")
    assert code(answer) == (401, "token_expired")
    assert answer["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert answer.json()["detail"].startswith(f"This token ran out after {last.isoformat()}. Nothing was changed.")


def test_a_token_for_numbers_opens_measures_and_nothing_else(ana, team):
    world, client = make_world(ana, team), caller(ana, scope="measures")
    measure = world["measures"].pk
    for path in ("/me", "/teams", f"/teams/{team.pk}/measures", f"/measures/{measure}/reading"):
        assert client.get(f"/api/v1{path}").status_code == 200, path
    assert post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}).status_code == 201
    for path in (f"/teams/{team.pk}/members", f"/teams/{team.pk}/history", f"/cycles/{world['cycles'].pk}"):
        assert code(client.get(f"/api/v1{path}")) == (403, "numbers_only_token"), path
    assert code(post(client, "/teams", {"name": "Another"})) == (403, "numbers_only_token")


def test_a_token_for_one_team_opens_no_other(ana, team):
    world, other = make_world(ana, team), start_team(by=ana, name="Other")
    client = caller(ana, team=other)
    assert client.get("/api/v1/me").status_code == 200
    assert client.get(f"/api/v1/teams/{other.pk}/measures").status_code == 200
    assert post(client, f"/teams/{other.pk}/measures", {"name": "Reads aloud"}).status_code == 201
    told = {}
    for path, methods in SCHEMA["paths"].items():
        first = path.split("/")[3:5]
        if "get" in methods and len(first) == 2 and first[0] in {"teams", *scopes.OWNED}:
            address = re.sub(r"{\w+}", str(world[first[0]].pk), path, count=1)
            told[path] = client.get(re.sub(r"{\w+}", "1", address)).status_code
    assert set(told.values()) == {404}
    assert client.get("/api/v1/teams").status_code == 404
    assert client.get(f"/api/v1/teams/{'9' * 40}").status_code == 404


def test_every_thing_of_a_team_can_be_told_by_its_first_word(ana, team):
    world = make_world(ana, team)
    assert all(type(world[word]) is model for word, model in scopes.OWNED.items())
    first = {path.split("/")[3] for path in SCHEMA["paths"]}
    assert set(scopes.OWNED) <= first


def test_a_token_is_never_for_a_team_of_others(ana, team, stranger):
    with pytest.raises(NotAllowed):
        make_token(by=stranger, name="x", team=team)


def test_the_page_of_tokens_offers_own_teams_and_says_when_they_end(page, ana, team, stranger):
    start_team(by=stranger, name="Not mine")
    shown = page(ana, "/settings/tokens/").content.decode()
    assert team.name in shown
    assert "Not mine" not in shown
    form = {"name": "upload", "scope": "measures", "team": team.pk, "days": "30"}
    made = page(ana, "/settings/tokens/", form).content.decode()
    assert "aimwell_" in made
    assert f"only in {team.name}" in made
    assert "holds until" in made
    token = ana.api_tokens.get()
    assert (token.scope, token.team, (token.expires_on - timezone.localdate()).days) == ("measures", team, 29)
    assert page(ana, "/settings/tokens/", {**form, "team": Team.objects.get(name="Not mine").pk}).status_code == 422
    ana.api_tokens.update(expires_on=datetime.date(2026, 1, 1))
    assert "ran out after" in page(ana, "/settings/tokens/").content.decode()


def test_too_many_requests_are_told_to_wait(ana, settings):
    settings.API_PER_MINUTE = 5
    client = caller(ana)
    with time_machine.travel("2026-11-09T12:00:10Z", tick=False):
        assert [client.get("/api/v1/me").status_code for _ in range(7)] == [200] * 5 + [429] * 2
        answer = client.get("/api/v1/me")
    assert (code(answer), answer["Retry-After"], answer["Content-Type"]) == ((429, "too_many_requests"), "50", KIND)
    with time_machine.travel("2026-11-09T12:01:00Z", tick=False):
        assert client.get("/api/v1/me").status_code == 200


def test_processes_count_together(ana, settings):
    """What another process told the cache counts here too."""
    from django.core.cache import cache

    settings.API_PER_MINUTE = 40
    token, text = make_token(by=ana, name="program")
    with time_machine.travel("2026-11-09T12:00:10Z", tick=False):
        cache.set(f"api-token-{token.digest}-{int(timezone.now().timestamp()) // 60}", 40)
        client = Client(headers={"Authorization": f"Bearer {text}"})
        assert [client.get("/api/v1/me").status_code for _ in range(2)] == [200, 429]


def test_wrong_tokens_are_few_from_one_address(ana, settings):
    settings.API_WRONG_PER_MINUTE = 3
    right = caller(ana)
    with time_machine.travel("2026-11-09T12:05:00Z", tick=False):
        guess = Client(headers={"Authorization": "Bearer aimwell_guess"}, REMOTE_ADDR="203.0.113.9")
        assert [guess.get("/api/v1/me").status_code for _ in range(4)] == [401, 401, 401, 429]
        assert right.get("/api/v1/me").status_code == 200
        elsewhere = Client(headers={"Authorization": "Bearer aimwell_guess"}, REMOTE_ADDR="203.0.113.10")
        assert elsewhere.get("/api/v1/me").status_code == 401
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        told = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9", "Authorization": "Bearer aimwell_guess"}
        assert Client(headers=told).get("/api/v1/me").status_code == 429


def test_the_same_key_gives_the_first_answer_again(ana, team):
    client, body = caller(ana), {"name": "Reads aloud"}
    first = post(client, f"/teams/{team.pk}/measures", body, **{"Idempotency-Key": "k1"})
    again = post(client, f"/teams/{team.pk}/measures", body, **{"Idempotency-Key": "k1"})
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert (again["Idempotent-Replayed"], again["Content-Type"]) == ("true", first["Content-Type"])
    assert Measure.objects.count() == 1
    other = post(client, f"/teams/{team.pk}/measures", {"name": "Writes"}, **{"Idempotency-Key": "k1"})
    assert code(other) == (422, "key_reused")
    assert Measure.objects.count() == 1


def test_a_key_belongs_to_one_person_for_a_day(ana, team, devon):
    body, key = {"name": "Reads aloud"}, {"Idempotency-Key": "k1"}
    path = f"/teams/{team.pk}/measures"
    client = caller(ana)
    assert post(client, path, body, **key).status_code == 201
    assert post(caller(devon), path, body, **key).status_code == 201
    with time_machine.travel(timezone.now() + keys.KEPT + datetime.timedelta(minutes=1)):
        assert post(client, path, body, **key).status_code == 201
    assert Measure.objects.count() == 3
    assert KeptAnswer.objects.filter(user=ana).count() == 1


def test_a_refused_request_leaves_its_key_free(ana, team):
    client, key = caller(ana), {"Idempotency-Key": "k1"}
    assert post(client, f"/teams/{team.pk}/measures", {"name": ""}, **key).status_code == 422
    assert KeptAnswer.objects.count() == 0
    assert post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}, **key).status_code == 201


def test_a_request_that_breaks_leaves_its_key_free(ana, team, monkeypatch):
    def broken(**_fields):
        raise ZeroDivisionError

    client, key = caller(ana), {"Idempotency-Key": "k1"}
    monkeypatch.setattr("aimwell.contexts.measures.services.create_measure", broken)
    with pytest.raises(ZeroDivisionError):
        post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}, **key)
    assert KeptAnswer.objects.count() == 0


def test_while_the_first_is_at_work_the_second_waits(ana, team):
    client, key = caller(ana), {"Idempotency-Key": "k1"}
    post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}, **key)
    KeptAnswer.objects.update(status=None)
    second = post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}, **key)
    assert (code(second), second["Retry-After"]) == ((409, "key_busy"), "1")
    with time_machine.travel(timezone.now() + keys.LOST + datetime.timedelta(seconds=5)):
        assert post(client, f"/teams/{team.pk}/measures", {"name": "Reads aloud"}, **key).status_code == 201


def test_a_file_that_is_sent_twice_goes_in_once(ana, team):
    world, client = make_world(ana, team), caller(ana)
    before, path = DataImport.objects.count(), f"/api/v1/measures/{world['measures'].pk}/imports/file"

    def send(content):
        file = SimpleUploadedFile("n.csv", content)
        return client.post(path, {"file": file}, headers={"Idempotency-Key": "k1"})

    answers = [send(b"week,value\n2026-01-05,3\n") for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert code(send(b"week,value\n2026-01-05,4\n")) == (422, "key_reused")
    assert DataImport.objects.count() == before + 1


@pytest.mark.parametrize("key", ["x" * 101, "línea"])
def test_a_key_that_is_none_is_refused(ana, team, key):
    answer = post(caller(ana), f"/teams/{team.pk}/measures", {"name": "A"}, **{"Idempotency-Key": key})
    assert code(answer) == (422, "key_unreadable")


def test_a_first_password_is_never_kept(ana, team):
    answer = post(caller(ana), f"/teams/{team.pk}/cards", {"name": "Kim"}, **{"Idempotency-Key": "k1"})
    assert code(answer) == (422, "key_not_here")
    assert KeptAnswer.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_same_request_many_times_at_once_is_done_once(person):
    ana = person("Ana")
    team = start_team(by=ana, name="Room 12")
    text = make_token(by=ana, name="program", scope="write")[1]

    def send(_number):
        client = Client(headers={"Authorization": f"Bearer {text}"})
        try:
            answer = post(client, f"/teams/{team.pk}/measures", {"name": "Reads"}, **{"Idempotency-Key": "k1"})
            return answer.status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(send, range(8)))
    assert set(told) <= {201, 409}
    assert 201 in told
    assert Measure.objects.count() == 1


AS_LONG_AS_A_TABLE = {
    "list_open_work",
    "list_slots",
    "list_roles",
    "list_outsiders",
    "list_words_of_org",
    "list_words_of_team",
    "get_coherence",
    "list_connections",
    "list_paper_forms",
    "get_principles",
    "get_craft",
    "list_conditions_of_cycle",
    "list_launch_steps",
    "list_looks_again",
    "list_looks_of_cycle",
    "list_meeting_minutes",
    "preview_disruption",
}
"""Their rows are those of a table in the code (roles, places, words, questions, tools, forms, principles), or the open
work of one team, which is whole."""


def test_no_list_of_the_api_is_without_an_end():
    """Whatever answers with rows answers with a page of them: at most 200, how many in all, and where the next is."""
    shapes, lists = SCHEMA["components"]["schemas"], []
    for path, methods in SCHEMA["paths"].items():
        content = methods.get("get", {}).get("responses", {}).get(200, {}).get("content", {}).get("application/json")
        shape = (content or {}).get("schema", {})
        shape = shapes[shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape
        if methods.get("get", {}).get("operationId") not in AS_LONG_AS_A_TABLE:
            assert shape.get("type") != "array", path
        if "items" in shape.get("properties", {}):
            lists.append(path)
            assert {"items", "count", "next"} <= set(shape["properties"]), path
            limit = next(one for one in methods["get"]["parameters"] if one["name"] == "limit")
            assert limit["schema"]["maximum"] == 200, path
    assert len(lists) > 12


def test_the_next_page_is_named_until_the_last(ana):
    for number in range(5):
        start_team(by=ana, name=f"Team {number}")
    client, address, names = caller(ana, scope="read"), "/api/v1/teams?limit=2", []
    while address:
        answer = client.get(address).json()
        names += [team["name"] for team in answer["items"]]
        address = answer["next"]
    assert names == [f"Team {number}" for number in range(5)]


@pytest.mark.django_db
def test_the_page_of_the_api_tells_every_operation_with_an_example(client):
    answer = client.get("/api/v1/docs")
    shown = answer.content.decode()
    for methods in SCHEMA["paths"].values():
        for operation in methods.values():
            assert f'id="{operation["operationId"]}"' in shown
    assert "curl -X POST" in shown
    assert "style=" not in shown
    assert "https://" not in re.sub(r"curl.*", "", shown)
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert client.post("/api/v1/docs").status_code == 405
