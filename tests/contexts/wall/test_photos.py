"""Photos of chart paper: beside what they belong to, without place and camera, and for whom they are."""

import datetime
import io
import uuid

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.processes.services import start_process
from aimwell.contexts.theory.services import start_inquiry
from aimwell.contexts.theory.voices.services import add_interview, start_grouping
from aimwell.contexts.theory.wall import services
from aimwell.contexts.theory.wall.models import WallPhoto
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def url(name, *args):
    return reverse(f"wall:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def as_stored(photo):
    with default_storage.open(photo.stored_as, "rb") as file:
        return file.read()


@pytest.fixture
def interview(ana, inquiry):
    day = datetime.date(2026, 9, 22)
    return add_interview(by=ana, inquiry=inquiry, role="fifth grader", group="students", held_on=day)


def beside(ana, inquiry, sheet, place, thing=None, **more):
    return services.add_photo(
        by=ana, inquiry=inquiry, upload=sheet(), alt="Notes of a talk", place=place, beside=thing and thing.pk,
        **more,
    )  # fmt: skip


@pytest.mark.ac("S4 R-30")
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_is_attached_with_alt_text_and_a_transcription(page, ana, inquiry, sheet, kind):
    sent = {"alt": "Our fishbone in marker", "beside": "fishbone", "transcription": "Time: we hurry", "checked": "on",
            "key": str(uuid.uuid4())}  # fmt: skip
    for _again in range(2):
        answer = page(ana, url("wall", inquiry.pk), {**sent, "file": sheet(kind)})
        assert answer.status_code == 302
    photo = WallPhoto.objects.get()
    assert (photo.place, photo.transcription, photo.checked) == ("fishbone", "Time: we hurry", True)
    picture = f'src="{url("image", photo.pk)}" alt="Our fishbone in marker"'
    for address in (answer["Location"], url("wall", inquiry.pk), reverse("theory:fishbone", args=[inquiry.pk])):
        assert picture in words(page(ana, address))
        assert "Time: we hurry" in words(page(ana, address))
    shown = page(ana, url("image", photo.pk))
    assert (shown["Content-Type"], Image.open(io.BytesIO(shown.content)).size) == ("image/jpeg", (400, 300))
    assert picture not in words(page(ana, reverse("theory:problem", args=[inquiry.pk])))


@pytest.mark.ac("S4 R-30")
def test_place_and_camera_are_stripped(photo):
    raw = as_stored(photo)
    assert b"SecretPhone" not in raw
    assert b"Exif" not in raw
    exif = Image.open(io.BytesIO(raw)).getexif()
    assert dict(exif) == {}
    assert exif.get_ifd(0x8825) == {}


@pytest.mark.parametrize(
    ("raw", "says"),
    [(b"GIF89a" + bytes(40), "no picture that can be read"), (b"\x00\x00\x00\x18ftypheic\x00\x00", "HEIC"),
     (bytes(10_000_001), "larger than 10 MB")],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(page, ana, inquiry, sheet, raw, says):
    sent = {"alt": "The wall", "beside": "problem", "transcription": "We hurry", "file": sheet(raw=raw)}
    answer = page(ana, url("wall", inquiry.pk), sent)
    assert (answer.status_code, WallPhoto.objects.count()) == (422, 0)
    told = words(answer)
    assert says in told
    assert "We hurry" in told
    assert 'value="The wall"' in told


def test_without_words_for_those_who_do_not_see_it_it_is_not_taken(page, ana, inquiry, sheet):
    assert page(ana, url("wall", inquiry.pk), {"beside": "problem", "file": sheet()}).status_code == 422
    with pytest.raises(Refused) as refused:
        services.add_photo(by=ana, inquiry=inquiry, upload=sheet(), alt=" ", place="problem")
    assert refused.value.code == "photo_words_needed"
    assert not WallPhoto.objects.exists()


def test_every_place_of_a_work_takes_a_photo_and_shows_it_there(page, ana, inquiry, sheet, interview):
    process = start_process(by=ana, inquiry=inquiry, name="Partner talk")
    board = start_grouping(by=ana, inquiry=inquiry, question="What stops you?")
    there = {
        ("problem", None): reverse("theory:problem", args=[inquiry.pk]),
        ("process", process): reverse("processes:process", args=[process.pk]),
        ("interview", interview): reverse("voices:interview", args=[interview.pk]),
        ("grouping", board): reverse("voices:grouping", args=[board.pk]),
    }
    for (place, thing), address in there.items():
        photo = beside(ana, inquiry, sheet, place, thing)
        assert url("image", photo.pk) in words(page(ana, address)), place
        assert photo.beside == thing


@pytest.mark.parametrize("place", ["process", "interview", "nowhere"])
def test_a_place_of_other_work_is_no_place(ana, team, inquiry, interview, sheet, place):
    other = start_inquiry(by=ana, team=team, problem="Late buses")
    with pytest.raises(Refused) as refused:
        beside(ana, other, sheet, place, interview)
    assert refused.value.code == "wall_place"
    assert not default_storage.exists("photos")


def test_a_work_holds_so_many_photos(ana, inquiry, sheet, monkeypatch):
    monkeypatch.setattr(services, "MOST_PHOTOS", 1)
    beside(ana, inquiry, sheet, "problem")
    with pytest.raises(Refused) as refused:
        beside(ana, inquiry, sheet, "problem")
    assert refused.value.code == "wall_full"
    assert len(default_storage.listdir("photos")[1]) == 1


@pytest.mark.ac("S4 R-30")
def test_readers_see_it_once_somebody_has_looked_for_names(page, api, readers, stranger, ana, inquiry, photo):
    addresses = [url("image", photo.pk), url("photo", photo.pk)]
    principal = readers["principal"]
    for address in addresses:
        assert page(principal, address).status_code == 404
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    for address in addresses:
        assert page(principal, address).status_code == 200
        assert page(stranger, address).status_code == 404
    services.check_photo(by=ana, photo=photo, checked=False)
    for address in addresses:
        assert page(principal, address).status_code == 404
        assert page(ana, address).status_code == 200
    assert url("image", photo.pk) not in words(page(principal, reverse("theory:fishbone", args=[inquiry.pk])))
    assert api(principal, "GET", f"/inquiries/{inquiry.pk}/wall-photos").json()["items"] == []
    page(ana, url("check", photo.pk), {"checked": "1"})
    assert page(principal, addresses[0]).status_code == 200


@pytest.mark.ac("S4 R-30")
@pytest.mark.ac("S4 R-28")
def test_beside_an_interview_it_is_for_the_team_on_every_rung(page, api, readers, ana, inquiry, interview, sheet):
    photo = beside(ana, inquiry, sheet, "interview", interview, checked=True, transcription="I wait")
    principal = readers["principal"]
    for rung in (Rung.SCHOOL, Rung.PUBLIC):
        share(by=ana, obj=inquiry, rung=rung)
        assert page(principal, url("image", photo.pk)).status_code == 404
        assert page(principal, url("photo", photo.pk)).status_code == 404
        assert api(principal, "GET", f"/wall-photos/{photo.pk}/file").status_code == 404
        assert "I wait" not in words(page(principal, url("wall", inquiry.pk)))
        assert "Notes of a talk" not in words(
            page(principal, reverse("reports:timeline", args=["wall.wallphoto", photo.pk]))
        )
    page(ana, url("move", photo.pk), {"beside": "problem"})
    assert page(principal, url("image", photo.pk)).status_code == 200


@pytest.mark.ac("S4 R-30")
def test_who_reads_may_not_write(page, readers, ana, inquiry, photo, sheet):
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    principal = readers["principal"]
    with pytest.raises(NotAllowed):
        services.add_photo(by=principal, inquiry=inquiry, upload=sheet(), alt="x", place="problem")
    sent = {"alt": "x", "transcription": "y", "version": "1", "beside": "problem"}
    for name in ("photo", "move", "check", "aside", "restore", "causes"):
        assert page(principal, url(name, photo.pk), sent).status_code in (403, 404), name
    assert page(principal, url("causes", photo.pk)).status_code == 404
    photo.refresh_from_db()
    assert (photo.version, photo.ended_at) == (1, None)
    assert "Add a photo" not in words(page(principal, url("wall", inquiry.pk)))


def test_two_who_type_the_words_meet(page, ana, devon, photo):
    services.change_photo(by=devon, photo=photo, version=1, alt=photo.alt, transcription="We hurry")
    with pytest.raises(StaleEdit):
        services.change_photo(by=ana, photo=photo, version=1, alt=photo.alt, transcription="We wait")
    answer = page(ana, url("photo", photo.pk), {"alt": photo.alt, "transcription": "We wait", "version": "1"})
    assert answer.status_code == 409
    assert "We hurry" in words(answer)
    assert "We wait" in words(answer)


def test_the_words_are_saved_and_the_picture_never_changes(page, ana, photo):
    before = as_stored(photo)
    answer = page(
        ana, url("photo", photo.pk), {"alt": "Two sheets", "transcription": " We hurry\r\nA lot ", "version": "1"}
    )
    assert answer["Location"].endswith("#written")
    photo.refresh_from_db()
    assert (photo.alt, photo.transcription) == ("Two sheets", "We hurry\nA lot")
    assert as_stored(photo) == before
    assert page(ana, url("photo", photo.pk), {"alt": "", "version": "2"}).status_code == 422


def test_set_aside_it_is_shown_nowhere_and_comes_back(page, ana, inquiry, photo):
    page(ana, url("aside", photo.pk), {})
    assert page(ana, url("image", photo.pk)).status_code == 404
    assert url("image", photo.pk) not in words(page(ana, reverse("theory:fishbone", args=[inquiry.pk])))
    assert "Bring back" in words(page(ana, url("wall", inquiry.pk)))
    assert "This photo is set aside." in words(page(ana, url("photo", photo.pk)))
    page(ana, url("restore", photo.pk), {})
    assert page(ana, url("image", photo.pk)).status_code == 200
    told = Event.objects.filter(target_type="wall.wallphoto").values_list("verb", flat=True)
    assert sorted(told) == ["created", "restored", "set_aside"]


def test_the_page_asks_to_look_for_names_and_blocks_nothing(page, ana, inquiry, sheet):
    assert "No names or faces of students?" in words(page(ana, url("wall", inquiry.pk)))
    page(ana, url("wall", inquiry.pk), {"alt": "The wall", "beside": "problem", "file": sheet()})
    assert WallPhoto.objects.get().checked is False


def test_pages_take_the_same_queries_however_many_photos(page, ana, inquiry, photo, sheet, django_assert_num_queries):
    def count(address):
        with django_assert_num_queries(counted[address]):
            assert page(ana, address).status_code == 200

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    addresses, counted = (url("wall", inquiry.pk), reverse("theory:fishbone", args=[inquiry.pk])), {}
    for address in addresses:
        page(ana, address)
        with CaptureQueriesContext(connection) as caught:
            page(ana, address)
        counted[address] = len(caught)
    for number in range(4):
        services.add_photo(by=ana, inquiry=inquiry, upload=sheet(), alt=f"Sheet {number}", place="fishbone")
    for address in addresses:
        count(address)
