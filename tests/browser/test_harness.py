"""The browser fixtures themselves: signing in works, and what they watch for is noticed."""

import pytest


def test_the_health_page_is_quiet(desktop, live_server):
    answer = desktop.goto("/healthz")
    assert answer.status == 200
    assert answer.json()["ok"] is True


def test_a_signed_in_person_reaches_the_own_page(phone, sign_in, ana, live_server):
    sign_in(phone, ana)
    phone.goto("/settings/")
    assert phone.url == f"{live_server.url}/settings/"


def test_without_signing_in_the_page_asks_for_it(desktop, live_server):
    desktop.goto("/settings/")
    assert desktop.url.startswith(f"{live_server.url}/account/login/")


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('oh')", "console: oh"),
        ("document.body.setAttribute('style', 'color: red')", "console: Applying inline style violates"),
        ("fetch('http://192.0.2.1/x').catch(() => {})", "console: Connecting to 'http://192.0.2.1/x' violates"),
        ("setTimeout(() => { throw new Error('broken') })", "script: "),
    ],
    ids=["console", "style", "foreign", "script"],
)
def test_a_complaint_is_noticed(chromium, live_server, watch, script, complaint):
    context = chromium.new_context(base_url=live_server.url)
    watched = watch(context)
    page = context.new_page()
    page.goto("/")
    page.evaluate(script)
    page.wait_for_timeout(200)
    context.close()
    assert [text for text in watched.complaints if text.startswith(complaint)] != []
