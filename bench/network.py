"""Whether the pages of one team stay as quick when its network grows to 1,000 and to 10,000 schools.

`python -m bench.network` prints JSON: CPU time of each page beside the same page in the small network, and the steps of
the database's plans that read a whole growing table. Readers: a member, and an analyst at the hub, who stands beside
all teams.
"""

from __future__ import annotations

import datetime
import json
import os
from typing import Any

ROUNDS, WARM = 20, 3
STEPS = (1_000, 10_000)
DISTRICT_SIZE = 25
GROWING = ("orgs_org", "orgs_team", "people_membership", "theory_inquiry", "measures_measure", "cycles_cycle")


def grow(schools: int, start: int) -> None:
    """Districts of 25 schools in the network; each school has a team of one whose work is open to the network."""
    from aimwell.contexts.cycles.models import Cycle
    from aimwell.contexts.measures.models import Measure
    from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, OrgKind, Team
    from aimwell.contexts.orgs.services import step
    from aimwell.contexts.people.models import Membership, User
    from aimwell.contexts.theory.models import Inquiry
    from aimwell.domain.access import Rung

    network, since = Network.objects.order_by("pk")[0], datetime.date(2026, 8, 1)
    numbers = range(start, start + schools)
    tops = [f"Z{step(number)[1:]}" for number in range(start // DISTRICT_SIZE, (start + schools) // DISTRICT_SIZE)]
    districts = Org.objects.bulk_create([Org(kind=OrgKind.DISTRICT, name=top, path=top) for top in tops])
    NetworkOrg.objects.bulk_create([NetworkOrg(network=network, org=one, since=since) for one in districts])
    places = Org.objects.bulk_create(
        [
            Org(
                kind=OrgKind.SCHOOL, name=f"School {number}", parent=districts[at // DISTRICT_SIZE],
                path=f"{tops[at // DISTRICT_SIZE]}Y{step(number)[1:]}",
            )
            for at, number in enumerate(numbers)
        ]
    )  # fmt: skip
    teams = Team.objects.bulk_create([Team(name=f"Team of {place.name}", org=place) for place in places])
    users = User.objects.bulk_create([User(email=f"bench-{n}@example.org", name=f"Person {n}") for n in numbers])
    Membership.objects.bulk_create(
        [Membership(team=team, user=user, name=user.name) for team, user in zip(teams, users, strict=True)]
    )
    seen = {"rung": Rung.NETWORK}
    inquiries = Inquiry.objects.bulk_create([Inquiry(owner_team=team, problem="Few say.", **seen) for team in teams])
    Measure.objects.bulk_create([Measure(owner_team=team, name="Explains", **seen) for team in teams])
    Cycle.objects.bulk_create(
        [Cycle(owner_team=one.owner_team, inquiry=one, number=1, try_what="A minute", **seen) for one in inquiries]
    )


def scans(client: Any, url: str) -> list[str]:
    """Steps of the plans behind a page that read a whole table that grows with the network."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        client.get(url)
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    found = set()
    for query in seen.captured_queries:
        if query["sql"].startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute((explain + query["sql"]).replace("%", "%%"), [])
                steps = [str(row[-1]).strip() for row in cursor.fetchall()]
            found |= {step for step in steps if _reads_all(step)}
    return sorted(found)


def _reads_all(step: str) -> bool:
    whole = (step.startswith("SCAN ") and "USING" not in step) or "Seq Scan on " in step
    return whole and any(table in step for table in GROWING)


def analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _opened_team() -> Any:
    """The page of a team that has opened its work to the network."""
    from django.urls import reverse

    from aimwell.contexts.people.queries import visible_to
    from aimwell.contexts.theory.models import Inquiry
    from aimwell.demo.queries import find_person
    from bench.world import Page

    inquiry = visible_to(find_person("noor"), Inquiry).select_related("owner_team").order_by("pk")[0]
    return Page("team", reverse("reports:today", args=[inquiry.owner_team_id]), inquiry.owner_team.name)


def main() -> dict[str, Any]:
    """A ratio is the page's CPU time to that of the same page before the network grew."""
    from django.db import connection
    from django.urls import reverse

    from bench import world

    world.build()
    readers = {"member": world.client_of(), "hub": world.client_of("noor")}
    pages = {"member": [one for one in world.main_pages() if one.name in ("team", "chart", "cycle")]}
    pages["hub"] = [world.Page("home", reverse("people:home"), "You may read"), _opened_team()]
    result: dict[str, Any] = {"database": connection.vendor, "cpu_ms": {}, "to_small_network": {}, "whole_reads": {}}
    done, small = 0, {}
    for schools in (0, *STEPS):
        grow(schools - done, done)
        done = max(done, schools)
        analyse()
        times = {}
        for who, client in readers.items():
            for page in pages[who]:
                world.check(client, page)
            world.cpu_ms(client, pages[who], WARM)
            times |= {f"{who} {name}": took for name, took in world.cpu_ms(client, pages[who], ROUNDS).items()}
        small = small or times
        result["cpu_ms"][schools] = {name: round(took, 2) for name, took in times.items()}
        result["to_small_network"][schools] = {name: round(took / small[name], 2) for name, took in times.items()}
    for who, client in readers.items():
        result["whole_reads"] |= {f"{who} {page.name}": scans(client, page.url) for page in pages[who]}
    return result


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    print(json.dumps(main(), indent=2))
