"""Passkeys with the authenticator that Chromium plays, the code from an app, and the look of the pages."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from browser.checks import stop

PASSWORD = "correct horse battery"


@pytest.fixture
def device():
    """A built-in authenticator whose owner always shows the right finger."""

    def plug_in(page):
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        return session, session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    return plug_in


def prove(page):
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def add_passkey(page):
    page.goto("/account/2fa/")
    page.get_by_role("link", name="Add a passkey").click()
    prove(page)
    stop(page)
    page.get_by_label("Its name").fill("School laptop")
    page.get_by_role("button", name="Add this device or key").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    stop(page)


def test_a_passkey_is_added_and_signs_in_alone(phone, ana, sign_in, device):
    session, authenticator = device(phone)
    sign_in(phone, ana)
    add_passkey(phone)
    kept = session.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    assert len(kept) == 1
    assert kept[0]["isResidentCredential"]

    phone.context.clear_cookies()
    phone.goto("/account/login/")
    stop(phone)
    phone.get_by_role("button", name="With a passkey").click()
    phone.wait_for_url("**/home/**")
    phone.goto("/account/2fa/")
    phone.get_by_text("School laptop", exact=True).wait_for()
    stop(phone)


def test_a_passkey_is_the_second_step_after_the_password(desktop, ana, sign_in, device):
    device(desktop)
    sign_in(desktop, ana)
    add_passkey(desktop)
    desktop.context.clear_cookies()
    desktop.goto("/account/login/")
    desktop.get_by_label("E-mail or sign-in code").fill(ana.email)
    desktop.get_by_label("Password").fill(PASSWORD)
    desktop.get_by_role("button", name="Sign in", exact=True).click()
    desktop.get_by_role("heading", name="The second step").wait_for()
    stop(desktop)
    desktop.get_by_role("button", name="Use a passkey").click()
    desktop.wait_for_url("**/home/**")


def test_a_passkey_that_is_refused_leaves_the_page_with_words(phone, ana, sign_in, device):
    session, authenticator = device(phone)
    phone.goto("/account/login/")
    session.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    phone.get_by_role("button", name="With a passkey").click()
    phone.get_by_text("The passkey was not used.").wait_for()
    stop(phone)
    assert Authenticator.objects.count() == 0


def test_without_script_no_passkey_is_offered(no_script, ana):
    no_script.goto("/account/login/")
    expect(no_script.get_by_role("button", name="With a passkey")).to_be_hidden()
    no_script.get_by_label("E-mail or sign-in code").fill(ana.email)
    no_script.get_by_label("Password").fill(PASSWORD)
    no_script.get_by_role("button", name="Sign in", exact=True).click()
    no_script.wait_for_url("**/home/**")


def test_the_app_is_set_up_from_its_picture(phone, ana, sign_in):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    sign_in(phone, ana)
    phone.goto("/settings/")
    phone.get_by_role("link", name="Sign-in and security").click()
    stop(phone)
    phone.get_by_role("link", name="Set up an app").click()
    prove(phone)
    phone.get_by_role("heading", name="Set up an app").wait_for()
    phone.locator("img.qr").evaluate("picture => picture.decode()")
    stop(phone)
    secret = phone.get_by_label("Or type this into the app").input_value()
    phone.get_by_label("Authenticator code").fill(
        format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))
    )
    phone.get_by_role("button", name="Use the app from now on").click()
    phone.get_by_role("heading", name="Recovery codes").wait_for()
    stop(phone)


@pytest.mark.parametrize("path", ["/account/sessions/", "/account/linked/", "/sign-in/work/"])
def test_the_other_pages_stand(phone, ana, sign_in, path):
    sign_in(phone, ana)
    phone.goto(path)
    stop(phone)


def sign_in_by_hand(page, user):
    page.goto("/account/login/")
    page.get_by_label("E-mail or sign-in code").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "login" not in url)


def test_the_pages_of_a_lead_stand(phone, ana, team):
    sign_in_by_hand(phone, ana)
    for path in ("invite/list/", "invitations/", "accounts/"):
        phone.goto(f"/t/{team.pk}/people/{path}")
        stop(phone)
    phone.get_by_label("Name").fill("Rosa Kitchen")
    phone.get_by_role("button", name="Make the card").click()
    phone.get_by_role("heading", name="Card for Rosa Kitchen").wait_for()
    phone.locator("img.qr").evaluate("picture => picture.decode()")
    stop(phone)


def test_the_pages_of_an_administrator_stand(phone, ana, no_script):
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.models import OrgRole

    org = create_org(kind="district", name="Clark district")
    OrgRole.objects.create(org=org, user=ana, kind="org_admin")
    sign_in_by_hand(phone, ana)
    for path in ("sign-in/", "sign-in/oidc/", "sign-in/saml/", "people/invite/", "people/accounts/"):
        phone.goto(f"/o/{org.pk}/{path}")
        stop(phone)
    sign_in_by_hand(no_script, ana)
    no_script.goto(f"/o/{org.pk}/people/invite/")
    no_script.get_by_label("Or paste the rows").fill("email,team\nnobody,\n")
    no_script.get_by_role("button", name="Look at the list").click()
    no_script.get_by_text("1 row needs a look. Nothing was sent.").wait_for()
