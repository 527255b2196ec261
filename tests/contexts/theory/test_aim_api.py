"""The aim, its cards and its signs in the API."""

import datetime

import pytest

from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.theory.models import Aim

pytestmark = pytest.mark.django_db


def put(api, user, path, body):
    return api(user, "PUT", path, body)


@pytest.mark.ac("S4 R-34")
def test_the_whole_way_of_an_aim(api, ana, team, inquiry, cause):
    measure = create_measure(by=ana, team=team, name="Aid form")
    put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 5), numerator=300, denominator=420)
    base = f"/inquiries/{inquiry.pk}/aim"
    facts = {"version": 0, "what": "complete the aid form", "for_whom": "all seniors", "where": "both schools"}
    told = put(api, ana, base, {**facts, "target": 90, "headcount": 420, "measure": measure.pk}).json()
    assert (told["tightness"], told["equity"]) == ("by when: missing; baseline: missing", "")
    numbers = api(ana, "GET", f"{base}/numbers").json()
    assert numbers["gap"] == {
        "students": 42, "of": 420, "groups": [],
        "words": "When the target is met, 42 of 420 students are still outside it.",
    }  # fmt: skip
    assert (numbers["status"]["standing"], numbers["realism"], numbers["earlier"]) == ("open", [], [])
    told = put(api, ana, f"{base}/outside", {"version": 1, "outside": "We ask each of them"}).json()
    assert told["outside"] == "We ask each of them"
    told = put(api, ana, f"{base}/equity", {"version": 2, "equity": "groups", "equity_words": "Night school"}).json()
    assert told["equity"] == "groups"
    told = put(api, ana, f"{base}/causes", {"causes": [cause.pk]}).json()
    assert told["causes"] == [cause.pk]
    told = put(
        api, ana, f"{base}/said", {"version": 3, "team_says": "not_yet", "team_says_because": "300 forms"}
    ).json()
    assert (told["team_says"], told["version"]) == ("not_yet", 4)
    again = {**facts, "version": 4, "target": 95, "headcount": 420, "measure": measure.pk, "reason": "All but 21"}
    assert put(api, ana, base, again).json()["edition"] == 2
    earlier = api(ana, "GET", f"{base}/numbers").json()["earlier"]
    assert [(one["number"], one["reason"], one["team_says"]) for one in earlier] == [(1, "All but 21", "not_yet")]


def test_what_is_refused_changes_nothing(api, ana, inquiry):
    base = f"/inquiries/{inquiry.pk}/aim"
    assert api(ana, "GET", f"{base}/numbers").status_code == 404
    assert put(api, ana, f"{base}/outside", {"version": 0, "outside": "x"}).status_code == 404
    assert put(api, ana, f"{base}/equity", {"version": 0, "equity": "fair"}).status_code == 422
    told = put(api, ana, f"{base}/equity", {"version": 0, "equity": "none"})
    assert (told.status_code, told.json()["code"]) == (422, "equity_needs_reason")
    assert not Aim.objects.exists()


@pytest.mark.ac("S1 R-20")
def test_signs_over_the_api(api, ana, inquiry):
    base = f"/inquiries/{inquiry.pk}/indicators"
    late = api(ana, "POST", base, {"name": "Test", "expected_on": "2027-05-28", "moves": "late", "overarching": True})
    early = api(ana, "POST", base, {"name": "Reasons", "expected_on": "2026-12-18", "owner": "Devon"}).json()
    assert late.status_code == 201
    listed = api(ana, "GET", base).json()["items"]
    assert [(one["name"], one["owner"], one["measure"]) for one in listed] == [
        ("Reasons", "Devon", None),
        ("Test", "", None),
    ]
    one = f"/indicators/{early['id']}"
    changed = api(ana, "PATCH", one, {"version": 1, "make_by": "2026-12-01"}).json()
    assert (changed["name"], changed["make_by"], changed["version"]) == ("Reasons", "2026-12-01", 2)
    assert api(ana, "PATCH", one, {"version": 1, "name": "Other"}).status_code == 409
    assert api(ana, "POST", f"{one}/set-aside", {}).json()["ended_at"] is not None
    assert api(ana, "POST", f"{one}/restore", {}).json()["ended_at"] is None
