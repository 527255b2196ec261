"""A network: its drivers by year, who works on what, and why its members joined."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.reading import Rows
from aimwell.contexts.cycles.api.shapes import CycleWordsOut
from aimwell.contexts.cycles.models import Level
from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.api.base import found, found_or_none, router
from aimwell.contexts.networks.api.shapes import (
    NetworkCoverageOut,
    NetworkDriverOut,
    NetworkGoalOut,
    NetworkLineOut,
    NetworkOut,
    NetworkWeeksOut,
    NetworkYearOut,
    PlacedOut,
    PurposeOut,
    TeamWithoutOut,
)
from aimwell.contexts.networks.models import Central, DriverKind, NetworkDriver, NetworkYear, Purpose, Toward
from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    Key,
    Pages,
    Version,
    Words,
    fields_of,
    line,
)
from aimwell.contexts.theory.api.base import language
from aimwell.domain.errors import NotFound


class NetworkYearIn(Body):
    name: line(40, least=1)
    starts: Day
    ends: Day
    key: Key = None


class NetworkDriverIn(Body):
    name: line(200, least=1)
    kind: DriverKind = DriverKind.SECONDARY
    parent: Id | None = Field(None, description="A primary driver of the same year; without one, the aim itself.")
    key: Key = None


class NetworkDriverChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(200, least=1) = "-"
    parent: Id | None = None


class PurposeIn(Body):
    org: Id = Field(description="The member for which you speak.")
    purpose: Toward
    central: Central
    why: Words = ""
    version: Version = 0


@router.get("/networks", response={200: list[NetworkLineOut], **READ})
@paginate(Pages)
def list_networks(request: HttpRequest) -> QuerySet[Network]:
    """Those in whose hub you are, or of which an organization of yours is a member."""
    return queries.networks_of(request.user)


@router.get("/networks/{network_id}", response={200: NetworkOut, **READ})
def get_network(request: HttpRequest, network_id: Id) -> dict[str, Any]:
    """What it aims at, in two strands, with its members and years."""
    look = queries.find_look(request.user, network_id)
    goals = {
        kind: [
            {
                **fields_of(NetworkGoalOut, one.goal),
                "missing": list(one.missing),
                "missing_words": one.missing_words(language()),
                "broad": one.broad,
                "newest": one.newest,
            }
            for one in found_goals
        ]
        for kind, found_goals in queries.goals_of(look.network).items()
    }
    return {
        "id": look.network.pk,
        "name": look.network.name,
        "in_hub": look.is_hub,
        "members": list(look.members),
        "years": look.years,
        "outcome_aim": goals["outcome"],
        "capability_goals": goals["capability"],
    }


@router.get("/networks/{network_id}/weeks", response={200: NetworkWeeksOut, **READ})
def get_network_weeks(request: HttpRequest, network_id: Id, first: Day | None = None) -> queries.NetworkWeeks:
    """In which of twenty weeks from this day, or from today, the schools have room at once."""
    return queries.weeks_of(queries.find_look(request.user, network_id), first or timezone.localdate())


def _coverage(request: HttpRequest, network_id: int, year: int | None) -> queries.CoverageView:
    look = queries.find_look(request.user, network_id)
    chosen = queries.year_of(look, year)
    if chosen is None:
        raise NotFound
    return queries.coverage_view(look, chosen)


@router.get("/networks/{network_id}/coverage", response={200: NetworkCoverageOut, **READ})
def get_network_coverage(request: HttpRequest, network_id: Id, year: Id | None = None) -> dict[str, Any]:
    """For each secondary driver how many teams and cycles; where members come together; who is on their own."""
    view = _coverage(request, network_id, year)
    told = queries.Told(view, language())
    return {
        "year": view.year,
        "headline": told.headline,
        "untouched": told.untouched,
        "drivers": [
            {
                "driver": one.driver,
                "members": list(one.row.places),
                "local_teams": one.row.local,
                "district_teams": one.row.wide,
                "unnamed_teams": one.row.unnamed,
                "cycles": one.row.cycles,
                "words": one.words,
            }
            for one in told.lines
        ],
        "without_teams": list(view.coverage.untouched),
        "quiet_members": list(view.coverage.quiet),
        "clusters": told.clusters,
        "pairs": told.pairs,
        "on_their_own": [
            {"member": one.place.pk, "words": one.words, "problems": list(one.problems)} for one in told.alone
        ],
        "toward_outcome": view.teams_toward("outcome"),
        "toward_capability": view.teams_toward("capability"),
    }


@router.get("/networks/{network_id}/efforts", response={200: list[PlacedOut], **READ})
@paginate(Pages)
def list_network_efforts(request: HttpRequest, network_id: Id, year: Id | None = None) -> list[dict[str, Any]]:
    """Each effort that you may count, with the team where it is named to you."""
    return [_placed(one) for one in _coverage(request, network_id, year).placed]


def _placed(one: Any) -> dict[str, Any]:
    shown = one.team is not None
    return {
        "team": one.team.pk if shown else None,
        "member": one.member.pk if one.member is not None else None,
        "stance": one.place.stance,
        "toward": one.place.toward,
        "drivers": list(one.drivers),
        "cycles": one.cycles,
        "serves": one.place.serves if shown else "",
        "reason": one.place.reason if shown else "",
    }


@router.get("/networks/{network_id}/cycles", response={200: list[CycleWordsOut], **READ})
@paginate(Rows)
def list_network_cycles(request: HttpRequest, network_id: Id, level: Level | None = None) -> Any:
    """Cycles of its teams that you may see with the name of their team, of every level, newest first."""
    return queries.cycles_in(queries.find_look(request.user, network_id), level or "")


@router.get("/networks/{network_id}/teams_without", response={200: list[TeamWithoutOut], **READ})
@paginate(Pages)
def list_teams_without_driver(request: HttpRequest, network_id: Id, year: Id | None = None) -> QuerySet[Team]:
    """Teams of the network of which nothing that you may read says where they stand."""
    return queries.teams_without(_coverage(request, network_id, year))


@router.get("/networks/{network_id}/drivers", response={200: list[NetworkDriverOut], **READ})
@paginate(Pages)
def list_network_drivers(request: HttpRequest, network_id: Id, year: Id | None = None) -> QuerySet[NetworkDriver]:
    """Those of one year; without `year`, of the year that runs."""
    chosen = queries.year_of(queries.find_look(request.user, network_id), year)
    return queries.drivers_of(chosen)


@router.post("/networks/{network_id}/years", response={201: NetworkYearOut, **WRITE})
def start_network_year(request: HttpRequest, network_id: Id, year: NetworkYearIn) -> Status[NetworkYear]:
    """By the hub. The drivers of the year before are taken over as rows of their own."""
    look = queries.find_look(request.user, network_id)
    return Status(201, services.start_year(by=request.user, network=look.network, **dict(year)))


@router.post("/network_years/{year_id}/drivers", response={201: NetworkDriverOut, **WRITE})
def add_network_driver(request: HttpRequest, year_id: Id, driver: NetworkDriverIn) -> Status[NetworkDriver]:
    """By the hub."""
    year = found(request, NetworkYear, year_id)
    told = {**dict(driver), "parent": found_or_none(request, NetworkDriver, driver.parent)}
    return Status(201, services.add_driver(by=request.user, year=year, **told))


@router.patch("/network_drivers/{driver_id}", response={200: NetworkDriverOut, **EDIT})
def change_network_driver(request: HttpRequest, driver_id: Id, driver: NetworkDriverChangeIn) -> NetworkDriver:
    """By the hub, in this year only."""
    row = found(request, NetworkDriver, driver_id)
    sent = "parent" in driver.model_fields_set
    parent = found_or_none(request, NetworkDriver, driver.parent) if sent else row.parent
    return services.change_driver(
        by=request.user, driver=row, version=driver.version, parent=parent, **driver.over(row, "name")
    )


@router.post("/network_drivers/{driver_id}/aside", response={200: NetworkDriverOut, **WRITE})
def set_network_driver_aside(request: HttpRequest, driver_id: Id) -> NetworkDriver:
    """By the hub. What teams linked to it stays."""
    return services.put_aside(by=request.user, thing=found(request, NetworkDriver, driver_id))


@router.post("/network_drivers/{driver_id}/restore", response={200: NetworkDriverOut, **WRITE})
def restore_network_driver(request: HttpRequest, driver_id: Id) -> NetworkDriver:
    """By the hub."""
    return services.bring_back(by=request.user, thing=found(request, NetworkDriver, driver_id))


@router.get("/networks/{network_id}/purposes", response={200: list[PurposeOut], **READ})
@paginate(Pages)
def list_purposes(request: HttpRequest, network_id: Id) -> QuerySet[Purpose]:
    """Why members joined: of all for the hub, else of your own."""
    return queries.purposes_of(queries.find_look(request.user, network_id))


@router.put("/networks/{network_id}/purposes", response={200: PurposeOut, **EDIT})
def state_purpose(request: HttpRequest, network_id: Id, purpose: PurposeIn) -> Purpose:
    """By those who speak for the member."""
    look = queries.find_look(request.user, network_id)
    org = member_of(look, purpose.org)
    told = {"purpose": purpose.purpose, "central": purpose.central, "why": purpose.why}
    return services.state_purpose(by=request.user, network=look.network, org=org, version=purpose.version, **told)


def member_of(look: queries.Look, pk: int) -> Org:
    """Raises NotFound."""
    org = next((one for one in look.members if one.pk == pk), None)
    if org is None:
        raise NotFound
    return org
