"""The theory through the API: the same services, with versions, keys and refusals."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.theory.models import Aim, Bone, Cause, Inquiry, Link, Part
from aimwell.contexts.theory.services import add_part, add_perspective, start_inquiry
from aimwell.core.history.models import Event


@pytest.fixture
def at(api, ana):
    """Ana asks: `at("PATCH", "/bones/1", {...})` gives (status, answer)."""

    def ask(method, path, body=None, user=None):
        answer = api(user or ana, method, path, body)
        return answer.status_code, answer.json() if answer.content else None

    return ask


def test_an_inquiry_is_started_listed_and_changed(at, team):
    status, made = at("POST", f"/teams/{team.pk}/inquiries", {"problem": "  Few say why. "})
    assert (status, made["problem"], made["version"], made["team"], made["rung"]) == (
        201, "Few say why.", 1, team.pk, "team",
    )  # fmt: skip
    status, listed = at("GET", f"/teams/{team.pk}/inquiries")
    assert (status, listed["count"], listed["items"]) == (200, 1, [made])
    status, changed = at("PATCH", f"/inquiries/{made['id']}", {"version": 1, "for_whom": "72 fifth graders"})
    assert (status, changed["problem"], changed["for_whom"], changed["version"]) == (
        200, "Few say why.", "72 fifth graders", 2,
    )  # fmt: skip


def test_the_same_key_makes_one(at, team):
    body = {"problem": "Few say why.", "key": str(uuid.uuid4())}
    first = at("POST", f"/teams/{team.pk}/inquiries", body)
    assert at("POST", f"/teams/{team.pk}/inquiries", body) == first
    assert Inquiry.objects.count() == 1
    assert Event.objects.filter(target_type="theory.inquiry").count() == 1


def test_a_key_belongs_to_one_place(at, ana, team, inquiry):
    other = start_inquiry(by=ana, team=team)
    key = str(uuid.uuid4())
    for path, body in (
        ("bones", {"name": "Time"}),
        ("parts", {"kind": "idea", "text": "A minute"}),
        ("evidence", {"text": "8 of 24"}),
    ):
        assert at("POST", f"/inquiries/{inquiry.pk}/{path}", {**body, "key": key})[0] == 201
        status, told = at("POST", f"/inquiries/{other.pk}/{path}", {**body, "key": key})
        assert (status, told["code"]) == (422, "key_used")


def test_a_stale_edit_gets_both_texts(at, inquiry, devon, team):
    at("PATCH", f"/inquiries/{inquiry.pk}", {"version": 1, "problem": "One in three says why."}, user=devon)
    status, told = at("PATCH", f"/inquiries/{inquiry.pk}", {"version": 1, "problem": "Most stay silent."})
    assert (status, told["code"], told["status"]) == (409, "stale_edit", 409)
    data = told["data"]
    assert (data["mine"], data["theirs"]) == (
        {"problem": "Most stay silent."}, {"problem": "One in three says why."},
    )  # fmt: skip
    assert (data["who"], data["version"], data["target_id"]) == ("Devon Park", 2, inquiry.pk)
    status, kept = at("PATCH", f"/inquiries/{inquiry.pk}", {"version": data["version"], **data["mine"]})
    assert (status, kept["problem"], kept["version"]) == (200, "Most stay silent.", 3)


@pytest.mark.parametrize("version", [None, "one", -1])
def test_an_edit_needs_its_version(at, inquiry, version):
    body = {"problem": "Other"} | ({} if version is None else {"version": version})
    assert at("PATCH", f"/inquiries/{inquiry.pk}", body)[0] == 422


def test_the_whole_graph(at, ana, inquiry, cause, tree):
    add_perspective(by=ana, inquiry=inquiry, role="fifth grader", text="I wait for someone else.")
    at("PATCH", f"/parts/{tree.minute.pk}", {"version": 1, "causes": [cause.pk]})
    at("PUT", f"/inquiries/{inquiry.pk}/aim", {"version": 0, "what": "explain", "baseline": 34, "target": 65})
    status, graph = at("GET", f"/inquiries/{inquiry.pk}")
    assert status == 200
    assert [one["name"] for one in graph["bones"]] == ["Time"]
    assert [one["text"] for one in graph["causes"]] == ["We ask for talk before time to think"]
    assert [one["role"] for one in graph["perspectives"]] == ["fifth grader"]
    assert {part["id"]: (part["kind"], part["causes"]) for part in graph["parts"]} == {
        tree.way_in.pk: ("primary", []),
        tree.safe.pk: ("primary", []),
        tree.think.pk: ("secondary", []),
        tree.minute.pk: ("idea", [cause.pk]),
    }
    assert [(link["parent"], link["child"]) for link in graph["links"]] == [
        (None, tree.way_in.pk), (None, tree.safe.pk), (tree.way_in.pk, tree.think.pk),
        (tree.safe.pk, tree.think.pk), (tree.think.pk, tree.minute.pk),
    ]  # fmt: skip
    assert graph["aim"]["missing"] == ["for_whom", "by_when"]
    assert graph["aim"]["sentence"].startswith("From 34\u00a0% to 65\u00a0% of [")
    assert graph["problem_missing"] == ["baseline", "evidence"]
    loose = [(end["kind"], end["part"]) for end in graph["loose_ends"]]
    assert loose == [("no_measure", None), ("no_measure", tree.think.pk)]


def test_the_graph_takes_the_same_number_of_queries_however_large(
    api, ana, inquiry, tree, bone, django_assert_num_queries
):
    path = f"/inquiries/{inquiry.pk}"
    api(ana, "GET", path)
    with CaptureQueriesContext(connection) as few:
        api(ana, "GET", path)
    for number in range(6):
        add_part(by=ana, inquiry=inquiry, kind="idea", text=f"Idea {number}", parents=[tree.think])
        Cause.objects.create(bone=bone, text=f"Cause {number}")
    with django_assert_num_queries(len(few)):
        api(ana, "GET", path)


def test_causes_are_added_below_changed_moved_ordered(at, inquiry, bone, cause):
    other = at("POST", f"/inquiries/{inquiry.pk}/bones", {"name": "Language"})[1]
    why = at("POST", f"/bones/{bone.pk}/causes", {"text": "We hurry", "parent": cause.pk})[1]
    assert (why["parent"], why["status"]) == (cause.pk, "assumed")
    changed = at("PATCH", f"/causes/{why['id']}", {"version": 1, "status": "supported"})[1]
    assert (changed["text"], changed["status"]) == ("We hurry", "supported")
    moved = at("POST", f"/causes/{cause.pk}/move", {"bone": other["id"]})[1]
    assert (moved["bone"], Cause.objects.get(pk=why["id"]).bone_id) == (other["id"], other["id"])
    assert at("POST", f"/causes/{cause.pk}/move", {"parent": why["id"]})[1]["code"] == "loop"
    assert at("POST", f"/causes/{cause.pk}/move", {})[0] == 422
    at("POST", f"/bones/{other['id']}/order", {"step": -1})
    assert list(Bone.objects.values_list("name", flat=True)) == ["Language", "Time"]


def test_the_six_bones_offered_are_taken_once(at, inquiry):
    status, made = at("POST", f"/inquiries/{inquiry.pk}/bones/offered")
    assert (status, [bone["name"] for bone in made][:2], len(made)) == (200, ["Tasks", "Time"], 6)
    assert at("POST", f"/inquiries/{inquiry.pk}/bones/offered") == (200, [])


def test_a_cause_is_set_aside_with_its_reason_and_comes_back(at, inquiry, cause):
    assert at("POST", f"/causes/{cause.pk}/set-aside", {})[1]["code"] == "reason_needed"
    aside = at("POST", f"/causes/{cause.pk}/set-aside", {"reason": "Said twice"})[1]
    assert (aside["ended_reason"], aside["ended_at"] is None) == ("Said twice", False)
    assert at("GET", f"/inquiries/{inquiry.pk}")[1]["causes"][0]["ended_reason"] == "Said twice"
    assert at("POST", f"/causes/{cause.pk}/restore", {})[1]["ended_at"] is None


def test_the_aim_is_put_whole_and_its_measure_takes_the_target(at, ana, team, inquiry):
    measure = create_measure(by=ana, team=team, name="Explains")
    body = {"version": 0, "what": "explain", "target": 65, "by_when": "2027-06-11", "measure": measure.pk}
    assert at("PUT", f"/inquiries/{inquiry.pk}/aim", body)[1]["version"] == 1
    measure.refresh_from_db()
    assert (measure.target, str(measure.target_by)) == (65, "2027-06-11")
    assert at("PUT", f"/inquiries/{inquiry.pk}/aim", {**body, "what": "say why"})[0] == 409
    assert at("PUT", f"/inquiries/{inquiry.pk}/aim/measure", {"measure": None})[1]["measure"] is None
    assert Aim.objects.get().what == "explain"


def test_parts_are_linked_moved_unlinked_and_a_line_comes_back(at, inquiry, tree):
    link = at("POST", f"/parts/{tree.minute.pk}/links", {"parent": tree.safe.pk})
    assert link[0] == 201
    assert at("POST", f"/parts/{tree.minute.pk}/links", {"parent": tree.safe.pk})[1]["code"] == "already_linked"
    assert at("POST", f"/parts/{tree.minute.pk}/links", {"parent": None})[1]["code"] == "wrong_link"
    assert at("DELETE", f"/links/{link[1]['id']}") == (204, None)
    assert at("DELETE", f"/links/{link[1]['id']}")[0] == 404
    again = at("POST", f"/parts/{tree.minute.pk}/move", {"old": tree.think.pk, "new": tree.safe.pk})[1]
    assert (again["parent"], again["child"]) == (tree.safe.pk, tree.minute.pk)
    status, told = at("POST", f"/links/{link[1]['id']}/restore", {})
    assert (status, told["code"]) == (422, "in_the_way")
    assert Link.objects.filter(child=tree.minute, ended_at=None).count() == 1


def test_a_part_is_changed_all_or_nothing(at, tree):
    part = tree.minute
    assert at("PATCH", f"/parts/{part.pk}", {"version": 1, "text": "Two minutes", "measure": 999_999})[0] == 404
    part.refresh_from_db()
    assert (part.text, part.version) == ("A quiet minute to rehearse", 1)


def test_an_idea_is_abandoned_with_its_reason_and_taken_up_again(at, tree):
    gone = at("POST", f"/parts/{tree.minute.pk}/abandon", {"version": 1, "reason": "No time in the lesson"})[1]
    assert gone["abandoned_because"] == "No time in the lesson"
    assert at("POST", f"/parts/{tree.minute.pk}/take-up")[1]["abandoned_because"] == ""
    assert Part.objects.get(pk=tree.minute.pk).version == 3


def test_going_on_without_a_step_keeps_the_reason(at, inquiry):
    status, kept = at("POST", f"/inquiries/{inquiry.pk}/skips", {"step": "causes", "reason": "We know them"})
    assert (status, kept["skipped"]) == (200, {"causes": "We know them"})
    assert at("POST", f"/inquiries/{inquiry.pk}/skips", {"step": "causes", "reason": " "})[0] == 422


@pytest.mark.parametrize(
    ("name", "kind", "head"),
    [("drivers.svg", "image/svg+xml", b"<svg"), ("causes.svg", "image/svg+xml", b"<svg"),
     ("drivers.png", "image/png", b"\x89PNG"), ("causes.png", "image/png", b"\x89PNG")],
)  # fmt: skip
def test_the_drawings_are_those_of_the_pages(api, ana, inquiry, tree, cause, page, name, kind, head):
    answer = api(ana, "GET", f"/inquiries/{inquiry.pk}/{name}")
    assert answer["Content-Type"].startswith(kind)
    assert answer.content.startswith(head)
    assert page(ana, f"/i/{inquiry.pk}/{name}").content == answer.content


def test_others_see_404_or_may_only_read(at, inquiry, outsiders):
    from aimwell.domain.access import Rung

    stranger, coach, _sponsor = outsiders
    assert at("GET", f"/inquiries/{inquiry.pk}", user=coach)[0] == 404
    Inquiry.objects.update(rung=int(Rung.COACH))
    status, graph = at("GET", f"/inquiries/{inquiry.pk}", user=coach)
    assert (status, graph["may_edit"]) == (200, False)
    assert at("POST", f"/inquiries/{inquiry.pk}/bones", {"name": "Time"}, user=coach)[0] == 403
    assert at("POST", f"/inquiries/{inquiry.pk}/bones", {"name": "Time"}, user=stranger)[0] == 404
