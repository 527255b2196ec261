"""The code from an app, and recovery codes: set up, used, taken away."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

SETUP, STEP = "/account/2fa/totp/activate/", "/account/2fa/authenticate/"


@pytest.fixture
def still():
    """The clock stands, so that no half minute ends between showing a code and sending it."""
    with time_machine.travel(time.time(), tick=False):
        yield


@pytest.fixture
def with_app(ana, sign_in, code_now, still):
    """Ana signs in, shows her password again and sets up an app. Gives her browser, the secret, and the last answer."""
    client, _ = sign_in(ana.email)
    asked = client.get(SETUP)
    assert asked["Location"].startswith("/account/reauthenticate/")
    client.post(asked["Location"], {"password": "correct horse battery"})
    page = client.get(SETUP)
    secret = page.context["form"].secret
    answer = client.post(SETUP, {"code": code_now(secret, later=-1)}, follow=True)
    return client, secret, answer


def test_setting_up_ends_at_the_recovery_codes(with_app, ana):
    _, _, answer = with_app
    assert Authenticator.objects.filter(user=ana, type="totp").count() == 1
    assert len(re.findall(r"<code>\d{8}</code>", answer.content.decode())) == 10


def test_the_picture_holds_the_secret_and_comes_from_our_own_address(ana, sign_in):
    client, _ = sign_in(ana.email)
    client.post("/account/reauthenticate/", {"password": "correct horse battery"})
    page = client.get(SETUP).content.decode()
    assert 'src="/account/2fa/totp/qr.svg"' in page
    assert "data:" not in page
    picture = client.get("/account/2fa/totp/qr.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert "no-store" in picture["Cache-Control"]


def test_there_is_no_picture_before_and_after(ana, sign_in, with_app):
    fresh, _ = sign_in(ana.email)
    assert fresh.get("/account/2fa/totp/qr.svg").status_code == 302
    assert with_app[0].get("/account/2fa/totp/qr.svg")["Location"] == "/account/2fa/totp/activate/"


def test_password_alone_is_no_longer_enough(with_app, ana, sign_in, code_now):
    client, answer = sign_in(ana.email)
    assert answer["Location"] == STEP
    assert client.get("/home/").status_code == 302
    assert client.get("/api/v1/me").status_code == 401
    done = client.post(STEP, {"code": code_now(with_app[1])})
    assert done["Location"] == "/home/"
    assert client.get("/api/v1/me").json()["name"] == ana.name


def test_a_code_works_once(with_app, ana, sign_in, code_now):
    code = code_now(with_app[1])
    first, _ = sign_in(ana.email)
    assert first.post(STEP, {"code": code}).status_code == 302
    second, _ = sign_in(ana.email)
    assert second.post(STEP, {"code": code}).status_code == 200
    assert second.get("/api/v1/me").status_code == 401


def test_a_recovery_code_works_once(with_app, ana, sign_in):
    code = re.findall(r"<code>(\d{8})</code>", with_app[2].content.decode())[0]
    first, _ = sign_in(ana.email)
    assert first.post(STEP, {"code": code})["Location"] == "/home/"
    second, _ = sign_in(ana.email)
    assert second.post(STEP, {"code": code}).status_code == 200


def test_guessing_codes_is_stopped(with_app, ana, sign_in, code_now):
    client, _ = sign_in(ana.email)
    for _ in range(6):
        client.post(STEP, {"code": "000000"})
    assert client.post(STEP, {"code": code_now(with_app[1])}).status_code == 200
    assert client.get("/api/v1/me").status_code == 401


def test_taking_the_app_away_needs_a_fresh_proof(with_app, ana, sign_in, code_now):
    client, _ = sign_in(ana.email)
    client.post(STEP, {"code": code_now(with_app[1])})
    assert "reauthenticate" in client.post("/account/2fa/totp/deactivate/")["Location"]
    assert Authenticator.objects.filter(user=ana, type="totp").exists()


def test_the_page_lists_what_is_set_up(with_app, ana, stranger, sign_in):
    assert "In use." in with_app[0].get("/account/2fa/").content.decode()
    client, _ = sign_in(stranger.email)
    page = client.get("/account/2fa/").content.decode()
    assert "Set up an app" in page
    assert "Recovery codes" not in page


@pytest.mark.parametrize(
    "path",
    ["", "totp/activate/", "totp/deactivate/", "totp/qr.svg", "webauthn/", "webauthn/add/", "recovery-codes/"],
)
def test_strangers_are_sent_to_sign_in(path, db):
    answer = Client().get(f"/account/2fa/{path}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_one_cannot_take_away_the_passkey_of_another(ana, stranger, sign_in):
    key = Authenticator.objects.create(user=ana, type="webauthn", data={"name": "Laptop", "credential": {}})
    client, _ = sign_in(stranger.email)
    client.post("/account/reauthenticate/", {"password": "correct horse battery"})
    assert client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/").status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_what_is_said_is_in_our_words_and_both_languages(with_app, ana, sign_in, code_now):
    client, _ = sign_in(ana.email)
    wrong = client.post(STEP, {"code": "000000"}, headers={"accept-language": "es"})
    assert "Este código no coincide." in wrong.content.decode()
    client.post(STEP, {"code": code_now(with_app[1])})
    assert "With a code from your app" in client.get("/account/reauthenticate/").content.decode()
    client.post("/account/reauthenticate/", {"password": "correct horse battery"})
    gone = client.post("/account/2fa/totp/deactivate/", follow=True, headers={"accept-language": "es"})
    assert "La aplicación ya no se usa." in gone.content.decode()


@pytest.mark.parametrize(
    ("synthetic", "says"), [(True, "an invented person of the demo"), (False, "through your organization")]
)
def test_who_has_no_password_reads_how_they_come_in(page, person, synthetic, says):
    user = person("Nell Teacher", password=None)
    user.synthetic = synthetic
    user.save()
    assert says in page(user, "/account/2fa/").content.decode()
