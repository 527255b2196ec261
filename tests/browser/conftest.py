"""Chromium against the live server. Every page it opens is watched: a complaint in the console, a breach of the content
security policy or a request to another machine makes the test fail.

Fixtures: `desktop` (1280 x 800) and `phone` (390 x 844, touch) are pages; `no_script` is a phone without JavaScript.
`sign_in(page, user)`, `axe(page)`, `worker` (does jobs beside the test), `live_server.url`.
"""

import os

# Playwright's event loop runs in this thread, and Django would take the test for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import contextlib
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from browser.checks import axe_all

CHROMIUM = os.environ.get("AIMWELL_CHROMIUM") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Notes what a page should not do."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.complaints: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium also reports every answer of 400 and above here; pages may mean those, so `_response` judges them.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")):
            self.complaints.append(f"foreign request: {request.url}")

    def _response(self, response: Response) -> None:
        missing = response.status >= 400 and re.search(r"/static/|favicon", response.url)
        if response.status >= 500 or missing:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture
def watch(live_server: Any) -> Callable[[BrowserContext], Watch]:
    return lambda context: Watch(context, live_server.url)


@pytest.fixture
def open_page(chromium: Browser, live_server: Any, watch: Callable[..., Watch]) -> Iterator[Callable[..., Page]]:
    """A page of its own session: `open_page(width=320)` or any option of a browser context."""
    with contextlib.ExitStack() as stack:
        watches: list[Watch] = []

        def make(*, width: int | None = None, **options: Any) -> Page:
            if width is not None:
                options["viewport"] = {"width": width, "height": 844}
            context = chromium.new_context(base_url=live_server.url, locale="en-US", **options)
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            watches.append(watch(context))
            return context.new_page()

        yield make
        complaints = [complaint for watch in watches for complaint in watch.complaints]
    assert complaints == []


@pytest.fixture
def desktop(open_page: Callable[..., Page]) -> Page:
    return open_page(**DESKTOP)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    return open_page(**PHONE)


@pytest.fixture
def no_script(open_page: Callable[..., Page]) -> Page:
    return open_page(**PHONE, java_script_enabled=False)


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, Any], None]:
    """Put the session of `user` into the page's browser; no password is typed."""

    def enter(page: Page, user: Any) -> None:
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return enter


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Assert that the accessibility rules find nothing on the page as it stands."""

    def check(page: Page) -> None:
        assert axe_all(page) == []

    return check


@pytest.fixture
def worker(live_server: Any) -> Iterator[None]:
    """Do jobs beside the test, as the worker process does."""
    from aimwell.core.jobs.queries import ready_ids
    from aimwell.core.jobs.services import run

    ended = threading.Event()

    def work() -> None:
        while not ended.wait(0.1):
            for job_id in ready_ids():
                run(job_id)
        connections.close_all()

    thread = threading.Thread(target=work, name="worker")
    thread.start()
    yield
    ended.set()
    thread.join()
