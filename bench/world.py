"""The made-up world of the demo as something to measure, and how one page is measured in it."""

from __future__ import annotations

import datetime
import statistics
import time
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

SEED, TODAY, READER, TEAM = 7, datetime.date(2027, 2, 9), "ana", "room12"


@dataclass(frozen=True)
class Page:
    """A page to fetch, and words that show that it is the right one."""

    name: str
    url: str
    text: str


def build() -> None:
    """Tables and world; a world that is there already is kept."""
    call_command("migrate", verbosity=0)
    with open("/dev/null", "w") as nowhere:
        call_command("seed_demo", seed=SEED, today=TODAY, stdout=nowhere)


def client_of(key: str = READER) -> Client:
    """Signed in as a person of the world, in English."""
    from aimwell.demo.queries import find_person

    client = Client(headers={"accept-language": "en", "host": "localhost"})
    client.force_login(find_person(key))
    return client


def main_pages() -> list[Page]:
    """The pages of one team in its third cycle: Room 12 and friends."""
    from aimwell.contexts.cycles.models import Cycle
    from aimwell.contexts.theory.models import Inquiry
    from aimwell.demo.queries import team_of

    team = team_of(TEAM)
    inquiry = Inquiry.objects.get(owner_team=team)
    aim = inquiry.aim
    cycle = Cycle.objects.filter(owner_team=team, state="studying").get()
    return [
        Page("team", reverse("reports:today", args=[team.pk]), "explain their reasoning"),
        Page("chart", reverse("measures:measure", args=[aim.measure_id]), aim.measure.name),
        Page("drivers", reverse("theory:drivers", args=[inquiry.pk]), "What must be true"),
        Page("cycle", reverse("cycles:cycle", args=[cycle.pk]), cycle.try_what),
        Page("causes", reverse("theory:fishbone", args=[inquiry.pk]), "Most tasks have one right answer"),
        Page("data", reverse("measures:list", args=[team.pk]), aim.measure.name),
        Page("cycles", reverse("cycles:list", args=[team.pk]), cycle.try_what),
    ]


def check(client: Client, page: Page) -> None:
    """The page is there and says what it should; nothing is timed before that."""
    answer = client.get(page.url)
    said = answer.content.decode()
    if answer.status_code != 200 or page.text not in said:
        raise AssertionError(f"{page.name}: {answer.status_code}, or “{page.text}” is not on it")


def queries(client: Client, page: Page) -> int:
    with CaptureQueriesContext(connection) as seen:
        client.get(page.url)
    return len(seen)


def cpu_ms(client: Client, pages: list[Page], rounds: int) -> dict[str, float]:
    """Median CPU time of a request in ms, in turns, so that a slow moment of the machine meets all pages alike."""
    taken: dict[str, list[float]] = {page.name: [] for page in pages}
    for _ in range(rounds):
        for page in pages:
            start = time.process_time()
            client.get(page.url)
            taken[page.name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}
