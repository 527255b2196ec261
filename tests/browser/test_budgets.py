"""What a first visit to each main page sends over the wire: 150 KB besides fonts, 250 KB with them (issue 2).

In production style sheets, scripts and drawings come gzipped (whitenoise writes them so); the test server sends them as
they are, so they are gzipped here. Pages count as they are unless the product gzips them too.
"""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Response

from browser.conftest import DESKTOP, PHONE
from browser.seeded import world

__all__ = ["world"]
KILOBYTE = 1024
BESIDES_FONTS, WITH_FONTS = 150 * KILOBYTE, 250 * KILOBYTE
GZIP = "django.middleware.gzip.GZipMiddleware"
REPORT = Path("build/test/page-weights.json")
TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")
PAGES = {
    "today": ("reports:today", {}),
    "problem": ("theory:problem", {}),
    "causes": ("theory:fishbone", {}),
    "aim": ("theory:aim", {}),
    "drivers": ("theory:drivers", {}),
    "cycles": ("cycles:list", {}),
    "cycle in Study": ("cycles:cycle", {}),
    "cycle in Do": ("cycles:cycle", {"pk": "cycle_doing"}),
    "ramp": ("cycles:ramp", {}),
    "data": ("measures:list", {}),
    "chart": ("measures:measure", {}),
    "all numbers": ("measures:numbers", {}),
    "import": ("measures:import", {}),
    "where we are": ("reports:sheet", {}),
    "history": ("reports:history", {}),
    "people": ("people:members", {}),
}


@dataclass
class Weight:
    """Bytes of one first visit, by kind: as sent and as they are unpacked."""

    sent: dict[str, int] = field(default_factory=dict)
    raw: dict[str, int] = field(default_factory=dict)

    def add(self, response: Response) -> None:
        kind, body = response.headers.get("content-type", ""), response.body()
        name = "fonts" if "font" in kind else kind.split(";")[0].split("/")[-1]
        packed = kind.startswith(TEXT) and ("/static/" in response.url or GZIP in settings.MIDDLEWARE)
        sent = gzip.compress(body, 6) if packed else body
        self.sent[name] = self.sent.get(name, 0) + len(sent)
        self.raw[name] = self.raw.get(name, 0) + len(body)

    @property
    def fonts(self) -> int:
        return self.sent.get("fonts", 0)

    @property
    def besides(self) -> int:
        return sum(self.sent.values()) - self.fonts


@pytest.fixture(scope="module")
def weights():
    """Every weight measured, kept as a report for `make bench` and for people."""
    found = {}
    yield found
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=1, sort_keys=True), encoding="utf-8")


@pytest.fixture
def weigh(chromium, world):
    """Visit an address with an empty cache and weigh what comes."""

    def visit(address: str, size: dict, person: str = "ana") -> Weight:
        context = chromium.new_context(base_url=world.url, locale="en-US", **size)
        if person:
            world.enter(context, person)
        responses: list[Response] = []
        page = context.new_page()
        page.on("response", lambda response: responses.append(response))
        page.goto(address, wait_until="networkidle")
        weight = Weight()
        for response in responses:
            if response.status == 200:
                weight.add(response)
        context.close()
        return weight

    return visit


@pytest.mark.django_db  # one test must say so, or pytest-django makes no database for the others
def test_the_budgets_are_those_of_the_issue():
    assert (BESIDES_FONTS, WITH_FONTS) == (153_600, 256_000)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_is_light(name, size, world, weigh, weights):
    address, instead = PAGES[name]
    keep(weights, name, weight := weigh(world.address(address, **instead), size))
    assert weight.besides <= BESIDES_FONTS, weight
    assert weight.besides + weight.fonts <= WITH_FONTS, weight


def test_the_first_page_of_all_is_light(weigh, weights):
    keep(weights, "welcome", weight := weigh("/", PHONE, person=""))
    assert weight.besides <= BESIDES_FONTS, weight
    assert weight.besides + weight.fonts <= WITH_FONTS, weight


def keep(weights: dict, name: str, weight: Weight) -> None:
    raw = sum(weight.raw.values()) - weight.raw.get("fonts", 0)
    told = {"sent": weight.besides, "fonts": weight.fonts, "raw": raw, "html": weight.sent["html"]}
    if told["sent"] > weights.get(name, told)["sent"] or name not in weights:
        weights[name] = told
