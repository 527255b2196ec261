"""Measures, numbers, readings and imports through the API."""

import datetime
import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aimwell.contexts.measures.models import DataImport, Measure, Observation
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.core.history.models import Event

WEEKS = "week\tcount\tof\n" + "".join(f"2026-{month:02}-05\t{8 + month}\t24\n" for month in range(1, 7))


@pytest.fixture
def measure(ana, team):
    return create_measure(by=ana, team=team, name="Explains")


@pytest.fixture
def at(api, ana):
    def ask(method, path, body=None, user=None, **more):
        answer = api(user or ana, method, path, body, **more)
        return answer.status_code, answer.json() if answer.content else None

    return ask


def test_a_measure_is_made_once_changed_and_set_aside(at, team):
    body = {"name": "Explains", "unit": "percent", "minutes": 5, "key": str(uuid.uuid4())}
    first = at("POST", f"/teams/{team.pk}/measures", body)
    assert (first[0], first[1]["name"], first[1]["minutes"], first[1]["period"]) == (201, "Explains", 5, "week")
    assert at("POST", f"/teams/{team.pk}/measures", body) == first
    pk = first[1]["id"]
    changed = at("PATCH", f"/measures/{pk}", {"version": 1, "definition": "One full reason"})[1]
    assert (changed["definition"], changed["minutes"], changed["version"]) == ("One full reason", 5, 2)
    status, told = at("PATCH", f"/measures/{pk}", {"version": 1, "definition": "Any reason"})
    assert (status, told["data"]["theirs"]) == (409, {"definition": "One full reason"})
    assert at("POST", f"/measures/{pk}/set-aside", {"reason": "Counted elsewhere"})[1]["ended_reason"] != ""
    assert at("GET", f"/teams/{team.pk}/measures")[1]["count"] == 0
    assert at("GET", f"/measures/{pk}")[0] == 404
    assert at("POST", f"/measures/{pk}/restore")[1]["ended_at"] is None


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"name": " "}, "name"),
        ({"unit": "rods"}, "unit"),
        ({"minutes": -1}, "minutes"),
        ({"minutes": 40000}, "minutes"),
    ],
)
def test_a_measure_that_does_not_fit_is_refused_by_field(at, team, wrong, where):
    status, told = at("POST", f"/teams/{team.pk}/measures", {"name": "Explains", **wrong})
    assert (status, told["fields"][0]["where"][-1]) == (422, where)
    assert Measure.objects.count() == 0


def test_one_number_replaces_the_one_of_its_day_and_is_taken_back(at, measure):
    path = f"/measures/{measure.pk}/observations"
    first = at("POST", path, {"on": "2026-01-05", "numerator": 8, "denominator": 24})[1]
    assert first["value"] == 8 / 24 * 100
    second = at("POST", path, {"on": "2026-01-05", "numerator": 9, "denominator": 24})[1]
    assert second["replaces"] == first["id"]
    assert [one["id"] for one in at("GET", path)[1]["items"]] == [second["id"]]
    assert at("POST", f"/observations/{second['id']}/take-back") == (204, None)
    assert at("POST", f"/observations/{second['id']}/take-back") == (204, None)
    assert [one["id"] for one in at("GET", path)[1]["items"]] == [first["id"]]


def test_a_number_with_a_key_is_counted_once(at, ana, team, measure):
    body = {"on": "2026-01-05", "value": 40, "key": str(uuid.uuid4())}
    first = at("POST", f"/measures/{measure.pk}/observations", body)
    assert at("POST", f"/measures/{measure.pk}/observations", body) == first
    assert Observation.objects.count() == 1
    other = create_measure(by=ana, team=team, name="Tardies")
    status, told = at("POST", f"/measures/{other.pk}/observations", body)
    assert (status, told["code"]) == (422, "key_used")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, "no_value"),
        ({"numerator": 25, "denominator": 24}, "numerator_above_denominator"),
        ({"numerator": 5, "denominator": 0}, "zero_denominator"),
        ({"value": -3}, "negative_count"),
        ({"value": 3, "on": "2149-01-01"}, "future_date"),
        ({"numerator": 5, "denominator": 1e-9}, "unreadable"),
        ({"value": 3, "on": "0001-01-01"}, "unreadable"),
    ],
)
def test_a_number_that_cannot_be_says_why(at, measure, sent, code):
    status, told = at("POST", f"/measures/{measure.pk}/observations", {"on": "2026-01-05", **sent})
    assert (status, told["code"]) == (422, code)
    assert Observation.objects.count() == 0


def test_a_number_that_is_no_number_is_refused(api, ana, measure):
    body = json.loads('{"on": "2026-01-05", "value": Infinity}')
    assert api(ana, "POST", f"/measures/{measure.pk}/observations", body).status_code == 422


def test_numbers_are_listed_by_line_and_day_in_the_same_number_of_queries(
    api, ana, at, measure, django_assert_num_queries
):
    path = f"/measures/{measure.pk}/observations"
    for day in range(1, 7):
        for room in ("Room 12", "Room 14"):
            at("POST", path, {"on": f"2026-01-0{day}", "series": room, "value": day})
    rooms = at("GET", f"/measures/{measure.pk}/series")[1]["items"]
    assert [room["name"] for room in rooms] == ["Room 12", "Room 14"]
    asked = f"{path}?series={rooms[1]['id']}&first=2026-01-02&last=2026-01-04"
    listed = at("GET", asked)[1]
    assert (listed["count"], [one["value"] for one in listed["items"]]) == (3, [2, 3, 4])
    with CaptureQueriesContext(connection) as few:
        api(ana, "GET", f"{path}?limit=1")
    with django_assert_num_queries(len(few)):
        api(ana, "GET", f"{path}?limit=200")


def test_a_reading_is_the_one_of_the_chart_in_both_languages(at, ana, measure):
    for month, count in enumerate((8, 9, 9, 10, 12, 14, 15, 15, 16, 17, 17, 18), start=1):
        put_value(by=ana, measure=measure, on=datetime.date(2025, month, 6), numerator=count, denominator=24)
    status, told = at("GET", f"/measures/{measure.pk}/reading?by=month")
    assert (status, told["period"], told["unit"], told["points_wanted"], len(told["points"])) == (
        200,
        "month",
        "%",
        0,
        12,
    )
    assert told["points"][0]["value"] == 8 / 24 * 100
    assert told["phases"][0]["centre"] == (14 / 24 * 100 + 15 / 24 * 100) / 2
    assert told["words"]["en"]["finding"] != told["words"]["es"]["finding"]
    assert told["shift"] is None or told["shift"]["length"] >= 7
    assert at("GET", f"/measures/{measure.pk}/reading?by=year")[0] == 422


@pytest.mark.parametrize(
    ("name", "kind", "there"),
    [("chart.svg", "image/svg+xml", "chart.svg"), ("chart.png", "image/png", "chart.png"),
     ("chart.csv", "text/csv", "numbers.csv")],
)  # fmt: skip
def test_files_are_those_of_the_page(api, ana, at, measure, page, name, kind, there):
    at("POST", f"/measures/{measure.pk}/observations", {"on": "2026-01-05", "value": 40})
    answer = api(ana, "GET", f"/measures/{measure.pk}/{name}?by=day")
    assert answer["Content-Type"].startswith(kind)
    of_page = page(ana, f"/measures/{measure.pk}/{there}?by=day")
    assert b"".join(answer) == b"".join(of_page)


def test_cells_are_looked_at_settled_put_in_and_taken_back(at, measure):
    status, looked = at("POST", f"/measures/{measure.pk}/imports", {"text": WEEKS + "2026-07-05\tabc\t24\n"})
    assert (status, looked["state"], looked["problem"], looked["done"]) == (201, "ready", "", None)
    assert [column["role"] for column in looked["columns"]] == ["date", "numerator", "denominator"]
    assert (looked["report"]["ready"], looked["report"]["left_out"]) == (6, 1)
    [odd] = looked["rejected"]
    assert (odd["row"], odd["code"]) == (8, "bad_number")
    assert odd["why"].startswith("“abc” is not a number.")
    assert Observation.objects.count() == 0
    pk = looked["id"]
    settled = at("POST", f"/imports/{pk}/columns", {"missing": {"abc": "not_collected"}})[1]
    assert (settled["report"]["ready"], settled["report"]["left_out"]) == (7, 0)
    for _ in range(2):
        status, done = at("POST", f"/imports/{pk}/apply")
        assert (status, done["state"], done["done"]["new"]) == (200, "applied", 7)
    assert Observation.objects.filter(ended_at=None).count() == 7
    assert at("POST", f"/imports/{pk}/columns", {"swap": True})[1]["code"] == "already_applied"
    assert at("DELETE", f"/imports/{pk}")[1]["code"] == "already_applied"
    assert at("POST", f"/imports/{pk}/undo")[1]["state"] == "undone"
    assert Observation.objects.filter(ended_at=None).count() == 0


def test_a_file_comes_in_and_its_odd_rows_go_out(api, at, ana, measure):
    status, looked = at(
        "POST", f"/measures/{measure.pk}/imports/file", upload=b"week,value\n2026-01-05,3\n2026-01-12,abc\n"
    )
    assert (status, looked["file_name"], looked["report"]["left_out"]) == (201, "numbers.csv", 1)
    answer = api(ana, "GET", f"/imports/{looked['id']}/left-out.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "2026-01-12" in b"".join(answer).decode()


def test_an_import_with_the_same_key_is_the_same_import(at, ana, team, measure):
    body = {"text": WEEKS, "key": str(uuid.uuid4())}
    first = at("POST", f"/measures/{measure.pk}/imports", body)[1]
    assert at("POST", f"/measures/{measure.pk}/imports", body)[1]["id"] == first["id"]
    other = create_measure(by=ana, team=team, name="Tardies")
    assert at("POST", f"/measures/{other.pk}/imports", body)[1]["code"] == "key_used"
    assert DataImport.objects.count() == 1


def test_the_fastest_way_makes_measure_and_import_together(at, team):
    body = {"name": "Explains", "text": WEEKS, "key": str(uuid.uuid4())}
    status, looked = at("POST", f"/teams/{team.pk}/imports", body)
    assert (status, looked["report"]["ready"], Measure.objects.get().pk) == (201, 6, looked["measure"])
    assert at("POST", f"/teams/{team.pk}/imports", body)[1]["id"] == looked["id"]
    assert at("DELETE", f"/imports/{looked['id']}") == (204, None)
    assert at("GET", f"/imports/{looked['id']}")[0] == 404


@pytest.mark.parametrize(
    ("sent", "code"),
    [({"roles": ["date"]}, "unknown_choice"), ({"roles": ["date", "value", "value"]}, "column_twice"),
     ({"sheet": 7}, "unknown_choice"), ({"roles": ["day"]}, "unreadable")],
)  # fmt: skip
def test_columns_that_do_not_fit_are_refused(at, measure, sent, code):
    pk = at("POST", f"/measures/{measure.pk}/imports", {"text": WEEKS})[1]["id"]
    assert at("POST", f"/imports/{pk}/columns", sent)[1]["code"] == code


def test_a_mark_is_put_moved_taken_off_and_put_back(at, measure):
    path = f"/measures/{measure.pk}/annotations"
    made = at("POST", path, {"kind": "break", "label": "Winter", "starts_on": "2026-12-19", "ends_on": "2027-01-03"})[1]
    assert at("POST", path, {"kind": "cycle", "label": "Cycle 1", "starts_on": "2026-12-19"})[0] == 422
    days = {"starts_on": "2026-12-21", "ends_on": "2026-12-20"}
    assert at("POST", f"/annotations/{made['id']}/move", days)[1]["code"] == "end_before_start"
    moved = at("POST", f"/annotations/{made['id']}/move", {**days, "ends_on": "2027-01-02"})[1]
    assert (moved["starts_on"], moved["ends_on"]) == ("2026-12-21", "2027-01-02")
    at("POST", f"/annotations/{made['id']}/set-aside", {})
    assert at("GET", path)[1]["items"] == []
    at("POST", f"/annotations/{made['id']}/restore")
    assert [mark["label"] for mark in at("GET", path)[1]["items"]] == ["Winter"]


def test_a_coach_reads_weeks_and_no_single_rooms(at, measure, person, team):
    from aimwell.contexts.people.models import CoachAssignment
    from aimwell.domain.access import Rung

    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    put = {"on": "2026-01-05", "series": "Room 12", "value": 40}
    line = at("POST", f"/measures/{measure.pk}/observations", put)[1]["series"]
    assert at("GET", f"/measures/{measure.pk}/reading", user=coach)[0] == 404
    Measure.objects.update(rung=int(Rung.COACH), period="day")
    assert at("GET", f"/measures/{measure.pk}/reading", user=coach)[1]["period"] == "week"
    assert at("GET", f"/measures/{measure.pk}/reading?series={line}", user=coach)[0] == 404
    assert at("GET", f"/measures/{measure.pk}/observations", user=coach)[0] == 404
    assert at("POST", f"/measures/{measure.pk}/observations", put, user=coach)[0] == 403
    assert Event.objects.filter(actor_id=coach.pk).count() == 0
