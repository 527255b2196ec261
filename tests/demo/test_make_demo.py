"""`make demo`, as a person who has just cloned Aimwell uses it: wait for the address, sign in by one click, stop it."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 180

pytestmark = [pytest.mark.demo, pytest.mark.timeout(300)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Demo:
    """A running `make demo` and a browser without pictures."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self.log = home / "demo.log"
        env = {name: value for name, value in os.environ.items() if not name.startswith(("AIMWELL_", "DJANGO_"))}
        command = ["make", "--no-print-directory", "demo", f"PORT={self.port}", f"VENV={sys.prefix}"]
        env["AIMWELL_HOME"] = str(home)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(cookies)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def address(self) -> str:
        """What it prints when it is ready."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if found := re.search(r"Aimwell is at (http://\S+)", self.said()):
                return found.group(1)
            time.sleep(0.2)
        raise AssertionError(self.said())

    def get(self, url: str) -> str:
        with self.browser.open(url, timeout=20) as answer:
            return answer.read().decode()

    def press(self, page: str, url: str, action: str) -> tuple[str, str]:
        """Send the form of `page` that leads to `action`; the address and text of where that ends."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token}).encode()
        request = urllib.request.Request(urllib.parse.urljoin(url, action), data, {"Referer": url})
        with self.browser.open(request, timeout=20) as answer:
            return answer.url, answer.read().decode()

    def stop(self) -> None:
        """Ctrl-C."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    running = Demo(tmp_path_factory.mktemp("home"))
    yield running
    if running.process.poll() is None:
        running.stop()


def test_make_demo_prints_the_address_and_lets_ana_in_by_one_click(demo):
    address = demo.address()
    assert address == f"http://127.0.0.1:{demo.port}/"

    people = demo.get(f"{address}demo/")
    actions = re.findall(r'action="(/demo/as/[\w-]+/)"', people)
    assert "/demo/as/ana/" in actions

    url, page = demo.press(people, f"{address}demo/", "/demo/as/ana/")
    assert url.startswith(address)
    assert "/account/login/" not in url
    assert page.count("<h1") == 1


def test_ctrl_c_stops_the_web_server_and_the_worker(demo):
    demo.address()
    demo.stop()
    assert "Stopping." in demo.said()
    assert "Traceback" not in demo.said()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", demo.port)) != 0
    assert processes_of(demo.log.parent) == []


def processes_of(home: Path) -> list[str]:
    """Command lines of processes that were started with this home folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"AIMWELL_HOME={home}\0" in (entry / "environ").read_text():
                found.append((entry / "cmdline").read_text().replace("\0", " "))
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return found
