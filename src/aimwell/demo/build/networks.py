"""The aim of the invented network, its drivers, its members' words, and where each team says that it stands."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.networks import services
from aimwell.contexts.networks.models import Choice, GoalKind, NetworkDriver, NetworkYear
from aimwell.contexts.orgs.models import Network, Org, SpanKind, Team, TeamKind
from aimwell.contexts.orgs.services import add_span
from aimwell.contexts.people.models import User
from aimwell.contexts.theory.models import Inquiry
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import bayline, bayline_network
from aimwell.demo.worlds.district_teams import LEADS
from aimwell.demo.worlds.shapes import Team as TeamSpec

Drivers = tuple[NetworkYear, dict[int, NetworkDriver]]
"""A year with its secondary drivers by their number."""
SAID_AFTER = dt.timedelta(days=29)
"""A day after the work was opened: teams answer once their first theory stands."""


def build_aim(
    calendar: Calendar, network: Network, users: dict[str, User]
) -> tuple[NetworkYear, dict[int, NetworkDriver]]:
    """Both goals with their notes, and the drivers of the year by their number."""
    hub = users[bayline_network.HUB]
    with as_if(calendar.at(bayline_network.DECIDED, "10:00")):
        aim = services.add_goal(
            by=hub, network=network, kind=GoalKind.OUTCOME, by_when=calendar.day(bayline_network.AIM_BY),
            **bayline_network.AIM,
        )  # fmt: skip
        skill = services.add_goal(by=hub, network=network, kind=GoalKind.CAPABILITY, **bayline_network.SKILL)
        drivers = _build_drivers(calendar, network, hub)
    for goal, notes in ((aim, bayline_network.AIM_NOTES), (skill, bayline_network.SKILL_NOTES)):
        for on, value, text in notes:
            with as_if(calendar.at(on, "16:00")):
                services.add_note(by=hub, goal=goal, on=calendar.day(on), value=value, text=text)
    return drivers


def _build_drivers(calendar: Calendar, network: Network, hub: User) -> Drivers:
    starts, ends = calendar.day(bayline_network.STARTS), calendar.day(bayline_network.ENDS)
    year = services.start_year(
        by=hub, network=network, name=f"{starts.year}–{ends.year % 100:02}", starts=starts, ends=ends
    )
    under = {
        number: services.add_driver(by=hub, year=year, name=name, kind="primary")
        for name, numbers in bayline_network.PRIMARY.items()
        for number in numbers[:1]
    }
    parents = {n: under[numbers[0]] for numbers in bayline_network.PRIMARY.values() for n in numbers}
    made = {
        number: services.add_driver(by=hub, year=year, name=name, parent=parents[number])
        for number, name in bayline.DRIVERS.items()
    }
    return year, made


def build_members(calendar: Calendar, network: Network, places: dict[str, Org], users: dict[str, User]) -> None:
    """Why each district joined, and how the network came to its problem. Their district teams speak for them."""
    for key, (purpose, central, why) in bayline_network.JOINED.items():
        with as_if(calendar.at(bayline_network.STARTS, "14:00")):
            services.state_purpose(
                by=users[LEADS[key]], network=network, org=places[key], purpose=purpose, central=central, why=why
            )
    hub = users[bayline_network.HUB]
    with as_if(calendar.at(bayline_network.ASKED, "09:00")):
        choice = services.start_choice(by=hub, network=network, title=bayline_network.QUESTION)
    _build_options(calendar, choice, hub, places, users)
    for key, kind, first, last in bayline_network.WEEKS:
        days = {"starts_on": calendar.day(first), "ends_on": calendar.day(last)}
        add_span(org=places[key], team=None, kind=SpanKind(kind), **days)


def _build_options(
    calendar: Calendar, choice: Choice, hub: User, places: dict[str, Org], users: dict[str, User]
) -> None:
    made = []
    for told, said in zip(bayline_network.OPTIONS, bayline_network.POSITIONS, strict=True):
        with as_if(calendar.at(bayline_network.ASKED, "11:00")):
            made.append(services.add_option(by=hub, choice=choice, **told))
            for key, (position, text) in said.items():
                services.take_position(
                    by=users[LEADS[key]], option=made[-1], org=places[key], position=position, text=text
                )
    on = bayline_network.DECIDED
    with as_if(calendar.at(on, "09:00")):
        services.decide(
            by=hub, choice=choice, version=None, decided=made[0], decided_on=calendar.day(on),
            reasons=bayline_network.REASONS,
        )  # fmt: skip


def place_team(spec: TeamSpec, team: Team, drivers: Drivers, calendar: Calendar, lead: User) -> None:
    """A local team on the drivers of its district; a district team on those that stand in its own theory."""
    year, by_number = drivers
    inquiry = Inquiry.objects.filter(owner_team=team).first()
    if inquiry is None or spec.inquiry is None:
        return
    own = set(inquiry.parts.values_list("text", flat=True))
    named = [number for number, name in bayline.DRIVERS.items() if name in own]
    numbers = named if team.kind == TeamKind.DIT and named else _of_district(team)
    with as_if(calendar.at(spec.inquiry.begun + SAID_AFTER, "15:50")):
        services.place_inquiry(
            by=lead, inquiry=inquiry, year=year, drivers=[by_number[number] for number in numbers],
            toward="both" if team.kind == TeamKind.DIT else "outcome", serves=bayline_network.SERVES[numbers[0]],
        )  # fmt: skip


def _of_district(team: Team) -> list[int]:
    district = team.org.parent or team.org if team.org else None
    found = next(one for one in bayline.DISTRICTS if district is not None and one.name == district.name)
    return list(found.drivers)
