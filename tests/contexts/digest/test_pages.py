"""The page of the digest, the look at it, and the same by API."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.reports.digest.models import DigestChoice, DigestSent
from aimwell.contexts.reports.digest.queries import letter_of
from contexts.digest.conftest import NOW, TODAY

SETTINGS, PREVIEW = "/settings/digest/", "/settings/digest/preview/"
FORM = {"pace": "weekly", "weekday": "0", "at": "07:30", "quiet_from": "17:00", "quiet_to": "07:00", "language": "es"}


def words(response):
    return " ".join(response.content.decode().split())


def test_it_is_off_until_somebody_turns_it_on(page, ana):
    html = words(page(ana, SETTINGS))
    assert "Nothing is sent until you ask for it." in html
    assert '<input type="radio" name="pace" value="never"' in html
    assert DigestChoice.objects.count() == 0
    assert reverse("digest:settings") in words(page(ana, "/settings/"))


def test_what_is_chosen_is_kept_and_the_next_day_is_said(page, ana):
    assert page(ana, SETTINGS, FORM).status_code == 302
    found = DigestChoice.objects.get(user=ana)
    assert (found.pace, found.weekday, found.at, found.language) == ("weekly", 0, dt.time(7, 30), "es")
    assert found.address == "http://testserver/"
    html = words(page(ana, SETTINGS))
    assert f"The next one goes on February 15, 2027 at 7:30 to {ana.email}, if there is something to say." in html
    assert page(ana, SETTINGS, {**FORM, "pace": "never"}).status_code == 302
    assert "The next one goes" not in words(page(ana, SETTINGS))


@pytest.mark.ac("S2 R-68")
def test_a_time_in_the_quiet_hours_is_asked_again_beside_its_field(page, ana):
    answer = page(ana, SETTINGS, {**FORM, "at": "18:00"})
    assert answer.status_code == 422
    assert "18:00 lies in the quiet hours, from 17:00 to 7:00. Nothing was changed." in words(answer)
    assert 'value="18:00"' in words(answer)
    assert DigestChoice.objects.count() == 0


def test_a_time_that_is_none_is_asked_again(page, ana):
    answer = page(ana, SETTINGS, {**FORM, "at": "soon"})
    assert (answer.status_code, "Write a time, such as 07:30." in words(answer)) == (422, True)


def test_an_account_without_an_address_reads_it_here(page, ana, huddle):
    ana.email, ana.sign_in_code = None, "maple-4821"
    ana.save()
    html = words(page(ana, SETTINGS))
    assert "Your account has no e-mail address, so nothing can be sent." in html
    assert 'name="pace"' not in html
    assert "Huddle, Thursday 12:20." in words(page(ana, PREVIEW))
    assert page(ana, SETTINGS, FORM).status_code == 422


def test_the_look_is_word_for_word_the_letter(page, ana, huddle, chosen):
    choice = chosen(ana)
    meetings.decide(by=ana, meeting=huddle, text="Bring ten exit tickets", owner=ana, due_on=TODAY)
    letter = letter_of(choice, NOW)
    html = page(ana, PREVIEW).content.decode()
    assert letter.body in html
    assert letter.body in letter.html
    assert "Bring ten exit tickets (by Feb 9)" in html
    assert (mail.outbox, DigestSent.objects.count()) == ([], 0)


def test_an_empty_look_shows_an_example(page, ana):
    html = words(page(ana, PREVIEW))
    assert "There is nothing to say just now, so nothing would go." in html
    assert "For example, a letter may say" in html


def test_in_spanish(client, ana, huddle, chosen):
    chosen(ana, language="es")
    client.force_login(ana)
    client.cookies["django_language"] = "es"
    assert "Resumen por correo" in words(client.get(SETTINGS))
    assert "Su semana en Aimwell" in words(client.get(PREVIEW))


def test_the_same_by_api(api, ana, huddle):
    assert api(ana, "GET", "/me/digest").json()["pace"] == "never"
    made = api(ana, "PUT", "/me/digest", {"pace": "daily", "at": "08:00", "language": "en"})
    assert made.status_code == 200
    assert made.json() == {
        "pace": "daily", "weekday": 0, "at": "08:00:00", "quiet_from": "18:00:00", "quiet_to": "07:00:00",
        "language": "en", "next_at": "2027-02-10T08:00:00-05:00", "email": ana.email,
    }  # fmt: skip
    assert api(ana, "PUT", "/me/digest", {"pace": "daily", "at": "20:00"}).status_code == 422
    assert api(ana, "PUT", "/me/digest", {"pace": "daily", "at": "09:00Z"}).status_code == 422
    assert api(ana, "GET", "/me/digest").json()["at"] == "08:00:00"


def test_the_look_by_api(api, ana, huddle):
    assert api(ana, "PUT", "/me/digest", {"pace": "weekly"}).status_code == 200
    found = api(ana, "GET", "/me/digest/preview").json()
    assert (found["sends"], found["subject"]) == (True, "Your week in Aimwell")
    assert found["teams"][0]["groups"] == [
        {"title": "Coming up", "lines": [{"text": "Huddle, Thursday 12:20.", "url": f"/meetings/{huddle.pk}/"}]}
    ]
    assert "Huddle, Thursday 12:20." in found["text"]


def test_nothing_to_say_by_api(api, ana):
    found = api(ana, "GET", "/me/digest/preview").json()
    assert found == {"sends": False, "subject": "", "text": "", "teams": []}
