"""Pictures of every main page, from the demo world of seed 7, into docs/screenshots.

Starts a demo of its own in a temporary folder on a free port, or uses the one at AIMWELL_URL. The words and numbers are
the same each time; the dates are those of the day on which it runs, because the story always stands at today.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "screenshots"
MOST_BYTES = 4_000_000
MOST_HEIGHT = 4_000
RARE = 64
WIDTHS = {"desktop": (1280, 800), "phone": (390, 844)}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]


@dataclass(frozen=True)
class Shot:
    """`path` may name {team}, {inquiry}, {cycle} and {measure} of the person's team."""

    name: str
    person: str
    path: str
    dark: bool = False
    language: str = "en"
    widths: tuple[str, ...] = ("desktop", "phone")


SHOTS = (
    Shot("welcome", "", "/"),
    Shot("welcome-es", "", "/", language="es", widths=("phone",)),
    Shot("demo-people", "", "/demo/"),
    Shot("today", "ana", "/t/{team}/"),
    Shot("problem", "ana", "/i/{inquiry}/problem/"),
    Shot("causes", "ana", "/i/{inquiry}/causes/"),
    Shot("aim", "ana", "/i/{inquiry}/aim/"),
    Shot("drivers", "ana", "/i/{inquiry}/drivers/"),
    Shot("cycles", "ana", "/t/{team}/cycles/"),
    Shot("cycle", "ana", "/cycles/{cycle}/"),
    Shot("cycle-new", "ana", "/i/{inquiry}/cycles/new/"),
    Shot("ramp", "ana", "/i/{inquiry}/ramp/"),
    Shot("conditions", "ana", "/cycles/{cycle}/conditions/"),
    Shot("year", "ana", "/t/{team}/cycles/year/"),
    Shot("forecasts", "ana", "/forecasts/"),
    Shot("choose", "ana", "/i/{inquiry}/ideas/choose/"),
    Shot("meetings", "ana", "/t/{team}/meetings/"),
    Shot("data", "ana", "/t/{team}/data/"),
    Shot("measure", "ana", "/measures/{measure}/"),
    Shot("chart-choice", "ana", "/measures/{measure}/chart/"),
    Shot("for-whom", "ana", "/measures/{measure}/for-whom/"),
    Shot("measure-new", "ana", "/t/{team}/measures/new/"),
    Shot("where-we-are", "ana", "/t/{team}/where-we-are/"),
    Shot("history", "ana", "/t/{team}/history/"),
    Shot("members", "ana", "/t/{team}/people/"),
    Shot("more", "ana", "/t/{team}/more/"),
    Shot("first-day", "nell", "/t/{team}/"),
    Shot("coach-home", "imani", "/home/?all=1"),
    Shot("today-es", "lucia", "/t/{team}/", language="es", widths=("phone",)),
    Shot("today-dark", "ana", "/t/{team}/", dark=True, widths=("phone",)),
    Shot("measure-dark", "ana", "/measures/{measure}/", dark=True, widths=("desktop",)),
)
TEAMS = {"ana": "Room 12 and friends", "nell": "Room 7", "lucia": "Preguntas que ayudan"}
MEASURE = "Students who explain their reasoning to a partner"


def main() -> None:
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    with demo() as url, sync_playwright() as playwright:
        path = os.environ.get("AIMWELL_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                take(browser, url, shot)
        browser.close()
    report()


@contextlib.contextmanager
def demo() -> Iterator[str]:
    """The address of a running demo."""
    if os.environ.get("AIMWELL_URL"):
        yield os.environ["AIMWELL_URL"].rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="aimwell-pictures-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        env = {
            **os.environ,
            "AIMWELL_DEMO": "1",
            "AIMWELL_HOME": home,
            "DJANGO_SETTINGS_MODULE": "aimwell.config.settings",
        }
        for command in (["migrate", "--verbosity", "0"], ["seed_demo", "--seed", "7"]):
            subprocess.run([sys.executable, "-m", "django", *command], env=env, cwd=ROOT, check=True)
        serve = [sys.executable, "-m", "django", "runserver", "--noreload", address]
        server = subprocess.Popen(serve, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(f"http://{address}/demo/", server)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait()


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url).close()
            return
        time.sleep(0.2)
    raise SystemExit("The demo did not start; run `make demo` to see why.")


def take(browser: Browser, url: str, shot: Shot) -> None:
    for width in shot.widths:
        with session(browser, url, shot, width) as page:
            path = shot.path.format(**places(page, shot)) if shot.person else shot.path
            answer = page.goto(path, wait_until="networkidle")
            if answer is None or not answer.ok:
                raise SystemExit(f"{shot.name}: {path} answered {answer.status if answer else 'nothing'}")
            target = OUT / f"{shot.name}-{width}.png"
            high = min(int(page.evaluate("document.documentElement.scrollHeight")), MOST_HEIGHT)
            page.set_viewport_size({"width": WIDTHS[width][0], "height": max(high, WIDTHS[width][1])})
            page.screenshot(path=target, animations="disabled", caret="hide")
            shrink(target)


@contextlib.contextmanager
def session(browser: Browser, url: str, shot: Shot, width: str) -> Iterator[Page]:
    size = WIDTHS[width]
    context: BrowserContext = browser.new_context(
        base_url=url, viewport={"width": size[0], "height": size[1]}, device_scale_factor=1,
        color_scheme="dark" if shot.dark else "light", locale=shot.language, has_touch=width == "phone",
    )  # fmt: skip
    page = context.new_page()
    if shot.person:
        page.goto("/demo/")
        page.locator(f"#{shot.person} button").click()
        page.wait_for_load_state()
    yield page
    context.close()


def places(page: Page, shot: Shot) -> dict[str, str]:
    """The numbers in the addresses of this person's work, found by following the links of the product."""
    found: dict[str, str] = {}
    if shot.person not in TEAMS:
        return found
    page.goto("/home/?all=1")
    found["team"] = number(page, r"/t/(\d+)/", TEAMS[shot.person])
    wants = re.findall(r"{(\w+)}", shot.path)
    if "inquiry" in wants:
        page.goto(f"/t/{found['team']}/theory/")
        found["inquiry"] = number(page, r"/i/(\d+)/")
    if "cycle" in wants:
        page.goto(f"/t/{found['team']}/cycles/")
        found["cycle"] = max(numbers(page, r"/cycles/(\d+)/"), key=int)
    if "measure" in wants:
        page.goto(f"/t/{found['team']}/data/")
        found["measure"] = number(page, r"/measures/(\d+)/", MEASURE)
    return found


def numbers(page: Page, pattern: str, text: str = "") -> list[str]:
    links = page.locator("main a[href]").filter(has_text=text) if text else page.locator("main a[href]")
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [match.group(1) for href in hrefs if (match := re.search(pattern, href))]


def number(page: Page, pattern: str, text: str = "") -> str:
    found = numbers(page, pattern, text)
    if not found:
        raise SystemExit(f"no link like {pattern} {text!r} on {page.url}")
    return found[0]


def shrink(picture: Path) -> None:
    """256 colors, where Pillow happens to be installed: flat pages lose nothing that the eye sees."""
    with contextlib.suppress(ImportError):
        pillow = importlib.import_module("PIL.Image")
        with pillow.open(picture) as image:
            full = image.convert("RGB")
        # The paper stays itself because it is frequent; the one orange mark of a page is kept because it lies far away.
        frequent = sorted(full.getcolors(full.width * full.height), reverse=True)[: 256 - RARE]
        rare = full.quantize(RARE, method=pillow.Quantize.MAXCOVERAGE).getpalette()[: 3 * RARE]
        palette = pillow.new("P", (1, 1))
        palette.putpalette([part for _, color in frequent for part in color] + rare)
        full.quantize(palette=palette, dither=pillow.Dither.NONE).save(picture, optimize=True)


def report() -> None:
    sizes = [picture.stat().st_size for picture in OUT.glob("*.png")]
    print(f"{len(sizes)} pictures in {OUT.relative_to(ROOT)}, {sum(sizes) / 1e6:.1f} MB")
    if sum(sizes) > MOST_BYTES:
        raise SystemExit(f"More than {MOST_BYTES / 1e6:.0f} MB: fewer pictures, or fewer colors.")


if __name__ == "__main__":
    main()
