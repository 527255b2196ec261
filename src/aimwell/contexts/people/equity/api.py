"""What equity means in a place: the text that holds, and its versions."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Key, Said, Version, Words, kept_org, line
from aimwell.contexts.people.equity import queries, services
from aimwell.contexts.people.equity.models import WithoutDefinition
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound

router = Router(tags=["people"])


class MeaningVersionOut(Schema):
    number: int
    starts_on: datetime.date
    text: str = Field(description="Empty: from that day the place above speaks again.")
    equality: str
    equity: str
    justice: str
    reason: str


class MeaningOut(Schema):
    text: str = Field(description="What holds; empty where nobody has written it.")
    origin: str = Field(description="The place it comes from.")
    own: bool = Field(description="Said right here.")
    since: datetime.date | None
    missing: list[str] = Field(description="Principles without an example from here.")
    version: int = Field(description="The number of the latest version right here; send it with an edit.")
    versions: list[MeaningVersionOut] = Field(description="Those of this place, the latest first.")


class MeaningIn(Body):
    version: Version = Field(description="The number you start from; 0 while nothing was said here.")
    text: Said
    equality: Words = Field("", description="An example from here.")
    equity: Words = ""
    justice: Words = ""
    reason: Words = Field("", description="Why it changes.")
    key: Key = None


class InheritIn(Body):
    version: Version
    reason: Words = ""


class WithoutIn(Body):
    reason: Said


class WithoutOut(Schema):
    reason: str
    created_at: datetime.datetime


def _told(place: queries.Place) -> dict[str, Any]:
    look = queries.meaning_look(place)
    now = look.now
    return {
        "text": now.text if now else "",
        "origin": now.origin if now else "",
        "own": bool(now and now.own),
        "since": now.definition.starts_on if now else None,
        "missing": list(now.missing) if now else [],
        "version": look.number,
        "versions": look.versions,
    }


def _define(request: HttpRequest, place: queries.Place, said: MeaningIn) -> dict[str, Any]:
    services.define_equity(by=request.user, place=place, **dict(said))
    return _told(place)


def _inherit(request: HttpRequest, place: queries.Place, wish: InheritIn) -> dict[str, Any]:
    services.inherit_equity(by=request.user, place=place, version=wish.version, reason=wish.reason)
    return _told(place)


@router.get("/teams/{team_id}/equity", response={200: MeaningOut, **READ})
def get_equity_of_team(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """What equity means to this team: its own text, or that of the nearest place above."""
    return _told(find_team(request.user, team_id))


@router.put("/teams/{team_id}/equity", response={200: MeaningOut, **EDIT})
def define_equity_of_team(request: HttpRequest, team_id: Id, said: MeaningIn) -> dict[str, Any]:
    """The next version, from today."""
    return _define(request, find_team(request.user, team_id), said)


@router.post("/teams/{team_id}/equity/inherit", response={200: MeaningOut, **EDIT})
def inherit_equity_of_team(request: HttpRequest, team_id: Id, wish: InheritIn) -> dict[str, Any]:
    """From today the place above speaks again. What was said here is kept."""
    return _inherit(request, find_team(request.user, team_id), wish)


@router.post("/teams/{team_id}/equity/without", response={200: WithoutOut, **WRITE})
def go_on_without_equity(request: HttpRequest, team_id: Id, said: WithoutIn) -> WithoutDefinition:
    """Go on without one. The sentence that says why is kept."""
    return services.go_on_without(by=request.user, team=find_team(request.user, team_id), reason=said.reason)


class OwnWordsIn(Body):
    text: line(500, least=1) = Field(description="What the meaning says, in words of your own. No names.")


class OwnWordsOut(Schema):
    number: int = Field(description="How many are in.")
    missing: int = Field(description="How many more it takes until the set is shown.")
    mine_in: bool = Field(description="You have written. Nobody else learns that, and your text is not marked.")
    shown: list[str] = Field(description="The set in mixed order, from three on; empty before.")


@router.get("/teams/{team_id}/equity/own-words", response={200: OwnWordsOut, **READ})
def get_equity_in_own_words(request: HttpRequest, team_id: Id) -> queries.OwnWordsLook:
    """For members: what the meaning says in the words of each, without names, once three are in."""
    return queries.own_words_of(request.user, _own(request, team_id))


@router.post("/teams/{team_id}/equity/own-words", response={200: OwnWordsOut, **WRITE})
def say_equity_in_own_words(request: HttpRequest, team_id: Id, said: OwnWordsIn) -> queries.OwnWordsLook:
    """Once for each person and meaning. It cannot be changed later, because nobody knows which text is yours."""
    team = _own(request, team_id)
    services.say_in_own_words(by=request.user, team=team, text=said.text)
    return queries.own_words_of(request.user, team)


def _own(request: HttpRequest, team_id: int) -> Team:
    """Raises NotFound for whoever is not in the team."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


@router.get("/orgs/{org_id}/equity", response={200: MeaningOut, **READ})
def get_equity_of_org(request: HttpRequest, org_id: Id) -> dict[str, Any]:
    """For those who may write it."""
    return _told(kept_org(request, org_id, Power.EQUITY))


@router.put("/orgs/{org_id}/equity", response={200: MeaningOut, **EDIT})
def define_equity_of_org(request: HttpRequest, org_id: Id, said: MeaningIn) -> dict[str, Any]:
    """For this place and all below it that say nothing of their own."""
    return _define(request, kept_org(request, org_id, Power.EQUITY), said)


@router.post("/orgs/{org_id}/equity/inherit", response={200: MeaningOut, **EDIT})
def inherit_equity_of_org(request: HttpRequest, org_id: Id, wish: InheritIn) -> dict[str, Any]:
    """From today the place above speaks again."""
    return _inherit(request, kept_org(request, org_id, Power.EQUITY), wish)


@router.get("/networks/{network_id}/equity", response={200: MeaningOut, **READ})
def get_equity_of_network(request: HttpRequest, network_id: Id) -> dict[str, Any]:
    """For its hub."""
    return _told(queries.find_network(request.user, network_id))


@router.put("/networks/{network_id}/equity", response={200: MeaningOut, **EDIT})
def define_equity_of_network(request: HttpRequest, network_id: Id, said: MeaningIn) -> dict[str, Any]:
    """For all places of the network that say nothing of their own."""
    return _define(request, queries.find_network(request.user, network_id), said)
