"""One made-up world from its seed, all or nothing."""

from __future__ import annotations

import datetime as dt
from random import Random

from django.db import transaction

from aimwell.contexts.orgs.models import Network, Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import share, start_team
from aimwell.contexts.reports.handover.models import Keeping
from aimwell.core.history.queries import events_of
from aimwell.core.history.services import record
from aimwell.demo.build import measures, networks, theory
from aimwell.demo.build.cycles import Bench, build_cycles
from aimwell.demo.build.offices import build_offices, build_slots, clear_lists
from aimwell.demo.build.people import ARRIVED, build_people, give_places
from aimwell.demo.build.places import build_network
from aimwell.demo.build.teams import build_team
from aimwell.demo.build.tools import build_tools
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import bayline, people, shapes
from aimwell.demo.worlds.teams import TEAMS
from aimwell.domain.access import Rung

OPENED_AFTER = dt.timedelta(days=28)


def made_with() -> dict[str, str | int] | None:
    """Seed and day of the world that is here; None where there is none."""
    network = Network.objects.filter(name=bayline.NETWORK).first()
    event = events_of(network).filter(verb="seeded").first() if network else None
    return event.after if event else None


@transaction.atomic
def build_world(*, seed: int, today: dt.date) -> None:
    calendar = Calendar.of(today)
    with as_if(calendar.at(bayline.JOINED, "09:00")):
        network, places = build_network(calendar)
    users = build_people(calendar)
    give_places(calendar, network, places, users)
    build_offices(calendar, calendar.day(ARRIVED), places, users)
    drivers = networks.build_aim(calendar, network, users)
    teams: dict[str, Team] = {}
    for spec in (calendar.told(team) for team in TEAMS):
        team = teams[spec.key] = build_team(spec, calendar, places, users)
        chance = Random(f"{seed} {spec.key}")  # noqa: S311  (repeatable on purpose)
        if spec.inquiry:
            build_work(spec, spec.inquiry, team, calendar, users, chance)
            networks.place_team(spec, team, drivers, calendar, users[spec.lead])
    networks.build_members(calendar, network, places, users)
    build_slots(calendar, teams, {spec.key: users[spec.lead] for spec in TEAMS}, users)
    newcomer = users[people.NEW_TODAY]
    with as_if(calendar.now):
        start_team(by=newcomer, name=people.NEW_TEAM)
        record(by=None, verb="seeded", target=network, scope_id=None, after={"seed": seed, "today": today})


def build_work(
    spec: shapes.Team, work: shapes.Inquiry, team: Team, calendar: Calendar, users: dict[str, User], chance: Random
) -> None:
    """Problem, causes, measures, aim, drivers, cycles and numbers of one team, then what it has opened."""
    lead = users[spec.lead]
    inquiry = theory.build_problem(work, by=lead, team=team, calendar=calendar)
    causes = theory.build_causes(work, inquiry, by=lead, calendar=calendar)
    counted = measures.define_measures(work.measures, by=lead, team=team, calendar=calendar)
    theory.build_aim(work, inquiry, counted, by=lead, calendar=calendar)
    parts = theory.build_drivers(work, inquiry, counted, causes, by=lead, calendar=calendar)
    bench = Bench(inquiry, parts, counted, users, lead, calendar)
    cycles = build_cycles(work.cycles, bench)
    for one in work.measures:
        measures.fill_measure(one, counted[one.key], by=lead, calendar=calendar, chance=chance)
    build_tools(spec.key, bench)
    begun = work.begun + OPENED_AFTER
    opened = [(inquiry, work.rung, begun)]
    opened += [(counted[one.key], one.rung, max(begun, *measures.weeks_of(one))) for one in work.measures if one.rung]
    opened += [(cycles[one.key], one.rung, max(begun, one.starts)) for one in work.cycles]
    for obj, rung, day in opened:
        if rung != Rung.TEAM:
            with as_if(calendar.at(day + dt.timedelta(days=1), "16:30")):
                share(by=lead, obj=obj, rung=Rung(rung))


@transaction.atomic
def clear_world() -> None:
    """Take away what is marked synthetic, and the places of the network that nobody else uses. History stays."""
    clear_lists()
    Keeping.objects.filter(team__synthetic=True).delete()
    Team.objects.filter(synthetic=True).delete()
    User.objects.filter(synthetic=True).delete()
    for network in Network.objects.filter(name=bayline.NETWORK):
        tops = list(network.orgs.all())
        network.delete()
        for top in tops:
            for school in top.children.filter(teams=None):
                school.delete()
            if not top.children.exists() and not top.teams.exists():
                top.delete()
