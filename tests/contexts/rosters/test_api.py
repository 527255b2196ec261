"""Staff lists by program: the same services, the same refusals."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from aimwell.contexts.people.models import TokenScope
from aimwell.contexts.people.rosters.models import RosterImport
from aimwell.contexts.people.services import make_token
from contexts.rosters.conftest import ANA, in_force, people, standard
from domain.rosters.files import SCHOOLS

pytestmark = pytest.mark.django_db
ROWS = b"name,email,school,role\nAna Ruiz,ana@x.org,Lantern Hill,teacher\nBo Park,,,\n"


def test_a_list_from_start_to_undo(api, admin, district, run_jobs):
    path = f"/orgs/{district.pk}/staff-lists"
    sent = api(admin, "POST", path, {"whole": "true"}, upload=ROWS)
    assert (sent.status_code, sent.json()["state"], sent.json()["org"]) == (201, "reading", district.pk)
    one = f"/staff-lists/{sent.json()['id']}"
    run_jobs()
    seen = api(admin, "GET", one).json()
    assert (seen["state"], seen["form"], seen["sums"]) == (
        "ready", "CSV", {"new": 2, "changed": 0, "ended": 0, "unchanged": 0, "problems": 1},
    )  # fmt: skip
    assert (seen["people"], seen["students"], seen["needs_reason"], seen["stale"]) == ({"new": 1}, {}, False, False)
    rows = api(admin, "GET", f"{one}/rows?show=new&limit=1&offset=1").json()
    assert rows["count"] == 2
    assert [(row["kind"], row["name"], row["after"]) for row in rows["items"]] == [
        ("person", "Ana Ruiz", "Lantern Hill (teacher)")
    ]
    (problem,) = api(admin, "GET", f"{one}/problems").json()["items"]
    assert (problem["file"], problem["row"], problem["code"], problem["aside"]) == ("list.csv", 3, "no_place", True)
    assert b"no_place" in b"".join(api(admin, "GET", f"{one}/problems.csv").streaming_content)
    assert api(admin, "POST", f"{one}/apply", {}).json()["state"] == "applied"
    assert people() == {"Ana Ruiz": {("Lantern Hill", "teacher")}}
    assert api(admin, "POST", f"{one}/undo").json()["state"] == "undone"
    assert people() == {}
    assert [row["state"] for row in api(admin, "GET", path).json()["items"]] == ["undone"]


def test_refusals_are_problems_with_the_same_words(api, admin, put):
    put(**standard(), apply=True)
    found = put(orgs=SCHOOLS, users=[ANA])
    answer = api(admin, "POST", f"/staff-lists/{found.pk}/apply", {})
    assert (answer.status_code, answer.json()["code"]) == (422, "roster_many_ended")
    assert answer.json()["data"] == {"ended": 1, "current": 2}
    assert api(admin, "DELETE", f"/staff-lists/{found.pk}").status_code == 204
    assert api(admin, "GET", f"/staff-lists/{found.pk}").json()["state"] == "discarded"


def test_students_are_turned_on_by_program_too(api, admin, district):
    path = f"/orgs/{district.pk}/students"
    assert api(admin, "PUT", path, {"keep": True}).json() == {"keeps_students": True}
    assert api(admin, "PUT", path, {"keep": False}).json() == {"keeps_students": False}
    assert api(admin, "PUT", path, {"keep": True, "names": True}).status_code == 422


def test_others_find_nothing_and_change_nothing(api, admin, stranger, district, put):
    found, before = put(**standard()), in_force()
    org, one = f"/orgs/{district.pk}", f"/staff-lists/{found.pk}"
    calls = [
        ("GET", f"{org}/staff-lists", None), ("PUT", f"{org}/students", {"keep": True}), ("GET", one, None),
        ("GET", f"{one}/rows", None), ("GET", f"{one}/problems", None), ("GET", f"{one}/problems.csv", None),
        ("POST", f"{one}/apply", {}), ("POST", f"{one}/undo", None), ("DELETE", one, None),
    ]  # fmt: skip
    assert [api(stranger, *call).status_code for call in calls] == [404] * 9
    assert api(stranger, "POST", f"{org}/staff-lists", upload=ROWS).status_code == 404
    assert in_force() == before
    assert RosterImport.objects.count() == 1


def test_a_token_that_may_read_puts_nothing_in(api, admin, put):
    found = put(**standard())
    answer = api(admin, "POST", f"/staff-lists/{found.pk}/apply", {}, scope="read")
    assert (answer.status_code, answer.json()["code"]) == (403, "read_only_token")


def test_the_same_key_sends_one_list(admin, district):
    token = make_token(by=admin, name="t", scope=TokenScope("write"))[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})
    key = "00000000-0000-4000-8000-000000000001"
    sent = [
        client.post(f"/api/v1/orgs/{district.pk}/staff-lists", {"file": SimpleUploadedFile("a.csv", ROWS), "key": key})
        for _ in range(2)
    ]
    assert len({answer.json()["id"] for answer in sent}) == 1


def test_a_browser_that_showed_nothing_lately_is_asked_first(client, admin, district, put):
    one = put(**standard())
    client.force_login(admin)
    for method, path, body in (
        ("post", f"/staff-lists/{one.pk}/apply", {"reason": ""}), ("post", f"/staff-lists/{one.pk}/undo", {}),
        ("delete", f"/staff-lists/{one.pk}", {}), ("put", f"/orgs/{district.pk}/students", {"keep": True}),
    ):  # fmt: skip
        answer = getattr(client, method)(f"/api/v1{path}", body, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (422, "step_up")
    sent = {"file": SimpleUploadedFile("staff.csv", ROWS)}
    assert client.post(f"/api/v1/orgs/{district.pk}/staff-lists", sent).json()["code"] == "step_up"
    one.refresh_from_db()
    assert (one.state, RosterImport.objects.count(), in_force()["people"]) == ("ready", 1, [])
    assert client.get(f"/api/v1/staff-lists/{one.pk}").status_code == 200
