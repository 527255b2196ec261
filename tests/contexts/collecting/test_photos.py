"""Photos beside lines of Do: made anew without place and camera, and seen only by whoever reads the notes."""

import contextlib
import io
import itertools
import uuid

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from aimwell.adapters.pictures import MOST_BYTES, made_anew
from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.models import Photo
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def url(name, *args):
    return reverse(f"collecting:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def upload(raw, name="board.jpg"):
    return SimpleUploadedFile(name, raw)


@pytest.fixture
def entry(ana, cycle):
    return cycles.add_entry(by=ana, cycle=cycle, text="Two argued.", kind="surprise")


@pytest.fixture
def photo(ana, entry, picture):
    return services.add_photo(by=ana, entry=entry, upload=upload(picture()), alt="The board with two answers")


@pytest.mark.ac("S1 R-28")
def test_a_photo_goes_beside_a_line_of_do_and_shows_on_the_cycle(page, ana, cycle, entry, picture):
    sent = {"alt": "The board", "entry": entry.pk, "key": str(uuid.uuid4())}
    for _again in range(2):
        assert page(ana, url("photos", cycle.pk), {**sent, "file": upload(picture())}).status_code == 302
    photo = Photo.objects.get()
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert f'src="{url("photo_file", photo.pk)}" alt="The board"' in shown
    answer = page(ana, url("photo_file", photo.pk))
    assert answer["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(answer.content)).size == (300, 400)


@pytest.mark.ac("S1 R-28")
def test_without_a_line_it_makes_one_with_its_words(page, ana, cycle, picture):
    page(ana, url("photos", cycle.pk), {"alt": "The board", "file": upload(picture())})
    photo = Photo.objects.get()
    assert (photo.entry.text, photo.entry.kind) == ("The board", "observation")
    assert page(ana, url("photos", cycle.pk), {"alt": "It", "file": upload(b"no picture")}).status_code == 422
    assert (cycle.entries.count(), Photo.objects.count()) == (1, 1)


def test_nothing_of_place_and_camera_is_left(photo):
    with default_storage.open(photo.stored_as, "rb") as file:
        raw = file.read()
    assert b"SecretPhone" not in raw
    assert b"Exif" not in raw
    assert dict(Image.open(io.BytesIO(raw)).getexif()) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_is_made_smaller_and_the_right_way_up(picture, kind):
    made = made_anew(picture(width=3200, height=800, kind=kind))
    assert (made.width, made.height) == (400, 1600)


def test_what_is_see_through_becomes_white():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(made_anew(out.getvalue()).data)).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "photo_heic"),
        (b"GIF89a" + bytes(40), "photo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_unreadable"),
        (b"", "photo_unreadable"),
        (bytes(MOST_BYTES + 1), "photo_too_large"),
    ],
)
def test_what_is_no_photo_is_said_with_what_to_do(raw, code):
    with pytest.raises(Refused) as refused:
        made_anew(raw)
    assert refused.value.code == code


def test_a_picture_cut_off_or_far_too_large_is_refused(picture, monkeypatch):
    with pytest.raises(Refused):
        made_anew(picture()[:300])
    monkeypatch.setattr("aimwell.adapters.pictures.MOST_PIXELS", 1000)
    with pytest.raises(Refused) as refused:
        made_anew(picture())
    assert refused.value.code == "photo_too_large"


def test_words_are_needed_and_six_are_enough(ana, entry, picture):
    with pytest.raises(Refused):
        services.add_photo(by=ana, entry=entry, upload=upload(picture()), alt=" ")
    for number in range(6):
        services.add_photo(by=ana, entry=entry, upload=upload(picture()), alt=f"Photo {number}")
    with pytest.raises(Refused):
        services.add_photo(by=ana, entry=entry, upload=upload(picture()), alt="One more")


def test_set_aside_it_is_not_shown_and_comes_back(page, ana, cycle, photo):
    page(ana, url("aside", "photo", photo.pk), {})
    assert page(ana, url("photo_file", photo.pk)).status_code == 404
    page(ana, url("restore", "photo", photo.pk), {})
    assert page(ana, url("photo_file", photo.pk)).status_code == 200
    cycles.set_entry_aside(by=ana, entry=photo.entry)
    assert page(ana, url("photo_file", photo.pk)).status_code == 404


def test_other_words_and_two_who_write_them(page, ana, photo):
    page(ana, url("photo_change", photo.pk), {"alt": "The board", "version": 1})
    with pytest.raises(StaleEdit):
        services.change_photo(by=ana, photo=photo, version=1, alt="A board")


def test_it_is_seen_by_whoever_reads_the_notes(page, api, readers, stranger, ana, cycle, photo, counts, picture, near):
    beside = services.add_photo(by=ana, entry=counts("Room 14", 12, 9, 20), upload=upload(picture()), alt="Slips")
    for reader in (readers["principal"], stranger):
        assert page(reader, url("photo_file", photo.pk)).status_code == 404
    near()
    assert page(readers["principal"], url("photo_file", photo.pk)).status_code == 200
    assert page(readers["principal"], url("photo_file", beside.pk)).status_code == 404
    listed = api(readers["principal"], "GET", f"/cycles/{cycle.pk}/photos").json()["items"]
    assert [one["id"] for one in listed] == [photo.pk]
    assert page(stranger, url("photo_file", photo.pk)).status_code == 404
    assert page(readers["principal"], url("photos", cycle.pk)).status_code == 404
    with pytest.raises(NotAllowed):
        services.add_photo(by=readers["principal"], entry=photo.entry, upload=upload(picture()), alt="x")


def test_a_photo_in_the_api(api, ana, entry, picture):
    made = api(ana, "POST", f"/entries/{entry.pk}/photos", {"alt": "The board"}, upload=picture()).json()
    assert (made["alt"], made["width"], made["height"]) == ("The board", 300, 400)
    assert api(ana, "GET", f"/photos/{made['id']}/file")["Content-Type"] == "image/jpeg"
    assert api(ana, "PATCH", f"/photos/{made['id']}", {"version": 1, "alt": "A board"}).json()["alt"] == "A board"
    assert api(ana, "POST", f"/photos/{made['id']}/set-aside", {}).json()["ended_at"]
    assert api(ana, "GET", f"/photos/{made['id']}/file").status_code == 404


@pytest.mark.parametrize("alt", [" ", "A board " * 50])
def test_words_that_do_not_fit_come_back(page, ana, photo, alt):
    answer = page(ana, url("photo_change", photo.pk), {"alt": alt, "version": 1})
    assert (answer.status_code, alt.strip() in words(answer)) == (422, True)
    photo.refresh_from_db()
    assert photo.alt == "The board with two answers"


def test_of_a_cycle_set_aside_only_the_team_sees_it(page, readers, ana, cycle, photo, near):
    near()
    assert page(readers["principal"], url("photo_file", photo.pk)).status_code == 200
    cycles.set_aside(by=ana, cycle=cycle)
    assert page(readers["principal"], url("photo_file", photo.pk)).status_code == 404
    assert page(ana, url("photo_file", photo.pk)).status_code == 200


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_damage_in_what_a_camera_wrote_never_breaks_the_page(picture):
    whole, codes = picture(), set()
    for place, wrong in itertools.product(range(6, 60), (0, 7, 255)):
        raw = bytearray(whole)
        raw[raw.index(b"Exif") + place] = wrong
        with contextlib.suppress(Refused):
            codes.add(made_anew(bytes(raw)).width)
    assert codes == {300, 400}


def test_a_film_is_not_called_a_photo_of_a_phone():
    with pytest.raises(Refused) as refused:
        made_anew(b"\x00\x00\x00\x18ftypisom\x00\x00")
    assert refused.value.code == "photo_unreadable"
