"""Which problem a network takes on together."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.api.base import found, router
from aimwell.contexts.networks.api.network import member_of
from aimwell.contexts.networks.api.shapes import (
    NetworkChoiceOut,
    NetworkChoiceWholeOut,
    NetworkOptionOut,
    PositionOut,
)
from aimwell.contexts.networks.models import Choice, Option, Position, PositionKind
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
    Why,
    Words,
    fields_of,
    line,
)


class NetworkChoiceIn(Body):
    title: line(200, least=1) = Field(description="The question, in one line.")
    key: Key = None


class NetworkOptionIn(Body):
    name: line(200, least=1)
    data: Words = Field("", description="The data looked at, across the network and by member.")
    urgency: Words = ""
    measures: Words = Field("", description="What is measured already.")
    key: Key = None


class NetworkOptionChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(200, least=1) = "-"
    data: Words = ""
    urgency: Words = ""
    measures: Words = ""


class PositionIn(Body):
    org: Id = Field(description="The member for which you speak.")
    position: PositionKind
    text: Words = ""
    version: Version = 0


class NetworkDecisionIn(Body):
    version: Version
    decided: Id = Field(description="The option that was chosen.")
    decided_on: Day
    reasons: Why


@router.get("/networks/{network_id}/choices", response={200: list[NetworkChoiceOut], **READ})
@paginate(Pages)
def list_network_choices(request: HttpRequest, network_id: Id) -> QuerySet[Choice]:
    """The newest first."""
    return queries.choices_of(queries.find_look(request.user, network_id))


@router.post("/networks/{network_id}/choices", response={201: NetworkChoiceOut, **WRITE})
def start_network_choice(request: HttpRequest, network_id: Id, choice: NetworkChoiceIn) -> Status[Choice]:
    """By the hub."""
    look = queries.find_look(request.user, network_id)
    return Status(201, services.start_choice(by=request.user, network=look.network, **dict(choice)))


@router.get("/network_choices/{choice_id}", response={200: NetworkChoiceWholeOut, **READ})
def get_network_choice(request: HttpRequest, choice_id: Id) -> dict[str, Any]:
    """Its options, and what each member says to them."""
    choice = found(request, Choice, choice_id)
    lines = queries.options_of(queries.find_look(request.user, choice.network_id), choice)
    return {
        **fields_of(NetworkChoiceOut, choice),
        "options": [one.option for one in lines],
        "positions": [said for one in lines for _, said in one.positions if said is not None],
    }


@router.post("/network_choices/{choice_id}/options", response={201: NetworkOptionOut, **WRITE})
def add_network_option(request: HttpRequest, choice_id: Id, option: NetworkOptionIn) -> Status[Option]:
    """By the hub."""
    choice = found(request, Choice, choice_id)
    return Status(201, services.add_option(by=request.user, choice=choice, **dict(option)))


@router.patch("/network_options/{option_id}", response={200: NetworkOptionOut, **EDIT})
def change_network_option(request: HttpRequest, option_id: Id, option: NetworkOptionChangeIn) -> Option:
    """By the hub."""
    row = found(request, Option, option_id)
    told = option.over(row, "name", "data", "urgency", "measures")
    return services.change_option(by=request.user, option=row, version=option.version, **told)


@router.post("/network_options/{option_id}/aside", response={200: NetworkOptionOut, **WRITE})
def set_network_option_aside(request: HttpRequest, option_id: Id) -> Option:
    """By the hub."""
    return services.put_aside(by=request.user, thing=found(request, Option, option_id))


@router.post("/network_options/{option_id}/restore", response={200: NetworkOptionOut, **WRITE})
def restore_network_option(request: HttpRequest, option_id: Id) -> Option:
    """By the hub."""
    return services.bring_back(by=request.user, thing=found(request, Option, option_id))


@router.put("/network_options/{option_id}/positions", response={200: PositionOut, **EDIT})
def take_position(request: HttpRequest, option_id: Id, position: PositionIn) -> Position:
    """By those who speak for the member; all members see it."""
    row = found(request, Option, option_id)
    org = member_of(queries.find_look(request.user, row.choice.network_id), position.org)
    told = {"position": position.position, "text": position.text, "version": position.version}
    return services.take_position(by=request.user, option=row, org=org, **told)


@router.post("/network_choices/{choice_id}/decision", response={200: NetworkChoiceOut, **EDIT})
def decide_network_choice(request: HttpRequest, choice_id: Id, decision: NetworkDecisionIn) -> Choice:
    """By the hub, with the reasons."""
    choice = found(request, Choice, choice_id)
    decided = found(request, Option, decision.decided)
    return services.decide(
        by=request.user, choice=choice, version=decision.version, decided=decided, decided_on=decision.decided_on,
        reasons=decision.reasons,
    )  # fmt: skip
