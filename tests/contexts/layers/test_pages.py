"""The team's page of layers, the page of whoever was asked, and the same in the API."""

import pytest
from django.urls import reverse

from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.layers import services
from aimwell.contexts.theory.layers.models import CauseOrigin, LayerAsk, LayerLine
from aimwell.contexts.theory.models import Cause
from aimwell.domain.access import Rung
from contexts.layers.conftest import open_to


def words(response):
    return " ".join(response.content.decode().split())


def at(name, thing):
    return reverse(f"layers:{name}", args=[thing.pk])


@pytest.fixture
def ask(ana, sketch):
    return services.ask_for_layer(
        by=ana, inquiry=sketch.inquiry, whom=sketch.grace, label="Bus office", question="What do we not see?"
    )


@pytest.fixture
def line(sketch, ask):
    return services.add_line(by=sketch.grace, ask=ask, text="The late bus stops on Wednesdays", bone=sketch.bone)


@pytest.mark.ac("S4 R-19")
def test_a_team_asks_and_whoever_is_asked_adds_a_layer(page, ana, sketch):
    url = at("both", sketch.inquiry)
    shown = words(page(ana, url))
    assert "Ask somebody who knows this" in shown
    assert "Grace Wheel" in shown
    assert "Imani Coach" not in shown
    sent = {"whom": sketch.grace.pk, "label": "Bus office", "question": "What do we not see?"}
    assert page(ana, url, sent).url == url
    ask = LayerAsk.objects.get()
    assert "One team asks for what you know" in words(page(sketch.grace, reverse("people:home") + "?all=1"))
    own = Membership.objects.get(user=sketch.grace).team
    assert "One team asks for what you know" in words(page(sketch.grace, reverse("reports:today", args=[own.pk])))
    assert "What do we not see?" in words(page(sketch.grace, reverse("layers:mine")))
    assert "This team asked you: What do we not see?" in words(
        page(sketch.grace, reverse("theory:fishbone", args=[sketch.inquiry.pk]))
    )
    mine = at("asked", ask)
    assert "Families have no time on Wednesdays" in words(page(sketch.grace, mine))
    assert page(sketch.grace, mine, {"text": "No late bus", "bone": sketch.bone.pk, "kind": "cause"}).status_code == 302
    assert page(sketch.grace, mine, {"text": "Ask us", "about": sketch.cause.pk, "kind": "comment"}).status_code == 302
    assert page(sketch.grace, mine, {"text": "", "kind": "cause"}).status_code == 422
    assert [(one.text, one.comment) for one in LayerLine.objects.all()] == [("No late bus", False), ("Ask us", True)]


@pytest.mark.ac("S4 R-19")
def test_both_layers_are_told_apart_by_mark_and_label_in_the_drawing_and_in_the_list(page, ana, sketch, line):
    shown = words(page(ana, at("both", sketch.inquiry)))
    drawing, _end, listed = shown[shown.index("d-fishbone") :].partition('class="bones"')
    assert "d-node d-cause d-layer" in drawing
    assert "layer: Bus office" in drawing
    assert "m-layer" in drawing
    assert f'id="c-line-{line.pk}"' in listed
    assert "layer: Bus office" in listed
    assert "m-layer" in listed
    for text in ("Families have no time on Wednesdays", "The late bus stops on Wednesdays"):
        assert text in listed


@pytest.mark.ac("S4 R-19")
def test_the_fishbone_tells_who_said_a_cause_first(page, ana, sketch, line):
    fishbone = reverse("theory:fishbone", args=[sketch.inquiry.pk])
    assert "One cause from somebody you asked waits beside yours." in words(page(ana, fishbone))
    assert page(ana, at("take", line), {"bone": sketch.bone.pk}).status_code == 302
    cause = Cause.objects.get(text=line.text)
    told = words(page(ana, f"{fishbone}?view=outline&cause={cause.pk}"))
    assert "First said by: Bus office." in told
    assert "layer: Bus office" in told
    assert "layer: Bus office" in words(page(ana, f"{fishbone}?view=drawing"))
    page(ana, at("back", line), {})
    assert page(ana, at("merge", line), {"cause": sketch.cause.pk}).status_code == 302
    told = words(page(ana, f"{fishbone}?view=outline&cause={sketch.cause.pk}"))
    assert "First said by the team. Also said by: Bus office." in told
    assert "our team + Bus office" in words(page(ana, reverse("theory:fishbone_txt", args=[sketch.inquiry.pk])))


def test_own_lines_are_changed_and_taken_out_with_a_way_back(page, sketch, line):
    sent = {"text": "The bus stops at noon", "bone": "", "version": "1"}
    assert page(sketch.grace, at("change", line), sent).status_code == 302
    assert page(sketch.grace, at("change", line), {**sent, "text": "Other"}).status_code == 409
    assert page(sketch.grace, at("change", line), {"text": ""}).status_code == 422
    page(sketch.grace, at("withdraw", line), {})
    shown = words(page(sketch.grace, at("asked", line.ask)))
    assert "“The bus stops at noon” is taken out of your layer." in shown
    assert "Take it out" not in shown
    page(sketch.grace, at("put_back", line), {})
    assert "The bus stops at noon" in words(page(sketch.grace, at("asked", line.ask)))


def test_a_request_is_closed_and_opened_again(page, ana, sketch, ask):
    assert page(ana, at("close", ask), {}).status_code == 302
    assert "The team closed this on" in words(page(sketch.grace, at("asked", ask)))
    assert page(sketch.grace, at("asked", ask), {"text": "x", "kind": "cause"}).status_code in {400, 409, 422}
    page(ana, at("open", ask), {})
    assert LayerAsk.objects.get().closed_at is None


def test_the_page_says_what_is_missing_before_somebody_can_be_asked(page, ana, sketch):
    open_to(sketch.inquiry, Rung.TEAM)
    assert "Nobody outside your team may comment on this effort yet." in words(page(ana, at("both", sketch.inquiry)))


@pytest.mark.ac("S4 R-19")
def test_who_opens_which_page(page, stranger, sketch, line):
    for user in (stranger, sketch.grace, sketch.imani):
        assert page(user, at("both", sketch.inquiry)).status_code == 404
        assert page(user, at("take", line), {"bone": sketch.bone.pk}).status_code in {403, 404}
    for user in (stranger, sketch.imani):
        assert page(user, at("asked", line.ask)).status_code == 404
        assert page(user, at("withdraw", line), {}).status_code == 404
    assert not CauseOrigin.objects.exists()
    assert LayerLine.objects.get().ended_at is None


@pytest.mark.ac("S4 R-19")
def test_the_same_in_the_api(api, ana, stranger, sketch):
    base = f"/inquiries/{sketch.inquiry.pk}/layers"
    assert [one["name"] for one in api(ana, "GET", base).json()["people"]] == ["Grace Wheel"]
    sent = {"whom": sketch.grace.pk, "label": "Bus office", "question": "What do we not see?"}
    assert api(ana, "POST", base, {**sent, "whom": sketch.marcus.pk}).json()["code"] == "layer_reader"
    assert api(sketch.grace, "POST", base, sent).status_code == 403
    ask = api(ana, "POST", base, sent).json()
    assert [one["id"] for one in api(sketch.grace, "GET", "/layers").json()["items"]] == [ask["id"]]
    said = {"text": "No late bus", "bone": sketch.bone.pk}
    assert api(ana, "POST", f"/layers/{ask['id']}/lines", said).status_code == 403
    assert api(stranger, "POST", f"/layers/{ask['id']}/lines", said).status_code == 404
    line = api(sketch.grace, "POST", f"/layers/{ask['id']}/lines", said).json()
    assert (line["layer"], line["comment"]) == ("Bus office", False)
    told = api(sketch.grace, "PUT", f"/layer-lines/{line['id']}", {"version": 1, "text": "No bus", "bone": None}).json()
    assert (told["text"], told["bone"], told["version"]) == ("No bus", None, 2)
    assert api(sketch.grace, "POST", f"/layer-lines/{line['id']}/withdraw").json()["ended_at"]
    assert api(sketch.grace, "POST", f"/layer-lines/{line['id']}/put-back").json()["ended_at"] is None
    taken = api(ana, "POST", f"/layer-lines/{line['id']}/take-over", {"bone": sketch.bone.pk}).json()
    assert taken["layer"] == "Bus office"
    assert api(ana, "POST", f"/layer-lines/{line['id']}/put-beside").status_code == 200
    api(ana, "POST", f"/layer-lines/{line['id']}/merge", {"cause": sketch.cause.pk})
    both = api(ana, "GET", base).json()
    assert both["origins"] == [{"cause": sketch.cause.pk, "line": line["id"], "layer": "Bus office", "merged": True}]
    assert api(sketch.grace, "GET", f"/layers/{ask['id']}").json()["lines"][0]["text"] == "No bus"
    assert api(sketch.grace, "GET", base).status_code == 404
    assert api(ana, "POST", f"/layers/{ask['id']}/close").json()["closed_at"]
    assert api(sketch.grace, "POST", f"/layers/{ask['id']}/lines", said).json()["code"] == "layer_closed"
    assert api(ana, "POST", f"/layers/{ask['id']}/open").json()["closed_at"] is None
