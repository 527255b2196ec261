"""Opening and closing work, looking at it as others will, and reading what others have opened, for programs."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Path, Query, Router, Schema

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Version
from aimwell.contexts.people.services import share
from aimwell.contexts.reports.sharing import queries
from aimwell.domain.access import Rung
from aimwell.domain.access.eyes import Reader

router = Router(tags=["sharing"])
Kind = Annotated[
    Literal["theory", "measure", "cycle", "meeting"], Path(description="What is opened by itself; parts follow.")
]
RungKey = Literal["team", "school", "coach", "network_unnamed", "network", "public"]
Key = Annotated[str, Path(max_length=64, description="The last part of a shared address.")]


class RungOut(Schema):
    """One rung of the ladder, from the team up."""

    rung: str
    name: str
    who: str = Field(description="Who comes in on it, by name or number.")
    since: datetime.date | None = Field(description="Since when it has been open; empty for the team and closed ones.")
    open: bool


class SharedLineOut(Schema):
    key: str = Field(description="Which part of the work; it stays the same in every language.")
    label: str
    text: str
    items: list[str]
    hidden: str = Field(description="Why it is not shown; then text and items are empty.")


class SharedOut(Schema):
    """One piece of work as a reader outside its team gets it."""

    kind: str
    title: str
    under: str = Field(description="Whose it is and when, as far as that is told.")
    masked: bool = Field(description="Without the team's name.")
    lines: list[SharedLineOut]


class SharingOut(Schema):
    kind: str
    id: int
    version: int = Field(description="Send it with what you choose.")
    rung: str = Field(description="How far it is open now.")
    ladder: list[RungOut]
    to: str = Field(description="The rung that is looked at.")
    reader: str = Field(description="Through whose eyes.")
    shown: SharedOut | None = Field(description="The work as that reader gets it; empty where they could not read it.")
    still_named: list[str] = Field(description="Names of people and places in words that would be read without them.")
    address: str = Field(description="The path to hand on; empty below the network.")


class RungIn(Body):
    version: Version
    rung: RungKey


@router.get("/sharing/{kind}/{pk}", response={200: SharingOut, **WRITE})
def get_sharing(
    request: HttpRequest,
    kind: Kind,
    pk: Id,
    to: Annotated[RungKey | None, Query(description="A rung to look at; without it, the one it stands on.")] = None,
    reader: Annotated[Reader | None, Query(description="Through whose eyes; without it, who comes in last.")] = None,
) -> dict[str, Any]:
    """Who may see it, since when, and how a reader would see it. For members of the team only."""
    return _told(queries.sharing_page(request.user, kind, pk, to=to or "", reader=reader or "", lang=_lang()))


@router.patch("/sharing/{kind}/{pk}", response={200: SharingOut, **EDIT})
def change_sharing(request: HttpRequest, kind: Kind, pk: Id, rung: RungIn) -> dict[str, Any]:
    """Open or close it. It goes in the history with your name."""
    found = queries.sharing_page(request.user, kind, pk, to=rung.rung, lang=_lang())
    share(by=request.user, obj=found.obj, rung=Rung.of(rung.rung), version=rung.version)
    return _told(queries.sharing_page(request.user, kind, pk, lang=_lang()))


@router.get("/shared/{kind}/{key}", response={200: SharedOut, **READ})
def get_shared(request: HttpRequest, kind: Kind, key: Key) -> queries.Shown:
    """What stands at an address that a team handed on; without the team's name where that is not told."""
    return queries.shared_at(request.user, kind, key, _lang())


def _lang() -> str:
    return get_language() or "en"


def _told(found: queries.SharingPage) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "id": found.obj.pk,
        "version": found.obj.version,
        "rung": found.now.key,
        "ladder": [
            {"rung": step.rung.key, "name": step.name, "who": step.who, "since": step.since, "open": step.open}
            for step in found.steps
        ],
        "to": found.to.key,
        "reader": found.reader,
        "shown": found.shown,
        "still_named": found.still_named,
        "address": found.address,
    }
