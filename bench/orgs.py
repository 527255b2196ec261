"""Whether the tree of one district stays as quick when the site grows around it. `python -m bench.orgs` prints JSON.

One district of 77 schools in three segments, first alone, then beside a state of 10,000 schools that is another tenant.
Timed are the queries behind its pages and the filter of what a reader sees; a ratio is the CPU time beside the state to
the time alone, in the same run. The state's own page is timed too, against the district's.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from typing import Any

from bench.timing import seconds

SCHOOLS, SEGMENTS, STATE = 77, 3, 10_000
TIMES = 20
"""Each work is done so many times in a round, because one takes about a millisecond."""


def make_district() -> dict[str, Any]:
    """A district with a supervisor, an administrator, and a team in each school with a measure it opened."""
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_network, create_org, join_network
    from aimwell.contexts.people.models import NetworkRole, OrgRole, User

    district = create_org(kind=OrgKind.DISTRICT, name="Marlow")
    segments = [create_org(kind=OrgKind.SEGMENT, name=f"Segment {n}", parent=district) for n in range(SEGMENTS)]
    schools = [
        create_org(kind=OrgKind.SCHOOL, name=f"School {n:02}", parent=segments[n % SEGMENTS]) for n in range(SCHOOLS)
    ]
    people = {
        who: User.objects.create_user(email=f"{who}@example.org", name=who) for who in ("supervisor", "admin", "hub")
    }
    OrgRole.objects.create(org=segments[0], user=people["supervisor"], kind="supervisor")
    OrgRole.objects.create(org=district, user=people["admin"], kind="org_admin")
    network = create_network(name="Bayline")
    join_network(network=network, org=district, since=datetime.date(2026, 8, 1))
    NetworkRole.objects.create(network=network, user=people["hub"])
    open_work(schools)
    return {"district": district, "segment": segments[0], **people}


def make_state() -> dict[str, Any]:
    """Another tenant: 100 districts of 100 schools, with an administrator at the top."""
    from aimwell.contexts.orgs.models import Org, OrgKind
    from aimwell.contexts.orgs.services import create_org, step
    from aimwell.contexts.people.models import OrgRole, User

    state = create_org(kind=OrgKind.COUNTY, name="State")
    tops = Org.objects.bulk_create(
        Org(kind=OrgKind.DISTRICT, name=f"District {n:03}", parent=state, path=f"{state.path}Y{step(n)[1:]}")
        for n in range(100)
    )
    schools = Org.objects.bulk_create(
        Org(kind=OrgKind.SCHOOL, name=f"Far {n:05}", parent=tops[n % 100], path=f"{tops[n % 100].path}X{step(n)[1:]}")
        for n in range(STATE)
    )
    open_work(schools)
    admin = User.objects.create_user(email="state@example.org", name="State admin")
    OrgRole.objects.create(org=state, user=admin, kind="org_admin")
    return {"state": state, "state_admin": admin}


def open_work(schools: list[Any]) -> None:
    from aimwell.contexts.measures.models import Measure
    from aimwell.contexts.orgs.models import Team
    from aimwell.domain.access import Rung

    teams = Team.objects.bulk_create(Team(name=f"Team of {school.name}", org=school) for school in schools)
    Measure.objects.bulk_create(Measure(owner_team=team, name="Explains", rung=Rung.NETWORK) for team in teams)


def works(world: dict[str, Any]) -> dict[str, Callable[[], int]]:
    """What is timed, by name. Each gives a number, which is checked before times count."""
    from aimwell.contexts.measures.models import Measure
    from aimwell.contexts.orgs.models import Org
    from aimwell.contexts.orgs.queries import below
    from aimwell.contexts.people.queries import visible_teams, visible_to

    return {
        "subtree": lambda: len(Org.objects.filter(below(world["district"].path)).values_list("pk")),
        "page": lambda: _page(world["admin"], world["district"]),
        "supervisor sees": lambda: visible_to(world["supervisor"], Measure).count(),
        "hub sees": lambda: visible_to(world["hub"], Measure).count(),
        "teams by name": lambda: len(visible_teams(world["supervisor"]).values_list("name")[:40]),
    }


EXPECTED = {"subtree": 81, "page": 80, "supervisor sees": 26, "hub sees": 77, "teams by name": 26}


def _page(user: Any, org: Any) -> int:
    """The queries of the page of an organisation. How many organisations are below."""
    from aimwell.contexts.people.queries import find_look

    look = find_look(user, org.pk)
    counts = look.counts
    look.lines(look.teams[:40])
    _ = (list(look.children[:40]), look.children.count(), list(look.networks), look.above)
    return sum(counts.values()) - counts["team"]


def timed(found: dict[str, Callable[[], int]]) -> dict[str, float]:
    """Milliseconds of CPU for each."""
    import time

    def again(work: Callable[[], int]) -> Callable[[], None]:
        return lambda: [work() for _ in range(TIMES)] and None

    return {name: seconds(again(work), time.process_time) / TIMES * 1000 for name, work in found.items()}


def main() -> dict[str, Any]:
    from django.core.management import call_command
    from django.db import connection

    from bench.network import analyse

    call_command("migrate", verbosity=0)
    world = make_district()
    found = works(world)
    assert {name: work() for name, work in found.items()} == EXPECTED
    analyse()
    alone = timed(found)
    world |= make_state()
    analyse()
    assert {name: work() for name, work in found.items()} == EXPECTED
    beside = timed(found)
    state = timed({"page": lambda: _page(world["state_admin"], world["state"])})["page"]
    return {
        "database": connection.vendor,
        "cpu_ms": {name: round(took, 3) for name, took in beside.items()} | {"state page": round(state, 3)},
        "beside_a_state": {name: round(beside[name] / alone[name], 2) for name in found},
        "state_page_to_district_page": round(state / beside["page"], 2),
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    print(json.dumps(main(), indent=2))
