"""Nothing on the way in tells whether an address has an account; guesses are counted the same for both."""

import datetime
import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

SECRETS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|[\w-]+@[\w.]+|data-person="[^"]*"|data-draft="[^"]*"')


def said(answer):
    """Status, where to, and words, without what differs between any two requests."""
    return answer.status_code, answer.headers.get("Location"), SECRETS.sub("", answer.content.decode())


@pytest.fixture
def with_mail(settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


def test_sign_in_with_a_wrong_password_is_answered_alike(ana, sign_in):
    _, known = sign_in(ana.email, "not the password")
    _, unknown = sign_in("nobody@example.org", "not the password")
    assert said(known) == said(unknown)
    assert known.status_code == 200
    assert "do not go together" in known.content.decode()


def test_so_is_a_sign_in_code(db, sign_in):
    _, unknown = sign_in("otter-1234", "not the password")
    _, address = sign_in("nobody@example.org", "not the password")
    assert said(unknown)[2].replace("otter-1234", "") == said(address)[2]


@pytest.mark.parametrize("known", [True, False])
def test_five_guesses_in_a_row_close_the_door_for_known_and_unknown(known, ana, sign_in):
    login = ana.email if known else "nobody@example.org"
    for _ in range(5):
        assert "do not go together" in sign_in(login, "a guess")[1].content.decode()
    _, answer = sign_in(login)
    assert answer.status_code == 200
    assert "Wait five minutes" in answer.content.decode()


def test_the_pause_ends(ana, sign_in):
    for _ in range(5):
        sign_in(ana.email, "a guess")
    assert sign_in(ana.email)[1].status_code == 200
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=6)):
        assert sign_in(ana.email)[1].status_code == 302


def test_guesses_are_counted_across_processes(ana, sign_in):
    """Whatever process answers, the count lies in the database."""
    from django.db import connection

    sign_in(ana.email, "a guess")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE %s", ["%login_failed%"])
        assert cursor.fetchone()[0] >= 1


def test_sign_up_is_answered_alike_where_mail_is_set_up(ana, with_mail):
    form = {"name": "Kim", "team": "", "password1": "correct horse battery"}
    known = Client().post("/account/signup/", {**form, "email": ana.email})
    unknown = Client().post("/account/signup/", {**form, "email": "new@example.org"})
    assert said(known) == said(unknown)
    assert known["Location"] == "/account/confirm-email/"
    assert sorted(message.to for message in mail.outbox) == sorted([[ana.email], ["new@example.org"]])


def test_a_new_password_is_asked_for_alike(ana, settings):
    known = Client().post("/account/password/reset/", {"email": ana.email})
    unknown = Client().post("/account/password/reset/", {"email": "nobody@example.org"})
    assert said(known) == said(unknown)
    assert known["Location"] == "/account/password/reset/done/"


def test_many_tries_from_one_place_are_paused_with_a_page_of_ours(db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "2/m/ip"}
    client = Client()
    for _ in range(2):
        assert client.post("/account/signup/", {}).status_code == 200
    answer = client.post("/account/signup/", {})
    assert answer.status_code == 429
    assert "A short pause" in answer.content.decode()


def test_signing_in_goes_nowhere_else(ana):
    for target in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        answer = Client().post(
            "/account/login/", {"login": ana.email, "password": "correct horse battery", "next": target}
        )
        assert answer["Location"] == "/home/", target


def test_a_form_without_its_token_is_refused(ana):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/login/", {"login": ana.email, "password": "correct horse battery"})
    assert answer.status_code == 403
    assert client.get("/api/v1/me").status_code == 401
