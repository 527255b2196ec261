"""Lines of the words on a photo become causes in one go, once, and come back in one go."""

import uuid

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.services import add_cause, change_cause
from aimwell.contexts.theory.services.rounds import set_rule
from aimwell.contexts.theory.wall import services
from aimwell.contexts.theory.wall.models import LineCause
from aimwell.contexts.theory.wall.queries import PhotoLines
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused

FIRST, SECOND = "We talk before we think", "The bell cuts us off"


def url(name, *args):
    return reverse(f"wall:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def causes():
    rows = Cause.objects.filter(ended_at=None).order_by("pk")
    return list(rows.values_list("bone__name", "text"))


def put(ana, photo, bones, *lines, **more):
    return services.put_on_fishbone(
        by=ana, photo=photo, lines=[(line, bones[0].pk) for line in lines or (FIRST, SECOND)], **more
    )


@pytest.mark.ac("S4 R-30")
def test_lines_are_chosen_looked_at_and_put_on_the_fishbone_in_one_go(page, ana, inquiry, photo, bones):
    address = url("causes", photo.pk)
    asked = words(page(ana, address))
    assert FIRST in asked
    assert "Time:" not in asked.split("wall-lines", 1)[1].split("</ul>")[0]
    sent = {"line-1": "on", "bone-1": str(bones[0].pk), "line-3": "on", "bone": str(bones[1].pk), "version": "1"}
    looked = page(ana, address, {**sent, "do": "look"})
    told = words(looked)
    assert looked.status_code == 200
    assert f"<h2>Time</h2><ul><li>{FIRST}</li></ul>" in told
    assert "<h2>Tasks</h2><ul><li>One right answer</li></ul>" in told
    assert "Put 2 causes on the fishbone" in told
    assert causes() == []
    back = words(page(ana, address, {**sent, "do": "choose"}))
    assert "Look at them first" in back
    key = str(uuid.uuid4())
    for _again in range(2):
        answer = page(ana, address, {**sent, "do": "put", "key": key})
        assert answer["Location"] == reverse("theory:fishbone", args=[inquiry.pk])
    assert causes() == [("Time", FIRST), ("Tasks", "One right answer")]
    shown = words(page(ana, address))
    assert "It is a cause already, under Time." in shown
    assert 'name="line-1"' not in shown


def test_a_heading_on_the_paper_ticks_its_lines(page, ana, photo, bones):
    shown = words(page(ana, url("causes", photo.pk)))
    assert shown.count(" checked") == 3
    lines = PhotoLines(photo).lines
    assert [(one.line.text, one.bone) for one in lines] == [
        (FIRST, bones[0]), (SECOND, bones[0]), ("One right answer", bones[1]),
    ]  # fmt: skip


@pytest.mark.ac("S4 R-30")
def test_a_cause_says_which_photo_it_came_from(page, readers, ana, inquiry, photo, bones):
    (made,) = put(ana, photo, bones, FIRST)
    at = reverse("theory:fishbone", args=[inquiry.pk]) + f"?view=outline&cause={made.cause_id}"
    assert f'It came from a photo: <a href="{url("photo", photo.pk)}">Our fishbone in marker</a>' in words(
        page(ana, at)
    )
    assert FIRST in words(page(ana, url("photo", photo.pk))).split("Causes that came of it")[1]
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    services.check_photo(by=ana, photo=photo, checked=False)
    assert "It came from a photo" not in words(page(readers["principal"], at))


@pytest.mark.ac("S4 R-30")
def test_it_is_one_step_that_can_be_taken_back_and_done_again(page, ana, photo, bones):
    made = put(ana, photo, bones)
    batch = made[0].batch
    page(ana, url("take_back", batch), {})
    assert causes() == []
    assert Cause.objects.count() == 2
    page(ana, url("again", batch), {})
    assert causes() == [("Time", FIRST), ("Time", SECOND)]
    page(ana, url("take_back", batch), {})
    services.put_on_fishbone(by=ana, photo=photo, lines=[(FIRST, bones[1].pk)])
    assert causes() == [("Tasks", FIRST)]
    assert Cause.objects.count() == 2


def test_the_same_key_and_the_same_line_make_nothing_twice(ana, photo, bones):
    key = uuid.uuid4()
    once = put(ana, photo, bones, FIRST, key=key)
    assert put(ana, photo, bones, SECOND, key=key) == once
    again = put(ana, photo, bones, FIRST, FIRST.upper(), SECOND)
    assert [one.pk for one in again][:1] == [once[0].pk]
    assert LineCause.objects.count() == 2


@pytest.mark.parametrize("touch", ["reworded", "why"])
def test_where_something_stands_on_one_nothing_is_taken_back(page, ana, devon, photo, bones, touch):
    made = put(ana, photo, bones)
    cause = made[0].cause
    if touch == "reworded":
        change_cause(by=devon, cause=cause, version=None, text="We ask too early", status="assumed", how_known="")
    else:
        add_cause(by=devon, bone=bones[0], parent=cause, text="The period is short")
    with pytest.raises(Refused) as refused:
        services.take_back(by=ana, photo=photo, batch=made[0].batch)
    assert refused.value.code == "changed_since"
    assert Cause.objects.filter(ended_at=None).count() >= 2


@pytest.mark.parametrize(
    ("line", "bone", "code"),
    [
        ("Not on it", 0, "wall_line_gone"),
        (FIRST, -1, "wall_bone"),
        (None, 0, "wall_no_line"),
        ("b" * 301, 0, "wall_line_long"),
    ],
)
def test_what_cannot_become_a_cause_is_said_and_nothing_is_made(ana, photo, bones, line, bone, code):
    photo = services.change_photo(by=ana, photo=photo, version=None, alt="x", transcription=f"{FIRST}\n{'b' * 301}")
    lines = [] if line is None else [(FIRST, bones[0].pk), (line, bones[bone].pk if bone >= 0 else 0)]
    with pytest.raises(Refused) as refused:
        services.put_on_fishbone(by=ana, photo=photo, lines=lines)
    assert refused.value.code == code
    assert causes() == []


def test_a_line_without_a_bone_and_no_line_at_all_are_asked_for(page, ana, photo):
    address = url("causes", photo.pk)
    for sent, says in (({}, "Choose at least one line."), ({"line-1": "on"}, "Choose a bone for this line.")):
        answer = page(ana, address, {**sent, "do": "look", "version": "1"})
        assert answer.status_code == 422
        assert says in words(answer)


def test_words_that_changed_meanwhile_are_shown_again(page, ana, devon, photo, bones):
    services.change_photo(by=devon, photo=photo, version=1, alt=photo.alt, transcription="Time: we hurry")
    sent = {"line-1": "on", "bone-1": str(bones[0].pk), "version": "1", "do": "put"}
    answer = page(ana, url("causes", photo.pk), sent)
    assert "Somebody changed the words meanwhile." in words(answer)
    assert causes() == []


def test_the_rule_for_causes_is_asked_here_too(page, ana, inquiry, photo, bones):
    set_rule(by=ana, inquiry=inquiry, sentence="Causes speak of the system")
    sent = {"line-1": "on", "bone-1": str(bones[0].pk), "version": "1", "do": "put"}
    asked = page(ana, url("causes", photo.pk), sent)
    assert asked.status_code == 422
    assert causes() == []
    page(ana, url("causes", photo.pk), {**sent, "system_part": "The schedule"})
    assert Cause.objects.get().system_part == "The schedule"


def test_before_there_are_words_or_bones_the_page_says_what_to_do(page, ana, inquiry, sheet):
    photo = services.add_photo(by=ana, inquiry=inquiry, upload=sheet(), alt="The wall", place="fishbone")
    assert "Type the words beside the photo first." in words(page(ana, url("causes", photo.pk)))
    services.change_photo(by=ana, photo=photo, version=1, alt="The wall", transcription="We hurry")
    assert "The fishbone has no bones yet." in words(page(ana, url("causes", photo.pk)))


@pytest.mark.ac("S4 R-30")
def test_the_api_takes_the_same_way(api, ana, stranger, inquiry, bones, sheet):
    sent = {"alt": "The wall", "place": "fishbone", "transcription": f"{FIRST}\nTasks: {SECOND}"}
    raw = sheet().read()
    made = api(ana, "POST", f"/inquiries/{inquiry.pk}/wall-photos", sent, upload=raw).json()
    assert (made["alt"], made["width"], made["checked"], made["beside"]) == ("The wall", 400, False, None)
    at = f"/wall-photos/{made['id']}"
    assert api(ana, "GET", f"{at}/file")["Content-Type"] == "image/jpeg"
    lines = api(ana, "GET", f"{at}/lines").json()["lines"]
    assert [(one["text"], one["bone"]) for one in lines] == [(FIRST, None), (SECOND, bones[1].pk)]
    body = {"lines": [{"text": one["text"], "bone": one["bone"] or bones[0].pk} for one in lines]}
    put_in = api(ana, "POST", f"{at}/causes", body).json()["made"]
    assert causes() == [("Time", FIRST), ("Tasks", SECOND)]
    assert api(stranger, "POST", f"{at}/causes", body).status_code == 404
    batch = put_in[0]["batch"]
    assert api(stranger, "POST", f"/wall-batches/{batch}/take-back", {}).status_code == 404
    assert api(ana, "POST", f"/wall-batches/{batch}/take-back", {}).status_code == 200
    assert causes() == []
    assert api(ana, "POST", f"/wall-batches/{batch}/again", {}).status_code == 200
    assert api(ana, "POST", f"{at}/move", {"place": "problem"}).json()["place"] == "problem"
    assert api(ana, "POST", f"{at}/move", {"place": "interview", "beside": 1}).json()["code"] == "wall_place"
    assert api(ana, "POST", f"{at}/check", {"checked": True}).json()["checked"] is True
    changed = api(ana, "PATCH", at, {"version": 1, "alt": "A", "transcription": ""})
    assert changed.status_code == 409
    assert api(ana, "POST", f"{at}/set-aside", {}).json()["ended_at"]
    assert api(ana, "GET", at).status_code == 404


def test_others_put_nothing_on_the_fishbone(readers, ana, inquiry, photo, bones):
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    for who in ("principal", "coach"):
        with pytest.raises(NotAllowed):
            put(readers[who], photo, bones)
    assert causes() == []
